// Goal: bytes of AMI become messages, whatever they are and in whatever pieces they come, and who calls is dropped.
// Method: what a real Asterisk said, whole, in pieces and with seeded damage; each limit from both sides.

#include "connect/asterisk/ami_messages.h"
#include "connect/asterisk/ami_parser.h"

#include <QtTest>

#include <random>

using namespace carewall;
using namespace carewall::support;

class TestAmiParser : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads();
    void whoCallsIsDropped();
    void anyPiecesGiveTheSame();
    void badLinesAreCounted_data();
    void badLinesAreCounted();
    void limits();
    void damageIsNeverFatal();
};

void TestAmiParser::reads()
{
    const auto messages =
        parsed("Asterisk Call Something/11.0.0\r\nResponse: Success\r\nMessage: Authentication accepted\r\n"
               "\r\nEVENT: QueueCallerJoin\r\nqueue:600\r\nUniqueID:  17.4 \r\nChannel: Local/1:2\r\n\r\n"
               "Event: half");
    QCOMPARE(messages.size(), std::size_t{2});
    QCOMPARE(messages[0].of("response"), std::string_view{"Success"});
    QVERIFY(messages[0].event().empty());
    QCOMPARE(messages[1].event(), std::string_view{"QueueCallerJoin"});
    QCOMPARE(messages[1].of("queue"), std::string_view{"600"});
    QCOMPARE(messages[1].of("uniqueid"), std::string_view{"17.4"});
    QCOMPARE(messages[1].of("channel"), std::string_view{"Local/1:2"});
    QVERIFY(messages[1].of("holdtime").empty());
}

void TestAmiParser::whoCallsIsDropped()
{
    const std::string bytes = recordedAmi();
    QVERIFY(bytes.find("Jane Doe") != std::string::npos);
    const auto messages = parsed(bytes);
    QVERIFY(messages.size() > 40);
    for (const auto& message : messages)
        for (const auto& [key, value] : message.fields)
            QVERIFY2(value.find("Jane") == std::string::npos && value.find("+1555") == std::string::npos, key.c_str());
}

void TestAmiParser::anyPiecesGiveTheSame()
{
    const std::string bytes = recordedAmi();
    const auto whole = parsed(bytes);
    for (const std::size_t size : {1U, 2U, 3U, 7U, 100U, 4096U}) {
        connect::AmiParser parser;
        std::vector<connect::AmiMessage> messages;
        for (std::size_t i = 0; i < bytes.size(); i += size)
            parser.feed(std::string_view{bytes}.substr(i, size), messages);
        QVERIFY2(messages == whole, qPrintable(QString::number(size)));
    }
}

void TestAmiParser::badLinesAreCounted_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("no key") << QByteArray{"nothing"};
    QTest::newRow("empty key") << QByteArray{": value"};
    QTest::newRow("not UTF-8") << QByteArray{"Queue: \xff\xfe"};
    QTest::newRow("long") << QByteArray{"Queue: "} + QByteArray(5000, 'x');
    QTest::newRow("a banner in the middle") << QByteArray{"Asterisk Call Something/11"};
}

void TestAmiParser::badLinesAreCounted()
{
    QFETCH(QByteArray, line);
    connect::AmiParser parser;
    std::vector<connect::AmiMessage> messages;
    parser.feed("Event: A\r\n" + line.toStdString() + "\r\nQueue: b\r\n\r\n", messages);
    QCOMPARE(messages.size(), std::size_t{1});
    QCOMPARE(messages[0].of("queue"), std::string_view{"b"});
    QCOMPARE(parser.counts().bad_lines, 1U);
}

void TestAmiParser::limits()
{
    connect::AmiParser parser;
    std::vector<connect::AmiMessage> messages;
    std::string many = "Event: A\r\n";
    for (std::size_t i = 1; i < connect::max_ami_keys + 10; ++i)
        many += "K" + std::to_string(i) + ": v\r\n";
    parser.feed(many + "\r\n", messages);
    QCOMPARE(messages.back().fields.size(), connect::max_ami_keys);
    QCOMPARE(parser.counts().bad_lines, 10U);

    std::string large = "Event: B\r\n";
    for (int i = 0; i < 40; ++i)
        large += "K" + std::to_string(i) + ": " + std::string(2000, 'x') + "\r\n";
    parser.feed(large + "\r\nEvent: C\r\n\r\n", messages);
    QCOMPARE(messages.size(), std::size_t{2});
    QCOMPARE(messages.back().event(), std::string_view{"C"});
    QCOMPARE(parser.counts().long_messages, 1U);

    messages.clear();
    for (int i = 0; i < 1000; ++i)  // a line that never ends
        parser.feed(std::string(10'000, 'x'), messages);
    parser.feed("\r\nEvent: D\r\n\r\n", messages);
    QCOMPARE(parser.counts().long_messages, 2U);
    parser.feed("Event: E\r\n\r\n", messages);
    QCOMPARE(messages.back().event(), std::string_view{"E"});
}

void TestAmiParser::damageIsNeverFatal()
{
    const std::string bytes = recordedAmi();
    constexpr unsigned seed = 11;
    std::mt19937 random{seed};
    for (int round = 0; round < 300; ++round) {
        std::string damaged = bytes;
        for (int i = 0; i < 40; ++i) {
            const std::size_t at = random() % damaged.size();
            switch (random() % 4) {
            case 0:
                damaged[at] = static_cast<char>(random());
                break;
            case 1:
                damaged.erase(at, random() % 50);
                break;
            case 2:
                damaged.insert(at, random() % 20, static_cast<char>(random()));
                break;
            default:
                damaged.insert(at, damaged.substr(random() % damaged.size(), 200));
            }
        }
        connect::AmiParser parser;
        std::vector<connect::AmiMessage> messages;
        parser.feed(damaged + "\r\n\r\nEvent: Last\r\n\r\n", messages);
        QVERIFY2(!messages.empty() && messages.back().event() == "Last",
                 qPrintable(QStringLiteral("seed %1, round %2").arg(seed).arg(round)));
    }
}

QTEST_GUILESS_MAIN(TestAmiParser)
#include "tst_ami_parser.moc"
