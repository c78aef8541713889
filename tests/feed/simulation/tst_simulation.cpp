// Goal: the simulated floor is the same for a seed and keeps the order of things, in bounded memory.
// Method: run days and weeks of it at fixed seeds, follow each conversation and each count of agents.

#include "feed/conversation/hash.h"
#include "feed/simulated.h"
#include "feed/simulation/simulation.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

using namespace carewall;
using namespace carewall::feed;
using namespace carewall::support;
using namespace std::chrono_literals;

namespace {

class Hash {
public:
    void add(std::uint64_t value) { m_value = feed::mix(m_value, value); }
    void add(const std::string& text)
    {
        for (const char c : text)
            add(static_cast<std::uint64_t>(static_cast<unsigned char>(c)));
        add(text.size());
    }
    void add(const ConversationEvent& h)
    {
        add(static_cast<std::uint64_t>(core::toMs(h.at)));
        add(static_cast<std::uint64_t>(h.kind) << 8U | static_cast<std::uint64_t>(h.by));
        for (const std::string* text :
             {&h.conversation, &h.author, &h.queue, &h.channel, &h.team, &h.language, &h.text})
            add(*text);
        for (const std::string& issue : h.issues)
            add(issue);
        add(std::bit_cast<std::uint64_t>(h.sentiment.value_or(99)));
        add(h.reach);
        if (h.agents)
            for (const std::uint32_t n : {h.agents->available, h.agents->busy, h.agents->away})
                add(n);
    }
    std::uint64_t value() const { return m_value; }

private:
    std::uint64_t m_value = 0;
};

std::uint64_t hashOf(std::uint64_t seed)
{
    Simulation simulation(show(seed, 24h));  // with the warm-up more than two days
    Hash hash;
    while (const auto event = simulation.next())
        hash.add(*event);
    return hash.value();
}

}  // namespace

class TestSimulation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSeedIsAStream();
    void timeNeverFalls();
    void conversationsMakeSense();
    void agentsAreCounted();
    void praisesAndBroadcasts();
    void memoryIsBounded();
    void beginsWarmAndEndsInTime();
};

void TestSimulation::aSeedIsAStream()
{
    const std::uint64_t one = hashOf(1);
    QCOMPARE(hashOf(1), one);
    QVERIFY(hashOf(2) != one);
}

void TestSimulation::timeNeverFalls()
{
    Simulation simulation(show(5, 24h * 7));
    core::WallTime last{};
    while (const auto event = simulation.next()) {
        QVERIFY2(event->at >= last, qPrintable(QString::number(core::toMs(event->at))));
        last = event->at;
    }
    QVERIFY(last > start + 24h * 7 - 10min);
}

void TestSimulation::conversationsMakeSense()
{
    enum class Stand { Asked, Answered, Over };
    std::map<std::string, Stand> stands;
    std::map<std::string, std::string> queues;
    Simulation simulation(show(11, 24h * 7));
    std::uint64_t back = 0;
    std::uint64_t community = 0;
    while (const auto h = simulation.next()) {
        if (h->kind == Kind::Staffed || h->kind == Kind::Broadcast || h->kind == Kind::Praised) continue;
        const bool fresh = !stands.contains(h->conversation);
        QVERIFY2(!fresh || h->kind == Kind::Asked, h->conversation.c_str());
        Stand& stand = stands[h->conversation];
        if (fresh) queues[h->conversation] = h->queue;
        QCOMPARE(h->queue, queues[h->conversation]);
        QVERIFY2(stand != Stand::Over, h->conversation.c_str());
        switch (h->kind) {
        case Kind::Asked:
            back += stand == Stand::Answered ? 1 : 0;
            break;
        case Kind::Replied:
            community += h->by == Role::Community ? 1 : 0;
            stand = Stand::Answered;
            break;
        case Kind::Abandoned:
            QVERIFY2(stand == Stand::Asked, h->conversation.c_str());
            stand = Stand::Over;
            break;
        case Kind::Resolved:
            QVERIFY2(stand == Stand::Answered, h->conversation.c_str());
            stand = Stand::Over;
            break;
        default:
            QFAIL("a kind that was passed over");
        }
    }
    const auto open = std::ranges::count_if(stands, [](const auto& each) { return each.second == Stand::Asked; });
    IN_BAND("unanswered at the end", static_cast<double>(open), 0, 150);
    QVERIFY(back > 1000);
    QVERIFY(community > 200);
}

