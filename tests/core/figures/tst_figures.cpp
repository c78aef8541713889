// Goal: every figure on the wall is the one that a person with all the raw values would work out.
// Method: exact figures of seeded values beside those of the reports, and days, hours and waits at their borders.
#include "core/calendar.h"
#include "core/figures/figures.h"
#include "core/figures/figures_cache.h"
#include "core/figures/tones.h"
#include "core/properties.h"
#include "core/reported.h"
#include "core/state_print.h"

#include <QTest>

#include <cmath>

using namespace carewall::core;
using namespace carewall::tests;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

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
    void holidaysAreClosed();
    void sourcesOfAQueueAddUp();
    void groupsOfQueues();
    void rememberedFiguresAreThoseOfAllSlots();
    void reportWithoutRevisionIsSummedUpEachTime();
    void forecastHoldsForASecond();
    void whoTellsOnlyTheDay();
    void forecastIsThatOfTheLine();
    void forecastSaysWhyThereIsNone();
    void sourceWithoutReportsChangesNothing();
    void serviceLevelOfTheFloor();
    void noTargetIsNoLevel();
    void oldestWaitTicks();
    void oldestWaitTicksInFloorTime();
    void oldestWaitWithoutTime();
    void waitsStandWhenTheReplayEnds();
    void valuesThatAreNotLiveDoNotGrow();
    void aCountWithoutAgesCounts();
};

void TestFigures::nothingAtAll()
{
    const FloorFigures floor = figures(State{}, instant({}));
    QCOMPARE(floor.time, noon);
    QVERIFY(floor.queues.empty() && floor.voice.issues.empty() && floor.policies.empty());
    QVERIFY(!floor.service_level.ratio() && !floor.all.last_hour.p50.seconds);
    QVERIFY(!floor.all.last_hour.since && !floor.voice.since);
    QCOMPARE(floor.target_ratio, 0.0);
}

