// Goal: messages come and go unharmed over MQTT 5 and 3.1.1, the will speaks when and only when we are lost, and after
// stop() there is silence.
// Method: a real mosquitto; sessions as board and feed; a child process that is killed; a flood that is cut.
#include "listener.h"

#include <QTest>
#include <atomic>
#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace carewall;
using namespace std::chrono_literals;

class TestMqttSession : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void willWhenKilled_data() { protocols(); }
    void willWhenKilled();
    void retainedAndLive_data() { protocols(); }
    void retainedAndLive();
    void refreshBringsTheRetainedAgain();
    void noWillAfterStop();
    void publishesFromTheLinkHandler();
    void findsIpv4BehindAName();
    void everythingPublishedArrivesInOrder();
    void silenceAfterStopInAFlood();
    void publishAfterStopIsRefused();

private:
    static void protocols()
    {
        QTest::addColumn<int>("protocol");
        QTest::newRow("MQTT 5") << 5;
        QTest::newRow("MQTT 3.1.1") << 4;
    }

    support::Broker m_broker{{.saves_each_change = false, .max_queued_messages = 20000}};
};

namespace {

constexpr const char* status_topic = "carewall/v1/demo/board/wall/status";

mqtt::Options withWill(mqtt::Options options)
{
    options.will = mqtt::Will{.topic = status_topic, .payload = "offline", .retain = true};
    return options;
}

/// Connects with a will, says that it is here, and dies without a word. Exit code 0 is never reached.
[[noreturn]] void liveAndDie(mqtt::Options options)
{
    Listener client(std::move(options));
    if (!client.waitUp()) ::_exit(1);
    if (!client.session().publish(status_topic, "online", 1, true)) ::_exit(2);
    if (!client.session().waitSent(5s)) ::_exit(3);
    ::raise(SIGKILL);
    ::_exit(4);
}

}  // namespace

void TestMqttSession::initTestCase()
{
    QVERIFY2(m_broker.running(), m_broker.trouble().c_str());
}

void TestMqttSession::willWhenKilled()
{
    QFETCH(int, protocol);
    // Forked while this process has one thread only.
    const pid_t child = ::fork();
    if (child == 0) liveAndDie(withWill(feedOptions(m_broker, protocol)));
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY2(WIFSIGNALED(status), qPrintable(QString("the child exited with %1").arg(WEXITSTATUS(status))));

    Listener board(floorOptions(m_broker, protocol));
    QVERIFY2(board.waitUp(), board.trouble().c_str());
    QVERIFY2(support::waitUntil([&] { return board.newest(status_topic) == "offline"; }),
             board.newest(status_topic).c_str());
}

void TestMqttSession::retainedAndLive()
{
    QFETCH(int, protocol);
    Listener feed(feedOptions(m_broker, protocol));
    QVERIFY2(feed.waitUp(), feed.trouble().c_str());
    const std::string kept = "carewall/v1/demo/metric/kept";
    const std::string bytes("\x0a\x00\xff{\x01", 5);
    QVERIFY(feed.session().publish(kept, bytes, 1, true));
    QVERIFY(feed.session().waitSent(5s));

    Listener board(floorOptions(m_broker, protocol));
    QVERIFY(board.waitUp());
    QVERIFY(support::waitUntil([&] { return board.newest(kept) == bytes; }));
    for (const auto& message : board.messages())
        QVERIFY(message.retained);

    const auto before = board.messages().size();
    QVERIFY(feed.session().publish("carewall/v1/demo/clock", "now", 0, false));
    QVERIFY(feed.session().publish("carewall/v1/other/clock", "of another floor", 1, false));
    QVERIFY(feed.session().publish(kept, "", 1, true));  // withdrawn
    QVERIFY(support::waitUntil([&] { return board.messages().size() >= before + 2; }));
    QVERIFY(!board.messages().back().retained);
    QCOMPARE(board.newest("carewall/v1/demo/clock"), std::string("now"));
    QCOMPARE(board.newest(kept), std::string());
    QCOMPARE(board.newest("carewall/v1/other/clock"), std::string("(none)"));
}

void TestMqttSession::refreshBringsTheRetainedAgain()
{
    Listener feed(feedOptions(m_broker));
    const std::string kept = "carewall/v1/demo/metric/refreshed";
    QVERIFY(feed.session().publish(kept, "x", 1, true));
    Listener board(floorOptions(m_broker));
    const auto times = [&] {
        const auto messages = board.messages();
        return std::count_if(messages.begin(), messages.end(), [&](const auto& m) { return m.topic == kept; });
    };
    board.session().refresh();  // not up yet, perhaps: it is no error
    QVERIFY(support::waitUntil([&] { return times() >= 1; }) && board.waitUp());
    const auto before = times();
    board.session().refresh();
    QVERIFY(support::waitUntil([&] { return times() > before; }));
    QCOMPARE(board.told(), 1);
}

