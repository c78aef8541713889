// Goal: the response scene draws what was answered, when and how fast, and nothing else.
// Method: a day's slots with known times by two sources; spans and bins against counts made by hand.
#include "core/figures/figures.h"
#include "core/figures/response_day.h"
#include "core/reported.h"

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

ResponseDay floorDay(const State& state)
{
    return responseDays(state, instant({}), figures(state, instant({}))).floor;
}

/// Of a queue; empty where there is none of this name.
ResponseDay queueDay(const State& state, const char* queue)
{
    const FloorFigures floor = figures(state, instant({}));
    const ResponseDays days = responseDays(state, instant({}), floor);
    for (std::size_t i = 0; i < floor.queues.size(); ++i)
        if (floor.queues[i].queue == queue) return days.queues.at(i);
    return {};
}

}  // namespace

class TestResponseDay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingToDraw()
    {
        const ResponseDay day = floorDay(State{});
        QVERIFY(day.spans.empty() && day.bins.empty());
        QCOMPARE(day.centre_s, 0.0);
    }

    void sourcesOfAHalfHourMerge()
    {
        const State state = heard({told(QueueDayReported{"mail", "a", dayOf({slotOf(noon - 30min, 10, 30)})}),
                                   told(QueueDayReported{"mail", "b", dayOf({slotOf(noon - 25min, 1000, 10)})}),
                                   told(QueueDayReported{"chat", "a", dayOf({slotOf(noon - 90min, 40, 5)})})});
        const ResponseDay mail = queueDay(state, "mail");
        QCOMPARE(mail.spans.size(), std::size_t{1});
        QVERIFY(mail.spans.front().start == noon - 30min);
        QCOMPARE(mail.spans.front().n, std::uint64_t{40});
        QVERIFY(near(mail.spans.front().p50_s, 10));
        QVERIFY(near(mail.spans.front().p90_s, 1000));
        const ResponseDay floor = floorDay(state);
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
        const ResponseDay drawn = queueDay(state, "mail");
        QCOMPARE(drawn.centre_s, 64.0);
        QVERIFY((drawn.bins == std::vector<std::uint64_t>{2, 0, 0, 0, 3, 4, 0, 6}));
    }

    void withoutATargetTheMedianIsTheCentre()
    {
        const State state = heard({told(QueueDayReported{"mail", "a", dayOf({slotOf(noon - 10min, 70, 9)})})});
        QCOMPARE(queueDay(state, "mail").centre_s, 64.0);
    }

    void targetsThatDifferAreNone()
    {
        QueueNow mail = nowOf({}, {});
        mail.target = {Seconds{20}, 0.8};
        QueueNow chat = mail;
        chat.target.within = Seconds{40};
        const State state = heard({told(QueueNowReported{"mail", "a", mail}), told(QueueNowReported{"chat", "a", chat}),
                                   told(QueueDayReported{"mail", "a", dayOf({slotOf(noon - 10min, 130, 9)})})});
        QCOMPARE(floorDay(state).centre_s, 128.0);
        QCOMPARE(queueDay(state, "chat").centre_s, 40.0);
    }

    void groupsMergeTheirQueues()
    {
        const auto queue = [](const char* id, const char* channel, const char* team, double seconds, int target_s) {
            QueueNow now = nowOf({}, {});
            now.channel = channel;
            now.team = team;
            now.target = {Seconds{target_s}, 0.8};
            return std::vector<Event>{told(QueueNowReported{id, "a", now}),
                                      told(QueueDayReported{id, "a", dayOf({slotOf(noon - 10min, seconds, 20)})})};
        };
        std::vector<Event> events;
        for (const auto& some : {queue("calls", "phone", "north", 9, 20), queue("hotline", "phone", "south", 300, 20),
                                 queue("mails", "mail", "north", 5000, 3600), queue("desk", "", "", 40, 20)})
            events.insert(events.end(), some.begin(), some.end());
        const State state = heard(events);
        const FloorFigures floor = figures(state, instant({}));
        const ResponseDays days = responseDays(state, instant({}), floor);
        QCOMPARE(floor.channels.size(), std::size_t{2});
        QCOMPARE(days.channels.size(), std::size_t{2});
        QCOMPARE(days.teams.size(), std::size_t{2});
        QCOMPARE(floor.channels.at(1).name, std::string{"phone"});
        const ResponseDay& phone = days.channels.at(1);
        QCOMPARE(phone.centre_s, 20.0);  // one target
        QCOMPARE(phone.spans.at(0).n, std::uint64_t{40});
        QVERIFY(near(phone.spans.at(0).p50_s, 9));
        QVERIFY(near(phone.spans.at(0).p90_s, 300));  // merged: a mean of both would be 154
        QVERIFY((phone.bins == std::vector<std::uint64_t>{0, 0, 0, 20, 0, 0, 0, 20}));
        const ResponseDay& north = days.teams.at(0);
        QCOMPARE(north.spans.at(0).n, std::uint64_t{40});
        QVERIFY(north.centre_s != 20.0 && north.centre_s != 3600.0);  // two targets are none
        QCOMPARE(days.floor.spans.at(0).n, std::uint64_t{80});
    }
};

QTEST_GUILESS_MAIN(TestResponseDay)
#include "tst_response_day.moc"
