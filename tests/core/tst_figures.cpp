// Goal: every figure on the wall is the one that a person with all the raw values would work out.
// Method: exact figures of seeded values beside those of the reports, and each state of a tile at its borders.
#include "core/calendar.h"
#include "core/figures.h"
#include "core/properties.h"
#include "core/shift.h"
#include "core/state_print.h"

#include <QTest>

#include <cmath>

using namespace carewall::core;
using namespace carewall::tests;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

/// A board that hears, and the events.
State heard(const std::vector<Event>& events)
{
    State state = reduce({}, told(LinkChanged{LinkPhase::Up, {}}));
    for (const Event& event : events)
        state = reduce(std::move(state), event);
    return state;
}

QueueNow nowOf(Milliseconds after_noon, std::vector<Milliseconds> ages = {}, std::uint64_t sequence = 1)
{
    QueueNow now;
    now.header = header(sequence, noon + after_noon);
    now.waiting = ages.size();
    now.ages = std::move(ages);
    now.target = {Seconds{60}, 0.8, AbandonPolicy::Ignored};
    return now;
}

Tally slotAt(WallTime start, std::uint64_t answered, std::uint64_t within)
{
    Tally slot;
    slot.start = start;
    slot.length = minutes{5};
    slot.offered = answered;
    slot.answered = answered;
    slot.answered_within_target = within;
    if (answered > 0) slot.response.add(30, answered);
    return slot;
}

QueueDay dayOf(std::vector<Tally> of, Milliseconds after_noon = {})
{
    return {header(1, noon + after_noon), std::move(of), std::nullopt};
}

VoiceSlot voiceAt(WallTime start, std::vector<std::pair<std::string, std::uint64_t>> mentions)
{
    VoiceSlot slot;
    slot.start = start;
    slot.length = minutes{15};
    for (const auto& [issue, count] : mentions) {
        const Mentions voices{count, 0, count / 2, count * 10};
        slot.issues.push_back({issue, {}, voices});
        slot.total.add(voices);
    }
    slot.ladder = {1, 2, 3, 4};
    slot.replies = 5;
    slot.broadcasts = 1;
    return slot;
}

QueueFigures only(const FloorFigures& floor)
{
    return floor.queues.size() == 1 ? floor.queues.front() : QueueFigures{};
}

const char* name(Freshness freshness)
{
    switch (freshness) {
    case Freshness::Live:
        return "live";
    case Freshness::Remembered:
        return "remembered";
    case Freshness::LinkDown:
        return "link down";
    case Freshness::Silent:
        return "silent";
    case Freshness::ClockWrong:
        return "clock wrong";
    }
    return "?";
}

const char* name(Tone tone)
{
    switch (tone) {
    case Tone::Calm:
        return "calm";
    case Tone::Watch:
        return "watch";
    case Tone::Act:
        return "act";
    case Tone::Silent:
        return "silent";
    }
    return "?";
}

struct Raw {
    std::vector<double> hour;
    std::vector<double> day;
    Tally tally;
};

void addAll(std::vector<double>& to, const std::vector<double>& from)
{
    to.insert(to.end(), from.begin(), from.end());
}

/// A day's slots of one source until `now`, half a day of yesterday before them, and the raw times behind them.
QueueDay rawDay(Dice& dice, WallTime now, Raw& raw)
{
    QueueDay day;
    day.header = header(1, now);
    const WallTime today = dayStart(now);
    for (WallTime start = today - hours{12}; start < now; start += minutes{5}) {
        std::vector<double> times;
        day.slots.push_back(slotOf(dice, start, &times));
        if (start >= now - hours{1}) addAll(raw.hour, times);
        if (start < today) continue;
        addAll(raw.day, times);
        raw.tally.offered += day.slots.back().offered;
        raw.tally.answered += day.slots.back().answered;
        raw.tally.abandoned += day.slots.back().abandoned;
    }
    return day;
}

Sketch sketchOf(const std::vector<double>& values)
{
    Sketch sketch;
    for (const double value : values)
        sketch.add(value);
    return sketch;
}

