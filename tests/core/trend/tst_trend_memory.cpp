// Goal: no memory that is damaged makes a detector that misjudges or crashes: impossible ones are refused as a whole.
// Method: what a made floor in the midst of a burst remembers, with one value after the other made impossible.
#include "core/trend/trend_memory.h"

#include "core/limits.h"
#include "core/trend/trend.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <string>
#include <vector>

using namespace carewall::core;
using Issue = TrendMemory::Issue;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

constexpr std::size_t issue_count = 5;
constexpr std::size_t bursting = 2;

/// After 33 hours, the last of them with a burst of one issue.
TrendMemory inABurst()
{
    Trends trends;
    const WallTime monday = wallTimeFromMs(1'704'067'200'000);
    for (WallTime at = monday; at < monday + hours{33}; at += minutes{15}) {
        VoiceSlot slot;
        slot.start = at;
        slot.length = minutes{15};
        for (std::size_t i = 0; i < issue_count; ++i) {
            const std::uint64_t usual = 2 + (static_cast<std::uint64_t>((at - monday) / minutes{15}) * (i + 3)) % 4;
            const bool bursts = i == bursting && at >= monday + hours{32};
            slot.issues.push_back({"issue-" + std::to_string(i), {}, {bursts ? 9 * usual : usual, 0, 1, 10}});
            slot.total.add(slot.issues.back().voices);
        }
        trends.watch({&slot, 1}, at + minutes{15});
        trends.close(slot);
    }
    return trends.memory();
}

/// Whether nothing begins with a memory that is changed so.
template <typename Change>
bool isRefused(TrendMemory memory, Change change)
{
    change(memory, memory.issues[bursting]);
    return !isPossible(memory) && !Trends::fromMemory(memory);
}

}  // namespace

class TestTrendMemory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void impossibleMemoriesAreRefused();
    void memoriesOutOfOrderAreRefused();
};

void TestTrendMemory::impossibleMemoriesAreRefused()
{
    const TrendMemory memory = inABurst();
    QVERIFY(isPossible(memory) && Trends::fromMemory(memory));
    const auto refused = [&](const auto& change) { return isRefused(memory, change); };
    QVERIFY(memory.issues[bursting].watching.burst.has_value());
    const std::vector<std::function<double&(TrendMemory&, Issue&)>> numbers = {
        [](TrendMemory& m, Issue&) -> double& { return m.exposure; },
        [](TrendMemory& m, Issue&) -> double& { return m.floor.hours[167].mentions; },
        [](TrendMemory& m, Issue&) -> double& { return m.floor.hours[0].hours; },
        [](TrendMemory& m, Issue&) -> double& { return m.volume_seen.frailty_weight; },
        [](TrendMemory& m, Issue&) -> double& { return m.volume.evidence.carried[3]; },
        [](TrendMemory& m, Issue&) -> double& { return m.volume.evidence.mentions; },
        [](TrendMemory&, Issue& i) -> double& { return i.baseline.own.mentions; },
        [](TrendMemory&, Issue& i) -> double& { return i.baseline.own.hours; },
        [](TrendMemory&, Issue& i) -> double& { return i.baseline.floor; },
        [](TrendMemory&, Issue& i) -> double& { return i.baseline.exposure; },
        [](TrendMemory&, Issue& i) -> double& { return i.seen.batch_weight; },
        [](TrendMemory&, Issue& i) -> double& { return i.seen.squares; },
        [](TrendMemory&, Issue& i) -> double& { return i.watching.evidence.usual; },
        [](TrendMemory&, Issue& i) -> double& { return i.watching.evidence.begun[0].usual; },
        [](TrendMemory&, Issue& i) -> double& { return i.watching.paths[2].expected; },
        [](TrendMemory&, Issue& i) -> double& { return i.watching.burst->calm; },
        [](TrendMemory&, Issue& i) -> double& { return i.watching.burst->against; },
        [](TrendMemory&, Issue& i) -> double& { return i.watching.burst->shown.expected; },
    };
    for (std::size_t n = 0; n < numbers.size(); ++n)
        for (const double wrong : {-1.0, std::nan(""), 1e300, -1e300, HUGE_VAL})
            QVERIFY2(refused([&](TrendMemory& m, Issue& i) { numbers[n](m, i) = wrong; }), std::to_string(n).c_str());
    for (const double wrong : {std::nan(""), 1e300, -1e300}) {
        QVERIFY(refused([&](TrendMemory& m, Issue&) { m.volume_seen.frailty = wrong; }));
        QVERIFY(refused([&](TrendMemory&, Issue& i) { i.watching.paths[0].score = wrong; }));
        QVERIFY(refused([&](TrendMemory&, Issue& i) { i.baseline.hours[5].hours = static_cast<float>(wrong); }));
    }
}

void TestTrendMemory::memoriesOutOfOrderAreRefused()
{
    const TrendMemory memory = inABurst();
    const auto refused = [&](const auto& change) { return isRefused(memory, change); };
    const WallTime never = wallTimeFromMs(400'000'000'000'000);
    QVERIFY(refused([&](TrendMemory& m, Issue&) { m.closed_until = never; }));
    QVERIFY(refused([&](TrendMemory& m, Issue&) { m.since = never; }));
    QVERIFY(refused([&](TrendMemory& m, Issue&) { m.open_until = never; }));
    QVERIFY(refused([&](TrendMemory&, Issue& i) { i.seen.hour = never; }));
    QVERIFY(refused([&](TrendMemory&, Issue& i) { i.watching.burst->noticed = never; }));
    QVERIFY(refused([](TrendMemory&, Issue& i) { i.watching.evidence.count = 13; }));
    QVERIFY(refused([](TrendMemory&, Issue& i) { i.baseline.hours.pop_back(); }));
    QVERIFY(refused([](TrendMemory&, Issue& i) { i.issue = "zz"; }));  // not in its place
    QVERIFY(refused([](TrendMemory& m, Issue& i) { i.issue = m.issues[bursting - 1].issue; }));
    QVERIFY(refused([](TrendMemory&, Issue& i) { i.issue.clear(); }));
    QVERIFY(refused([](TrendMemory&, Issue& i) { i.issue.append(255, 'x'); }));
    TrendMemory crowd = memory;
    for (std::size_t i = crowd.issues.size(); i <= limits::issues; ++i) {
        crowd.issues.push_back(crowd.issues.back());
        crowd.issues.back().issue = "z" + std::to_string(1000 + i);
    }
    QVERIFY(!isPossible(crowd));
    crowd.issues.pop_back();
    QVERIFY(isPossible(crowd));
}

QTEST_GUILESS_MAIN(TestTrendMemory)
#include "tst_trend_memory.moc"
