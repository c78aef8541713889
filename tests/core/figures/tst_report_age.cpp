// Goal: calm, watch, act and silent are told when they are true, and nothing old is taken for live.
// Method: each freshness and each tone at both sides of its border.
#include "core/figures/figures.h"
#include "core/reported.h"

#include <QTest>

using namespace carewall::core;
using namespace carewall::tests;
using std::chrono::hours;
using std::chrono::minutes;

class TestStanding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void freshness_data();
    void freshness();
    void slowSourceClockIsNotSilent();
    void silenceCountsSinceTheLinkIsUp();
    void freshnessUnderAFastFloorClock();
    void lostFloorClockSilencesAll();
    void dayAloneTellsItsFreshness();
    void ageIsOfTheOldestSource();
    void tones_data();
    void tones();
    void floorToneIsTheWorst();
    void queuesThatActComeFirst();
};

void TestStanding::freshness_data()
{
    QTest::addColumn<int>("origin");
    QTest::addColumn<bool>("retained");
    QTest::addColumn<int>("link");
    QTest::addColumn<int>("time_s");  // of the report, after noon; it arrives at noon
    QTest::addColumn<int>("interval_s");
    QTest::addColumn<int>("at_s");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* what, Origin origin, bool retained, LinkPhase link, int time_s, int interval_s,
                        int at_s, const char* expected) {
        QTest::newRow(what) << static_cast<int>(origin) << retained << static_cast<int>(link) << time_s << interval_s
                            << at_s << QByteArray(expected);
    };
    const auto live = Origin::Live;
    const auto up = LinkPhase::Up;
    row("just told", live, false, up, 0, 10, 0, "live");
    row("three promises not yet missed", live, false, up, 0, 10, 30, "live");
    row("three promises missed", live, false, up, 0, 10, 31, "silent");
    row("no promise, an hour old", live, false, up, 0, 0, 3600, "live");
    row("retained, told long ago", live, true, up, -3600, 10, 0, "silent");
    row("retained, told just before", live, true, up, -30, 10, 0, "live");
    row("retained, missed since", live, true, up, -30, 10, 1, "silent");
    row("retained, no promise", live, true, up, -3600, 0, 0, "live");
    row("source a minute ahead", live, false, up, 60, 10, 0, "live");
    row("source more than a minute ahead", live, false, up, 61, 10, 0, "clock wrong");
    row("from disk", Origin::Remembered, false, up, 0, 10, 0, "remembered");
    row("from disk, link down", Origin::Remembered, false, LinkPhase::Down, 0, 10, 0, "remembered");
    row("link down", live, false, LinkPhase::Down, 0, 10, 0, "link down");
    row("link down, promises missed", live, false, LinkPhase::Down, 0, 10, 3600, "link down");
    row("connecting", live, false, LinkPhase::Connecting, 0, 10, 0, "link down");
}

void TestStanding::freshness()
{
    QFETCH(int, origin);
    QFETCH(bool, retained);
    QFETCH(int, link);
    QFETCH(int, time_s);
    QFETCH(int, interval_s);
    QFETCH(int, at_s);
    QFETCH(QByteArray, expected);
    QueueNow now = nowOf(Seconds{time_s}, {Seconds{1}});
    now.header.interval = Seconds{interval_s};
    Event report = told(QueueNowReported{"chat", "a", now}, {}, static_cast<Origin>(origin));
    report.retained = retained;
    State state = heard({report});
    state.link.phase = static_cast<LinkPhase>(link);
    const QueueFigures queue = only(figures(state, instant(Seconds{at_s})));
    QCOMPARE(QByteArray(name(queue.freshness)), expected);
    QCOMPARE(queue.tone == Tone::Silent, expected != "live");
    QCOMPARE(queue.age.value(), std::max(Milliseconds{Seconds{at_s - time_s}}, Milliseconds{0}));
}

void TestStanding::slowSourceClockIsNotSilent()
{
    QueueNow now = nowOf(-minutes{10}, {Seconds{1}});
    now.header.interval = Seconds{10};
    const State state = heard({told(QueueNowReported{"chat", "a", now})});
    const QueueFigures queue = only(figures(state, instant(Seconds{5})));
    QCOMPARE(name(queue.freshness), "live");
    QCOMPARE(queue.age.value(), minutes{10} + Seconds{5});
    QCOMPARE(name(only(figures(state, instant(Seconds{31}))).freshness), "silent");
}

void TestStanding::silenceCountsSinceTheLinkIsUp()
{
    QueueNow now = nowOf({});
    now.header.interval = Seconds{10};
    const State state =
        heard({told(QueueNowReported{"chat", "a", now}), told(LinkChanged{LinkPhase::Down, "gone"}, Seconds{5}),
               told(LinkChanged{LinkPhase::Up, {}}, minutes{10})});
    QCOMPARE(name(only(figures(state, instant(minutes{10} + Seconds{30}))).freshness), "live");
    QCOMPARE(name(only(figures(state, instant(minutes{10} + Seconds{31}))).freshness), "silent");
}

void TestStanding::freshnessUnderAFastFloorClock()
{
    const FloorClock clock{header(1), noon, noon, 60, ClockPhase::Running, "replay"};
    QueueNow now = nowOf({});
    now.header.interval = Seconds{10};  // real seconds, whatever the floor's time does
    Event report = told(QueueNowReported{"chat", "a", now});
    for (const bool retained : {false, true}) {
        report.retained = retained;
        const State state = heard({told(FloorClockSet{clock}), report});
        QCOMPARE(name(only(figures(state, instant(Seconds{30}))).freshness), "live");
        QCOMPARE(name(only(figures(state, instant(Seconds{31}))).freshness), "silent");
    }
}

