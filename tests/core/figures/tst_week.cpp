// Goal: the week says what each day came to as the floor judges itself now, and nothing of days that nobody knows.
// Method: a history and a day made by hand; sums, promise and metrics against counts made by hand.
#include "core/calendar.h"
#include "core/figures/week.h"
#include "core/reported.h"

#include <QTest>

using namespace carewall::core;
using namespace carewall::tests;
using namespace std::chrono_literals;

namespace {

QueueNowReported lineOf(const char* queue, const Target& target, const char* channel)
{
    QueueNow now;
    now.header = header(1, noon);
    now.target = target;
    now.channel = channel;
    return {queue, "a", now};
}

Tally day(std::uint64_t answered, std::uint64_t within, double seconds)
{
    Tally tally;
    tally.offered = tally.answered = answered;
    tally.answered_within_target = within;
    tally.resolved = answered / 2;
    tally.fcr = answered / 4;
    tally.response.add(seconds, answered);
    return tally;
}

constexpr Target calls{20s, 0.8, AbandonPolicy::Ignored};
constexpr Target mails{4h, 0.9, AbandonPolicy::Ignored};

/// Phone with 100 answers a day, mail with 10; the third day before today is not known.
State floorWithAWeek()
{
    State state = heard({told(lineOf("phone", calls, "phone")), told(lineOf("mail", mails, "mail")),
                         told(QueueDayReported{"phone", "a", dayOf({slotAt(noon - 10min, 50, 45)})})});
    WallTime start = dayStart(noon);
    for (int ago = 1; ago <= 8; ++ago) {
        start = dayStart(start - 1ms);
        PastDay past;
        past.start = start;
        if (ago != 3) {
            past.queues["phone"] = day(100, 70, 15);
            past.queues["mail"] = day(10, 10, 3600);
            past.queues["gone"] = day(5000, 5000, 1);
            past.voices = Mentions{10, 1, 6, 0};
        }
        state.history.insert(state.history.begin(), past);
    }
    return state;
}

Week weekOf(const State& state)
{
    return week(state, figures(state, instant({})));
}

}  // namespace

class TestWeek : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBoardWithoutMemoryKnowsToday()
    {
        const Week week = weekOf(heard({told(QueueDayReported{"phone", "a", dayOf({slotAt(noon - 10min, 50, 45)})})}));
        QCOMPARE(week.days.back().answered, std::uint64_t{50});
        QVERIFY(week.days.back().start == dayStart(noon));
        for (std::size_t i = 0; i + 1 < week_days; ++i) {
            QVERIFY(week.days[i].start == dayStart(week.days[i + 1].start - 1ms));
            QCOMPARE(week.days[i].answered, std::uint64_t{0});
            QVERIFY(!week.days[i].service_level.ratio());
        }
    }

    void pastDaysAreSummedOverTheQueuesOfNow()
    {
        const Week week = weekOf(floorWithAWeek());
        QCOMPARE(week.days[5].answered, std::uint64_t{110});
        QCOMPARE(week.days[5].service_level.met, std::uint64_t{80});
        QCOMPARE(week.days[5].service_level.counted, std::uint64_t{110});
        QCOMPARE(week.days[5].fcr, std::uint64_t{27});
        QCOMPARE(week.days[5].voices.negative, std::uint64_t{6});
        QCOMPARE(week.days[3].answered, std::uint64_t{0});
        QCOMPARE(week.days[3].voices.mentions, std::uint64_t{0});
        QCOMPARE(week.days.back().answered, std::uint64_t{50});
    }

    void theTailIsOfThoseWhomTheSameIsPromised()
    {
        State state = floorWithAWeek();
        Week week = weekOf(state);
        QVERIFY(week.promise.within == 20s);
        QCOMPARE(week.promise.ratio, 0.8);
        QCOMPARE(week.promise.channel, std::string("phone"));
        QVERIFY(!week.promise.everybody);
        QCOMPARE(week.promise.queues, std::size_t{1});
        QCOMPARE(week.promise.of, std::size_t{2});
        QCOMPARE(week.days[5].response.count(), std::uint64_t{100});
        QVERIFY(std::abs(*week.days[5].response.quantile(0.9) - 15) < 0.2);

        state.queues["more"] = state.queues["phone"];
        state.queues["more"].sources["a"].now->report.channel = "chat";
        week = weekOf(state);
        QCOMPARE(week.promise.channel, std::string());
        QCOMPARE(week.days.back().response.count(), std::uint64_t{100});
    }

    void aChannelIsClaimedOnlyWhole()
    {
        State state = floorWithAWeek();
        state.queues["slow"] = state.queues["phone"];
        state.queues["slow"].sources["a"].now->report.target.within = 30s;
        const Week week = weekOf(state);
        QVERIFY(week.promise.within == 20s);
        QCOMPARE(week.promise.channel, std::string());
        QCOMPARE(week.promise.queues, std::size_t{1});
        QCOMPARE(week.promise.of, std::size_t{3});
    }

    void withoutPromisesTheTailIsOfAll()
    {
        State state = floorWithAWeek();
        for (auto& [id, queue] : state.queues)
            queue.sources["a"].now->report.target = {};
        const Week week = weekOf(state);
        QCOMPARE(week.promise.within.count(), Milliseconds::rep{0});
        QVERIFY(week.promise.everybody);
        QCOMPARE(week.days[5].response.count(), std::uint64_t{110});
    }

    void todaysVoicesAreThoseSinceMidnight()
    {
        VoiceDay voices;
        voices.header = header(1, noon);
        for (const WallTime start : {dayStart(noon) - 15min, dayStart(noon), noon - 4h}) {
            VoiceSlot slot;
            slot.start = start;
            slot.length = 15min;
            slot.total = {7, 2, 1, 0};
            voices.slots.push_back(slot);
        }
        VoiceNow now;
        now.header = header(1, noon);
        now.open = voices.slots.back();
        now.open->start = noon - 5min;
        const Week week = weekOf(heard({told(VoiceDayReported{"a", voices}), told(VoiceNowReported{"a", now})}));
        QCOMPARE(week.days.back().voices.mentions, std::uint64_t{21});
    }

    void metricsWithATargetComeFirst()
    {
        Metric plain;
        plain.value = 3;
        Metric aimed;
        aimed.value = 4.5;
        aimed.target = 4.2;
        const WallTime yesterday = dayStart(dayStart(noon) - 1ms);
        aimed.slots = {{yesterday, 1h, 4}, {yesterday + 1h, 3h, 2}, {noon - 24h * 30, 1h, 1}};
        const State state = heard({told(MetricReported{"a", plain}), told(MetricReported{"b", aimed})});
        const auto metrics = metricFigures(state, instant({}), weekOf(state));
        QCOMPARE(metrics.size(), std::size_t{2});
        QCOMPARE(metrics[0].metric, std::string("b"));
        QCOMPARE(metrics[0].days[5].value(), 2.5);
        QCOMPARE(metrics[0].days[6].value(), 4.5);
        QVERIFY(!metrics[0].days[0] && !metrics[0].days[4]);
        QVERIFY(metrics[1].freshness == Freshness::Live);
    }
};

QTEST_APPLESS_MAIN(TestWeek)
#include "tst_week.moc"
