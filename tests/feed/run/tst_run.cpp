// Goal: a recorded day is played at its own pace, from where it is told, and the same each time.
// Method: a list of events and invented real times; the reports are read back by the board's own decoder.

#include "core/calendar.h"
#include "feed/list_source.h"
#include "feed/reports.h"
#include "feed/run/run.h"
#include "support/compare.h"

#include <QtTest>

#include <map>
#include <utility>

using namespace carewall;
using namespace carewall::support;
using namespace std::chrono_literals;

class TestRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(core::useTimeZone("UTC")); }
    void aRunKeepsPace();
    void aRunStartsWhereItIsTold();
    void aRunAtFullSpeedTellsEverySlot();
    void aRunIsTheSameEachTime();
    void anErrorEndsIt();
};

void TestRun::aRunKeepsPace()
{
    ListSource source{{asked(0, "a"), asked(10, "b"), asked(20, "c")}};
    feed::Run run{{60, {}, {}}, source, feed::Ledger{{}}, feed::Reporter{reporting()}};
    QVERIFY(run.step(real(0)));
    QVERIFY(run.floor() == at(0) && run.played() == 1);
    QVERIFY(run.step(real(9.99)));
    QCOMPARE(run.played(), std::uint64_t{1});
    QVERIFY(run.step(real(10)));
    QVERIFY(run.floor() == at(10) && run.played() == 2 && !run.ended());
    QVERIFY(run.step(real(1000)));
    QVERIFY(run.floor() == at(20) && run.played() == 3 && run.ended());
}

void TestRun::aRunStartsWhereItIsTold()
{
    ListSource source{{asked(0, "a"), replied(10, "a"), asked(20, "b"), asked(25, "c")}};
    feed::Run run{{60, at(15), at(25)}, source, feed::Ledger{{}}, feed::Reporter{reporting()}};
    const auto first = run.step(real(0));
    QVERIFY(first);
    QCOMPARE(run.floor(), at(15));
    const auto day = find<core::QueueDayReported>(*first).report;
    QCOMPARE(day.slots.size(), std::size_t{3});
    QCOMPARE(day.slots[2].answered, std::uint64_t{1});
    QVERIFY(run.step(real(10)));
    QVERIFY(run.ended() && run.floor() == at(25));
    QCOMPARE(run.played(), std::uint64_t{3});
}

void TestRun::aRunAtFullSpeedTellsEverySlot()
{
    std::vector<feed::ConversationEvent> events;
    events.reserve(500);
    for (int i = 0; i < 500; ++i)
        events.push_back(asked(i * 7.3, std::to_string(i), i % 3 == 0 ? "mail" : "chat"));
    auto told_at_once = reporting();
    told_at_once.least_gap = 0ms;
    ListSource source{events};
    feed::Run run{{0, {}, {}}, source, feed::Ledger{{}}, feed::Reporter{told_at_once}};
    std::map<std::pair<std::string, core::WallTime>, std::uint64_t> told;
    const auto take = [&](const std::vector<feed::Report>& reports) {
        for (const feed::Report& report : reports) {
            const core::Event event = read(report);
            const auto note = [&](const std::string& queue, const core::Tally& slot) {
                told[{queue, slot.start}] = std::max(told[{queue, slot.start}], slot.offered);
            };
            if (const auto* day = std::get_if<core::QueueDayReported>(&event.what))
                for (const core::Tally& slot : day->report.slots)
                    note(day->queue, slot);
            else if (const auto* now = std::get_if<core::QueueNowReported>(&event.what))
                note(now->queue, *now->report.open);
        }
    };
    while (!run.ended())
        take(*run.step(real(0.001 * static_cast<double>(run.played()))));
    take(run.last(real(2)));
    std::uint64_t sum = 0;
    for (const auto& [slot, offered] : told)
        sum += offered;
    QCOMPARE(sum, std::uint64_t{500});
}

void TestRun::aRunIsTheSameEachTime()
{
    std::vector<feed::ConversationEvent> events;
    for (int i = 0; i < 300; ++i) {
        events.push_back(voice(i * 3, "w" + std::to_string(i % 7), {"x", "y"}, i % 5 - 2));
        events.push_back(replied((i * 3) + 1, events.back().conversation));
    }
    const auto play = [&] {
        ListSource source{events};
        feed::Run run{{600, {}, {}}, source, feed::Ledger{{}}, feed::Reporter{reporting()}};
        std::string bytes;
        for (int i = 0; !run.ended(); ++i) {
            const auto step = run.step(real(i * 0.05));
            for (const feed::Report& report : *step)
                bytes += report.topic + '\n' + report.payload + '\n';
        }
        return bytes;
    };
    const std::string once = play();
    QVERIFY(once.size() > 10'000);
    QVERIFY(once == play());
}

void TestRun::anErrorEndsIt()
{
    ListSource source{{asked(0, "a"), asked(10, "b")}, "broken"};
    feed::Run run{{60, {}, {}}, source, feed::Ledger{{}}, feed::Reporter{reporting()}};
    QVERIFY(run.step(real(0)));
    const auto broken = run.step(real(10));
    QVERIFY(!broken);
    QCOMPARE(broken.error(), std::string{"broken"});
    QCOMPARE(run.played(), std::uint64_t{2});
    QVERIFY(!topics(run.last(real(11))).empty());
}

QTEST_GUILESS_MAIN(TestRun)
#include "tst_run.moc"