void TestMqttSession::noWillAfterStop()
{
    Listener board(floorOptions(m_broker));
    QVERIFY(board.waitUp());
    Listener leaving(withWill(feedOptions(m_broker)));
    QVERIFY(leaving.waitUp());
    QVERIFY(leaving.session().publish(status_topic, "leaving in order", 1, true));
    QVERIFY(leaving.session().waitSent(5s));
    leaving.session().stop();
    // The broker would send the will ahead of what it takes afterwards.
    Listener feed(feedOptions(m_broker));
    QVERIFY(feed.session().publish("carewall/v1/demo/clock", "after the stop", 1, false));
    QVERIFY(support::waitUntil([&] { return board.newest("carewall/v1/demo/clock") == "after the stop"; }));
    QCOMPARE(board.newest(status_topic), std::string("leaving in order"));
}

void TestMqttSession::publishesFromTheLinkHandler()
{
    mqtt::Session* self = nullptr;
    std::atomic<bool> ready = false;
    std::atomic<int> told = 0;
    std::atomic<bool> heard = false;
    auto session =
        mqtt::Session::start(floorOptions(m_broker),
                             {.message =
                                  [&](const core::MessageView& view) {
                                      if (view.payload == "birth") heard = true;
                                  },
                              .link =
                                  [&](core::LinkPhase phase, const core::LinkTrouble&) {
                                      support::waitUntil([&] { return ready.load(); });
                                      if (phase == core::LinkPhase::Up && self->publish(status_topic, "birth", 1, true))
                                          ++told;
                                  }});
    QVERIFY(session.has_value());
    self = session->get();
    ready = true;
    QVERIFY(support::waitUntil([&] { return heard.load(); }));
    QCOMPARE(told.load(), 1);
}

void TestMqttSession::findsIpv4BehindAName()
{
    mqtt::Options options = floorOptions(m_broker);
    options.broker.url = "mqtt://localhost:" + std::to_string(m_broker.port());
    Listener board(options);
    QVERIFY2(board.waitUp(), board.why().c_str());
    QCOMPARE(board.downs(), 0);
}

void TestMqttSession::everythingPublishedArrivesInOrder()
{
    constexpr int count = 3000;  // below outbox_messages, far above what libmosquitto is handed at once
    Listener board(floorOptions(m_broker));
    QVERIFY(board.waitUp());
    Listener feed(feedOptions(m_broker));
    const std::string topic = "carewall/v1/demo/queue/all/feed/now";
    for (int i = 0; i < count; ++i) {
        const auto taken = feed.session().publish(topic, std::to_string(i), 1, false);
        QVERIFY2(taken.has_value(), taken ? "" : taken.error().why.c_str());
    }
    QVERIFY(feed.session().waitSent(20s));
    QVERIFY(support::waitUntil([&] { return board.newest(topic) == std::to_string(count - 1); }));
    int expected = 0;
    for (const auto& message : board.messages())
        if (message.topic == topic) QCOMPARE(message.payload, std::to_string(expected++));
    QCOMPARE(expected, count);
}

void TestMqttSession::silenceAfterStopInAFlood()
{
    Listener feed(feedOptions(m_broker));
    QVERIFY(feed.waitUp());
    std::atomic<bool> enough = false;
    std::thread flood([&] {
        const std::string payload(500, 'x');
        for (int i = 0; !enough; ++i)
            if (!feed.session().publish("carewall/v1/demo/queue/q" + std::to_string(i % 50) + "/feed/now", payload, 0,
                                        false))
                std::this_thread::sleep_for(1ms);
    });
    for (int round = 0; round < 10; ++round) {
        auto heard = std::make_unique<std::atomic<int>>(0);
        auto session = mqtt::Session::start(floorOptions(m_broker),
                                            {.message = [&heard](const core::MessageView&) { ++*heard; }, .link = {}});
        const bool flowing = session && support::waitUntil([&] { return *heard > 200 * round; });
        if (session) (*session)->stop();
        const int at_stop = *heard;
        std::this_thread::sleep_for(20ms);
        const int later = *heard;
        heard.reset();  // a call that came now would touch freed memory
        if (!flowing || later != at_stop) enough = true;
        if (enough) break;
    }
    const bool failed = enough.exchange(true);
    flood.join();
    QVERIFY(!failed);
}

void TestMqttSession::publishAfterStopIsRefused()
{
    Listener feed(feedOptions(m_broker));
    QVERIFY(feed.waitUp());
    feed.session().stop();
    feed.session().stop();
    const auto outcome = feed.session().publish("carewall/v1/demo/clock", "x", 1, true);
    QVERIFY(!outcome);
    QVERIFY(outcome.error().kind == mqtt::SessionError::Kind::Stopped);
    QVERIFY(feed.session().waitSent(1ms));
}

QTEST_GUILESS_MAIN(TestMqttSession)
#include "tst_mqtt_session.moc"
