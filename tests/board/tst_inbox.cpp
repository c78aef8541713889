// Goal: a flood costs freshness, never memory nor truth.
// Method: messages from another thread while this one drains; every limit passed once.

#include "board/inbox.h"
#include "core/limits.h"

#include <QTest>

#include <atomic>
#include <string>
#include <thread>

using namespace carewall;

class TestInbox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheNewestOfEachTopic();
    void commandsWaitBehindEachOther();
    void wakesOncePerDrain();
    void losesNoNewestUnderAFlood();
    void dropsAndCountsWhatIsTooLarge();
    void dropsAndCountsWhatFindsNoRoom();
    void boundsTheBytesThatWait();
};

void TestInbox::keepsTheNewestOfEachTopic()
{
    board::Inbox inbox;
    inbox.put({"a", "1", true}, {});
    inbox.put({"b", "2", false}, {});
    inbox.put({"a", "3", false}, {core::wallTimeFromMs(7), {}});
    const auto batch = inbox.drain();
    QCOMPARE(batch.messages.size(), std::size_t{2});
    const core::Message newest{"a", "3", {core::wallTimeFromMs(7), {}}, false};
    QVERIFY(batch.messages[0] == newest);
    QCOMPARE(batch.messages[1].payload, std::string{"2"});
    QCOMPARE(inbox.received(), std::uint64_t{3});
    QVERIFY(inbox.drain().messages.empty());
}

void TestInbox::commandsWaitBehindEachOther()
{
    board::Inbox inbox;
    const int most = static_cast<int>(core::limits::commands_waiting);
    for (int i = 0; i < most + 5; ++i)
        inbox.put({"carewall/v1/demo/board/wall/command", std::to_string(i), false}, {});
    auto batch = inbox.drain();
    QCOMPARE(batch.messages.size(), core::limits::commands_waiting);
    for (int i = 0; i + 1 < most; ++i)
        QCOMPARE(batch.messages[static_cast<std::size_t>(i)].payload, std::to_string(i));
    QCOMPARE(batch.messages.back().payload, std::to_string(most + 4));
    inbox.put({"carewall/v1/demo/board/wall/command", "again", false}, {});
    batch = inbox.drain();
    QCOMPARE(batch.messages.size(), std::size_t{1});
}

void TestInbox::wakesOncePerDrain()
{
    int woken = 0;
    board::Inbox inbox([&woken] { ++woken; });
    for (int i = 0; i < 5; ++i)
        inbox.put({"a", std::to_string(i), false}, {});
    QCOMPARE(woken, 1);
    (void)inbox.drain();
    // What is dropped must wake too: the refusal belongs on the wall.
    inbox.put({"a", std::string(core::limits::payload_bytes + 1, 'x'), false}, {});
    QCOMPARE(woken, 2);
}

void TestInbox::losesNoNewestUnderAFlood()
{
    constexpr int rounds = 200'000;
    constexpr int topics = 50;
    std::atomic<int> woken = 0;
    board::Inbox inbox([&woken] { ++woken; });
    std::thread flood([&] {
        for (int i = 0; i < rounds; ++i) {
            const std::string topic = "t" + std::to_string(i % topics);
            inbox.put({topic, std::to_string(i), false}, {});
        }
    });
    std::map<std::string, int> newest;
    std::size_t largest = 0;
    const auto take = [&] {
        const auto batch = inbox.drain();
        largest = std::max(largest, batch.messages.size());
        for (const auto& message : batch.messages) {
            const int value = std::stoi(message.payload);
            QVERIFY2(value > newest[message.topic] || value < topics, "an older message came after a newer one");
            newest[message.topic] = value;
        }
    };
    while (inbox.received() < rounds)
        take();
    flood.join();
    take();
    QVERIFY(largest <= topics);
    for (int t = 0; t < topics; ++t)
        QCOMPARE(newest["t" + std::to_string(t)], rounds - topics + t);
}

void TestInbox::dropsAndCountsWhatIsTooLarge()
{
    board::Inbox inbox;
    QVERIFY(!inbox.put({"a", std::string(core::limits::payload_bytes + 1, 'x'), false}, {}));
    QVERIFY(!inbox.put({std::string(core::limits::topic_bytes + 1, 't'), "1", false}, {}));
    QVERIFY(inbox.put({"a", std::string(core::limits::payload_bytes, 'x'), false}, {}));
    const auto batch = inbox.drain();
    QCOMPARE(batch.dropped.too_large, std::uint64_t{2});
    QCOMPARE(batch.dropped.topic, std::string(core::limits::topic_bytes, 't'));
    QCOMPARE(batch.messages.size(), std::size_t{1});
    QCOMPARE(inbox.drain().dropped.too_large, std::uint64_t{0});
}

void TestInbox::dropsAndCountsWhatFindsNoRoom()
{
    board::Inbox inbox;
    for (std::size_t i = 0; i < core::limits::inbox_topics; ++i)
        QVERIFY(inbox.put({std::to_string(i), "1", false}, {}));
    QVERIFY(!inbox.put({"one more", "1", false}, {}));
    QVERIFY2(inbox.put({"0", "2", false}, {}), "a topic that waits already must still be replaced");
    const auto batch = inbox.drain();
    QCOMPARE(batch.dropped.no_room, std::uint64_t{1});
    QCOMPARE(batch.messages.front().payload, std::string{"2"});
}

void TestInbox::boundsTheBytesThatWait()
{
    board::Inbox inbox;
    const std::string large(core::limits::payload_bytes, 'x');
    const std::size_t fit = core::limits::inbox_bytes / large.size();
    for (std::size_t i = 0; i < fit; ++i)
        QVERIFY(inbox.put({std::to_string(i), large, false}, {}));
    QVERIFY(!inbox.put({"over", "1", false}, {}));
    QVERIFY2(inbox.put({"0", "1", false}, {}), "a smaller payload makes room");
    QVERIFY(inbox.put({"over", "1", false}, {}));
}

QTEST_GUILESS_MAIN(TestInbox)
#include "tst_inbox.moc"
