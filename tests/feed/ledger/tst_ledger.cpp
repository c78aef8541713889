// Goal: each figure of a queue is what its definition in feed/ledger.h says.
// Method: one worked example a definition; random floors split in two that must sum up to the whole; limits.

#include "core/calendar.h"
#include "core/limits.h"
#include "core/slots.h"
#include "feed/ledger/ledger.h"
#include "feed/ledger_figures.h"
#include "support/compare.h"

#include <QtTest>

#include <random>

using namespace carewall;
using namespace carewall::support;
using namespace std::chrono_literals;
using feed::Ledger;

class TestLedger : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(core::useTimeZone("Europe/Berlin")); }
    void examples_data();
    void examples();
    void eachHappeningCountsInItsSlot();
    void responseIsFromTheFirstQuestionToTheFirstAnswer();
    void whoWaitsTooLongHasGivenUp();
    void shortAbandonsAreApart();
    void timeWaitedCountsWhereItPasses();
    void lateHappeningsWaitExactly();
    void orderIsCountedInPairs();
    void slotsOfYesterdayGo();
    void lateHappeningsCountWhereTheyBelong();
    void partsSumUpToTheWhole();
    void memoryIsBounded();
    void queuesBeyondTheLimitAreCountedTogether();
    void staffAndPraise();
};

void TestLedger::examples_data()
{
    QTest::addColumn<std::vector<feed::ConversationEvent>>("events");
    QTest::addColumn<QByteArray>("expected");
    using Events = std::vector<feed::ConversationEvent>;
    const auto row = [](const char* name, const Events& events, const char* expected) {
        QTest::newRow(name) << events << QByteArray{expected};
    };
    const auto community = feed::Role::Community;
    row("waits", {asked(1, "a")}, "1/0(0)/0(0)/0(0)/0 1");
    row("answered within the target", {asked(1, "a"), replied(11, "a")}, "1/1(1)/0(0)/0(0)/0 0");
    row("answered too late", {asked(1, "a"), replied(11.01, "a")}, "1/1(0)/0(0)/0(0)/0 0");
    row("only the first answer counts", {asked(1, "a"), replied(2, "a"), replied(3, "a")}, "1/1(1)/0(0)/0(0)/0 0");
    row("speaking again before an answer", {asked(1, "a"), asked(5, "a"), replied(12, "a")}, "1/1(0)/0(0)/0(0)/0 0");
    row("speaking again after it", {asked(1, "a"), replied(2, "a"), asked(3, "a")}, "1/1(1)/0(0)/0(0)/0 0");
    row("a reply to oneself is no answer", {asked(1, "a"), replied(2, "a", "customer")}, "1/0(0)/0(0)/0(0)/0 1");
    row("a customer's reply is no answer", {asked(1, "a"), replied(2, "a", "x", feed::Role::Customer)},
        "1/0(0)/0(0)/0(0)/0 1");
    row("answered by the community", {asked(1, "a"), replied(2, "a", "fan", community), replied(3, "a")},
        "1/1(1)/0(0)/0(0)/1 0");
    row("abandoned within the target", {asked(1, "a"), gaveUp(5, "a")}, "1/0(0)/1(1)/0(0)/0 0");
    row("abandoned after it", {asked(1, "a"), gaveUp(30, "a")}, "1/0(0)/1(0)/0(0)/0 0");
    row("abandoned once, answered too late", {asked(1, "a"), gaveUp(5, "a"), gaveUp(6, "a"), replied(7, "a")},
        "1/0(0)/1(1)/0(0)/0 0");
    row("no abandon after an answer", {asked(1, "a"), replied(2, "a"), gaveUp(3, "a")}, "1/1(1)/0(0)/0(0)/0 0");
    row("resolved in one", {asked(1, "a"), replied(2, "a"), resolved(2, "a"), resolved(3, "a")},
        "1/1(1)/0(0)/1(1)/0 0");
    row("resolved in one by the customer's own thanks",
        {asked(1, "a"), replied(2, "a"), asked(9, "a"), resolved(9, "a")}, "1/1(1)/0(0)/1(1)/0 0");
    row("not in one: the customer came back", {asked(1, "a"), replied(2, "a"), asked(4, "a"), resolved(9, "a")},
        "1/1(1)/0(0)/1(0)/0 0");
    row("not in one: the customer came back after it",
        {asked(1, "a"), replied(2, "a"), resolved(2, "a"), asked(60, "a"), replied(70, "a"), resolved(71, "a")},
        "1/1(1)/0(0)/1(0)/0 0");
    row("in one: told in the order of its moment", {asked(1, "a"), replied(2, "a"), resolved(9, "a"), asked(9, "a")},
        "1/1(1)/0(0)/1(1)/0 0");
    row("not in one: two replies", {asked(1, "a"), replied(2, "a"), replied(4, "a"), resolved(4, "a")},
        "1/1(1)/0(0)/1(0)/0 0");
    row("resolved without an answer: answered then", {asked(1, "a"), resolved(4, "a")}, "1/1(1)/0(0)/1(0)/0 0");
    row("resolved without an answer, too late", {asked(1, "a"), resolved(40, "a"), replied(41, "a")},
        "1/1(0)/0(0)/1(0)/0 0");
    row("given up and resolved", {asked(1, "a"), gaveUp(2, "a"), resolved(40, "a")}, "1/0(0)/1(1)/1(0)/0 0");
    row("nothing of the unknown", {asked(1, "a"), replied(2, "b"), resolved(3, "b"), gaveUp(4, "b")},
        "1/0(0)/0(0)/0(0)/0 1");
}