void TestSimulation::agentsAreCounted()
{
    Simulation simulation(show(4, 24h * 3));
    std::map<std::string, core::Agents> now;
    std::map<std::string, core::WallTime> told;
    double lunch = 0;
    double lunches = 0;
    while (const auto h = simulation.next()) {
        if (h->kind != Kind::Staffed) continue;
        QVERIFY(h->agents.has_value());
        const std::uint32_t most = std::max({h->agents->available, h->agents->busy, h->agents->away});
        QVERIFY2(most <= 60, h->queue.c_str());  // one below none would be four thousand million
        QVERIFY2(!told.contains(h->queue) || h->at - told[h->queue] >= 5s, h->queue.c_str());
        QVERIFY2(!now.contains(h->queue) || now[h->queue] != *h->agents, h->queue.c_str());
        told[h->queue] = h->at;
        now[h->queue] = *h->agents;
        if (h->at < start) continue;
        std::uint32_t staffed = 0;
        std::uint32_t away = 0;
        for (const auto& [queue, agents] : now) {
            staffed += agents.staffed();
            away += agents.away;
        }
        const auto hour = (h->at - simulation.floor().dayStart(h->at)) / 1h;
        if (hour >= 2 && hour < 5) IN_BAND("agents at night", staffed, 8, 30);
        if (hour >= 10 && hour < 16) {
            IN_BAND("agents by day", staffed, 35, 90);
            lunch += static_cast<double>(away) / staffed;
            ++lunches;
        }
    }
    IN_BAND("share on breaks by day", lunch / lunches, 0.05, 0.25);
}

void TestSimulation::praisesAndBroadcasts()
{
    constexpr int days = 14;
    Simulation simulation(show(6, 24h * days));
    std::array<int, days> praised{};
    std::array<int, days> broadcasts{};
    std::set<std::string> sentences;
    std::set<std::string> moments;
    for (const ConversationEvent& h : run(simulation)) {
        const auto day = static_cast<std::size_t>((h.at - start) / 24h);
        if (h.kind == Kind::Broadcast) {
            ++broadcasts.at(day);
            QVERIFY(!h.text.empty() && h.reach > 0 && h.sentiment == std::nullopt);
        }
        if (h.kind != Kind::Praised) continue;
        ++praised.at(day);
        QVERIFY2(h.names_nobody, h.text.c_str());
        sentences.insert(h.text);
        QVERIFY2(moments.insert(h.conversation).second, h.conversation.c_str());
        QVERIFY2(h.text.size() > 20 && h.text.size() <= 280, h.text.c_str());
        const auto queue = std::ranges::find(simulation.queues(), h.queue, &SimulatedQueue::id);
        QVERIFY2(queue != simulation.queues().end(), h.queue.c_str());
        QCOMPARE(h.team, queue->team);
        QCOMPARE(h.channel, queue->channel);
    }
    for (int day = 0; day < days; ++day) {
        IN_BAND("praises", praised.at(static_cast<std::size_t>(day)), 5, 7);
        IN_BAND("broadcasts", broadcasts.at(static_cast<std::size_t>(day)), 3, 8);
    }
    QVERIFY2(sentences.size() >= 12, qPrintable(QString::number(sentences.size())));
}

void TestSimulation::memoryIsBounded()
{
    Simulation simulation(show(9, 24h * 28));
    std::array<std::size_t, 4> peaks{};
    while (const auto h = simulation.next()) {
        if (h->at >= start) {
            std::size_t& peak = peaks.at(static_cast<std::size_t>((h->at - start) / (24h * 7)));
            peak = std::max(peak, simulation.inFlight());
        }
    }
    for (const std::size_t peak : peaks) {
        IN_BAND("in flight", static_cast<double>(peak), 100, 6000);
        IN_BAND("in flight against the first week", static_cast<double>(peak) / static_cast<double>(peaks[0]), 0.5,
                1.5);
    }
}

void TestSimulation::beginsWarmAndEndsInTime()
{
    SimulationOptions options = show(3, 2h);
    options.start = start + 14h;
    Simulation simulation(options);
    std::optional<ConversationEvent> first;
    core::WallTime last{};
    while (const auto h = simulation.next()) {
        if (!first) first = h;
        last = h->at;
    }
    QVERIFY(first);
    IN_BAND("hours of history", static_cast<double>((options.start - first->at) / 1min) / 60, 37.9, 38.0);
    IN_BAND("minutes of show", static_cast<double>((last - options.start) / 1s) / 60, 119, 120);
    QVERIFY(!simulation.next());
    QVERIFY(!simulation.next());
}

QTEST_GUILESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
