// Goal: each call counts once, as what it was, also where one message does not tell; a gap is told, not filled.
// Method: what a real Asterisk said; messages of our own for what it did not; events are compared as lines of words.

#include "connect/asterisk/ami_events.h"
#include "connect/asterisk/ami_messages.h"
#include "feed/sources/mapping.h"

#include <QtTest>

#include <random>

using namespace carewall;
using namespace carewall::support;
using namespace std::chrono_literals;

namespace {

feed::Mapping mapping()
{
    auto read = feed::parseMapping(
        "[[file]]\nmatch = \"*\"\nevent = \"asked\"\n[file.columns]\nconversation = \"call\"\ntime = \"at\"\n"
        "[[queue]]\nid = \"billing\"\nlabel = \"Billing\"\nvalues = [\"600\"]\n",
        "test.toml");
    if (!read) qFatal("%s", read.error().c_str());
    return *read;
}

std::string words(const feed::ConversationEvent& event)
{
    static constexpr std::array states{"available", "busy", "away", "gone"};
    const double at = static_cast<double>((event.at - moment(0).wall).count()) / 1000;
    std::string said = QString::number(at, 'f', 1).toStdString() + " ";
    switch (event.kind) {
    case feed::Kind::Asked:
        said += "asked ";
        break;
    case feed::Kind::Replied:
        said += "replied ";
        break;
    case feed::Kind::Abandoned:
        said += "abandoned ";
        break;
    case feed::Kind::Left:
        said += "left ";
        break;
    case feed::Kind::Agent:
        return said + states.at(static_cast<std::size_t>(*event.agent)) + " " + event.queue;
    default:
        said += "? ";
    }
    return said + event.conversation + " " + event.queue;
}

}  // namespace

class TestAmiEvents : public QObject {
    Q_OBJECT

    const feed::Mapping m_mapping = mapping();
    const feed::QueueNames m_names{m_mapping};
    const feed::Pseudonyms m_pseudonyms{"salt"};

    /// An Asterisk that says what it is told to.
    struct Asterisk {
        connect::AmiEvents events;
        double now = 0;

        void say(double at, const std::string& lines)
        {
            now = at;
            for (const auto& message : parsed(lines + "\n\n"))
                events.take(message, moment(at));
            events.advanceTo(moment(at));
        }
        void call(double at, const std::string& event, const std::string& call, const std::string& queue,
                  const std::string& more = "")
        {
            say(at, "Event: " + event + "\nUniqueid: " + call + "\nQueue: " + queue + more);
        }
        void list(double at, const std::string& items)
        {
            say(at, "Response: Success\nEventList: start\n\n" + items + "\nEvent: QueueStatusComplete");
        }
        static std::string totals(const std::string& queue, int completed, int abandoned)
        {
            return "Event: QueueParams\nQueue: " + queue + "\nCompleted: " + std::to_string(completed) +
                   "\nAbandoned: " + std::to_string(abandoned) + "\n\n";
        }
        std::string said()
        {
            std::string lines;
            while (const auto event = events.next())
                lines += (lines.empty() ? "" : "; ") + words(*event);
            return lines;
        }
        void after(double at)
        {
            now = at;
            events.advanceTo(moment(at));
        }
    };
    Asterisk made() { return {connect::AmiEvents{m_names, m_pseudonyms}}; }

private Q_SLOTS:
    void theRecordedDay();
    void answered();
    void abandonedOrOverflow();
    void leftByKey();
    void theAnswerMayTakeLong();
    void transferredAfterTheAnswer();
    void whoWaitsAtTheStart();
    void theListOvertakesEvents();
    void goneWhileAway();
    void notSeen();
    void anotherStart();
    void agents();
    void clocks();
    void keysTellVisitsApart();
    void damageIsNeverFatal();
};

void TestAmiEvents::theRecordedDay()
{
    auto asterisk = made();
    const auto start = core::wallTimeFromMs(1'796'057'941'000);
    core::Instant now{start, core::SteadyTime{1000s}};
    std::map<feed::Kind, int> kinds;
    std::map<std::string, int> asked;
    for (const auto& message : parsed(recordedAmi())) {
        if (const auto at = message.of("timestamp"); !at.empty())
            now.wall = core::wallTimeFromMs(static_cast<std::int64_t>(std::stod(std::string{at}) * 1000) + 1);
        now.steady = core::SteadyTime{1000s} + (now.wall - start);
        asterisk.events.take(message, now);
        asterisk.events.advanceTo(now);
    }
    asterisk.events.advanceTo({now.wall + 60s, now.steady + 60s});
    while (const auto event = asterisk.events.next()) {
        ++kinds[event->kind];
        if (event->kind == feed::Kind::Asked) ++asked[event->queue];
        QVERIFY(event->kind == feed::Kind::Agent || !event->conversation.empty());
    }
    QCOMPARE(asked["billing"], 4);
    QCOMPARE(asked["repairs"], 1);
    QCOMPARE(kinds[feed::Kind::Replied], 3);
    QCOMPARE(kinds[feed::Kind::Abandoned], 1);
    QCOMPARE(kinds[feed::Kind::Left], 1);
    QVERIFY(kinds[feed::Kind::Agent] >= 4);
    QCOMPARE(asterisk.events.counts(), connect::AmiEventCounts{});
}