void TestLedger::examples()
{
    QFETCH(std::vector<feed::ConversationEvent>, events);
    QFETCH(QByteArray, expected);
    const Ledger ledger = ledgerOf(events);
    QCOMPARE(figures(ledger), expected.toStdString());
}

void TestLedger::eachHappeningCountsInItsSlot()
{
    const Ledger ledger =
        ledgerOf({asked(4.99, "a"), asked(5, "b"), replied(9.99, "a"), replied(17, "b"), resolved(22, "b")});
    std::string all;
    for (const auto& [start, tally] : ledger.queues().at("mail").slots) {
        all += std::to_string((start - at(0)).count() / 60'000) + ":" + std::to_string(tally.offered) +
               std::to_string(tally.answered) + std::to_string(tally.resolved) + " ";
        QCOMPARE(tally.length, core::Milliseconds{5min});
    }
    QCOMPARE(all, std::string{"0:100 5:110 10:000 15:010 20:001 "});
    QCOMPARE(*ledger.since(), at(0));
}

void TestLedger::responseIsFromTheFirstQuestionToTheFirstAnswer()
{
    const Ledger ledger = ledgerOf({asked(0, "a"), asked(20, "a"), replied(30, "a"), replied(90, "a")});
    const core::Sketch response = sum(ledger).response;
    QCOMPARE(response.count(), std::uint64_t{1});
    QVERIFY(std::abs(*response.quantile(0.5) - 1800) < 1800 * 0.011);
}

void TestLedger::whoWaitsTooLongHasGivenUp()
{
    feed::LedgerOptions with = options();
    with.abandon_after = 60min;
    Ledger ledger = ledgerOf({asked(1, "a"), asked(2, "b"), replied(3, "b")}, with);
    ledger.advanceTo(at(60.99));
    QCOMPARE(figures(ledger), std::string{"2/1(1)/0(0)/0(0)/0 1"});
    ledger.advanceTo(at(130));
    QCOMPARE(figures(ledger), std::string{"2/1(1)/1(0)/0(0)/0 0"});
    QCOMPARE(ledger.queues().at("mail").slots.at(at(60)).abandoned, std::uint64_t{1});
    ledger.take(replied(131, "a"));
    QCOMPARE(ledger.counts().late_answers, std::uint64_t{1});
    QCOMPARE(sum(ledger).answered, std::uint64_t{1});
}

void TestLedger::shortAbandonsAreApart()
{
    feed::LedgerOptions with = options();
    with.target.short_abandon = 60s;
    const Ledger ledger = ledgerOf(
        {asked(1, "a"), asked(2, "b"), asked(3, "c"), gaveUp(1.99, "a"), gaveUp(3, "b"), gaveUp(20, "c")}, with);
    QCOMPARE(figures(ledger), std::string{"3/0(0)/3(2)/0(0)/0 0"});
    QCOMPARE(sum(ledger).abandoned_short, std::uint64_t{1});
}

void TestLedger::timeWaitedCountsWhereItPasses()
{
    // a waits 4-11, b 6-7 and until the end; two agents are busy from 4 on, one from 12 on.
    feed::ConversationEvent staffed = support::event(feed::Kind::Staffed, 4, "");
    staffed.agents = core::Agents{0, 2, 0};
    staffed.queue = "mail";
    feed::ConversationEvent fewer = staffed;
    fewer.at = at(12);
    fewer.agents = core::Agents{1, 1, 0};
    Ledger ledger =
        ledgerOf({staffed, asked(4, "a"), asked(6, "b"), gaveUp(7, "b"), asked(9, "c"), replied(11, "a"), fewer});
    ledger.advanceTo(at(22));
    const auto minutes = [](const core::Tally& tally) {
        std::string text;
        for (const std::uint64_t ms :
             {tally.line.waited_ms, tally.line.pressed_ms, tally.line.backlog_ms, tally.line.busy_ms})
            text += std::to_string(ms / 60'000) + " ";
        return text;
    };
    std::string all;
    for (const auto& [start, tally] : ledger.queues().at("mail").slots)
        all += minutes(tally) + "| ";
    QCOMPARE(all, std::string{"1 1 0 2 | 7 5 2 10 | 6 5 1 7 | 5 5 0 5 | "});
    QCOMPARE(minutes(feed::openSlot(ledger.queues().at("mail"), at(24))), std::string{"4 4 0 4 "});
    QCOMPARE(sum(ledger).line.answered_from_backlog, std::uint64_t{1});
}

void TestLedger::lateHappeningsWaitExactly()
{
    const std::vector<feed::ConversationEvent> events = {asked(1, "a"),    asked(3, "b"),   replied(8, "a"),
                                                         asked(12, "c"),   gaveUp(13, "b"), asked(14, "d"),
                                                         replied(17, "c"), replied(21, "d")};
    std::vector<feed::ConversationEvent> late = {events[0], events[3], events[1], events[5],
                                                 events[2], events[7], events[4], events[6]};
    Ledger in_time = ledgerOf(events);
    Ledger out_of_time = ledgerOf(late);
    for (Ledger* ledger : {&in_time, &out_of_time})
        ledger->advanceTo(at(30));
    for (const auto& [start, tally] : in_time.queues().at("mail").slots)
        QCOMPARE(out_of_time.queues().at("mail").slots.at(start).line.waited_ms, tally.line.waited_ms);
    QCOMPARE(sum(in_time).line.waited_ms, std::uint64_t{29 * 60'000});
}

void TestLedger::orderIsCountedInPairs()
{
    const core::Tally in_order =
        sum(ledgerOf({asked(1, "a"), asked(2, "b"), asked(3, "c"), replied(4, "a"), replied(5, "b"), replied(6, "c")}));
    QCOMPARE(in_order.line.answered_from_backlog, std::uint64_t{2});
    QCOMPARE(in_order.line.others_waiting, std::uint64_t{3});
    QCOMPARE(in_order.line.passed_over, std::uint64_t{0});
    const core::Tally last_first =
        sum(ledgerOf({asked(1, "a"), asked(2, "b"), asked(3, "c"), replied(4, "c"), replied(5, "b"), replied(6, "a")}));
    QCOMPARE(last_first.line.passed_over, std::uint64_t{3});
    // Who came at the same moment is not passed over; of a long line the oldest 256 stand for all.
    QCOMPARE(sum(ledgerOf({asked(1, "a"), asked(1, "b"), replied(4, "b")})).line.passed_over, std::uint64_t{0});
    std::vector<feed::ConversationEvent> crowd;
    crowd.reserve(1001);
    for (int i = 0; i < 1000; ++i)
        crowd.push_back(asked(1 + (i * 0.001), std::to_string(i)));
    crowd.push_back(replied(5, "999"));
    const core::Tally crowded = sum(ledgerOf(crowd));
    QCOMPARE(crowded.line.others_waiting, std::uint64_t{core::limits::waiting_ages});
    QCOMPARE(crowded.line.passed_over, std::uint64_t{core::limits::waiting_ages});
}

void TestLedger::slotsOfYesterdayGo()
{
    // Berlin's midnight is 22:00 UTC in summer.
    Ledger ledger = ledgerOf({asked(20 * 60 + 30, "a"), asked(21 * 60 + 30, "b"), asked(22 * 60 + 5, "c")});
    QCOMPARE(sum(ledger).offered, std::uint64_t{2});  // the last hour before midnight is still there
    ledger.advanceTo(at(23 * 60));
    QCOMPARE(sum(ledger).offered, std::uint64_t{1});
    QCOMPARE(ledger.slotsFrom(), at(22 * 60));
    QCOMPARE(ledger.queues().at("mail").waiting.size(), std::size_t{3});
}

void TestLedger::lateHappeningsCountWhereTheyBelong()
{
    Ledger ledger = ledgerOf({asked(5, "a"), asked(65, "b")});
    const auto before = ledger.queues().at("mail").late_changes;
    ledger.take(replied(7, "a"));
    QCOMPARE(ledger.queues().at("mail").slots.at(at(5)).answered, std::uint64_t{1});
    QCOMPARE(ledger.queues().at("mail").late_changes, before + 1);
    QCOMPARE(ledger.now(), at(65));
    ledger.advanceTo(at(3 * 24 * 60));
    ledger.take(replied(70, "b"));
    QCOMPARE(ledger.counts().too_late, std::uint64_t{1});
}

void TestLedger::partsSumUpToTheWhole()
{
    for (std::uint32_t seed = 1; seed <= 50; ++seed) {
        std::mt19937 random{seed};
        const auto below = [&](unsigned limit) { return random() % limit; };
        feed::LedgerOptions with = options();
        with.abandon_after = 40min;
        Ledger whole{with};
        Ledger even{with};
        Ledger odd{with};
        double minutes = 0;
        for (int i = 0; i < 400; ++i) {
            minutes += 0.001 * static_cast<double>(below(3000));
            const unsigned number = below(80);
            const std::string id = std::to_string(number);
            const unsigned what = below(10);
            auto event = what < 4   ? asked(minutes, id, number % 3 == 0 ? "mail" : "chat", "c" + id)
                         : what < 7 ? replied(minutes, id)
                         : what < 8 ? replied(minutes, id, "fan" + id, feed::Role::Community)
                         : what < 9 ? resolved(minutes, id)
                                    : gaveUp(minutes, id);
            event.issues = {"i" + std::to_string(below(3))};
            event.sentiment = static_cast<double>(below(11)) - 5;
            whole.take(event);
            (number % 2 == 0 ? even : odd).take(event);
        }
        for (Ledger* ledger : {&whole, &even, &odd})
            ledger->advanceTo(at(5 * (std::floor(minutes / 5) + 1)));
        for (const auto& [id, queue] : whole.queues()) {
            core::Tally parts = sum(even, id);
            parts.add(sum(odd, id));
            core::Tally all = sum(whole, id);
            QVERIFY2(parts.line.waited_ms == all.line.waited_ms, QByteArray::number(seed));
            QVERIFY2(parts.line.pressed_ms >= all.line.pressed_ms, QByteArray::number(seed));
            parts.line = all.line = {};  // nobody sees from a part how the whole line moves
            QVERIFY2(parts == all, QByteArray::number(seed));
            std::size_t waiting = 0;
            for (const Ledger* part : {&even, &odd})
                waiting += part->queues().contains(id) ? part->queues().at(id).waiting.size() : 0;
            QVERIFY2(waiting == queue.waiting.size(), QByteArray::number(seed));
        }
        for (core::WallTime start = *whole.since(); start <= whole.now(); start += core::voice_slot) {
            core::VoiceSlot parts = even.voices().slot(start);
            parts.total.add(odd.voices().slot(start).total);
            parts.ladder.add(odd.voices().slot(start).ladder);
            QVERIFY2(parts.total == whole.voices().slot(start).total, QByteArray::number(seed));
            QVERIFY2(parts.ladder == whole.voices().slot(start).ladder, QByteArray::number(seed));
        }
    }
}

void TestLedger::memoryIsBounded()
{
    feed::LedgerOptions with = options();
    with.max_conversations = 100;
    with.forget_after = 2h;
    Ledger ledger{with};
    for (int i = 0; i < 1000; ++i)
        ledger.take(asked(i * 0.01, std::to_string(i)));
    QCOMPARE(ledger.queues().at("mail").waiting.size(), std::size_t{100});
    QCOMPARE(ledger.counts().crowded_out, std::uint64_t{900});
    ledger.take(asked(100, "999"));  // touched again, and kept
    ledger.advanceTo(at(140));
    QCOMPARE(ledger.queues().at("mail").waiting.size(), std::size_t{1});
    QCOMPARE(ledger.counts().forgotten, std::uint64_t{99});
}

void TestLedger::queuesBeyondTheLimitAreCountedTogether()
{
    Ledger ledger{options()};
    const std::size_t over = core::limits::queues + 50;
    for (std::size_t i = 0; i < over; ++i)
        ledger.take(asked(1, std::to_string(i), "q" + std::to_string(i)));
    QCOMPARE(ledger.queues().size(), core::limits::queues);
    QCOMPARE(sum(ledger, "other").offered, std::uint64_t{51});
    QCOMPARE(ledger.counts().queues_folded, std::uint64_t{51});
}

void TestLedger::staffAndPraise()
{
    feed::LedgerOptions with = options();
    with.queues = {{"mail", "Mail", "E-mail", "Care", {}, {}}};
    Ledger ledger{with};
    QCOMPARE(ledger.queues().at("mail").facts.label, std::string{"Mail"});
    feed::ConversationEvent staffed = support::event(feed::Kind::Staffed, 1, "");
    staffed.queue = "mail";
    staffed.agents = core::Agents{2, 3, 1};
    ledger.take(staffed);
    QCOMPARE(ledger.queues().at("mail").agents->busy, std::uint32_t{3});
    feed::ConversationEvent praise = support::event(feed::Kind::Praised, 2, "");
    praise.queue = "mail";
    praise.text = "Stayed on the line for two hours.";
    ledger.take(praise);
    QCOMPARE(ledger.praises().front().team, std::string{"Care"});
    for (int i = 0; i < 100; ++i)
        ledger.take(praise);
    QCOMPARE(ledger.praises().size(), feed::max_moments);
    ledger.advanceTo(at(24 * 60));
    QVERIFY(ledger.praises().empty());
}

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