bool sameAs(const ResponseFigure& figure, const Sketch& sketch)
{
    return figure.n == sketch.count() && figure.p50.seconds == sketch.quantile(0.5) &&
           figure.p90.seconds == sketch.quantile(0.9) && figure.p50.enough == (sketch.count() >= 5) &&
           figure.p90.enough == (sketch.count() >= 29);
}

}  // namespace

class TestFigures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { carewall::tests::seedProperties(); }
    void init() { QVERIFY(useTimeZone("UTC")); }

    void nothingAtAll();
    void percentilesAreThoseOfAllValues();
    void openSlotCountsOnce();
    void slotsAheadOfTheFloorDoNotCount();
    void lastHourGoesBackOverMidnight();
    void dayBeginsAtTheFloorsMidnight();
    void sourcesOfAQueueAddUp();
    void sourceWithoutReportsChangesNothing();
    void serviceLevelOfTheFloor();
    void noTargetIsNoLevel();
    void serviceLevelByHour();
    void oldestWaitTicks();
    void oldestWaitTicksInFloorTime();
    void oldestWaitWithoutTime();
    void waitsStandWhenTheReplayEnds();
    void valuesThatAreNotLiveDoNotGrow();
    void oldestOfTheFloorNamesItsQueue();
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
    void voiceWindow();
    void voiceBeforeIsTheSameHoursADayAgo();
    void voiceBeforeIsUnknownWithoutHistory();
    void voiceSourcesAddUp();
    void notesStandBesideTheirIssue();
};

void TestFigures::nothingAtAll()
{
    const FloorFigures floor = figures(State{}, instant({}));
    QCOMPARE(floor.time, noon);
    QVERIFY(floor.queues.empty() && floor.voice.issues.empty() && floor.policies.empty());
    QVERIFY(!floor.oldest && !floor.agents && !floor.service_level.ratio() && !floor.last_hour.p50.seconds);
    QVERIFY(!floor.last_hour.since && !floor.voice.since);
    QCOMPARE(floor.target_ratio, 0.0);
}

void TestFigures::percentilesAreThoseOfAllValues()
{
    QVERIFY(rc::check("last hour and day equal one sketch of all values, over slots, sources and queues", [] {
        Dice dice(*rc::gen::arbitrary<std::uint64_t>());
        const Milliseconds after = minutes{dice.roll(12 * 60)};
        Raw floor_raw;
        std::vector<Event> events;
        std::map<std::string, Raw> by_queue;
        for (const std::string queue : {"chat", "mail"}) {
            for (const std::string source : {"a", "b"})
                events.push_back(told(QueueDayReported{queue, source, rawDay(dice, noon + after, by_queue[queue])}));
        }
        const FloorFigures floor = figures(heard(events), instant(after));
        for (const QueueFigures& queue : floor.queues) {
            const Raw& raw = by_queue.at(queue.queue);
            RC_ASSERT(sameAs(queue.last_hour, sketchOf(raw.hour)));
            RC_ASSERT(sameAs(queue.day, sketchOf(raw.day)));
            RC_ASSERT(queue.day_tally.offered == raw.tally.offered);
            RC_ASSERT(queue.day_tally.answered == raw.tally.answered);
            RC_ASSERT(queue.day_tally.abandoned == raw.tally.abandoned);
            addAll(floor_raw.hour, raw.hour);
            addAll(floor_raw.day, raw.day);
        }
        RC_ASSERT(floor.queues.size() == 2U);
        RC_ASSERT(sameAs(floor.last_hour, sketchOf(floor_raw.hour)));
        RC_ASSERT(sameAs(floor.day, sketchOf(floor_raw.day)));
    }));
}

void TestFigures::openSlotCountsOnce()
{
    QueueNow now = nowOf({});
    now.open = slotAt(noon - minutes{5}, 3, 3);
    const State open = heard({told(QueueNowReported{"chat", "a", now}),
                              told(QueueDayReported{"chat", "a", dayOf({slotAt(noon - minutes{10}, 4, 4)})})});
    QCOMPARE(only(figures(open, instant({}))).day_tally.answered, std::uint64_t{7});
    QCOMPARE(only(figures(open, instant({}))).last_hour.since.value(), noon - minutes{10});

    // The slot closes before the next `now` arrives: what is closed is the whole of it.
    const State closed =
        heard({told(QueueNowReported{"chat", "a", now}),
               told(QueueDayReported{"chat", "a",
                                     dayOf({slotAt(noon - minutes{10}, 4, 4), slotAt(noon - minutes{5}, 5, 5)})})});
    QCOMPARE(only(figures(closed, instant({}))).day_tally.answered, std::uint64_t{9});
    QCOMPARE(only(figures(closed, instant({}))).last_hour.n, std::uint64_t{9});
}

