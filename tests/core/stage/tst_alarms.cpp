// Goal: an alarm means something: a passing call raises none, a lasting one takes the screen once and gives it back,
// not too often, and none is missed while the line was down.
// Method: a day of simulated seconds with scripted tones; the times at which the screen was taken are compared whole.
#include "core/stage/alarms.h"

#include <QTest>

#include <functional>
#include <map>
#include <set>

using namespace carewall::core;
using namespace std::chrono_literals;

namespace {

const WallTime midnight = wallTimeFromMs(1'748'908'800'000);  // 3 June 2025

QueueFigures queueIn(const std::string& id, Tone tone)
{
    QueueFigures queue;
    queue.queue = id;
    queue.label = "Queue " + id;
    queue.judged = tone;
    queue.tone = tone;
    return queue;
}

/// A floor whose queues' tones are told by the second of its day.
struct Day {
    using Script = std::function<Tone(Milliseconds)>;
    std::map<std::string, Script> script;
    AlarmSettings settings{};
    double rate = 1;                 ///< floor seconds a real one
    Milliseconds jumps_at = 25h;     ///< from then on the floor's clock is another
    Milliseconds jump{0};            ///< by so much
    Milliseconds day_only_until{0};  ///< until then no queue tells how it stands now, and none calls
    Milliseconds holds{0};           ///< for which a tile shows that it called; the alarm goes by what is
    std::set<Milliseconds> busy{};   ///< real seconds at which the screen is not free
    Milliseconds real{0};            ///< time gone by

    Alarms alarms{};
    QStringList told{};  ///< "09:00:30 takes a", "09:01:00 back", "10:00:00 Queue a over after 3600 s"

    void run(Milliseconds until)
    {
        const auto clock = [&](Milliseconds floor) {
            return QTime::fromMSecsSinceStartOfDay(static_cast<int>(floor.count())).toString("HH:mm:ss ");
        };
        for (; static_cast<double>(real.count()) * rate < static_cast<double>(until.count()); real += 1s) {
            const Milliseconds floor_time{static_cast<std::int64_t>(static_cast<double>(real.count()) * rate)};
            FloorFigures floor;
            floor.time = midnight + floor_time + (floor_time >= jumps_at ? jump : Milliseconds{0});
            for (const auto& [id, tone] : script) {
                const bool whole = floor_time >= day_only_until;
                floor.queues.push_back(queueIn(id, whole ? tone(floor_time) : Tone::Calm));
                floor.queues.back().day_only = !whole;
                for (Milliseconds ago = 1s; ago < holds && ago <= floor_time; ago += 1s)
                    if (tone(floor_time - ago) == Tone::Act) floor.queues.back().tone = Tone::Act;
            }
            const auto before = alarms;
            const Milliseconds passed{static_cast<std::int64_t>(1000 * rate)};
            alarms = watch(std::move(alarms), floor, passed, !busy.contains(real), settings,
                           {floor.time, SteadyTime{1h} + real});
            if (alarms.on_screen != before.on_screen)
                told << clock(floor_time) + (alarms.on_screen
                                                 ? "takes " + QString::fromStdString(alarms.on_screen->queue)
                                                 : QString("back"));
            if (alarms.recovery && alarms.recovery != before.recovery)
                told << clock(floor_time) + QString::fromStdString(alarms.recovery->label) +
                            (alarms.recovery->at_least ? " over after at least " : " over after ") +
                            QString::number(alarms.recovery->lasted / 1s) + " s";
        }
    }
};

/// Act within spans of seconds, calm outside.
Day::Script actWithin(const std::vector<std::pair<Milliseconds, Milliseconds>>& spans, Tone else_tone = Tone::Calm)
{
    return [spans, else_tone](Milliseconds at) {
        for (const auto& [from, to] : spans)
            if (at >= from && at < to) return Tone::Act;
        return else_tone;
    };
}

}  // namespace