void TestAmiEvents::answered()
{
    auto asterisk = made();
    asterisk.call(10, "QueueCallerJoin", "1.1", "600");
    QCOMPARE(asterisk.said(), "10.0 asked 1.1 billing");
    asterisk.call(15, "QueueCallerLeave", "1.1", "600");
    asterisk.call(15.1, "AgentConnect", "1.1", "600", "\nInterface: PJSIP/7\nHoldTime: 5");
    QCOMPARE(asterisk.said(), "15.1 replied 1.1 billing");
    asterisk.call(100, "AgentComplete", "1.1", "600", "\nInterface: PJSIP/7");
    asterisk.call(101, "QueueCallerJoin", "1.2", "600");
    asterisk.call(102, "AgentConnect", "1.2", "600", "\nInterface: PJSIP/7\nHoldTime: 1");
    asterisk.say(110, "Event: AgentComplete\nQueue: 600\nInterface: PJSIP/7");  // the caller hung up: names no call
    asterisk.after(200);
    QCOMPARE(asterisk.said(), "101.0 asked 1.2 billing; 102.0 replied 1.2 billing");
    QCOMPARE(asterisk.events.counts().unknown, 0U);
}

void TestAmiEvents::abandonedOrOverflow()
{
    auto asterisk = made();
    asterisk.call(10, "QueueCallerJoin", "1.1", "600");
    asterisk.call(10, "QueueCallerJoin", "1.2", "600");
    asterisk.call(15, "QueueCallerAbandon", "1.1", "600");
    asterisk.call(15, "QueueCallerLeave", "1.1", "600");
    asterisk.call(16, "QueueCallerAbandon", "1.2", "600");
    asterisk.call(16, "QueueCallerLeave", "1.2", "600");
    asterisk.call(16.1, "QueueCallerJoin", "1.2", "repairs");
    QCOMPARE(asterisk.said(),
             "10.0 asked 1.1 billing; 10.0 asked 1.2 billing; 16.0 left 1.2 billing; 16.1 asked 1.2 repairs");
    QCOMPARE(asterisk.events.due(), std::optional{moment(17).steady});
    asterisk.after(16.9);
    QCOMPARE(asterisk.said(), "");
    asterisk.after(17);
    QCOMPARE(asterisk.said(), "15.0 abandoned 1.1 billing");
    QVERIFY(!asterisk.events.due());
    // Who calls back on the same call after having given up waits once more.
    asterisk.call(30, "QueueCallerJoin", "1.1", "600");
    QCOMPARE(asterisk.said(), "30.0 left 1.1 billing; 30.0 asked 1.1 billing");
}

void TestAmiEvents::leftByKey()
{
    auto asterisk = made();
    asterisk.call(10, "QueueCallerJoin", "1.1", "600");
    asterisk.call(15, "QueueCallerLeave", "1.1", "600");
    asterisk.after(17);
    QCOMPARE(asterisk.said(), "10.0 asked 1.1 billing; 15.0 left 1.1 billing");
}

void TestAmiEvents::theAnswerMayTakeLong()
{
    auto asterisk = made();
    asterisk.call(10, "QueueCallerJoin", "1.1", "600");
    asterisk.call(11, "AgentCalled", "1.1", "600");
    asterisk.call(15, "QueueCallerLeave", "1.1", "600");
    asterisk.after(24);  // "you have a caller of billing" is said to the agent
    asterisk.call(25, "AgentConnect", "1.1", "600");
    QCOMPARE(asterisk.said(), "10.0 asked 1.1 billing; 25.0 replied 1.1 billing");
    asterisk.call(30, "QueueCallerJoin", "1.2", "600");
    asterisk.call(31, "AgentCalled", "1.2", "600");
    asterisk.call(32, "QueueCallerLeave", "1.2", "600");
    asterisk.after(62);
    QCOMPARE(asterisk.said(), "30.0 asked 1.2 billing; 32.0 left 1.2 billing");
}

