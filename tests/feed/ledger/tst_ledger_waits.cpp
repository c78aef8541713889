// Goal: who waits more than once is counted once a wait: transfers, customers who write again, merged conversations.
// Method: small floors by hand with what they come to; a floor with what was merged against one in which it never was.

#include "core/calendar.h"
#include "core/service_level.h"
#include "feed/ledger_figures.h"
#include "support/compare.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace carewall;
using namespace carewall::support;
using namespace std::chrono_literals;
using feed::Ledger;

namespace {

core::ServiceLevel level(const Ledger& ledger, const std::string& queue)
{
    return core::serviceLevel(sum(ledger, queue), options().target.abandons);
}

feed::LedgerOptions again()
{
    feed::LedgerOptions made = options();
    made.customers_wait_again = true;
    return made;
}

std::uint64_t waited(const Ledger& ledger, const std::string& queue)
{
    return sum(ledger, queue).line.waited_ms / 60'000;
}

}  // namespace

class TestLedgerWaits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(core::useTimeZone("Europe/Berlin")); }
    void whoLeavesIsNeitherAnsweredNorAbandoned();
    void aTransferIsOfferedAgain();
    void aTransferWithoutAWord();
    void whatComesLateLeavesNoNewerWait();
    void whoIsResolvedUnansweredStaysInTheLevel();
    void whoComesBackWaitsAgain();
    void wordsThatResolveWaitForNobody();
    void whoComesBackWasNotSolvedInOne();
    void anIdThatComesAgainIsTold();
    void ofTwoMergedOneIsCounted();
    void whatWasMergedLeavesNoTrace_data();
    void whatWasMergedLeavesNoTrace();
    void ofTheMergedNothingComesAgain();
    void whatIsForgottenIsNotTakenBack();
    void partsSumUpToTheWhole();
};

void TestLedgerWaits::whoLeavesIsNeitherAnsweredNorAbandoned()
{
    const Ledger ledger = ledgerOf({asked(1, "a"), asked(2, "b"), leftQueue(7, "a"), replied(12, "b"), replied(13, "a"),
                                    gaveUp(14, "a"), leftQueue(15, "nobody")});
    QCOMPARE(figures(ledger), std::string{"2/1(1)/0(0)/0(0)/0 0"});
    QVERIFY(level(ledger, "mail") == (core::ServiceLevel{1, 1}));
    QCOMPARE(waited(ledger, "mail"), std::uint64_t{6 + 10});  // the time stays
    QCOMPARE(ledger.counts().orphans, std::uint64_t{1});
}

void TestLedgerWaits::aTransferIsOfferedAgain()
{
    // After 8 min in one queue it is answered within 5 min of the other.
    const Ledger ledger =
        ledgerOf({asked(1, "a"), leftQueue(9, "a", "mail"), asked(9, "a", "second"), replied(14, "a")});
    QCOMPARE(figures(ledger), std::string{"1/0(0)/0(0)/0(0)/0 0"});
    QCOMPARE(figures(ledger, "second"), std::string{"1/1(1)/0(0)/0(0)/0 0"});
    QCOMPARE(waited(ledger, "mail"), std::uint64_t{8});
    QCOMPARE(waited(ledger, "second"), std::uint64_t{5});
    QCOMPARE(ledger.counts().conversations, std::uint64_t{1});
    // The same queue again, and a transfer by who has answered.
    QCOMPARE(figures(ledgerOf({asked(1, "a"), leftQueue(2, "a"), asked(4, "a")})), std::string{"2/0(0)/0(0)/0(0)/0 1"});
    const Ledger answered =
        ledgerOf({asked(1, "a"), replied(2, "a"), leftQueue(8, "a"), asked(8, "a", "second"), gaveUp(40, "a")});
    QCOMPARE(figures(answered), std::string{"1/1(1)/0(0)/0(0)/0 0"});
    QCOMPARE(figures(answered, "second"), std::string{"1/0(0)/1(0)/0(0)/0 0"});
}

