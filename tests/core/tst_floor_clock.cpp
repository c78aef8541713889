// Goal: a floor that lives in its own time does so on the wall too, and stands when nobody moves it.
// Method: a clock that runs, ends, is lost, only remembered, broken of promise, retained or wild.
#include "core/figures/figures.h"
#include "core/fold.h"

#include <QTest>

using namespace carewall::core;
using namespace carewall::tests;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

FloorClockSet clockAt(std::uint64_t sequence, Milliseconds floor_after_noon, double rate,
                      ClockPhase phase = ClockPhase::Running)
{
    return {{header(sequence), noon - hours{1000} + floor_after_noon, noon, rate, phase, "replay"}};
}

constexpr WallTime replayed = noon - hours{1000};

}  // namespace

class TestFloorClock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutOneTheFloorLivesInWallTime();
    void runs();
    void ends();
    void isLost();
    void rememberedStands();
    void missesItsReportsAndStands();
    void retainedRanBefore();
    void wildTimes();
};

void TestFloorClock::withoutOneTheFloorLivesInWallTime()
{
    QCOMPARE(floorTime(State{}, instant(Seconds{5})), noon + Seconds{5});
    QCOMPARE(floorRate(State{}, instant({})), 1.0);
    QVERIFY(!floorStopped(State{}, instant({})));
}

void TestFloorClock::runs()
{
    const State state = fold(told(clockAt(1, {}, 60)));
    QCOMPARE(floorTime(state, instant({})), replayed);
    QCOMPARE(floorTime(state, instant(Seconds{10})), replayed + minutes{10});
    QCOMPARE(floorRate(state, instant(Seconds{10})), 60.0);
    const State newer = fold(told(clockAt(2, minutes{30}, 120), Seconds{20}), state);
    QCOMPARE(floorTime(newer, instant(Seconds{30})), replayed + minutes{50});
    COMPARE_WHOLE(unmoved(fold(told(clockAt(1, {}, 60), Seconds{21}), newer)), unmoved(newer));
    const State cleared = fold(told(Withdrawn{Subject::Clock, {}, {}}), newer);
    QCOMPARE(floorTime(cleared, instant(Seconds{30})), noon + Seconds{30});
    // The wall's clock may be set meanwhile: the floor's does not jump with it.
    Instant set = instant(Seconds{10});
    set.wall += hours{5};
    QCOMPARE(floorTime(state, set), replayed + minutes{10});
}

void TestFloorClock::ends()
{
    const State state = fold({told(clockAt(1, {}, 60)), told(clockAt(2, hours{8}, 60, ClockPhase::Ended), minutes{1})});
    for (const Milliseconds later : {Milliseconds{minutes{1}}, Milliseconds{hours{9}}}) {
        QCOMPARE(floorTime(state, instant(later)), replayed + hours{8});
        QCOMPARE(floorRate(state, instant(later)), 0.0);
        QVERIFY(floorStopped(state, instant(later)));
    }
}

void TestFloorClock::isLost()
{
    // A will knows neither when its author dies nor what to call it.
    FloorClock will;
    will.phase = ClockPhase::Lost;
    const State state = fold({told(clockAt(1, {}, 60)), told(FloorClockSet{will}, minutes{2})});
    QCOMPARE(floorTime(state, instant(minutes{2})), replayed + hours{2});
    QCOMPARE(floorTime(state, instant(hours{5})), replayed + hours{2});
    QCOMPARE(floorRate(state, instant(hours{5})), 0.0);
    QCOMPARE(state.clock->report.label, std::string("replay"));
    // Once more, as a broker does after a reconnect: it still stands where it stood.
    const State again = fold(told(FloorClockSet{will}, hours{6}), state);
    QCOMPARE(floorTime(again, instant(hours{7})), replayed + hours{2});
    // And the feed is back.
    const State back = fold(told(clockAt(3, hours{3}, 60), hours{8}), again);
    QCOMPARE(floorTime(back, instant(hours{8} + Seconds{1})), replayed + hours{3} + minutes{1});
}

void TestFloorClock::rememberedStands()
{
    const State booted = fold(told(clockAt(1, {}, 60), {}, Origin::Remembered));
    QCOMPARE(floorTime(booted, instant(minutes{1})), replayed);
    QVERIFY(floorStopped(booted, instant(minutes{1})));
    const State live = fold(told(clockAt(1, {}, 60), minutes{1}), booted);
    QCOMPARE(floorTime(live, instant(minutes{2})), replayed + hours{1});
}

void TestFloorClock::missesItsReportsAndStands()
{
    FloorClockSet promising = clockAt(1, {}, 60);
    promising.clock.header.interval = Seconds{10};
    const State state = fold(told(promising));
    QVERIFY(!floorStopped(state, instant(Seconds{30})));
    QCOMPARE(floorTime(state, instant(Seconds{30})), replayed + minutes{30});
    QVERIFY(floorStopped(state, instant(Seconds{31})));
    QCOMPARE(floorTime(state, instant(hours{9})), replayed + minutes{30});
    QCOMPARE(floorRate(state, instant(hours{9})), 0.0);
}

void TestFloorClock::retainedRanBefore()
{
    Event retained = told(clockAt(1, {}, 60), minutes{2});
    retained.retained = true;
    const State state = fold(retained);
    QCOMPARE(floorTime(state, instant(minutes{2})), replayed + hours{2});
    // With a promise that it broke before we came, it stands from the start instead of running on first.
    FloorClockSet promising = clockAt(1, {}, 60);
    promising.clock.header.interval = Seconds{10};
    retained.what = promising;
    const State broken = fold(retained);
    QVERIFY(floorStopped(broken, instant(minutes{2})));
    QCOMPARE(floorTime(broken, instant(minutes{2})), replayed + minutes{30});
    QCOMPARE(floorTime(broken, instant(minutes{3})), replayed + minutes{30});
    // A board whose own clock stands in 1970 cannot tell, and begins where it came in.
    retained.what = clockAt(1, {}, 60);
    retained.at.wall = WallTime{};
    QCOMPARE(floorTime(fold(retained), retained.at), replayed);
}

void TestFloorClock::wildTimes()
{
    const WallTime last = wallTimeFromMs(7'258'118'399'999);  // the wire's last
    for (const auto& [floor, at] : {std::pair{WallTime{}, last}, {last, wallTimeFromMs(1)}, {last, WallTime{}}}) {
        Event event = told(FloorClockSet{{header(1), floor, at, 1e7, {}, {}}});
        event.retained = true;
        State state = fold({event, told(MomentShared{"m", {}}),
                            told(QueueNowReported{"chat", "a", {header(1, last), {}, {}, {}, {}, 3, {}, {}, {}}}),
                            told(Tick{}, hours{24 * 365})});
        const WallTime time = floorTime(state, instant(hours{24 * 365}));
        QVERIFY(time >= floor);
        QCOMPARE(figures(state, instant(hours{24 * 365})).time, time);
    }
}

QTEST_GUILESS_MAIN(TestFloorClock)
#include "tst_floor_clock.moc"
