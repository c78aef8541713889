#include "ui/sample_moments.h"

#include "core/calendar.h"
#include "core/limits.h"
#include "ui/sample_floor.h"

#include <algorithm>
#include <string>

namespace carewall::support {
namespace {

using namespace std::chrono_literals;

core::Moment moment(const char* text, const char* team, const char* channel, const char* thanks)
{
    core::Moment told;
    told.text = text;
    told.team = team;
    told.channel = channel;
    told.thanks = thanks;
    told.names_nobody = told.text.find(told.thanks) == std::string::npos || told.thanks.empty();
    return told;
}

template <typename Report>
core::Held<Report> told(Report report, core::Milliseconds ago)
{
    core::Instant arrived = sampleInstant();
    arrived.wall -= ago;
    arrived.steady -= ago;
    report.header.time = arrived.wall;
    return {std::move(report), arrived, core::Origin::Live};
}

void addMoments(core::State& state)
{
    state.moments["a"] = told(moment("Stayed on the line for fifty minutes until a clinic was online again, then rang "
                                     "back in the evening to check.",
                                     "Technical support", "phone", "the late shift"),
                              3h);
    state.moments["b"] = told(moment("Mara noticed a roaming mistake before the customer did, put it right and called "
                                     "to say so.",
                                     "Billing", "", "Mara"),
                              2h);
    state.moments["c"] = told(
        moment("\u0628\u0627 \u062D\u0648\u0635\u0644\u0647 \u0647\u0645\u0647\u0654 \u0635\u0648\u0631\u062A\u200C"
               "\u062D\u0633\u0627\u0628 \u0631\u0627 \u0628\u0631\u0627\u06CC \u06CC\u06A9 \u0645\u0634\u062A\u0631"
               "\u06CC \u062A\u0627\u0632\u0647\u200C\u0648\u0627\u0631\u062F \u062A\u0648\u0636\u06CC\u062D \u062F"
               "\u0627\u062F.",
               "\u067E\u0634\u062A\u06CC\u0628\u0627\u0646\u06CC \u0641\u0627\u0631\u0633\u06CC", "chat", ""),
        1h);
    state.moments["d"] = told(moment("Heard a smoke alarm in the background, asked about that before the router, and "
                                     "waited until all was well.",
                                     "Technical support", "phone", ""),
                              20min);
}

/// As long as the limits let it be, and nothing of it left out.
void addLongest(core::State& state)
{
    std::string text;
    while (text.size() < core::limits::text_chars)
        text += "Turned an angry thread into a thank-you by posting each step of the repair as it happened. ";
    text.resize(core::limits::text_chars);
    const std::string label = "Customer care for households and small businesses, second tier";
    core::Moment longest;
    longest.text = text;
    longest.names_nobody = true;
    longest.team = longest.channel = longest.thanks = label.substr(0, 60);
    state.moments["z"] = told(std::move(longest), 1min);
}

void addWeek(core::State& state)
{
    const core::WallTime today = core::dayStart(sampleInstant().wall);
    const double in_time[] = {0.84, 0.79, 0.77, -1, 0.83, 0.86, 0.81};
    for (int i = 0; i < 7; ++i) {
        core::PastDay day;
        day.start = today - (7 - i) * 24h;
        for (const auto& [id, queue] : state.queues) {
            if (in_time[i] < 0) continue;
            const auto share = in_time[i];
            core::Tally tally = sampleTally(day.start, 300, static_cast<std::uint64_t>(300 * share), 70 - 60 * share);
            tally.resolved = 220;
            tally.fcr = static_cast<std::uint64_t>(220 * (share - 0.1));
            day.queues[id] = tally;
        }
        if (in_time[i] >= 0) day.voices = core::Mentions{640, 130, static_cast<std::uint64_t>(170 + 12 * i), 90'000};
        state.history.push_back(day);
    }
}

void addCsat(core::State& state, bool longest)
{
    const core::WallTime today = core::dayStart(sampleInstant().wall);
    core::Metric csat;
    csat.label = longest ? "Customers who would recommend us to a friend or a colleague" : "Satisfaction";
    csat.unit = longest ? "" : "/ 5";
    csat.value = longest ? 7'654'321 : 4.3;
    csat.target = longest ? 8'765'432 : 4.5;
    csat.good = core::Good::Up;
    for (int i = 1; i < 7; ++i)
        csat.slots.push_back({today - i * 24h, 24h, csat.value * (1 + 0.01 * (i % 3 - 1))});
    state.metrics["csat"] = told(std::move(csat), 30s);
}

void resolveAndHelp(core::State& state, std::uint64_t times)
{
    for (auto& [id, queue] : state.queues)
        for (auto& [name, source] : queue.sources)
            for (core::Tally& slot : source.day->report.slots) {
                slot.answered *= times;
                slot.answered_within_target *= times;
                slot.resolved = slot.answered * 2 / 3;
                slot.fcr = slot.resolved * 3 / 5;
                if (id == "community") slot.answered_by_community = slot.answered;
            }
}

void close(core::State& state)
{
    for (auto& [id, queue] : state.queues)
        for (auto& [name, source] : queue.sources)
            source.day->report.opening.hours = {{8h, 13h, 0}};
}

}  // namespace

void addSampleDay(core::State& state, std::string_view variant)
{
    const bool moments = variant.starts_with("moments");
    const bool visit = variant.starts_with("visit");
    const bool closed = variant.starts_with("closed");
    if (!moments && !visit && !closed) return;
    const bool few = variant.ends_with("few");
    const bool longest = variant.ends_with("long");
    resolveAndHelp(state, longest ? 20'000 : 1);
    if (!few) addMoments(state);
    if (longest) addLongest(state);
    if (visit && !few) addWeek(state);
    if (visit && !few) addCsat(state, longest);
    if (closed) close(state);
    if (variant == "closed-few") state.queues.erase(std::next(state.queues.begin()), state.queues.end());
    if (variant == "visit-few") state.voices.clear();
    if (variant.ends_with("down")) {
        state.link = {core::LinkPhase::Down, "connection refused", sampleInstant()};
        state.link.since.steady -= 4min;
    }
}

}  // namespace carewall::support