void TestLedgerWaits::aTransferWithoutAWord()
{
    const Ledger ledger = ledgerOf({asked(1, "a"), asked(4, "a"), asked(5, "a", ""), asked(6, "a", "second")});
    QCOMPARE(figures(ledger), std::string{"1/0(0)/0(0)/0(0)/0 0"});
    QCOMPARE(figures(ledger, "second"), std::string{"1/0(0)/0(0)/0(0)/0 1"});
    QCOMPARE(ledger.queues().at("second").waiting.begin()->first, at(6));
    // Not by what only goes on, nor by who was answered already.
    auto went_on = asked(6, "a", "second");
    went_on.continues = true;
    QCOMPARE(figures(ledgerOf({asked(1, "a"), went_on})), std::string{"1/0(0)/0(0)/0(0)/0 1"});
    QVERIFY(!ledgerOf({asked(1, "a"), replied(2, "a"), asked(6, "a", "second")}).queues().contains("second"));
}

void TestLedgerWaits::whatComesLateLeavesNoNewerWait()
{
    const Ledger ledger = ledgerOf({asked(1, "a"), asked(8, "a", "second"), leftQueue(7, "a", "mail"), replied(6, "a"),
                                    gaveUp(5, "a"), leftQueue(4, "a")});
    QCOMPARE(figures(ledger), std::string{"1/0(0)/0(0)/0(0)/0 0"});
    QCOMPARE(figures(ledger, "second"), std::string{"1/0(0)/0(0)/0(0)/0 1"});
}

void TestLedgerWaits::whoIsResolvedUnansweredStaysInTheLevel()
{
    // c27: closed after 40 min and after 6 h, the second told of only then; another answered after 5 min.
    const Ledger ledger = ledgerOf({asked(0, "a"), asked(0, "b"), asked(0, "c"), replied(5, "b"), resolved(6, "b"),
                                    resolved(40, "a"), resolved(360, "c"), replied(360.02, "c")});
    QCOMPARE(figures(ledger), std::string{"3/3(1)/0(0)/3(1)/0 0"});
    QVERIFY(level(ledger, "mail") == (core::ServiceLevel{1, 3}));
    const core::Sketch response = sum(ledger).response;
    QCOMPARE(response.count(), std::uint64_t{3});
    QVERIFY(std::abs(*response.quantile(1) - 6 * 3600) < 6 * 3600 * 0.011);
    // Who left is in no level, and its resolution answers nobody.
    QCOMPARE(figures(ledgerOf({asked(1, "a"), leftQueue(2, "a"), resolved(3, "a")})),
             std::string{"1/0(0)/0(0)/1(0)/0 0"});
}

void TestLedgerWaits::whoComesBackWaitsAgain()
{
    // c14: a writes after closing, b after an answer, and nobody answers them.
    const std::vector<feed::ConversationEvent> events = {asked(540, "a"), replied(544, "a"), resolved(550, "a"),
                                                         asked(570, "b"), replied(573, "b"), asked(580, "b"),
                                                         asked(660, "a"), asked(720, "c"),   replied(721, "c")};
    QCOMPARE(figures(ledgerOf(events)), std::string{"3/3(3)/0(0)/1(0)/0 0"});
    Ledger ledger = ledgerOf(events, again());
    QCOMPARE(figures(ledger), std::string{"5/3(3)/0(0)/1(0)/0 2"});
    const auto& waiting = ledger.queues().at("mail").waiting;
    QCOMPARE(waiting.begin()->first, at(580));
    QCOMPARE(waiting.rbegin()->first, at(660));
    // Answered again, each by its own wait: 141 and 7 min after they wrote again.
    ledger.take(asked(665, "a"));  // waits on since 660
    ledger.take(replied(667, "a"));
    ledger.take(replied(721, "b"));
    QCOMPARE(figures(ledger), std::string{"5/5(4)/0(0)/1(0)/0 0"});
    QVERIFY(std::abs(*sum(ledger).response.quantile(1) - 141 * 60) < 141 * 60 * 0.011);
    // Who gave up and writes again waits, and closing ends a wait too.
    QCOMPARE(figures(ledgerOf({asked(1, "a"), gaveUp(2, "a"), asked(5, "a")}, again())),
             std::string{"2/0(0)/1(1)/0(0)/0 1"});
    QCOMPARE(figures(ledgerOf({asked(1, "a"), replied(2, "a"), resolved(3, "a"), asked(5, "a"), resolved(55, "a")},
                              again())),
             std::string{"2/2(1)/0(0)/1(0)/0 0"});
    // What comes late was said before the answer.
    QCOMPARE(figures(ledgerOf({asked(1, "a"), replied(9, "a"), asked(5, "a")}, again())),
             std::string{"1/1(1)/0(0)/0(0)/0 0"});
    QCOMPARE(
        figures(ledgerOf({asked(1, "a"), replied(2, "a"), asked(5, "a"), replied(4, "a"), gaveUp(4, "a")}, again())),
        std::string{"2/1(1)/0(0)/0(0)/0 1"});
    // The customer's own reply is the customer speaking.
    QCOMPARE(figures(ledgerOf({asked(1, "a"), replied(2, "a"), replied(5, "a", "customer")}, again())),
             std::string{"2/1(1)/0(0)/0(0)/0 1"});
    // All of its waits are taken back.
    QCOMPARE(
        figures(ledgerOf({asked(1, "a"), replied(2, "a"), asked(5, "a"), gaveUp(7, "a"), asked(9, "a"), merged(9, "a")},
                         again())),
        std::string{"0/0(0)/0(0)/0(0)/0 0"});
}

