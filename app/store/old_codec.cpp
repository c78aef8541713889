#include "store/old_codec.h"

#include "core/byte_reader.h"
#include "core/limits.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace carewall::store {

namespace {

constexpr char voice_format = 1;
constexpr char tally_format = 2;
constexpr char tally_format_before = 1;  ///< without short abandons and how the line moved

/// Reads a slot. After the first fault all reads give 0 and `sound()` is false.
class In {
public:
    In(std::string_view bytes, char newest, char oldest) : m_bytes(bytes), m_format(next())
    {
        if (m_format < oldest || m_format > newest) m_sound = false;
    }
    char format() const { return m_format; }
    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const auto byte = static_cast<unsigned char>(next());
            value |= std::uint64_t{byte & 0x7FU} << shift;
            if (byte < 0x80) return m_sound ? value : 0;
        }
        m_sound = false;
        return 0;
    }
    std::int64_t signedNumber()
    {
        const std::uint64_t value = number();
        return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
    }
    int smallNumber()
    {
        const std::int64_t value = signedNumber();
        if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max()) m_sound = false;
        return m_sound ? static_cast<int>(value) : 0;
    }
    /// A number of things that follow; more than `limit` is a fault.
    std::size_t numberUpTo(std::size_t limit)
    {
        const std::uint64_t value = number();
        if (value > limit) m_sound = false;
        return m_sound ? static_cast<std::size_t>(value) : 0;
    }
    std::string text()
    {
        const std::size_t size = numberUpTo(m_bytes.size());
        if (size > m_bytes.size()) m_sound = false;
        if (!m_sound) return {};
        std::string taken(m_bytes.substr(0, size));
        m_bytes.remove_prefix(size);
        return taken;
    }
    bool sound() const { return m_sound; }
    bool atEnd() const { return m_sound && m_bytes.empty(); }

private:
    std::string_view m_bytes;
    bool m_sound = true;
    char m_format;

    char next()
    {
        if (m_bytes.empty()) {
            m_sound = false;
            return 0;
        }
        const char byte = m_bytes.front();
        m_bytes.remove_prefix(1);
        return byte;
    }
};

std::optional<core::Sketch> readSketch(In& in)
{
    const int scale = in.smallNumber();
    const std::uint64_t zero_count = in.number();
    const int offset = in.smallNumber();
    std::vector<std::uint64_t> counts(in.numberUpTo(core::limits::sketch_buckets));
    for (std::size_t i = 0; i < counts.size() && in.sound();) {
        counts[i] = in.number();
        const std::size_t run = counts[i] == 0 ? in.numberUpTo(counts.size() - i) : 1;
        if (run == 0) return std::nullopt;
        i += run;
    }
    if (!in.sound()) return std::nullopt;
    return core::Sketch::fromParts(scale, zero_count, offset, std::move(counts));
}

core::Mentions readMentions(In& in)
{
    core::Mentions voices;
    voices.mentions = in.number();
    voices.positive = in.number();
    voices.negative = in.number();
    voices.reach = in.number();
    return voices;
}

core::Mentions readMentions(core::ByteReader& in)
{
    core::Mentions voices;
    for (std::uint64_t* value : {&voices.mentions, &voices.positive, &voices.negative, &voices.reach})
        *value = in.number();
    return voices;
}

core::Evidence::Parts readEvidence(core::ByteReader& in)
{
    core::Evidence::Parts p;
    for (double& sum : p.carried)
        sum = in.real();
    p.hour = in.time();
    p.mentions = in.real();
    p.usual = in.real();
    p.count = static_cast<std::size_t>(in.number(1));
    if (p.count > p.begun.size()) {
        in.fail();
        return {};
    }
    for (std::size_t k = 0; k < p.count; ++k) {
        p.begun[k].at = in.time();
        p.begun[k].mentions = in.real();
        p.begun[k].usual = in.real();
    }
    return p;
}

core::TrendMemory::Path readPath(core::ByteReader& in)
{
    core::TrendMemory::Path path;
    path.begun = in.flag();
    if (!path.begun) return path;
    path.onset = in.time();
    path.score = in.real();
    path.expected = in.real();
    path.voices = readMentions(in);
    return path;
}