void TestFigures::slotsAheadOfTheFloorDoNotCount()
{
    const State state =
        heard({told(QueueDayReported{"chat", "a", dayOf({slotAt(noon, 2, 2), slotAt(noon + minutes{5}, 40, 0)})})});
    QCOMPARE(only(figures(state, instant({}))).day_tally.answered, std::uint64_t{2});
    QCOMPARE(only(figures(state, instant(minutes{5}))).day_tally.answered, std::uint64_t{42});
}

void TestFigures::lastHourGoesBackOverMidnight()
{
    const WallTime midnight = noon + hours{12};
    const State state = heard({told(QueueDayReported{
        "chat", "a", dayOf({slotAt(midnight - minutes{50}, 1, 1), slotAt(midnight - minutes{5}, 2, 2)})})});
    const QueueFigures before = only(figures(state, instant(hours{12} - Milliseconds{1})));
    QCOMPARE(before.day.n, std::uint64_t{3});
    const QueueFigures after = only(figures(state, instant(hours{12})));
    QCOMPARE(after.day.n, std::uint64_t{0});
    QCOMPARE(after.day.p50.seconds, std::nullopt);
    QCOMPARE(after.service_level.ratio(), std::nullopt);
    QCOMPARE(after.last_hour.n, std::uint64_t{3});
    QCOMPARE(after.last_hour.since.value(), midnight - minutes{50});
    QCOMPARE(only(figures(state, instant(hours{12} + minutes{11}))).last_hour.n, std::uint64_t{2});
    QCOMPARE(only(figures(state, instant(hours{13}))).last_hour.n, std::uint64_t{0});
}

void TestFigures::dayBeginsAtTheFloorsMidnight()
{
    // Noon is 13:00 in Berlin: its midnight was at 23:00 UTC.
    QVERIFY(useTimeZone("Europe/Berlin"));
    const WallTime midnight = noon - hours{13};
    const State state = heard({told(QueueDayReported{
        "chat", "a", dayOf({slotAt(midnight - minutes{5}, 1, 1), slotAt(midnight, 2, 2), slotAt(noon, 4, 4)})})});
    const QueueFigures queue = only(figures(state, instant({})));
    QCOMPARE(queue.day.n, std::uint64_t{6});
    QCOMPARE(queue.day.since.value(), midnight);
    QCOMPARE(only(figures(state, instant(hours{11}))).day.n, std::uint64_t{0});
}

void TestFigures::sourcesOfAQueueAddUp()
{
    QueueNow a = nowOf({}, {minutes{2}, Seconds{10}});
    a.label = "Chat";
    a.agents = Agents{1, 2, 3};
    a.open = slotAt(noon, 4, 3);
    QueueNow b = nowOf({}, {minutes{3}});
    b.agents = Agents{10, 20, 30};
    b.open = slotAt(noon, 6, 1);
    const FloorFigures floor =
        figures(heard({told(QueueNowReported{"chat", "a", a}), told(QueueNowReported{"chat", "b", b})}), instant({}));
    const QueueFigures queue = only(floor);
    QCOMPARE(queue.label, std::string("Chat"));
    QCOMPARE(queue.sources, std::size_t{2});
    QCOMPARE(queue.waiting, std::uint64_t{3});
    QCOMPARE(queue.overdue, std::uint64_t{2});
    QCOMPARE(queue.oldest.value(), Milliseconds{minutes{3}});
    QCOMPARE(queue.agents.value(), (Agents{11, 22, 33}));
    QCOMPARE(queue.service_level, (ServiceLevel{4, 10}));
    QCOMPARE(floor.agents.value(), (Agents{11, 22, 33}));
    QCOMPARE(floor.service_level, (ServiceLevel{4, 10}));
}

