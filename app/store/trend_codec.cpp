#include "store/trend_codec.h"

#include "carewall/kept/v1/trend.pb.h"
#include "core/limits.h"
#include "core/sealed.h"
#include "store/kept_mentions.h"
#include "store/old_codec.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

namespace carewall::store {

namespace {

namespace v1 = kept::v1;

constexpr std::string_view magic = "carewall trends ";
constexpr std::uint32_t before_protobuf = 1;
constexpr std::uint32_t version = 2;
constexpr std::size_t most_bytes = std::size_t{4} * 1024 * 1024;

core::WallTime time(std::int64_t ms)
{
    return core::wallTimeFromMs(ms);
}

v1::Trends::Path write(const core::TrendMemory::Path& path)
{
    v1::Trends::Path into;
    if (!path.begun) return into;
    into.set_onset_ms(core::toMs(path.onset));
    into.set_score(path.score);
    into.set_expected(path.expected);
    writeMentions(path.voices, *into.mutable_voices());
    return into;
}

core::TrendMemory::Path read(const v1::Trends::Path& from)
{
    if (!from.has_onset_ms()) return {};
    return {true, time(from.onset_ms()), from.score(), from.expected(), mentionsOf(from.voices())};
}

v1::Trends::Watched write(const core::TrendMemory::Watching& watching)
{
    v1::Trends::Watched into;
    const core::Evidence::Parts& evidence = watching.evidence;
    into.mutable_carried()->Add(evidence.carried.begin(), evidence.carried.end());
    into.set_hour_ms(core::toMs(evidence.hour));
    into.set_mentions(evidence.mentions);
    into.set_usual(evidence.usual);
    for (std::size_t k = 0; k < evidence.count; ++k) {
        v1::Trends::Beginning& one = *into.add_begun();
        one.set_at_ms(core::toMs(evidence.begun[k].at));
        one.set_mentions(evidence.begun[k].mentions);
        one.set_usual(evidence.begun[k].usual);
    }
    for (const core::TrendMemory::Path& path : watching.paths)
        *into.add_paths() = write(path);
    if (watching.burst) {
        v1::Trends::Burst& burst = *into.mutable_burst();
        *burst.mutable_shown() = write(watching.burst->shown);
        burst.set_noticed_ms(core::toMs(watching.burst->noticed));
        burst.set_calm(watching.burst->calm);
        burst.set_against(watching.burst->against);
    }
    writeMentions(watching.taken, *into.mutable_taken());
    return into;
}

bool read(const v1::Trends::Watched& from, core::TrendMemory::Watching& into)
{
    core::Evidence::Parts& evidence = into.evidence;
    const auto begun = static_cast<std::size_t>(from.begun_size());
    if (static_cast<std::size_t>(from.carried_size()) != evidence.carried.size() || begun > evidence.begun.size() ||
        static_cast<std::size_t>(from.paths_size()) != into.paths.size())
        return false;
    std::ranges::copy(from.carried(), evidence.carried.begin());
    evidence.hour = time(from.hour_ms());
    evidence.mentions = from.mentions();
    evidence.usual = from.usual();
    evidence.count = begun;
    std::ranges::transform(
        from.begun(), evidence.begun.begin(),
        [](const v1::Trends::Beginning& one) {
            return core::Evidence::Beginning{time(one.at_ms()), one.mentions(), one.usual()};
        });
    std::ranges::transform(from.paths(), into.paths.begin(), [](const v1::Trends::Path& path) { return read(path); });
    if (from.has_burst()) {
        const v1::Trends::Burst& burst = from.burst();
        into.burst = {read(burst.shown()), time(burst.noticed_ms()), burst.calm(), burst.against()};
    }
    into.taken = mentionsOf(from.taken());
    return true;
}

v1::Trends::Residuals write(const core::ScatterSeen::Parts& seen)
{
    v1::Trends::Residuals into;
    into.set_frailty(seen.frailty);
    into.set_frailty_weight(seen.frailty_weight);
    into.set_batch(seen.batch);
    into.set_batch_weight(seen.batch_weight);
    into.set_hour_ms(core::toMs(seen.hour));
    into.set_mentions(seen.mentions);
    into.set_usual(seen.usual);
    into.set_squares(seen.squares);
    into.set_slots(seen.slots);
    return into;
}

core::ScatterSeen::Parts read(const v1::Trends::Residuals& from)
{
    return {from.frailty(),  from.frailty_weight(), from.batch(),   from.batch_weight(), time(from.hour_ms()),
            from.mentions(), from.usual(),          from.squares(), from.slots()};
}

void write(const core::TrendMemory::Issue& issue, v1::Trends::Issue& into)
{
    into.set_issue(issue.issue);
    into.set_mentions(issue.baseline.own.mentions);
    into.set_hours(issue.baseline.own.hours);
    into.set_floor_mentions(issue.baseline.floor);
    into.set_exposure_h(issue.baseline.exposure);
    for (const core::IssueBaseline::Hour& hour : issue.baseline.hours) {
        into.add_week_mentions(hour.mentions);
        into.add_week_hours(hour.hours);
    }
    *into.mutable_residuals() = write(issue.seen);
    *into.mutable_watched() = write(issue.watching);
}

bool read(const v1::Trends::Issue& from, core::TrendMemory::Issue& into)
{
    const int hours = from.week_mentions_size();
    if ((hours != 0 && hours != int{core::week_hours}) || from.week_hours_size() != hours) return false;
    into.issue = from.issue();
    into.baseline = {{from.mentions(), from.hours()}, from.floor_mentions(), from.exposure_h(), {}};
    for (int i = 0; i < hours; ++i)
        into.baseline.hours.push_back({from.week_mentions(i), from.week_hours(i)});
    into.seen = read(from.residuals());
    return read(from.watched(), into.watching);
}

/// Empty when the bytes are no such message, or have more or less of something than they must.
std::optional<core::TrendMemory> read(std::string_view body)
{
    v1::Trends from;
    if (!from.ParseFromArray(body.data(), static_cast<int>(body.size()))) return std::nullopt;
    core::TrendMemory memory;
    if (from.floor_mentions_size() != int{core::week_hours} || from.floor_hours_size() != int{core::week_hours} ||
        static_cast<std::size_t>(from.issues_size()) > core::limits::issues || !read(from.volume(), memory.volume))
        return std::nullopt;
    memory.closed_until = time(from.closed_until_ms());
    if (from.has_since_ms()) memory.since = time(from.since_ms());
    memory.exposure = from.exposure_h();
    for (int i = 0; i < from.floor_mentions_size(); ++i)
        memory.floor.hours[static_cast<std::size_t>(i)] = {from.floor_mentions(i), from.floor_hours(i)};
    memory.volume_seen = read(from.volume_residuals());
    memory.open = time(from.open_ms());
    memory.open_until = time(from.open_until_ms());
    for (const v1::Trends::Issue& issue : from.issues())
        if (!read(issue, memory.issues.emplace_back())) return std::nullopt;
    return memory;
}

}  // namespace

std::string encodeTrends(const core::TrendMemory& memory)
{
    v1::Trends into;
    into.set_closed_until_ms(core::toMs(memory.closed_until));
    if (memory.since) into.set_since_ms(core::toMs(*memory.since));
    into.set_exposure_h(memory.exposure);
    for (const core::Exposed& hour : memory.floor.hours) {
        into.add_floor_mentions(hour.mentions);
        into.add_floor_hours(hour.hours);
    }
    *into.mutable_volume_residuals() = write(memory.volume_seen);
    *into.mutable_volume() = write(memory.volume);
    into.set_open_ms(core::toMs(memory.open));
    into.set_open_until_ms(core::toMs(memory.open_until));
    for (const core::TrendMemory::Issue& issue : memory.issues)
        write(issue, *into.add_issues());
    return core::seal(magic, version, into.SerializeAsString());
}

core::Result<core::TrendMemory, std::string> decodeTrends(std::string_view bytes)
{
    const auto damaged = [](const std::string& why) { return core::failure("the kept trends are damaged: " + why); };
    const auto sealed = core::unseal(magic, bytes);
    if (!sealed) return core::failure(std::string{"these bytes are not what trends are kept in"});
    if (sealed->version > version)
        return core::failure("trends were kept in version " + std::to_string(sealed->version) +
                             "; this program reads versions up to " + std::to_string(version));
    if (!sealed->whole || sealed->version < before_protobuf) return damaged("their checksum is another");
    if (bytes.size() > most_bytes)
        return damaged("they have " + std::to_string(bytes.size()) + " bytes; at most " + std::to_string(most_bytes) +
                       " are read");
    auto memory = sealed->version == before_protobuf ? readOldTrends(sealed->body) : read(sealed->body);
    if (!memory || !core::isPossible(*memory)) return damaged("a value is impossible");
    return std::move(*memory);
}

}  // namespace carewall::store
