// Goal: the response scene draws what was answered, when and how fast, and nothing else.
// Method: a day's slots with known times by two sources; spans and bins against counts made by hand.
#include "core/response_day.h"
#include "reported.h"

#include <QTest>

using namespace carewall::core;
using namespace carewall::tests;
using namespace std::chrono_literals;

namespace {

Tally slotOf(WallTime start, double seconds, std::uint64_t times)
{
    Tally slot;
    slot.start = start;
    slot.length = 5min;
    slot.offered = slot.answered = times;
    slot.response.add(seconds, times);
    return slot;
}

bool near(const std::optional<double>& value, double exact)
{
    return value && std::abs(*value - exact) <= 0.0109 * exact;
}

}  // namespace

class TestResponseDay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingToDraw()
    {
        const ResponseDay day = responseDay(State{}, instant({}), {});
        QVERIFY(day.spans.empty() && day.bins.empty());
        QCOMPARE(day.centre_s, 0.0);
    }

    void sourcesOfAHalfHourMerge()
    {
        const State state = heard({told(QueueDayReported{"mail", "a", dayOf({slotOf(noon - 30min, 10, 30)})}),
                                   told(QueueDayReported{"mail", "b", dayOf({slotOf(noon - 25min, 1000, 10)})}),
                                   told(QueueDayReported{"chat", "a", dayOf({slotOf(noon - 90min, 40, 5)})})});
        const ResponseDay mail = responseDay(state, instant({}), "mail");
        QCOMPARE(mail.spans.size(), std::size_t{1});
        QVERIFY(mail.spans.front().start == noon - 30min);
        QCOMPARE(mail.spans.front().n, std::uint64_t{40});
        QVERIFY(near(mail.spans.front().p50_s, 10));
        QVERIFY(near(mail.spans.front().p90_s, 1000));
        const ResponseDay floor = responseDay(state, instant({}), {});
        QCOMPARE(floor.spans.size(), std::size_t{2});
        QCOMPARE(floor.spans.front().n, std::uint64_t{5});
    }

    void binsAreDoublingsOfTheTarget()
    {
        QueueNow now = nowOf({}, {});
        now.target = {Seconds{64}, 0.8};
        QueueDay day = dayOf({slotOf(noon - 10min, 1, 2), slotOf(noon - 10min, 60, 3), slotOf(noon - 10min, 70, 4),
                              slotOf(noon - 10min, 5000, 6), slotOf(noon - 70min, 60, 100)});
        const State state = heard({told(QueueDayReported{"mail", "a", day}), told(QueueNowReported{"mail", "a", now})});
        const ResponseDay drawn = responseDay(state, instant({}), "mail");
        QCOMPARE(drawn.centre_s, 64.0);
        QVERIFY((drawn.bins == std::vector<std::uint64_t>{2, 0, 0, 0, 3, 4, 0, 6}));
    }

    void withoutATargetTheMedianIsTheCentre()
    {
        const State state = heard({told(QueueDayReported{"mail", "a", dayOf({slotOf(noon - 10min, 70, 9)})})});
        QCOMPARE(responseDay(state, instant({}), "mail").centre_s, 64.0);
    }

    void targetsThatDifferAreNone()
    {
        QueueNow mail = nowOf({}, {});
        mail.target = {Seconds{20}, 0.8};
        QueueNow chat = mail;
        chat.target.within = Seconds{40};
        const State state = heard({told(QueueNowReported{"mail", "a", mail}), told(QueueNowReported{"chat", "a", chat}),
                                   told(QueueDayReported{"mail", "a", dayOf({slotOf(noon - 10min, 130, 9)})})});
        QCOMPARE(responseDay(state, instant({}), {}).centre_s, 128.0);
        QCOMPARE(responseDay(state, instant({}), "chat").centre_s, 40.0);
    }
};

QTEST_GUILESS_MAIN(TestResponseDay)
#include "tst_response_day.moc"