void TestFigures::sourceWithoutReportsChangesNothing()
{
    State state = heard(shift(47, 6));
    const FloorFigures before = figures(state, instant(minutes{30}));
    QVERIFY(before.last_hour.n > 0);
    for (auto& [id, queue] : state.queues)
        queue.sources["nobody"] = {};
    state.voices["nobody"] = {};
    FloorFigures after = figures(state, instant(minutes{30}));
    for (QueueFigures& queue : after.queues)
        --queue.sources;
    const std::string differs = difference(before, after);
    QVERIFY2(differs.empty(), differs.c_str());
}

void TestFigures::serviceLevelOfTheFloor()
{
    QueueNow ignored = nowOf({});
    ignored.open = slotAt(noon, 90, 70);
    ignored.open->abandoned = ignored.open->abandoned_within_target = 10;
    QueueNow positive = ignored;
    positive.target = {Seconds{60}, 0.5, AbandonPolicy::Positive};
    const FloorFigures floor = figures(
        heard({told(QueueNowReported{"a", "s", ignored}), told(QueueNowReported{"b", "s", positive})}), instant({}));
    QCOMPARE(floor.queues.at(0).service_level, (ServiceLevel{70, 90}));
    QCOMPARE(floor.queues.at(1).service_level, (ServiceLevel{80, 100}));
    QCOMPARE(floor.service_level, (ServiceLevel{150, 190}));
    QVERIFY(floor.policies == (std::vector{AbandonPolicy::Ignored, AbandonPolicy::Positive}));
    QVERIFY(std::abs(floor.target_ratio - (0.8 * 90 + 0.5 * 100) / 190) < 1e-12);
}

void TestFigures::noTargetIsNoLevel()
{
    QueueNow with = nowOf({});
    with.open = slotAt(noon, 10, 9);
    QueueNow without = nowOf({}, {hours{9}});
    without.target = {};
    without.open = slotAt(noon, 30, 0);
    const FloorFigures floor = figures(
        heard({told(QueueNowReported{"a", "s", with}), told(QueueNowReported{"b", "s", without})}), instant({}));
    QCOMPARE(floor.queues.at(1).service_level.ratio(), std::nullopt);
    QCOMPARE(floor.queues.at(1).overdue, std::uint64_t{0});
    QCOMPARE(name(floor.queues.at(1).tone), "calm");
    QCOMPARE(floor.service_level, (ServiceLevel{9, 10}));
    QCOMPARE(floor.target_ratio > 0, true);
}

void TestFigures::serviceLevelByHour()
{
    const State state = heard({told(QueueDayReported{
        "chat", "a",
        dayOf({slotAt(noon - hours{12}, 9, 9), slotAt(noon - hours{12} + minutes{5}, 8, 2),
               slotAt(noon - minutes{60}, 4, 1), slotAt(noon - minutes{55}, 4, 3), slotAt(noon, 1, 1)})})});
    const std::vector<double> hours_seen = only(figures(state, instant({}))).service_level_by_hour;
    QCOMPARE(hours_seen.size(), std::size_t{12});
    QCOMPARE(hours_seen.front(), 0.25);  // the one of 12 hours ago is out
    QCOMPARE(hours_seen.at(10), 0.25);
    QCOMPARE(hours_seen.back(), 0.8);
    QCOMPARE(std::count_if(hours_seen.begin(), hours_seen.end(), [](double v) { return std::isnan(v); }), 9);
}

void TestFigures::oldestWaitTicks()
{
    const State state = heard({told(QueueNowReported{"chat", "a", nowOf({}, {Seconds{50}, Seconds{5}})})});
    QCOMPARE(only(figures(state, instant({}))).oldest.value(), Milliseconds{Seconds{50}});
    QCOMPARE(only(figures(state, instant(Seconds{10}))).overdue, std::uint64_t{0});
    const QueueFigures later = only(figures(state, instant(Seconds{11})));
    QCOMPARE(later.oldest.value(), Milliseconds{Seconds{61}});
    QCOMPARE(later.overdue, std::uint64_t{1});
    QCOMPARE(only(figures(state, instant(Seconds{56}))).overdue, std::uint64_t{2});
    // A source a little ahead does not make waits shorter.
    const State ahead = heard({told(QueueNowReported{"chat", "a", nowOf(Seconds{30}, {Seconds{50}})})});
    QCOMPARE(only(figures(ahead, instant({}))).oldest.value(), Milliseconds{Seconds{50}});
}