void TestAmiEvents::transferredAfterTheAnswer()
{
    auto asterisk = made();
    asterisk.call(10, "QueueCallerJoin", "1.1", "600");
    asterisk.call(15, "AgentConnect", "1.1", "600");
    asterisk.call(41, "QueueCallerJoin", "1.1", "repairs");
    asterisk.call(41, "AgentComplete", "1.1", "600");  // told behind, as Asterisk does
    QCOMPARE(asterisk.said(),
             "10.0 asked 1.1 billing; 15.0 replied 1.1 billing; 41.0 left 1.1 billing; 41.0 asked 1.1 repairs");
    QCOMPARE(asterisk.events.counts().unknown, 0U);
}

void TestAmiEvents::whoWaitsAtTheStart()
{
    auto asterisk = made();
    asterisk.list(100, "Event: QueueEntry\nQueue: 600\nUniqueid: 1.1\nWait: 42\n");
    QCOMPARE(asterisk.said(), "58.0 asked 1.1 billing");
    asterisk.list(160, "Event: QueueEntry\nQueue: 600\nUniqueid: 1.1\nWait: 101\n");
    QCOMPARE(asterisk.said(), "");
    // Who joined and was answered before the first list came: Asterisk says for how long it was held.
    asterisk.call(170, "AgentConnect", "1.2", "600", "\nHoldTime: 9");
    QCOMPARE(asterisk.said(), "161.0 asked 1.2 billing; 170.0 replied 1.2 billing");
}

void TestAmiEvents::theListOvertakesEvents()
{
    auto asterisk = made();
    asterisk.call(10, "QueueCallerJoin", "1.1", "600");
    asterisk.list(20, "Event: QueueEntry\nQueue: repairs\nUniqueid: 1.2\nWait: 0\n");
    asterisk.call(20.1, "QueueCallerLeave", "1.1", "600");
    asterisk.call(20.1, "AgentConnect", "1.1", "600");
    asterisk.call(20.1, "QueueCallerJoin", "1.2", "repairs");
    asterisk.after(30);
    QCOMPARE(asterisk.said(), "10.0 asked 1.1 billing; 20.0 asked 1.2 repairs; 20.1 replied 1.1 billing");
}

void TestAmiEvents::goneWhileAway()
{
    auto asterisk = made();
    asterisk.call(10, "QueueCallerJoin", "1.1", "600");
    asterisk.call(11, "QueueCallerJoin", "1.2", "600");
    asterisk.events.away();
    asterisk.list(60, "Event: QueueEntry\nQueue: 600\nUniqueid: 1.2\nWait: 49\n");
    asterisk.after(63);
    QCOMPARE(asterisk.said(), "10.0 asked 1.1 billing; 11.0 asked 1.2 billing; 63.0 left 1.1 billing");
    QCOMPARE(asterisk.events.counts().gone, 1U);
}

void TestAmiEvents::notSeen()
{
    auto asterisk = made();
    asterisk.list(1, Asterisk::totals("600", 100, 7));
    asterisk.call(10, "QueueCallerJoin", "1.1", "600");
    asterisk.call(11, "AgentConnect", "1.1", "600");
    asterisk.call(20, "AgentComplete", "1.1", "600");
    asterisk.call(30, "QueueCallerJoin", "1.2", "600");
    asterisk.call(31, "AgentConnect", "1.2", "600");
    asterisk.events.away();
    // Four more were completed: 1.1, three others of which 1.2 may be one; one gave up.
    asterisk.list(60, Asterisk::totals("600", 104, 8));
    QCOMPARE(asterisk.events.counts().not_seen, 3U);
    asterisk.call(70, "AgentComplete", "1.2", "600");  // it was none of them
    QCOMPARE(asterisk.events.counts().not_seen, 4U);
    asterisk.list(120, Asterisk::totals("600", 105, 8));
    asterisk.events.away();
    asterisk.list(180, Asterisk::totals("600", 105, 8));
    QCOMPARE(asterisk.events.counts().not_seen, 4U);
    asterisk.call(190, "AgentComplete", "1.9", "600");  // answered in a gap
    QCOMPARE(asterisk.events.counts().not_seen, 5U);
}

void TestAmiEvents::anotherStart()
{
    auto asterisk = made();
    const std::string core = "Response: Success\nCoreStartupDate: 2026-11-13\nCoreStartupTime: ";
    asterisk.say(1, core + "08:00:00");
    asterisk.list(1, Asterisk::totals("600", 3, 0));
    asterisk.call(10, "QueueCallerJoin", "1.1", "600");
    asterisk.call(11, "AgentConnect", "1.1", "600");
    asterisk.events.away();
    asterisk.say(60, core + "09:00:00");
    asterisk.list(60, Asterisk::totals("600", 5, 0));
    QCOMPARE(asterisk.events.counts().not_seen, 5U);
}

