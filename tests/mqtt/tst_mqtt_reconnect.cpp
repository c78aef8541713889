// Goal: a broker that dies takes nothing with it: the link says so, comes back by itself soon after the broker, is
// subscribed again, and what was published meanwhile arrives, bounded, newest of each retained topic.
// Method: a real mosquitto, killed with SIGKILL and started again on its port.
#include "listener.h"

#include <QElapsedTimer>
#include <QTest>
#include <cstdlib>

using namespace carewall;
using namespace std::chrono_literals;

class TestMqttReconnect : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void brokerKilledAndBack_data();
    void brokerKilledAndBack();
    void brokerComesLater();
    void newestOfEachTopicAfterAnOutage();
    void fullOutboxIsToldAndTheRestArrives();
};

void TestMqttReconnect::brokerKilledAndBack_data()
{
    QTest::addColumn<int>("protocol");
    QTest::newRow("MQTT 5") << 5;
    QTest::newRow("MQTT 3.1.1") << 4;
}

void TestMqttReconnect::brokerKilledAndBack()
{
    QFETCH(int, protocol);
    support::Broker broker;
    QVERIFY2(broker.running(), broker.trouble().c_str());
    Listener board(floorOptions(broker, protocol));
    Listener feed(feedOptions(broker, protocol));
    QVERIFY(board.waitUp() && feed.waitUp());
    const std::string kept = "carewall/v1/demo/metric/kept";
    QVERIFY(feed.session().publish(kept, "before", 1, true));
    QVERIFY(feed.session().waitSent(5s));
    QVERIFY(support::waitUntil([&] { return broker.hasSaved(kept); }));

    for (int outage = 1; outage <= 2; ++outage) {
        broker.kill();
        QVERIFY(board.waitDown(outage) && feed.waitDown(outage));
        QCOMPARE(board.reason(), core::LinkReason::ClosedByBroker);
        const std::string queued = "queued in outage " + std::to_string(outage);
        QVERIFY(feed.session().publish("carewall/v1/demo/clock", queued, 1, true));
        QVERIFY(!feed.session().waitSent(10ms));
        std::this_thread::sleep_for(600ms);
        const int seen = static_cast<int>(board.messages().size());

        QElapsedTimer since;
        QVERIFY2(broker.restart(), broker.trouble().c_str());
        since.start();
        QVERIFY(board.waitUp(outage + 1) && feed.waitUp(outage + 1));
        qInfo("back %lld ms after the broker", static_cast<long long>(since.elapsed()));
        QVERIFY2(since.elapsed() < 2500, "the promise is half a second plus a quarter of the outage");

        QVERIFY(feed.session().waitSent(5s));
        QVERIFY(support::waitUntil([&] { return board.newest("carewall/v1/demo/clock") == queued; }));
        // Kept by the broker over SIGKILL, and sent since we are subscribed again.
        QVERIFY(support::waitUntil([&] { return static_cast<int>(board.messages().size()) >= seen + 2; }));
        QCOMPARE(board.newest(kept), std::string("before"));
        QVERIFY(feed.session().publish("carewall/v1/demo/notice/live", std::to_string(outage), 1, false));
        QVERIFY(
            support::waitUntil([&] { return board.newest("carewall/v1/demo/notice/live") == std::to_string(outage); }));
        QCOMPARE(board.ups(), outage + 1);
        QCOMPARE(board.why(), std::string());
    }
}

void TestMqttReconnect::brokerComesLater()
{
    support::Broker broker;
    QVERIFY2(broker.running(), broker.trouble().c_str());
    broker.terminate();
    Listener board(floorOptions(broker));
    QVERIFY(board.waitDown());
    QCOMPARE(board.why(), std::string("Connection refused"));
    std::this_thread::sleep_for(700ms);
    QCOMPARE(board.told(), 1);  // the same words are not told again
    QVERIFY2(broker.restart(), broker.trouble().c_str());
    QVERIFY(board.waitUp());
}

void TestMqttReconnect::newestOfEachTopicAfterAnOutage()
{
    constexpr int topics = 300;
    constexpr int versions = 20;  // 6000 publishes: more than the outbox would hold
    support::Broker broker({.saves_each_change = false});
    QVERIFY2(broker.running(), broker.trouble().c_str());
    Listener feed(feedOptions(broker));
    QVERIFY(feed.waitUp());
    broker.kill();
    QVERIFY(feed.waitDown());
    const auto topic = [](int i) { return "carewall/v1/demo/metric/m" + std::to_string(i); };
    for (int version = 0; version < versions; ++version)
        for (int i = 0; i < topics; ++i)
            QVERIFY(feed.session().publish(topic(i), std::to_string(version), 1, true));
    QVERIFY2(broker.restart(), broker.trouble().c_str());
    QVERIFY(feed.session().waitSent(10s));
    Listener board(floorOptions(broker));
    QVERIFY(support::waitUntil([&] { return board.messages().size() >= topics; }));
    for (int i = 0; i < topics; ++i)
        QCOMPARE(board.newest(topic(i)), std::to_string(versions - 1));
    QCOMPARE(board.messages().size(), std::size_t{topics});
}

void TestMqttReconnect::fullOutboxIsToldAndTheRestArrives()
{
    support::Broker broker({.saves_each_change = false, .max_queued_messages = 20000});
    QVERIFY2(broker.running(), broker.trouble().c_str());
    Listener feed(feedOptions(broker));
    QVERIFY(feed.waitUp());
    broker.kill();
    QVERIFY(feed.waitDown());
    std::size_t taken = 0;
    core::Result<void, mqtt::SessionError> outcome;
    const std::string topic = "carewall/v1/demo/moment/";
    while (taken < 2 * mqtt::outbox_messages &&
           (outcome = feed.session().publish(topic + std::to_string(taken), "m", 1, true)))
        ++taken;
    QCOMPARE(taken, mqtt::outbox_messages);
    QVERIFY(outcome.error().kind == mqtt::SessionError::Kind::Full);
    QVERIFY(outcome.error().why.find(std::to_string(taken)) != std::string::npos);
    // A topic that waits may still be brought up to date.
    QVERIFY(feed.session().publish(topic + "0", "newer", 1, true));

    QVERIFY2(broker.restart(), broker.trouble().c_str());
    QVERIFY(feed.session().waitSent(30s));
    QVERIFY(feed.session().publish(topic + "last", "m", 1, true));
    Listener board(floorOptions(broker));
    QVERIFY(support::waitUntil([&] { return board.messages().size() >= taken + 1; }, 30s));
    QCOMPARE(board.newest(topic + "0"), std::string("newer"));
}

QTEST_GUILESS_MAIN(TestMqttReconnect)
#include "tst_mqtt_reconnect.moc"