void TestFigures::oldestWaitTicksInFloorTime()
{
    const FloorClock clock{header(1), noon - hours{500}, noon, 60, ClockPhase::Running, "replay"};
    QueueNow now = nowOf(-hours{500} + Seconds{30}, {Seconds{50}});
    const State state = heard({told(FloorClockSet{clock}), told(QueueNowReported{"chat", "a", now}, Seconds{1})});
    QCOMPARE(only(figures(state, instant(Seconds{1}))).oldest.value(), Milliseconds{Seconds{80}});
    QCOMPARE(only(figures(state, instant(Seconds{2}))).oldest.value(), Milliseconds{Seconds{140}});
    QCOMPARE(only(figures(state, instant(Seconds{2}))).age.value(), Milliseconds{Seconds{90}});
}

void TestFigures::oldestWaitWithoutTime()
{
    QueueNow now = nowOf({}, {Seconds{50}});
    now.header.time.reset();
    const State wall = heard({told(QueueNowReported{"chat", "a", now}, Seconds{1})});
    QCOMPARE(only(figures(wall, instant(Seconds{11}))).oldest.value(), Milliseconds{Seconds{60}});
    const FloorClock clock{header(1), noon - hours{500}, noon, 60, ClockPhase::Running, "replay"};
    const State fast = heard({told(FloorClockSet{clock}), told(QueueNowReported{"chat", "a", now}, Seconds{1})});
    QCOMPARE(only(figures(fast, instant(Seconds{11}))).oldest.value(), Milliseconds{Seconds{650}});
    QCOMPARE(only(figures(fast, instant(Seconds{11}))).age.value(), Milliseconds{minutes{10}});
}

void TestFigures::waitsStandWhenTheReplayEnds()
{
    const FloorClock clock{header(1), noon, noon, 60, ClockPhase::Running, "replay"};
    const FloorClock ended{header(2), noon + minutes{5}, noon, 60, ClockPhase::Ended, "replay"};
    QueueNow now = nowOf({}, {Seconds{50}});
    now.header.interval = Seconds{5};
    const State running = heard({told(FloorClockSet{clock}), told(QueueNowReported{"chat", "a", now})});
    const State over = reduce(running, told(FloorClockSet{ended}, Seconds{5}));
    QCOMPARE(only(figures(running, instant(Seconds{5}))).oldest.value(), Milliseconds{Seconds{350}});
    for (const Milliseconds later : {Milliseconds{Seconds{5}}, Milliseconds{hours{5}}}) {
        const QueueFigures queue = only(figures(over, instant(later)));
        QCOMPARE(queue.oldest.value(), Milliseconds{Seconds{350}});
        QCOMPARE(name(queue.freshness), "live");
    }
}

void TestFigures::valuesThatAreNotLiveDoNotGrow()
{
    State state = heard({told(QueueNowReported{"chat", "a", nowOf({}, {Seconds{50}})})});
    state = reduce(std::move(state), told(LinkChanged{LinkPhase::Down, "gone"}, Seconds{10}));
    const QueueFigures queue = only(figures(state, instant(minutes{10})));
    QCOMPARE(queue.oldest.value(), Milliseconds{Seconds{50}});
    QCOMPARE(queue.waiting, std::uint64_t{1});
    QCOMPARE(queue.age.value(), Milliseconds{minutes{10}});
}

void TestFigures::oldestOfTheFloorNamesItsQueue()
{
    QueueNow mail = nowOf({}, {minutes{20}});
    mail.label = "Mail";
    QueueNow told_nothing = nowOf({});
    told_nothing.waiting = 7;  // a count without ages
    const FloorFigures floor =
        figures(heard({told(QueueNowReported{"chat", "a", nowOf({}, {minutes{5}})}),
                       told(QueueNowReported{"mail", "a", mail}), told(QueueNowReported{"press", "a", told_nothing})}),
                instant(Seconds{3}));
    QCOMPARE(floor.oldest.value(), minutes{20} + Seconds{3});
    QCOMPARE(floor.oldest_queue, std::string("Mail"));
    QCOMPARE(floor.waiting, std::uint64_t{9});
}