void TestLedgerWaits::wordsThatResolveWaitForNobody()
{
    const Ledger ledger = ledgerOf({asked(1, "a"), replied(2, "a"), asked(9, "a"), resolved(9, "a")}, again());
    QCOMPARE(figures(ledger), std::string{"1/1(1)/0(0)/1(1)/0 0"});
    QCOMPARE(waited(ledger, "mail"), std::uint64_t{1});
}

void TestLedgerWaits::whoComesBackWasNotSolvedInOne()
{
    // c28: solved in one at 5, written again at 60, solved again: resolved once, in one no more, in its own slot.
    const std::vector<feed::ConversationEvent> events = {asked(0, "a"),  replied(5, "a"),  resolved(5, "a"),
                                                         asked(60, "a"), replied(90, "a"), resolved(100, "a")};
    for (const auto& with : {options(), again()}) {
        const Ledger ledger = ledgerOf(events, with);
        QCOMPARE(sum(ledger).resolved, std::uint64_t{1});
        QCOMPARE(sum(ledger).fcr, std::uint64_t{0});
        QCOMPARE(ledger.queues().at("mail").slots.at(at(5)).resolved, std::uint64_t{1});
    }
    QCOMPARE(figures(ledgerOf(events, again())), std::string{"2/2(1)/0(0)/1(0)/0 0"});
    // Thanks are no question.
    auto went_on = asked(60, "a");
    went_on.continues = true;
    QCOMPARE(
        figures(ledgerOf({asked(0, "a"), replied(5, "a"), resolved(5, "a"), went_on, replied(70, "a", "customer")})),
        std::string{"1/1(1)/0(0)/1(1)/0 0"});
}

void TestLedgerWaits::anIdThatComesAgainIsTold()
{
    const std::vector<feed::ConversationEvent> first = {asked(1, "a", "mail", "ann"), replied(2, "a"),
                                                        resolved(3, "a")};
    const auto then = [&](std::vector<feed::ConversationEvent> more, feed::LedgerOptions with = options()) {
        more.insert(more.begin(), first.begin(), first.end());
        return ledgerOf(more, std::move(with));
    };
    const Ledger ledger = then({asked(60, "a", "mail", "bob"), replied(80, "a"), resolved(90, "a")});
    QCOMPARE(figures(ledger), std::string{"2/2(1)/0(0)/2(2)/0 0"});
    QCOMPARE(ledger.counts().reused_ids, std::uint64_t{1});
    QCOMPARE(ledger.counts().conversations, std::uint64_t{2});
    // The same author, nobody by name, who goes on, and what was said before: the same conversation.
    auto went_on = asked(60, "a", "mail", "bob");
    went_on.continues = true;
    for (const auto& event :
         {asked(60, "a", "mail", "ann"), asked(60, "a", "mail", ""), went_on, asked(2, "a", "mail", "bob")})
        QCOMPARE(then({event}).counts().reused_ids, std::uint64_t{0});
    // While somebody waits there again it is not over.
    QCOMPARE(then({asked(60, "a", "mail", "ann"), asked(61, "a", "mail", "bob")}, again()).counts().reused_ids,
             std::uint64_t{0});
}