class TestAlarms : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDay();
    void aTilesHoldChangesNoAlarm();
    void theScreenAndItsTileAgree();
    void aQueueNotYetHeardWholeIsFound();
    void aPassingCallIsNoAlarm();
    void aFlickeringCallIsOneAlarm();
    void theBudgetIsKept();
    void twoTakeTurns();
    void whatBeganWhileTheLineWasDownIsShown();
    void aShortSilenceIsNoRecovery();
    void whatEndedUnheardIsNotTold();
    void whatCallsAfterALongSilenceBeginsAnew();
    void aClockThatJumpsIsTimeUnheard();
    void whoCallsAgainHasNotRecovered();
    void closingIsNoRecovery();
    void aReplayAlarmsAsItsDayDid();
    void noneIsTakenWithoutABudget();
    void aBusyScreenIsWaitedFor();
    void aQueueThatIsGoneTakesNothing();
};

void TestAlarms::aDay()
{
    Day day{{{"a", actWithin({{9h, 9h + 40min}, {9h + 50min, 10h}, {15h, 15h + 20s}})},
             {"b", actWithin({{9h + 2min, 9h + 10min}, {13h, 14h}}, Tone::Watch)}}};
    day.run(24h);
    QCOMPARE(day.told, (QStringList{"09:00:30 takes a",  // after 30 s of calling
                                    "09:01:00 back",     // having had it for 30 s
                                    "09:02:30 takes b", "09:03:00 back",
                                    "09:13:00 Queue b over after 480 s",   // 3 min after the last call
                                    "09:43:00 Queue a over after 2400 s",  //
                                    "09:50:30 takes a", "09:51:00 back", "10:03:00 Queue a over after 600 s",
                                    "13:00:30 takes b", "13:01:00 back", "14:03:00 Queue b over after 3600 s"}));
}

void TestAlarms::aTilesHoldChangesNoAlarm()
{
    // 25 s of calling, shown for 45: no alarm. 10 min of it: told as such.
    Day day{{{"a", actWithin({{9h, 9h + 25s}, {9h + 30min, 9h + 40min}})}}};
    day.holds = 20s;
    day.run(10h);
    QCOMPARE(day.told, (QStringList{"09:30:30 takes a", "09:31:00 back", "09:43:00 Queue a over after 600 s"}));
}

void TestAlarms::theScreenAndItsTileAgree()
{
    // An end after 5 s is told when the tile says so, too; the screen is not held by who no longer calls.
    Day day{{{"a", actWithin({{9h, 9h + 32s}})}}};
    day.holds = 20s;
    day.settings.over = 5s;
    day.run(10h);
    QCOMPARE(day.told, (QStringList{"09:00:30 takes a", "09:00:51 back", "09:00:51 Queue a over after 32 s"}));
    Day calm = day;
    calm.real = 0s;
    calm.alarms = {};
    calm.told.clear();
    calm.holds = 3s;
    calm.settings.over = 180s;
    calm.run(10h);
    QCOMPARE(calm.told, (QStringList{"09:00:30 takes a", "09:00:34 back", "09:03:32 Queue a over after 32 s"}));
}

void TestAlarms::aQueueNotYetHeardWholeIsFound()
{
    // As the board starts, the day's report comes a little before the one that says who waits.
    Day day{{{"a", [](Milliseconds) { return Tone::Act; }}}};
    day.day_only_until = 2s;
    day.run(1min);
    QCOMPARE(day.told, (QStringList{"00:00:07 takes a", "00:00:37 back"}));
    QVERIFY(!day.alarms.queues.at("a").since_known);
}

void TestAlarms::aPassingCallIsNoAlarm()
{
    Day day{{{"a", [](Milliseconds at) { return at % 1min < 29s ? Tone::Act : Tone::Watch; }}}};
    day.run(6h);
    QCOMPARE(day.told, QStringList{"00:00:05 takes a"} + QStringList{"00:00:29 back"});
}

void TestAlarms::aFlickeringCallIsOneAlarm()
{
    // A minute on, two minutes off, from nine to ten: near its border a queue's tone does that.
    Day day{
        {{"a", [](Milliseconds at) { return at >= 9h && at < 10h && at % 3min < 1min ? Tone::Act : Tone::Watch; }}}};
    day.run(24h);
    QCOMPARE(day.told, (QStringList{"09:00:30 takes a", "09:01:00 back", "10:01:00 Queue a over after 3480 s"}));
}