void TestFigures::percentilesAreThoseOfAllValues()
{
    QVERIFY(rc::check(
        "last hour and day equal one sketch of all values, over slots, sources and queues",
        [] {
            Dice dice(*rc::gen::arbitrary<std::uint64_t>());
            const Milliseconds after = minutes{dice.roll(12 * 60)};
            Raw floor_raw;
            std::vector<Event> events;
            std::map<std::string, Raw> by_queue;
            for (const std::string queue : {"chat", "mail"})
                for (const std::string source : {"a", "b"})
                    events.push_back(
                        told(QueueDayReported{queue, source, rawDay(dice, noon + after, by_queue[queue])}));
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
            RC_ASSERT(sameAs(floor.all.last_hour, sketchOf(floor_raw.hour)));
            RC_ASSERT(sameAs(floor.all.day, sketchOf(floor_raw.day)));
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

void TestFigures::holidaysAreClosed()
{
    QueueDay day = dayOf({});
    day.opening.hours = {{hours{8}, hours{18}, 0}};
    const auto queue = [&day] {
        return only(
            figures(heard({told(QueueNowReported{"chat", "a", nowOf({})}), told(QueueDayReported{"chat", "a", day})}),
                    instant({})));
    };
    QVERIFY(!queue().closed);
    day.opening.holidays = {dateOf(noon), dateOf(noon) + std::chrono::days{1}};
    QVERIFY(queue().closed);
    QCOMPARE(queue().opens.value(), noon + hours{44});
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
    QCOMPARE(queue.breached, std::uint64_t{2});
    QCOMPARE(queue.oldest.value(), Milliseconds{minutes{3}});
    QCOMPARE(queue.agents.value(), (Agents{11, 22, 33}));
    QCOMPARE(queue.service_level, (ServiceLevel{4, 10}));
    QCOMPARE(queue.hour_level, (ServiceLevel{4, 12}));  // the two who are late and wait are missed
    QCOMPARE(floor.service_level, (ServiceLevel{4, 10}));
}

void TestFigures::sourceWithoutReportsChangesNothing()
{
    State state = heard(shift(47, 6));
    const FloorFigures before = figures(state, instant(minutes{30}));
    QVERIFY(before.all.last_hour.n > 0);
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
    QCOMPARE(floor.queues.at(1).breached, std::uint64_t{0});
    QCOMPARE(name(floor.queues.at(1).tone), "calm");
    QCOMPARE(floor.service_level, (ServiceLevel{9, 10}));
    QCOMPARE(floor.target_ratio > 0, true);
}

void TestFigures::oldestWaitTicks()
{
    const State state = heard({told(QueueNowReported{"chat", "a", nowOf({}, {Seconds{50}, Seconds{5}})})});
    QCOMPARE(only(figures(state, instant({}))).oldest.value(), Milliseconds{Seconds{50}});
    QCOMPARE(only(figures(state, instant(Seconds{10}))).breached, std::uint64_t{0});
    const QueueFigures later = only(figures(state, instant(Seconds{11})));
    QCOMPARE(later.oldest.value(), Milliseconds{Seconds{61}});
    QCOMPARE(later.breached, std::uint64_t{1});
    QCOMPARE(only(figures(state, instant(Seconds{56}))).breached, std::uint64_t{2});
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

void TestFigures::aCountWithoutAgesCounts()
{
    QueueNow mail = nowOf({}, {minutes{20}});
    mail.label = "Mail";
    QueueNow told_nothing = nowOf({});
    told_nothing.waiting = 7;  // a count without ages
    const FloorFigures floor =
        figures(heard({told(QueueNowReported{"chat", "a", nowOf({}, {minutes{5}})}),
                       told(QueueNowReported{"mail", "a", mail}), told(QueueNowReported{"press", "a", told_nothing})}),
                instant(Seconds{3}));
    QCOMPARE(floor.queues.at(0).oldest.value(), minutes{20} + Seconds{3});
    QVERIFY(!floor.queues.at(2).oldest);
    QCOMPARE(floor.waiting, std::uint64_t{9});
}

namespace {

/// A line served in order from a backlog, ten in five minutes, for an hour before noon.
QueueDay pressedDay()
{
    QueueDay day = dayOf({});
    for (WallTime start = noon - hours{1}; start < noon; start += minutes{5}) {
        Tally slot = slotAt(start, 10, 5);
        slot.line = {1'500'000, 300'000, 300'000, 10, 40, 0, 0};
        day.slots.push_back(slot);
    }
    return day;
}

}  // namespace

void TestFigures::forecastIsThatOfTheLine()
{
    const QueueDay day = pressedDay();
    QueueNow now = nowOf({}, {Seconds{40}, Seconds{30}, Seconds{5}});
    now.calibration = Calibration{{-0.5, 0.9, 0, 0, 0.5, 0, -1}, {0.25, 1, 0, 0}, 1.5};
    const State state = heard({told(QueueDayReported{"mail", "a", day}), told(QueueNowReported{"mail", "a", now}),
                               told(QueueNowReported{"fax", "a", nowOf({}, {Seconds{5}})})});
    const FloorFigures floor = figures(state, instant(Seconds{10}));
    Pace pace;
    for (const Tally& slot : day.slots)
        pace.add(slot, floor.time);
    const std::vector<Milliseconds> grown = {Seconds{50}, Seconds{40}, Seconds{15}};
    const Forecast expected = forecast({now.target, 3, grown, std::nullopt, true, true, *now.calibration}, pace);
    const auto mail =
        std::find_if(floor.queues.begin(), floor.queues.end(), [](const auto& q) { return q.queue == "mail"; });
    QVERIFY(mail != floor.queues.end() && !expected.none);
    QVERIFY(mail->forecast == expected);
    QVERIFY(mail->forecast.breaches_10min > 1);
    QCOMPARE(floor.all.forecasts, std::size_t{1});
    QCOMPARE(floor.all.breaches_10min, expected.breaches_10min);
    QCOMPARE(floor.all.breaches_30min, expected.breaches_30min);
}

void TestFigures::forecastSaysWhyThereIsNone()
{
    const auto why = [](const QueueDay& day, const QueueNow& now, LinkPhase phase = LinkPhase::Up) {
        State state = heard({told(QueueDayReported{"mail", "a", day}), told(QueueNowReported{"mail", "a", now})});
        state = reduce(std::move(state), told(LinkChanged{phase, {}}));
        return only(figures(state, instant(Milliseconds{0}))).forecast.none;
    };
    QueueNow now = nowOf({}, {Seconds{40}});
    QCOMPARE(why(pressedDay(), now), std::nullopt);
    QCOMPARE(why(pressedDay(), now, LinkPhase::Connecting), std::optional{NoForecast::NotLive});
    QCOMPARE(why(dayOf({slotAt(noon - minutes{5}, 10, 5)}), now), std::optional{NoForecast::OrderNotTold});
    now.target = {};
    QCOMPARE(why(pressedDay(), now), std::optional{NoForecast::NoTarget});
}

void TestFigures::groupsOfQueues()
{
    const auto queue = [](const char* id, const char* channel, Seconds target, std::uint64_t waiting, WallTime slot) {
        QueueNow now = nowOf({});
        now.channel = channel;
        now.target.within = target;
        now.waiting = waiting;
        now.open = slotAt(slot, 10, 7);
        return told(QueueNowReported{id, "a", now});
    };
    State state = heard({queue("calls", "phone", Seconds{60}, 3, noon), queue("hotline", "phone", Seconds{60}, 4, noon),
                         queue("mails", "mail", hours{4}, 5, noon), queue("post", "mail", hours{24}, 6, noon),
                         queue("desk", "", Seconds{60}, 7, noon)});
    FloorFigures floor = figures(state, instant({}));
    QCOMPARE(floor.channels.size(), std::size_t{2});
    const GroupFigures phone = floor.channels.at(1);
    QCOMPARE(phone.queues, std::size_t{2});
    QCOMPARE(phone.waiting, std::uint64_t{7});
    QCOMPARE(phone.target.within, Milliseconds{Seconds{60}});
    QCOMPARE(phone.service_level, (ServiceLevel{14, 20}));
    QCOMPARE(phone.last_hour.n, std::uint64_t{20});
    QCOMPARE(name(phone.tone), "act");
    QVERIFY(!floor.channels.at(0).target.isSet());  // two times are none
    QCOMPARE(floor.all.queues, std::size_t{5});
    QCOMPARE(floor.all.waiting, std::uint64_t{25});
    QVERIFY(floor.teams.empty());

    // One of the two falls silent: the group lives, and says so.
    state.queues["hotline"].sources["a"].now->origin = Origin::Remembered;
    floor = figures(state, instant({}));
    QCOMPARE(floor.channels.at(1).silent, std::size_t{1});
    QCOMPARE(name(floor.channels.at(1).freshness), "live");
    QCOMPARE(name(floor.channels.at(1).tone), "act");
}

namespace {

/// A forecast may be a second old, and a tone holds: these are other tests'.
FloorFigures withoutWhatHolds(FloorFigures floor)
{
    const auto forget = [](auto& whole) {
        whole.forecasts = 0, whole.breaches_10min = whole.breaches_30min = 0;
        whole.tone = Tone::Calm;
    };
    floor.tone = Tone::Calm;
    forget(floor.all);
    for (auto* groups : {&floor.channels, &floor.teams})
        std::for_each(groups->begin(), groups->end(), forget);
    for (QueueFigures& queue : floor.queues) {
        queue.forecast = {};
        queue.tone = queue.judged;
    }
    std::ranges::sort(floor.queues, {}, &QueueFigures::queue);
    return floor;
}

}  // namespace

void TestFigures::rememberedFiguresAreThoseOfAllSlots()
{
    for (const std::uint64_t seed : {1, 2, 3, 4, 5, 6, 7, 8}) {
        Dice dice{seed};
        constexpr int rounds = 8;
        std::vector<Event> events = shift(seed, rounds);
        dice.shuffle(events);
        State state = heard({});
        FiguresCache cache;
        ToneMemory tones;
        Milliseconds after = minutes{5} * rounds;
        std::size_t compared = 0;
        for (const Event& event : events) {
            state = reduce(std::move(state), event);
            const std::uint64_t kind = dice.roll(8);
            if (kind < 4) after += Milliseconds{dice.roll(500)};
            if (kind == 4) after += minutes{dice.roll(5)} + Milliseconds{dice.roll(3)};
            if (kind == 5) after = minutes{5} * rounds + Milliseconds{dice.roll(3'600'000)};  // the time was set
            const FloorFigures remembered = figures(state, instant(after), {}, cache, tones);
            if (++compared % 4 != 0) continue;
            const std::string differs =
                difference(withoutWhatHolds(figures(state, instant(after))), withoutWhatHolds(remembered));
            QVERIFY2(differs.empty(), ("seed " + std::to_string(seed) + "\n" + differs).c_str());
        }
        QCOMPARE(cache.queues.size(), state.queues.size());
        QCOMPARE(tones.queues.size(), state.queues.size());
        state.queues.erase("press");
        figures(state, instant(after), {}, cache, tones);
        QCOMPARE(cache.queues.size(), state.queues.size());
        QCOMPARE(tones.queues.size(), state.queues.size());
    }
}

void TestFigures::reportWithoutRevisionIsSummedUpEachTime()
{
    FiguresCache cache;
    ToneMemory tones;
    for (const std::uint64_t answered : {3, 5}) {
        QueueDay day = dayOf({slotAt(noon - minutes{10}, answered, 1)});
        day.header.revision = {};
        const State state = heard({told(QueueDayReported{"chat", "a", day})});
        QCOMPARE(only(figures(state, instant({}), {}, cache, tones)).day_tally.answered, answered);
    }
}

void TestFigures::forecastHoldsForASecond()
{
    QueueNow now = nowOf({}, {Seconds{40}, Seconds{30}, Seconds{5}});
    State state = heard({told(QueueDayReported{"mail", "a", pressedDay()}), told(QueueNowReported{"mail", "a", now})});
    FiguresCache cache;
    ToneMemory tones;
    figures(state, instant(-Seconds{1}), {}, cache, tones);  // the first one holds for less
    const Forecast first = only(figures(state, instant({}), {}, cache, tones)).forecast;
    QVERIFY(!first.none);
    now.header.revision.sequence = 2;
    now.waiting = 60;
    state = reduce(std::move(state), told(QueueNowReported{"mail", "a", now}));
    QVERIFY(only(figures(state, instant(Milliseconds{999}), {}, cache, tones)).forecast == first);
    const Forecast next = only(figures(state, instant(Seconds{1}), {}, cache, tones)).forecast;
    QVERIFY(next == only(figures(state, instant(Seconds{1}))).forecast);
    QVERIFY(next.breaches_10min > first.breaches_10min);
    // Not so long where it may not be shown at all.
    state = reduce(std::move(state), told(LinkChanged{LinkPhase::Down, {}}, Seconds{1}));
    const auto none = only(figures(state, instant(Milliseconds{1001}), {}, cache, tones)).forecast.none;
    QCOMPARE(none, std::optional{NoForecast::NotLive});
}

void TestFigures::whoTellsOnlyTheDay()
{
    const State day = heard({told(QueueDayReported{"chat", "a", dayOf({slotAt(noon - minutes{10}, 9, 1)})})});
    QVERIFY(only(figures(day, instant({}))).day_only);
    QVERIFY(!only(figures(reduce(day, told(QueueNowReported{"chat", "b", nowOf({})})), instant({}))).day_only);
}

QTEST_GUILESS_MAIN(TestFigures)
#include "tst_figures.moc"