void TestLedgerWaits::ofTwoMergedOneIsCounted()
{
    // c23: a second ticket of the same matter is put to the first.
    const Ledger ledger = ledgerOf(
        {asked(0, "first"), asked(5, "second"), merged(10, "second"), replied(20, "first"), resolved(30, "first")});
    QCOMPARE(figures(ledger), std::string{"1/1(0)/0(0)/1(1)/0 0"});
    QCOMPARE(ledger.counts().conversations, std::uint64_t{1});
}

void TestLedgerWaits::whatWasMergedLeavesNoTrace_data()
{
    QTest::addColumn<std::vector<feed::ConversationEvent>>("events");
    using Events = std::vector<feed::ConversationEvent>;
    const auto row = [](const char* name, const Events& events) { QTest::newRow(name) << events; };
    row("waiting", {asked(1, "m")});
    row("answered", {asked(1, "m"), replied(7, "m")});
    row("answered out of a line", {asked(3, "m"), replied(4.5, "m")});
    row("answered too late", {asked(1, "m"), replied(17, "m")});
    row("answered by the community", {asked(1, "m"), replied(7, "m", "fan", feed::Role::Community)});
    row("abandoned", {asked(1, "m"), gaveUp(1.5, "m")});
    row("abandoned late", {asked(1, "m"), gaveUp(19, "m")});
    row("resolved in one", {asked(1, "m"), replied(7, "m"), resolved(13, "m")});
    row("resolved without an answer", {asked(1, "m"), resolved(13, "m")});
    row("transferred", {asked(1, "m"), asked(3, "m", "chat"), leftQueue(7, "m"), asked(12, "m"), replied(15, "m")});
}

void TestLedgerWaits::whatWasMergedLeavesNoTrace()
{
    QFETCH(std::vector<feed::ConversationEvent>, events);
    feed::LedgerOptions with = options();
    with.target.short_abandon = 1min;
    std::vector<feed::ConversationEvent> others = {asked(2, "a"),    asked(2.5, "b"), asked(4, "c", "chat"),
                                                   replied(6, "a"),  gaveUp(8, "b"),  resolved(9, "a"),
                                                   replied(14, "c"), asked(16, "d"),  resolved(18, "c")};
    std::vector<feed::ConversationEvent> all = others;
    all.insert(all.end(), events.begin(), events.end());
    std::ranges::stable_sort(all, {}, &feed::ConversationEvent::at);
    all.push_back(merged(21, "m"));
    Ledger never = ledgerOf(others, with);
    Ledger ledger = ledgerOf(all, with);
    for (Ledger* each : {&never, &ledger})
        each->advanceTo(at(25));
    for (const std::string queue : {"mail", "chat"}) {
        QCOMPARE(figures(ledger, queue), figures(never, queue));
        for (const auto& [start, slot] : ledger.queues().at(queue).slots) {
            core::Tally mine = slot;
            core::Tally without;
            if (const auto same = never.queues().at(queue).slots.find(start);
                same != never.queues().at(queue).slots.end())
                without = same->second;
            QCOMPARE(mine.line.waited_ms, without.line.waited_ms);
            QVERIFY(mine.response == without.response);
            QCOMPARE(mine.offered, without.offered);
            QCOMPARE(mine.abandoned_short, without.abandoned_short);
            QVERIFY(mine.line.answered_from_backlog <= mine.answered);
            QVERIFY(mine.line.passed_over <= mine.line.others_waiting);
        }
    }
}

void TestLedgerWaits::ofTheMergedNothingComesAgain()
{
    const Ledger ledger =
        ledgerOf({asked(1, "a"), asked(2, "b"), merged(3, "b"), merged(4, "b"), replied(5, "b"), resolved(6, "b"),
                  asked(7, "b"), gaveUp(8, "b"), leftQueue(9, "b"), asked(10, "b", "chat"), merged(11, "nobody")});
    QCOMPARE(figures(ledger), std::string{"1/0(0)/0(0)/0(0)/0 1"});
    QVERIFY(!ledger.queues().contains("chat"));
    QCOMPARE(ledger.counts().conversations, std::uint64_t{1});
    QCOMPARE(ledger.counts().orphans, std::uint64_t{1});
}

