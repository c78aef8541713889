// What one report costs a board of 50 queues and 500 issues: its reduce, and what is worked out from the state.
//   carewall-bench-fold [ROUNDS]
#include "board/trend_watch.h"
#include "core/figures/figures.h"
#include "core/figures/figures_cache.h"
#include "core/figures/response_day.h"
#include "core/figures/tones.h"
#include "core/state.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

using namespace carewall;
using namespace std::chrono_literals;

namespace {

constexpr int queues = 50;
constexpr int issues = 500;
const core::WallTime noon = core::wallTimeFromMs(1'717'416'000'000);

core::Instant at(core::Milliseconds after)
{
    return {noon + after, core::SteadyTime{after + 1h}};
}

core::Event event(decltype(core::Event::what) what, core::Milliseconds after)
{
    return {at(after), std::move(what), core::Origin::Live, false};
}

core::Header header(std::uint64_t sequence, core::Milliseconds after)
{
    return {{1, sequence}, noon + after, 10s};
}

core::Tally tally(core::WallTime start, int seed)
{
    core::Tally slot;
    slot.start = start;
    slot.length = 5min;
    slot.offered = slot.answered = 20;
    slot.answered_within_target = 15;
    for (int i = 0; i < 20; ++i)
        slot.response.add(1 + (seed * 37 + i * 11) % 600);
    slot.line = {900'000, 240'000, 180'000, 12, 30, 0, 900'000};
    return slot;
}

core::VoiceSlot voices(core::WallTime start, std::uint64_t many)
{
    core::VoiceSlot slot;
    slot.start = start;
    slot.length = 15min;
    for (int i = 0; i < issues / 3; ++i) {  // 200 issues a slot is the contract's limit
        const core::Mentions each{1 + (many + static_cast<std::uint64_t>(i)) % 7, 1, 1, 10};
        slot.issues.push_back(
            {"issue" + std::to_string(i + (start.time_since_epoch() / 15min) % 3 * (issues / 3)), {}, each});
        slot.total.add(each);
    }
    return slot;
}

core::State full()
{
    core::State state;
    for (int q = 0; q < queues; ++q) {
        core::QueueDay day;
        day.header = header(1, 0ms);
        day.opening.hours = {{8h, 20h}};
        for (core::WallTime start = noon - 12h; start < noon; start += 5min)
            day.slots.push_back(tally(start, q));
        state = core::reduce(std::move(state), event(core::QueueDayReported{"q" + std::to_string(q), "a", day}, 0ms));
    }
    core::VoiceDay day;
    day.header = header(1, 0ms);
    for (core::WallTime start = noon - 27h; start < noon; start += 15min)
        day.slots.push_back(voices(start, 0));
    return core::reduce(std::move(state), event(core::VoiceDayReported{"a", day}, 0ms));
}

template <typename Do>
void measure(const char* what, int rounds, Do step)
{
    std::vector<double> took;
    for (int i = 0; i < rounds; ++i) {
        const auto before = std::chrono::steady_clock::now();
        step(i);
        took.push_back(std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - before).count());
    }
    std::sort(took.begin(), took.end());
    double sum = 0;
    for (const double each : took)
        sum += each;
    std::printf("%-34s %8.1f %8.1f %8.1f\n", what, took[took.size() / 2], took[took.size() * 99 / 100],
                sum / static_cast<double>(took.size()));
}

}  // namespace

int main(int argc, char** argv)
{
    const int rounds = argc > 1 ? std::max(100, std::atoi(argv[1])) : 2000;
    core::State state = full();
    board::TrendWatch trends{"bench", nullptr};
    std::printf("%-34s %8s %8s %8s   (us; %d queues, %d issues)\n", "", "p50", "p99", "mean", queues, issues);
    std::uint64_t sequence = 2;
    const auto tellQueue = [&](core::Milliseconds after) {
        const auto q = static_cast<int>(++sequence % queues);
        core::QueueNow now;
        now.header = header(sequence, after);
        now.channel = "channel" + std::to_string(q % 4);
        now.team = "team" + std::to_string(q % 5);
        now.target = {20s, 0.8};
        now.waiting = 3;
        now.ages = {15s, 9s, 2s};
        now.agents = core::Agents{0, 4, 1};
        now.open = tally(noon, static_cast<int>(sequence));
        const core::Event told = event(core::QueueNowReported{"q" + std::to_string(q), "a", std::move(now)}, after);
        state = core::reduce(std::move(state), told);
    };
    measure("reduce a queue's report", rounds, [&](int i) { tellQueue(1ms * i); });
    measure(
        "reduce a report of 166 issues", rounds,
        [&](int i) {
            core::VoiceNow now;
            now.header = header(static_cast<std::uint64_t>(i) + 2, 1ms * i);
            now.open = voices(noon, static_cast<std::uint64_t>(i));
            core::Event told = event(core::VoiceNowReported{"a", std::move(now)}, 1ms * i);
            state = core::reduce(std::move(state), told);
        });
    measure("what trends, a turn", rounds, [&](int i) { trends.turn(state, at(1ms * i)); });
    state = core::reduce(std::move(state), event(core::LinkChanged{core::LinkPhase::Up, {}}, 0ms));
    measure("all figures, afresh", rounds / 20, [&](int i) { core::figures(state, at(50ms * i), trends.now()); });
    // As on a board: twenty turns a second, a report before each.
    core::FiguresCache cache;
    core::ToneMemory tones;
    const int turns = std::max(200, rounds / 2);
    measure("a report and all figures, a turn", turns, [&](int i) {
        tellQueue(50ms * i);
        core::figures(state, at(50ms * i), trends.now(), cache, tones);
    });
    const core::FloorFigures floor = core::figures(state, at(0ms), trends.now(), cache, tones);
    measure("all response days, once a second", rounds / 20,
            [&](int i) { core::responseDays(state, at(50ms * i), floor); });
    return 0;
}