void TestAlarms::theBudgetIsKept()
{
    // Twelve queues call one after the other, five minutes apart.
    Day day;
    for (int i = 0; i < 12; ++i) {
        const Milliseconds from = 9h + i * 5min;
        day.script[std::string(1, static_cast<char>('a' + i))] = actWithin({{from, 12h}});
    }
    day.run(11h);
    QStringList takers;
    for (const QString& told : day.told)
        if (told.contains("takes")) takers << told.right(1);
    QCOMPARE(takers, (QStringList{"a", "b", "c", "d", "e", "f"}));
    for (const auto& [id, alarm] : day.alarms.queues)
        QVERIFY2(alarm.active, id.c_str());  // those over the budget still stand in their tiles
}

void TestAlarms::twoTakeTurns()
{
    Day day{{{"a", actWithin({{9h, 10h}})}, {"b", actWithin({{9h, 10h}})}}};
    day.run(9h + 30min);
    QCOMPARE(day.told, (QStringList{"09:00:30 takes a", "09:01:00 takes b", "09:01:30 back"}));
    Day again{{{"a", actWithin({{9h, 9h + 2min}, {9h + 6min, 10h}})}}};
    again.run(9h + 30min);
    QCOMPARE(again.told, (QStringList{"09:00:30 takes a", "09:01:00 back",
                                      "09:05:00 Queue a over after 120 s"}));  // within 15 min: not again
}

void TestAlarms::whatBeganWhileTheLineWasDownIsShown()
{
    const auto with_outage = [](Milliseconds calls_from) {
        return [=](Milliseconds at) {
            if (at >= 9h && at < 9h + 20min) return Tone::Silent;
            return at >= calls_from ? Tone::Act : Tone::Calm;
        };
    };
    Day day{{{"a", with_outage(9h + 5min)}, {"b", with_outage(9h - 10min)}, {"c", with_outage(9h + 20min + 10s)}}};
    day.run(10h);
    QCOMPARE(day.told, (QStringList{"08:50:30 takes b", "08:51:00 back",
                                    "09:20:05 takes a",  // as soon as what came back has settled
                                    "09:20:35 takes b", "09:21:05 takes c", "09:21:35 back"}));
    QVERIFY(!day.alarms.queues.at("a").since_known);
    QVERIFY(day.alarms.queues.at("c").since_known);
}

namespace {

/// Calls from nine, but is not heard within a span, and calls no more from `ends` on.
Day::Script callsUntil(Milliseconds ends, Milliseconds silent_from, Milliseconds silent_until)
{
    return [=](Milliseconds at) {
        if (at >= silent_from && at < silent_until) return Tone::Silent;
        return at >= 9h && at < ends ? Tone::Act : Tone::Calm;
    };
}

}  // namespace

void TestAlarms::aShortSilenceIsNoRecovery()
{
    Day day{{{"a", callsUntil(10h, 9h + 10min, 9h + 12min)}, {"b", callsUntil(9h + 41min, 9h + 40min, 9h + 42min)}}};
    day.run(11h);
    QCOMPARE(day.told, (QStringList{"09:00:30 takes a", "09:01:00 takes b", "09:01:30 back",
                                    "09:45:00 Queue b over after 2520 s",  // at 9:42 it was heard to have ended
                                    "10:03:00 Queue a over after 3600 s"}));
}

void TestAlarms::whatEndedUnheardIsNotTold()
{
    // Friday evening's alarm: nobody heard when it ended, so nobody says how long it lasted.
    Day day{{{"a", callsUntil(9h + 20min, 9h + 10min, 23h)}}};
    day.run(9h + 13min);
    QVERIFY(day.alarms.queues.at("a").active);
    day.run(9h + 14min);
    QVERIFY(!day.alarms.queues.at("a").active);
    day.run(24h);
    QCOMPARE(day.told, (QStringList{"09:00:30 takes a", "09:01:00 back"}));
    // Three minutes and a second are too long as well; one that is over while it is not heard, too.
    Day just{{{"a", callsUntil(9h + 10min, 9h + 10min, 9h + 13min + 1s)}}};
    just.run(24h);
    QCOMPARE(just.told, (QStringList{"09:00:30 takes a", "09:01:00 back"}));
    Day resting{{{"a", callsUntil(9h + 10min, 9h + 12min, 10h)}}};
    resting.run(24h);
    QCOMPARE(resting.told, (QStringList{"09:00:30 takes a", "09:01:00 back"}));
}

