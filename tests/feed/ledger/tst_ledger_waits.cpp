// Goal: who waits more than once is counted once a wait: transfers, customers who write again, merged conversations.
// Method: small floors by hand with what they come to; a floor with what was merged against one in which it never was.

#include "core/service_level.h"
#include "feed/ledger_figures.h"
#include "support/compare.h"

#include <QtTest>

using namespace carewall;
using namespace carewall::support;
using namespace std::chrono_literals;
using feed::Ledger;

namespace {

core::ServiceLevel level(const Ledger& ledger, const std::string& queue)
{
    return core::serviceLevel(sum(ledger, queue), options().target.abandons);
}

std::uint64_t waited(const Ledger& ledger, const std::string& queue)
{
    return sum(ledger, queue).line.waited_ms / 60'000;
}

}  // namespace

class TestLedgerWaits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoLeavesIsNeitherAnsweredNorAbandoned();
    void aTransferIsOfferedAgain();
    void aTransferWithoutAWord();
    void whatComesLateLeavesNoNewerWait();
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

QTEST_GUILESS_MAIN(TestLedgerWaits)
#include "tst_ledger_waits.moc"