void TestFigures::freshness_data()
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

void TestFigures::freshness()
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

void TestFigures::slowSourceClockIsNotSilent()
{
    QueueNow now = nowOf(-minutes{10}, {Seconds{1}});
    now.header.interval = Seconds{10};
    const State state = heard({told(QueueNowReported{"chat", "a", now})});
    const QueueFigures queue = only(figures(state, instant(Seconds{5})));
    QCOMPARE(name(queue.freshness), "live");
    QCOMPARE(queue.age.value(), minutes{10} + Seconds{5});
    QCOMPARE(name(only(figures(state, instant(Seconds{31}))).freshness), "silent");
}

void TestFigures::silenceCountsSinceTheLinkIsUp()
{
    QueueNow now = nowOf({});
    now.header.interval = Seconds{10};
    const State state =
        heard({told(QueueNowReported{"chat", "a", now}), told(LinkChanged{LinkPhase::Down, "gone"}, Seconds{5}),
               told(LinkChanged{LinkPhase::Up, {}}, minutes{10})});
    QCOMPARE(name(only(figures(state, instant(minutes{10} + Seconds{30}))).freshness), "live");
    QCOMPARE(name(only(figures(state, instant(minutes{10} + Seconds{31}))).freshness), "silent");
}

void TestFigures::freshnessUnderAFastFloorClock()
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

void TestFigures::lostFloorClockSilencesAll()
{
    const FloorClock lost{header(2), noon, noon, 60, ClockPhase::Lost, "replay"};
    const State state = heard({told(QueueNowReported{"chat", "a", nowOf({})}),
                               told(VoiceNowReported{"a", {header(1, noon), {}}}), told(FloorClockSet{lost})});
    const FloorFigures floor = figures(state, instant(Seconds{1}));
    QCOMPARE(name(only(floor).freshness), "silent");
    QCOMPARE(name(floor.voice.freshness), "silent");
    QCOMPARE(name(floor.tone), "silent");
}

void TestFigures::dayAloneTellsItsFreshness()
{
    const State state = heard({told(QueueDayReported{"chat", "a", dayOf({})}, {}, Origin::Remembered),
                               told(VoiceDayReported{"a", {header(1, noon), {}}}, {}, Origin::Remembered)});
    const FloorFigures floor = figures(state, instant(minutes{1}));
    QCOMPARE(name(only(floor).freshness), "remembered");
    QCOMPARE(only(floor).age.value(), Milliseconds{minutes{1}});
    QCOMPARE(name(floor.voice.freshness), "remembered");
}

void TestFigures::ageIsOfTheOldestSource()
{
    const State state = heard({told(QueueNowReported{"chat", "a", nowOf(-minutes{2})}),
                               told(QueueNowReported{"chat", "b", nowOf(-minutes{9})}),
                               told(QueueNowReported{"chat", "c", nowOf({})}, {}, Origin::Remembered)});
    const QueueFigures queue = only(figures(state, instant({})));
    QCOMPARE(queue.age.value(), Milliseconds{minutes{9}});
    QCOMPARE(name(queue.freshness), "remembered");
}

void TestFigures::tones_data()
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

void TestFigures::tones()
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

void TestFigures::floorToneIsTheWorst()
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

void TestFigures::queuesThatActComeFirst()
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

