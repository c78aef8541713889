// Goal: what waits for the broker is bounded, keeps its order, and holds one message a retained topic: the newest.
// Method: single steps, then 20000 seeded random ones beside a plain list that does the same the slow way.
#include "mqtt/outbox.h"

#include <QTest>
#include <algorithm>
#include <random>
#include <vector>

using carewall::mqtt::Outbox;
using carewall::mqtt::Outgoing;

class TestMqttOutbox : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void newestOfARetainedTopicInItsPlace();
    void everyMessageThatIsNotRetained();
    void limits();
    void putBackYieldsToTheNewer();
    void likeAPlainList();
};

namespace {

std::string takeAll(Outbox& outbox)
{
    std::string all;
    while (const auto message = outbox.take())
        all += message->topic + "=" + message->payload + " ";
    return all;
}

}  // namespace

void TestMqttOutbox::newestOfARetainedTopicInItsPlace()
{
    Outbox outbox(10, 1000);
    QVERIFY(outbox.put({"a", "1", 1, true}));
    QVERIFY(outbox.put({"b", "2", 1, true}));
    QVERIFY(outbox.put({"a", "3", 1, true}));
    QCOMPARE(outbox.size(), 2U);
    QCOMPARE(takeAll(outbox), std::string("a=3 b=2 "));
    QVERIFY(outbox.put({"a", "4", 1, true}));
    QCOMPARE(takeAll(outbox), std::string("a=4 "));
    QCOMPARE(outbox.bytes(), 0U);
}

void TestMqttOutbox::everyMessageThatIsNotRetained()
{
    Outbox outbox(10, 1000);
    QVERIFY(outbox.put({"a", "1", 1, false}));
    QVERIFY(outbox.put({"a", "2", 1, true}));
    QVERIFY(outbox.put({"a", "3", 1, false}));
    QCOMPARE(takeAll(outbox), std::string("a=1 a=2 a=3 "));
}

void TestMqttOutbox::limits()
{
    Outbox outbox(2, 10);
    QVERIFY(outbox.put({"a", "1234", 1, true}));
    QVERIFY(!outbox.put({"b", "123456", 1, true}));  // 5 + 7 bytes
    QVERIFY(outbox.put({"b", "1234", 1, true}));     // 5 + 5
    QVERIFY(!outbox.put({"a", "12345", 1, true}));
    QVERIFY(!outbox.put({"c", "", 1, true}));  // a third message
    QVERIFY(outbox.put({"a", "1", 1, true}));  // a smaller one in place of its older
    QCOMPARE(outbox.bytes(), 7U);
    QCOMPARE(takeAll(outbox), std::string("a=1 b=1234 "));
}

void TestMqttOutbox::putBackYieldsToTheNewer()
{
    Outbox outbox(10, 1000);
    QVERIFY(outbox.put({"a", "1", 1, true}));
    QVERIFY(outbox.put({"b", "1", 1, true}));
    outbox.putBack(*outbox.take());
    QCOMPARE(outbox.size(), 2U);
    auto taken = outbox.take();
    QVERIFY(outbox.put({"a", "2", 1, true}));
    outbox.putBack(std::move(*taken));
    QCOMPARE(takeAll(outbox), std::string("b=1 a=2 "));
    QCOMPARE(outbox.bytes(), 0U);
}

void TestMqttOutbox::likeAPlainList()
{
    constexpr unsigned seed = 20240717;
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    constexpr std::size_t most = 8;
    Outbox outbox(most, 1'000'000);
    std::vector<Outgoing> plain;
    for (int step = 0; step < 20000; ++step) {
        if (random() % 3 == 0) {
            const auto taken = outbox.take();
            QCOMPARE(taken.has_value(), !plain.empty());
            if (!taken) continue;
            QCOMPARE(taken->topic + taken->payload, plain.front().topic + plain.front().payload);
            plain.erase(plain.begin());
        } else {
            const Outgoing message{std::string(1, static_cast<char>('a' + random() % 12)), std::to_string(step), 1,
                                   random() % 2 == 0};
            const auto older = std::find_if(plain.begin(), plain.end(), [&](const Outgoing& other) {
                return message.retain && other.retain && other.topic == message.topic;
            });
            const bool fits = older != plain.end() || plain.size() < most;
            QCOMPARE(outbox.put(message), fits);
            if (older != plain.end())
                older->payload = message.payload;
            else if (fits)
                plain.push_back(message);
        }
        std::size_t bytes = 0;
        for (const Outgoing& message : plain)
            bytes += message.topic.size() + message.payload.size();
        QCOMPARE(outbox.bytes(), bytes);
        QCOMPARE(outbox.size(), plain.size());
    }
}

QTEST_GUILESS_MAIN(TestMqttOutbox)
#include "tst_mqtt_outbox.moc"
