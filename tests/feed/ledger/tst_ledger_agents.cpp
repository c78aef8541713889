// Goal: the agents of a queue are as the newest event says, told one by one or counted.
// Method: agents who come, take calls and go by hand; the busy time that follows; more agents than are kept.

#include "feed/ledger_figures.h"
#include "support/compare.h"

#include <QtTest>

using namespace carewall;
using namespace carewall::support;
using feed::AgentState;
using feed::Ledger;

namespace {

feed::ConversationEvent agent(double minutes, std::string who, AgentState state, std::string queue = {})
{
    auto made = event(feed::Kind::Agent, minutes, {}, std::move(who), feed::Role::Agent);
    made.agent = state;
    made.queue = std::move(queue);
    return made;
}

/// "available busy away", or "none".
std::string agents(const Ledger& ledger, const std::string& queue)
{
    const auto& now = ledger.queues().at(queue).agents;
    if (!now) return "none";
    return std::to_string(now->available) + " " + std::to_string(now->busy) + " " + std::to_string(now->away);
}

}  // namespace

class TestLedgerAgents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agentsAreCountedByQueue();
    void whoNamesNoQueueIsMeantEverywhere();
    void theNewestWordStands();
    void busyTimeFollows();
    void agentsAreBounded();
};

void TestLedgerAgents::agentsAreCountedByQueue()
{
    Ledger ledger = ledgerOf({asked(0, "a"), asked(0, "b", "chat")});
    QCOMPARE(agents(ledger, "mail"), std::string{"none"});
    ledger.take(agent(1, "x", AgentState::Available, "mail"));
    ledger.take(agent(1, "y", AgentState::Busy, "mail"));
    ledger.take(agent(1, "z", AgentState::Away, "mail"));
    ledger.take(agent(1, "x", AgentState::Available, "phone"));
    QCOMPARE(agents(ledger, "mail"), std::string{"1 1 1"});
    QCOMPARE(agents(ledger, "phone"), std::string{"1 0 0"});
    QCOMPARE(agents(ledger, "chat"), std::string{"none"});
    ledger.take(agent(2, "z", AgentState::Available, "mail"));
    ledger.take(agent(3, "y", AgentState::Gone, "mail"));
    QCOMPARE(agents(ledger, "mail"), std::string{"2 0 0"});
}

void TestLedgerAgents::whoNamesNoQueueIsMeantEverywhere()
{
    Ledger ledger =
        ledgerOf({agent(1, "x", AgentState::Available, "mail"), agent(1, "x", AgentState::Available, "phone"),
                  agent(1, "y", AgentState::Available, "phone"), agent(2, "x", AgentState::Busy)});
    QCOMPARE(agents(ledger, "mail"), std::string{"0 1 0"});
    QCOMPARE(agents(ledger, "phone"), std::string{"1 1 0"});
    ledger.take(agent(3, "x", AgentState::Gone));
    QCOMPARE(agents(ledger, "mail"), std::string{"0 0 0"});
    QCOMPARE(agents(ledger, "phone"), std::string{"1 0 0"});
    QCOMPARE(ledger.counts().agents_left_out, std::uint64_t{0});
    ledger.take(agent(4, "x", AgentState::Gone));
    ledger.take(agent(4, "stranger", AgentState::Busy));
    ledger.take(agent(4, "", AgentState::Busy, "mail"));
    QCOMPARE(ledger.counts().agents_left_out, std::uint64_t{2});
    QCOMPARE(agents(ledger, "mail"), std::string{"0 0 0"});
}

void TestLedgerAgents::theNewestWordStands()
{
    feed::ConversationEvent counted = support::event(feed::Kind::Staffed, 2, "");
    counted.queue = "mail";
    counted.agents = core::Agents{5, 4, 3};
    Ledger ledger = ledgerOf({agent(1, "x", AgentState::Available, "mail"), counted});
    QCOMPARE(agents(ledger, "mail"), std::string{"5 4 3"});
    ledger.take(agent(3, "stranger", AgentState::Gone, "mail"));  // who never was there changes nothing
    QCOMPARE(agents(ledger, "mail"), std::string{"5 4 3"});
    ledger.take(agent(4, "x", AgentState::Away, "mail"));
    QCOMPARE(agents(ledger, "mail"), std::string{"0 0 1"});
    ledger.take(agent(3.5, "x", AgentState::Busy, "mail"));  // late
    QCOMPARE(agents(ledger, "mail"), std::string{"0 0 1"});
}

void TestLedgerAgents::busyTimeFollows()
{
    Ledger ledger = ledgerOf({agent(1, "x", AgentState::Busy, "mail"), agent(2, "y", AgentState::Busy, "mail"),
                              agent(6, "x", AgentState::Available), agent(8, "y", AgentState::Gone)});
    ledger.advanceTo(at(30));
    QCOMPARE(sum(ledger).line.busy_ms / 60'000, std::uint64_t{5 + 6});
}

void TestLedgerAgents::agentsAreBounded()
{
    Ledger ledger{options()};
    for (std::size_t i = 0; i < feed::max_agents + 3; ++i)
        ledger.take(agent(1, std::to_string(i), AgentState::Available, i % 2 == 0 ? "mail" : "chat"));
    QCOMPARE(ledger.counts().agents_left_out, std::uint64_t{3});
    QCOMPARE(std::size_t{ledger.queues().at("mail").agents->available} + ledger.queues().at("chat").agents->available,
             feed::max_agents);
    ledger.take(agent(2, "0", AgentState::Gone, "mail"));
    ledger.take(agent(3, "new", AgentState::Busy, "mail"));
    QCOMPARE(ledger.queues().at("mail").agents->busy, std::uint32_t{1});
}

QTEST_GUILESS_MAIN(TestLedgerAgents)
#include "tst_ledger_agents.moc"