core::TrendMemory::Watching readWatching(core::ByteReader& in)
{
    core::TrendMemory::Watching watching;
    watching.evidence = readEvidence(in);
    for (core::TrendMemory::Path& path : watching.paths)
        path = readPath(in);
    if (in.flag()) {
        core::TrendMemory::Burst& burst = watching.burst.emplace(core::TrendMemory::Burst{});
        burst.shown = readPath(in);
        burst.noticed = in.time();
        burst.calm = in.real();
        burst.against = in.real();
    }
    watching.taken = readMentions(in);
    return watching;
}

core::ScatterSeen::Parts readScatter(core::ByteReader& in)
{
    core::ScatterSeen::Parts p;
    for (double* value :
         {&p.frailty, &p.frailty_weight, &p.batch, &p.batch_weight, &p.mentions, &p.usual, &p.squares, &p.slots})
        *value = in.real();
    p.hour = in.time();
    return p;
}

core::IssueBaseline::Parts readBaseline(core::ByteReader& in)
{
    core::IssueBaseline::Parts p;
    for (double* value : {&p.own.mentions, &p.own.hours, &p.floor, &p.exposure})
        *value = in.real();
    if (in.flag()) p.hours.resize(core::week_hours);
    for (core::IssueBaseline::Hour& cell : p.hours) {
        cell.mentions = in.realFloat();
        cell.hours = in.realFloat();
    }
    return p;
}

}  // namespace

bool isOldSlot(std::string_view body)
{
    return !body.empty() && (body.front() == tally_format_before || body.front() == tally_format);
}

std::optional<core::Tally> readOldTally(std::string_view body)
{
    In in(body, tally_format, tally_format_before);
    core::Tally slot;
    slot.offered = in.number();
    slot.answered = in.number();
    slot.answered_within_target = in.number();
    slot.abandoned = in.number();
    slot.abandoned_within_target = in.number();
    slot.resolved = in.number();
    slot.fcr = in.number();
    slot.answered_by_community = in.number();
    std::optional<core::Sketch> response = readSketch(in);
    if (in.format() > tally_format_before) {
        slot.abandoned_short = in.number();
        slot.line.waited_ms = in.number();
        slot.line.pressed_ms = in.number();
        slot.line.backlog_ms = in.number();
        slot.line.answered_from_backlog = in.number();
        slot.line.others_waiting = in.number();
        slot.line.passed_over = in.number();
        slot.line.busy_ms = in.number();
    }
    if (!response || !in.atEnd()) return std::nullopt;
    slot.response = std::move(*response);
    return slot;
}

std::optional<core::VoiceSlot> readOldVoiceSlot(std::string_view body)
{
    In in(body, voice_format, voice_format);
    core::VoiceSlot slot;
    slot.total = readMentions(in);
    slot.ladder.anger = in.number();
    slot.ladder.like = in.number();
    slot.ladder.love = in.number();
    slot.ladder.defend = in.number();
    slot.replies = in.number();
    slot.broadcasts = in.number();
    const std::size_t issues = in.numberUpTo(core::limits::slot_issues);
    slot.issues.reserve(issues);
    for (std::size_t i = 0; i < issues && in.sound(); ++i) {
        std::string issue = in.text();
        std::string label = in.text();
        slot.issues.push_back({std::move(issue), std::move(label), readMentions(in)});
    }
    if (!in.atEnd()) return std::nullopt;
    return slot;
}

std::optional<core::TrendMemory> readOldTrends(std::string_view body)
{
    core::ByteReader in{body};
    core::TrendMemory memory;
    memory.closed_until = in.time();
    if (in.flag()) memory.since = in.time();
    memory.exposure = in.real();
    for (core::Exposed& cell : memory.floor.hours) {
        cell.mentions = in.real();
        cell.hours = in.real();
    }
    memory.volume_seen = readScatter(in);
    memory.volume = readWatching(in);
    memory.open = in.time();
    memory.open_until = in.time();
    const auto issues = static_cast<std::size_t>(in.number(2));
    if (issues > core::limits::issues) return std::nullopt;
    for (std::size_t i = 0; i < issues && !in.failed(); ++i) {
        core::TrendMemory::Issue issue;
        issue.issue = in.text();
        issue.baseline = readBaseline(in);
        issue.seen = readScatter(in);
        issue.watching = readWatching(in);
        memory.issues.push_back(std::move(issue));
    }
    if (in.failed() || !in.atEnd()) return std::nullopt;
    return memory;
}

}  // namespace carewall::store
