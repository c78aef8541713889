#include "store/slot_codec.h"

#include "core/limits.h"

#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace carewall::store {

namespace {

constexpr char voice_format = 1;
constexpr char tally_format = 2;
constexpr char tally_format_before = 1;  ///< without short abandons and how the line moved

class Out {
public:
    explicit Out(char format) : m_bytes{format} {}
    void add(std::uint64_t value)
    {
        while (value >= 0x80) {
            m_bytes.push_back(static_cast<char>(static_cast<unsigned char>(value | 0x80)));
            value >>= 7;
        }
        m_bytes.push_back(static_cast<char>(value));
    }
    void addSigned(std::int64_t value)
    {
        add((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
    }
    void add(std::string_view text)
    {
        add(std::uint64_t{text.size()});
        m_bytes.append(text);
    }
    std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

/// Reads what Out wrote. After the first fault all reads give 0 and `sound()` is false.
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

void add(Out& out, const core::Sketch& sketch)
{
    out.addSigned(sketch.scale());
    out.add(sketch.zeroCount());
    out.addSigned(sketch.offset());
    const std::vector<std::uint64_t>& counts = sketch.counts();
    out.add(std::uint64_t{counts.size()});
    for (std::size_t i = 0; i < counts.size();) {
        std::size_t end = i + 1;
        out.add(counts[i]);
        if (counts[i] == 0) {
            while (end < counts.size() && counts[end] == 0)
                ++end;
            out.add(std::uint64_t{end - i});
        }
        i = end;
    }
}

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

void add(Out& out, const core::Mentions& voices)
{
    out.add(voices.mentions);
    out.add(voices.positive);
    out.add(voices.negative);
    out.add(voices.reach);
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

}  // namespace

std::string encodeSlot(const core::Tally& slot)
{
    Out out(tally_format);
    out.add(slot.offered);
    out.add(slot.answered);
    out.add(slot.answered_within_target);
    out.add(slot.abandoned);
    out.add(slot.abandoned_within_target);
    out.add(slot.resolved);
    out.add(slot.fcr);
    out.add(slot.answered_by_community);
    add(out, slot.response);
    out.add(slot.abandoned_short);
    out.add(slot.line.waited_ms);
    out.add(slot.line.pressed_ms);
    out.add(slot.line.backlog_ms);
    out.add(slot.line.answered_from_backlog);
    out.add(slot.line.others_waiting);
    out.add(slot.line.passed_over);
    out.add(slot.line.busy_ms);
    return out.take();
}

std::optional<core::Tally> decodeTally(std::string_view body)
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

std::string encodeSlot(const core::VoiceSlot& slot)
{
    Out out(voice_format);
    add(out, slot.total);
    out.add(slot.ladder.anger);
    out.add(slot.ladder.like);
    out.add(slot.ladder.love);
    out.add(slot.ladder.defend);
    out.add(slot.replies);
    out.add(slot.broadcasts);
    out.add(std::uint64_t{slot.issues.size()});
    for (const core::IssueMentions& issue : slot.issues) {
        out.add(issue.issue);
        out.add(issue.label);
        add(out, issue.voices);
    }
    return out.take();
}

std::optional<core::VoiceSlot> decodeVoiceSlot(std::string_view body)
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

}  // namespace carewall::store