void TestLedgerWaits::whatIsForgottenIsNotTakenBack()
{
    // Asked yesterday, answered today, when yesterday's slots are gone.
    Ledger ledger = ledgerOf({asked(60, "a"), asked(60, "b"), replied(60 * 24 + 5, "a")});
    ledger.take(merged(60 * 24 + 90, "a"));
    QCOMPARE(figures(ledger), std::string{"0/0(0)/0(0)/0(0)/0 1"});
    QCOMPARE(ledger.counts().too_late, std::uint64_t{0});
}

void TestLedgerWaits::partsSumUpToTheWhole()
{
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        std::mt19937 random{seed};
        const auto below = [&](unsigned limit) { return random() % limit; };
        feed::LedgerOptions with = seed % 2 == 0 ? again() : options();
        const bool late = seed % 3 == 0;
        if (!late) with.abandon_after = 40min;  // a part of the floor cannot know that so much time has passed
        with.target.short_abandon = 1min;
        Ledger whole{with};
        Ledger even{with};
        Ledger odd{with};
        double minutes = 60;
        for (int i = 0; i < 600; ++i) {
            minutes += 0.001 * static_cast<double>(below(3000));
            const double then = minutes - (late ? 0.001 * static_cast<double>(below(6000)) : 0);
            const unsigned number = below(60);
            const std::string id = std::to_string(number);
            const std::string queue = below(6) == 0 ? "chat" : "mail";
            const unsigned what = below(16);
            const auto event = what < 5    ? asked(then, id, queue, "c" + id)
                               : what < 8  ? replied(then, id)
                               : what < 9  ? replied(then, id, "fan", feed::Role::Community)
                               : what < 11 ? resolved(then, id)
                               : what < 12 ? gaveUp(then, id)
                               : what < 13 ? merged(then, id)
                               : what < 14 ? asked(then, id, queue, "another" + id)
                                           : leftQueue(then, id, below(2) == 0 ? queue : "");
            whole.take(event);
            (number % 2 == 0 ? even : odd).take(event);
        }
        for (Ledger* ledger : {&whole, &even, &odd})
            ledger->advanceTo(at(5 * (std::floor(minutes / 5) + 1)));
        for (const auto& [id, queue] : whole.queues()) {
            for (const auto& [start, slot] : queue.slots) {
                core::Tally parts;
                for (const Ledger* part : {&even, &odd})
                    if (const auto held = part->queues().at(id).slots.find(start);
                        held != part->queues().at(id).slots.end())
                        parts.add(held->second);
                QVERIFY2(parts.line.waited_ms == slot.line.waited_ms, QByteArray::number(seed));
                core::Tally all = slot;
                parts.line = all.line = {};  // nobody sees from a part how the whole line moves
                parts.start = all.start;
                parts.length = all.length;
                QVERIFY2(parts == all, QByteArray::number(seed));
                QVERIFY2(slot.response.count() == slot.answered, QByteArray::number(seed));
                QVERIFY2(slot.answered_within_target <= slot.answered && slot.fcr <= slot.resolved &&
                             slot.abandoned_short <= slot.abandoned_within_target &&
                             slot.abandoned_within_target <= slot.abandoned &&
                             slot.line.answered_from_backlog <= slot.answered &&
                             slot.line.passed_over <= slot.line.others_waiting,
                         QByteArray::number(seed));
            }
            QVERIFY2(even.queues().at(id).waiting.size() + odd.queues().at(id).waiting.size() == queue.waiting.size(),
                     QByteArray::number(seed));
        }
        QCOMPARE(even.counts().conversations + odd.counts().conversations, whole.counts().conversations);
        QVERIFY2(whole.counts().reused_ids > 0 && whole.counts().orphans > 0, QByteArray::number(seed));
    }
}

QTEST_GUILESS_MAIN(TestLedgerWaits)
#include "tst_ledger_waits.moc"