void TestStanding::lostFloorClockSilencesAll()
{
    const FloorClock lost{header(2), noon, noon, 60, ClockPhase::Lost, "replay"};
    const State state = heard({told(QueueNowReported{"chat", "a", nowOf({})}),
                               told(VoiceNowReported{"a", {header(1, noon), {}}}), told(FloorClockSet{lost})});
    const FloorFigures floor = figures(state, instant(Seconds{1}));
    QCOMPARE(name(only(floor).freshness), "silent");
    QCOMPARE(name(floor.voice.freshness), "silent");
    QCOMPARE(name(floor.tone), "silent");
}

void TestStanding::dayAloneTellsItsFreshness()
{
    const State state = heard({told(QueueDayReported{"chat", "a", dayOf({})}, {}, Origin::Remembered),
                               told(VoiceDayReported{"a", {header(1, noon), {}}}, {}, Origin::Remembered)});
    const FloorFigures floor = figures(state, instant(minutes{1}));
    QCOMPARE(name(only(floor).freshness), "remembered");
    QCOMPARE(only(floor).age.value(), Milliseconds{minutes{1}});
    QCOMPARE(name(floor.voice.freshness), "remembered");
}

void TestStanding::ageIsOfTheOldestSource()
{
    const State state = heard({told(QueueNowReported{"chat", "a", nowOf(-minutes{2})}),
                               told(QueueNowReported{"chat", "b", nowOf(-minutes{9})}),
                               told(QueueNowReported{"chat", "c", nowOf({})}, {}, Origin::Remembered)});
    const QueueFigures queue = only(figures(state, instant({})));
    QCOMPARE(queue.age.value(), Milliseconds{minutes{9}});
    QCOMPARE(name(queue.freshness), "remembered");
}

void TestStanding::tones_data()
{
    QTest::addColumn<int>("answered");
    QTest::addColumn<int>("within");
    QTest::addColumn<int>("fresh_waits");
    QTest::addColumn<int>("late_waits");
    QTest::addColumn<int>("stale_waits");  // past the target for more than an hour
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* what, int answered, int within, int fresh, int late, int stale, const char* tone) {
        QTest::newRow(what) << answered << within << fresh << late << stale << QByteArray(tone);
    };
    row("nothing yet", 0, 0, 0, 0, 0, "calm");
    row("on target", 100, 80, 3, 0, 0, "calm");
    row("just below", 100, 79, 3, 0, 0, "watch");
    row("nine points below is still watch", 100, 71, 3, 0, 0, "watch");
    row("more than ten below", 100, 69, 3, 0, 0, "act");
    row("more than ten below, nobody waits", 100, 69, 0, 0, 0, "watch");
    row("one late", 100, 90, 0, 1, 0, "watch");
    row("the late are counted as missed", 80, 72, 0, 24, 0, "act");
    row("too few cases to call anybody", 4, 0, 3, 0, 0, "calm");
    row("five are enough", 5, 0, 3, 0, 0, "act");
    row("only the long late", 100, 90, 0, 0, 50, "watch");
}

void TestStanding::tones()
{
    QFETCH(int, answered);
    QFETCH(int, within);
    QFETCH(int, fresh_waits);
    QFETCH(int, late_waits);
    QFETCH(int, stale_waits);
    QFETCH(QByteArray, expected);
    std::vector<Milliseconds> ages(static_cast<std::size_t>(stale_waits), minutes{62});
    ages.insert(ages.end(), static_cast<std::size_t>(late_waits), Seconds{90});
    ages.insert(ages.end(), static_cast<std::size_t>(fresh_waits), Seconds{5});
    QueueNow now = nowOf({}, ages);
    now.open = slotAt(noon, static_cast<std::uint64_t>(answered), static_cast<std::uint64_t>(within));
    const FloorFigures floor = figures(heard({told(QueueNowReported{"chat", "a", now})}), instant({}));
    QCOMPARE(QByteArray(name(only(floor).tone)), expected);
    QCOMPARE(QByteArray(name(floor.tone)), expected);
}

void TestStanding::floorToneIsTheWorst()
{
    QueueNow act = nowOf({}, {Seconds{5}});
    act.open = slotAt(noon, 10, 0);
    const Event calm_told = told(QueueNowReported{"calm", "a", nowOf({})});
    const Event watch_told = told(QueueNowReported{"watch", "a", nowOf({}, {Seconds{90}})});
    const Event act_told = told(QueueNowReported{"act", "a", act});
    const Event silent_told = told(QueueNowReported{"silent", "a", nowOf({})}, {}, Origin::Remembered);
    const auto tone = [](const std::vector<Event>& events) { return name(figures(heard(events), instant({})).tone); };
    QCOMPARE(tone({calm_told}), "calm");
    QCOMPARE(tone({silent_told}), "silent");
    QCOMPARE(tone({calm_told, silent_told}), "calm");
    QCOMPARE(tone({calm_told, watch_told, silent_told}), "watch");
    QCOMPARE(tone({calm_told, watch_told, silent_told, act_told}), "act");
}

void TestStanding::queuesThatActComeFirst()
{
    QueueNow act = nowOf({}, {Seconds{5}});
    act.open = slotAt(noon, 10, 0);
    const FloorFigures floor = figures(
        heard({told(QueueNowReported{"b", "s", nowOf({})}), told(QueueNowReported{"a", "s", nowOf({}, {Seconds{90}})}),
               told(QueueNowReported{"z", "s", act})}),
        instant({}));
    QCOMPARE(floor.queues.at(0).queue, std::string("z"));
    QCOMPARE(floor.queues.at(1).queue, std::string("a"));
    QCOMPARE(floor.queues.at(2).queue, std::string("b"));
}

QTEST_GUILESS_MAIN(TestStanding)
#include "tst_report_age.moc"
