#include "ui/sample_voices.h"

#include "core/calendar.h"
#include "ui/sample_floor.h"

#include <cmath>
#include <numbers>

namespace carewall::support {
namespace {

using namespace std::chrono_literals;
using core::Milliseconds;
using core::WallTime;

constexpr Milliseconds quarter = 15min;

struct Spoken {
    const char* id;
    const char* label;
    double an_hour;       ///< by day
    double mood;          ///< net
    double burst;         ///< times the usual from 13:00 on
    const char* part_of;  ///< not null: an emerging one
};

constexpr Spoken spoken[] = {
    {"router", "Router offline after update", 16, -0.72, 9.5, nullptr},
    {"bill", "Billed twice", 11, -0.55, 3.6, nullptr},
    {"delivery", "Delivery late", 14, -0.3, 1, nullptr},
    {"app", "New app", 9, 0.6, 1, nullptr},
    {"login", "Cannot sign in", 7, -0.4, 1, nullptr},
    {"persian", "\u0642\u0637\u0639\u06CC \u0627\u06CC\u0646\u062A\u0631\u0646\u062A", 4, -0.5, 1, nullptr},
    {"emerging-red-light", "red light blinks", 0.4, -0.8, 60, "router"},
    {"emerging-cannot-print", "cannot print", 0.5, -0.6, 34, ""},
};

/// By the hour of the day: little at night.
double profile(WallTime time)
{
    const double day = static_cast<double>((time - core::dayStart(time)).count()) / 86'400'000.0;
    return 0.55 - 0.45 * std::cos(2 * std::numbers::pi * (day - 0.08));
}

double usual(const Spoken& issue, WallTime start)
{
    return issue.an_hour / 4 * profile(start);
}

WallTime burstStart()
{
    return core::dayStart(sampleInstant().wall) + 13h;
}

std::uint64_t wobble(double mean, std::int64_t seed)
{
    const double shaken = mean * (1 + 0.25 * std::sin(static_cast<double>(seed) * 2.4));
    return static_cast<std::uint64_t>(std::lround(std::max(0.0, shaken)));
}

core::VoiceSlot slotAt(WallTime start, bool burst)
{
    core::VoiceSlot slot;
    slot.start = start;
    slot.length = quarter;
    std::int64_t seed = core::toMs(start) / quarter.count();
    for (const Spoken& issue : spoken) {
        const bool loud = burst && start >= burstStart();
        if (issue.part_of && !loud) continue;
        double mean = usual(issue, start) * (loud ? issue.burst : 1);
        if (start + quarter > sampleInstant().wall) mean /= 6;  // open for two and a half minutes
        core::Mentions said;
        said.mentions = wobble(mean, seed += 7);
        const double sided = 0.85 * static_cast<double>(said.mentions);
        said.positive = static_cast<std::uint64_t>(sided * (1 + issue.mood) / 2);
        said.negative = static_cast<std::uint64_t>(sided * (1 - issue.mood) / 2);
        said.reach = said.mentions * 87;
        slot.total.add(said);
        slot.issues.push_back({issue.id, issue.label, said});
        if (issue.part_of)
            slot.issues.back().emerging = core::Emergence{burstStart() + 4min, {}, issue.an_hour, issue.part_of};
    }
    slot.ladder = {slot.total.negative, slot.total.positive, slot.total.positive / 3, slot.total.positive / 9};
    slot.replies = slot.total.mentions / 2;
    slot.broadcasts = slot.total.mentions / 4;
    return slot;
}

core::Expected expected(double mean)
{
    return {mean, std::max(0.0, mean - 2 * std::sqrt(mean)), mean + 2 * std::sqrt(mean)};
}

core::Trend trend(const core::State& state, const Spoken* issue)
{
    const WallTime now = sampleInstant().wall;
    core::Trend made;
    if (issue) made.issue = issue->id;
    made.since = burstStart();
    made.noticed = burstStart() + 6min;
    made.over = now - made.since;
    const auto mean = [&](WallTime start) {
        double sum = 0;
        for (const Spoken& each : spoken)
            if (!issue || issue == &each) sum += usual(each, start);
        return sum;
    };
    for (const core::VoiceSlot& slot : state.voices.at("ears").day->report.slots) {
        if (slot.start < now - 3h) continue;
        made.band.push_back({slot.start, slot.length, expected(mean(slot.start))});
        if (slot.start < made.since) continue;
        made.expected += mean(slot.start);
        for (const core::IssueMentions& said : slot.issues)
            if (!issue || said.issue == issue->id) made.during.add(said.voices);
    }
    made.times_usual = static_cast<double>(made.during.mentions) / made.expected;
    made.usual = expected(4 * mean(now));
    return made;
}

}  // namespace

void addSampleVoices(core::State& state, bool burst)
{
    const WallTime now = sampleInstant().wall;
    core::VoiceDay day;
    WallTime start = core::dayStart(now) - 24h;
    for (; start + quarter <= now; start += quarter)
        day.slots.push_back(slotAt(start, burst));
    core::VoiceSource& source = state.voices["ears"];
    source.day->report.slots = std::move(day.slots);
    source.now->report.open = slotAt(start, burst);
    for (auto& [id, queue] : state.queues)
        for (core::Tally& tally : queue.sources.at("desk").day->report.slots) {
            tally.answered_by_community = tally.answered / 6;
            tally.resolved = tally.answered / 2;
            tally.fcr = tally.answered / 3;
        }
    if (!burst) return;
    core::IssueNote note;
    note.hand_off = core::HandOff::HandedOff;
    note.to = "Network operations";
    note.names_nobody = true;
    state.notes["bill"] = {note, sampleInstant()};
}

core::TrendsNow sampleTrends(std::string_view variant)
{
    core::TrendsNow trends;
    const bool visit = variant.starts_with("visit") && variant != "visit-few";
    if (!variant.starts_with("voices") && !visit) return trends;
    const WallTime now = sampleInstant().wall;
    trends.since = variant == "voices-learning" ? now - 9h : now - 40 * 24h;
    trends.learning = variant == "voices-learning";
    if (variant.ends_with("-calm") || trends.learning) return trends;
    const core::State state = sampleFloor(variant);
    if (variant == "voices-few") return trends;  // only what the feed found
    trends.issues = {trend(state, &spoken[0]), trend(state, &spoken[1])};
    trends.volume = trend(state, nullptr);
    return trends;
}

}  // namespace carewall::support