void TestFigures::voiceWindow()
{
    const VoiceDay day{header(1, noon),
                       {voiceAt(noon - hours{3} - minutes{15}, {{"old", 90}}),
                        voiceAt(noon - hours{3}, {{"login", 4}, {"billing", 6}}),
                        voiceAt(noon - minutes{15}, {{"login", 3}, {"price", 6}})}};
    const VoiceNow now{header(1, noon), voiceAt(noon, {{"login", 2}})};
    const VoiceFigures voice =
        figures(heard({told(VoiceDayReported{"a", day}), told(VoiceNowReported{"a", now})}), instant({})).voice;
    QCOMPARE(voice.window, Milliseconds{hours{3}});
    QCOMPARE(voice.since.value(), noon - hours{3});
    QCOMPARE(voice.total.mentions, std::uint64_t{21});
    QCOMPARE(voice.ladder, (Ladder{3, 6, 9, 12}));
    QCOMPARE(voice.replies, std::uint64_t{15});
    QCOMPARE(voice.broadcasts, std::uint64_t{3});
    QCOMPARE(voice.issues.size(), std::size_t{3});
    QCOMPARE(voice.issues.at(0).issue, std::string("login"));
    QCOMPARE(voice.issues.at(0).window, (Mentions{9, 0, 4, 90}));
    QCOMPARE(voice.issues.at(1).issue, std::string("billing"));  // as many as price: by id
    QCOMPARE(voice.issues.at(2).issue, std::string("price"));
    QCOMPARE(voice.issues.at(2).label, std::string("price"));
}

void TestFigures::voiceBeforeIsTheSameHoursADayAgo()
{
    const WallTime yesterday = noon - hours{24};
    const VoiceDay day{header(1, noon),
                       {voiceAt(yesterday - hours{3} - minutes{15}, {{"login", 1000}}),
                        voiceAt(yesterday - hours{3}, {{"login", 10}}),
                        voiceAt(yesterday - minutes{15}, {{"login", 5}}), voiceAt(yesterday, {{"login", 30}}),
                        voiceAt(yesterday + minutes{15}, {{"login", 1000}}),
                        voiceAt(noon - minutes{15}, {{"login", 7}, {"price", 1}})}};
    const State state = heard({told(VoiceDayReported{"a", day})});
    const VoiceFigures at_noon = figures(state, instant({})).voice;
    QCOMPARE(at_noon.issues.at(0).window.mentions, std::uint64_t{7});
    QCOMPARE(at_noon.issues.at(0).before.value(), std::uint64_t{15});
    QCOMPARE(at_noon.issues.at(1).before.value(), std::uint64_t{0});
    // Five minutes on, a third of yesterday's next slot is within, and the first slot is out.
    const VoiceFigures later = figures(state, instant(minutes{5})).voice;
    QCOMPARE(later.issues.at(0).before.value(), std::uint64_t{5 + 10});
}

void TestFigures::voiceBeforeIsUnknownWithoutHistory()
{
    const VoiceDay day{header(1, noon),
                       {voiceAt(noon - hours{25}, {{"login", 9}}), voiceAt(noon - hours{1}, {{"login", 9}})}};
    const VoiceFigures voice = figures(heard({told(VoiceDayReported{"a", day})}), instant({})).voice;
    QCOMPARE(voice.issues.at(0).before, std::nullopt);
}

void TestFigures::voiceSourcesAddUp()
{
    const auto source = [](const char* id, std::uint64_t login) {
        return told(VoiceNowReported{id, {header(1, noon), voiceAt(noon, {{"login", login}})}});
    };
    const VoiceFigures voice = figures(heard({source("a", 3), source("b", 5)}), instant({})).voice;
    QCOMPARE(voice.total.mentions, std::uint64_t{8});
    QCOMPARE(voice.issues.at(0).window.mentions, std::uint64_t{8});
    QCOMPARE(voice.ladder, (Ladder{2, 4, 6, 8}));
}

void TestFigures::notesStandBesideTheirIssue()
{
    const IssueNote note{header(2), "Log-in fails", IssueStage::HandedOff, "team b", "known"};
    const State state = heard({told(VoiceNowReported{"a", {header(1, noon), voiceAt(noon, {{"login", 3}, {"x", 1}})}}),
                               told(IssueNoted{"login", note}), told(IssueNoted{"unheard", note})});
    const std::vector<IssueFigures> issues = figures(state, instant({})).voice.issues;
    QCOMPARE(issues.size(), std::size_t{2});
    QCOMPARE(issues.at(0).label, std::string("Log-in fails"));
    QVERIFY(issues.at(0).stage == IssueStage::HandedOff);
    QCOMPARE(issues.at(0).handed_to, std::string("team b"));
    QVERIFY(!issues.at(1).stage);
}

QTEST_GUILESS_MAIN(TestFigures)
#include "tst_figures.moc"