void TestAmiEvents::agents()
{
    auto asterisk = made();
    const std::string member = "\nQueue: 600\nLocation: PJSIP/7\nName: Mina\nPaused: 0\nInCall: 0\nStatus: ";
    asterisk.list(1, "Event: QueueMember" + member + "1\n");
    const auto first = asterisk.events.next();
    QVERIFY(first && first->author == m_pseudonyms.of("PJSIP/7"));
    QCOMPARE(words(*first), std::string{"1.0 available billing"});
    const std::string status = "Event: QueueMemberStatus\nQueue: 600\nInterface: PJSIP/7\n";
    asterisk.say(2, status + "Paused: 0\nStatus: 6");
    asterisk.say(3, status + "Paused: 0\nStatus: 2\nInCall: 1");
    asterisk.say(4, "Event: QueueMemberPause\nQueue: 600\nInterface: PJSIP/7\nPaused: 1\nStatus: 1");
    asterisk.say(5, status + "Paused: 0\nStatus: 5");
    asterisk.say(6, "Event: QueueMemberAdded\nQueue: 600\nInterface: PJSIP/8\nPaused: 0\nStatus: 0");
    asterisk.say(7, "Event: QueueMemberRemoved\nQueue: 600\nInterface: PJSIP/8\nPaused: 0\nStatus: 0");
    asterisk.say(8, status + "Paused: 0\nStatus: 1");
    asterisk.list(9, "");
    QCOMPARE(asterisk.said(),
             "2.0 busy billing; 4.0 away billing; 5.0 gone billing; 6.0 available billing; 7.0 gone billing; "
             "8.0 available billing; 9.0 gone billing");
}

void TestAmiEvents::clocks()
{
    auto asterisk = made();
    const auto stamp = [](double at) {
        return "\nTimestamp: " + std::to_string(1'794'528'000 + static_cast<int>(at)) + ".500000";
    };
    asterisk.say(10, "Response: Success\nPing: Pong" + stamp(130));  // two minutes ahead
    QCOMPARE(asterisk.events.counts().skew, core::Milliseconds{120'500});
    asterisk.call(20, "QueueCallerJoin", "1.1", "600", stamp(138));
    QCOMPARE(asterisk.said(), "18.0 asked 1.1 billing");
    asterisk.say(30, "Response: Success\nPing: Pong\nTimestamp: 1794528030.100000");
    asterisk.call(40, "QueueCallerJoin", "1.2", "600", stamp(38));
    asterisk.call(41, "QueueCallerJoin", "1.3", "600", stamp(45));    // never of later than now
    asterisk.call(42, "QueueCallerJoin", "1.4", "600", stamp(9999));  // a clock that nobody can trust
    asterisk.call(43, "QueueCallerJoin", "1.5", "600", "\nTimestamp: noon");
    QCOMPARE(asterisk.said(),
             "38.5 asked 1.2 billing; 41.0 asked 1.3 billing; 42.0 asked 1.4 billing; 43.0 asked 1.5 billing");
}

void TestAmiEvents::keysTellVisitsApart()
{
    auto asterisk = made();
    asterisk.call(10, "QueueCallerJoin", "1.1", "600");
    asterisk.call(20, "QueueCallerJoin", "1.1", "repairs");
    asterisk.call(30, "QueueCallerJoin", "1.1", "600");
    asterisk.call(40, "AgentConnect", "1.1", "600");
    std::string keys;
    while (const auto event = asterisk.events.next())
        keys += event->key + " ";
    QCOMPARE(keys, "1.1/600/1 1.1/600/1/left 1.1/repairs/1 1.1/repairs/1/left 1.1/600/2 1.1/600/2/answered ");
}

void TestAmiEvents::damageIsNeverFatal()
{
    const auto messages = parsed(recordedAmi());
    constexpr unsigned seed = 12;
    std::mt19937 random{seed};
    for (int round = 0; round < 200; ++round) {
        auto asterisk = made();
        for (int i = 0; i < 300; ++i) {
            auto message = messages[random() % messages.size()];
            for (auto& [key, value] : message.fields)
                if (random() % 8 == 0)
                    value = random() % 2 == 0 ? "" : std::to_string(random()) + std::to_string(random());
            const double at = i * 0.7;
            asterisk.events.take(message, moment(at));
            if (random() % 20 == 0) asterisk.events.away();
            asterisk.events.advanceTo(moment(at));
            while (const auto event = asterisk.events.next())
                QVERIFY2(event->at <= moment(at).wall && !event->queue.empty(), qPrintable(QString::number(round)));
        }
    }
}

QTEST_GUILESS_MAIN(TestAmiEvents)
#include "tst_ami_events.moc"