void TestAlarms::whatCallsAfterALongSilenceBeginsAnew()
{
    Day day{{{"a", callsUntil(10h, 9h + 10min, 9h + 30min)}}};
    day.run(9h + 31min);
    const QueueAlarm& alarm = day.alarms.queues.at("a");
    QVERIFY(alarm.active && !alarm.since_known);
    QCOMPARE(alarm.since, midnight + 9h + 30min);  // what was heard, not the half hour before
    day.run(11h);
    QCOMPARE(day.told, (QStringList{"09:00:30 takes a", "09:01:00 back", "09:30:05 takes a", "09:30:35 back",
                                    "10:03:00 Queue a over after at least 1800 s"}));
}

void TestAlarms::aClockThatJumpsIsTimeUnheard()
{
    // The machine slept, or its time was set: forward by 14 hours, and back.
    for (const Milliseconds jump : {Milliseconds{14h}, Milliseconds{-8h}}) {
        Day ended{{{"a", actWithin({{9h, 9h + 10min}})}}};
        ended.jumps_at = 9h + 10min;
        ended.jump = jump;
        ended.run(11h);
        QCOMPARE(ended.told, (QStringList{"09:00:30 takes a", "09:01:00 back"}));
        Day calls{{{"a", actWithin({{9h, 10h}})}}};
        calls.jumps_at = 9h + 20min;
        calls.jump = jump;
        calls.run(11h);
        QCOMPARE(calls.told, (QStringList{"09:00:30 takes a", "09:01:00 back", "09:20:05 takes a", "09:20:35 back",
                                          "10:03:00 Queue a over after at least 2400 s"}));
    }
    Day corrected{{{"a", actWithin({{9h, 10h}})}}};
    corrected.jumps_at = 9h + 20min;
    corrected.jump = -2min;
    corrected.run(11h);
    QCOMPARE(corrected.told, (QStringList{"09:00:30 takes a", "09:01:00 back", "10:03:00 Queue a over after 3480 s"}));
}

void TestAlarms::whoCallsAgainHasNotRecovered()
{
    // Over at 10:03, told for a minute; it calls again within that.
    Day day{{{"a", actWithin({{9h, 10h}, {10h + 3min + 10s, 11h}})}}};
    day.run(10h + 3min + 5s);
    QVERIFY(day.alarms.recovery.has_value());
    day.run(10h + 3min + 15s);
    QVERIFY(!day.alarms.recovery.has_value());
}

void TestAlarms::closingIsNoRecovery()
{
    Day day{{{"a", actWithin({{9h, 10h}}, Tone::Closed)}}};
    day.run(11h);
    QCOMPARE(day.told, (QStringList{"09:00:30 takes a", "09:01:00 back"}));
    QVERIFY(!day.alarms.queues.at("a").active);
}

void TestAlarms::aReplayAlarmsAsItsDayDid()
{
    // x60: what lasts is the floor's, what the eye needs is the viewer's. 30 real seconds are half an hour here.
    Day day{{{"a", actWithin({{9h, 9h + 40min}})}, {"b", actWithin({{12h, 12h + 20s}})}}, {}, 60};
    day.run(24h);
    QCOMPARE(day.told, (QStringList{"09:01:00 takes a", "09:31:00 back", "09:43:00 Queue a over after 2400 s"}));
}

void TestAlarms::noneIsTakenWithoutABudget()
{
    Day day{{{"a", actWithin({{9h, 10h}})}}};
    day.settings.an_hour = 0;
    day.run(11h);
    QCOMPARE(day.told, QStringList{"10:03:00 Queue a over after 3600 s"});
}

void TestAlarms::aBusyScreenIsWaitedFor()
{
    Day day{{{"a", actWithin({{9h, 10h}})}}};
    for (Milliseconds at = 9h; at < 9h + 2min; at += 1s)
        day.busy.insert(at);
    day.run(9h + 30min);
    QCOMPARE(day.told, (QStringList{"09:02:00 takes a", "09:02:30 back"}));
}

void TestAlarms::aQueueThatIsGoneTakesNothing()
{
    Day day{{{"a", actWithin({{9h, 10h}})}}};
    day.run(9h + 45s);
    day.script.clear();
    day.run(9h + 46s);
    QVERIFY(!day.alarms.on_screen);
    QVERIFY(day.alarms.queues.empty());
}

QTEST_GUILESS_MAIN(TestAlarms)
#include "tst_alarms.moc"
