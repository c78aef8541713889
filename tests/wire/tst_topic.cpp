// Goal: every topic of the contract is understood and no other, and a cleared topic says what to forget.
// Method: a table of topics with their parts, there and back; a table of topics refused with the words expected.

#include "wire/decode.h"
#include "wire/golden.h"
#include "wire/topic.h"

#include <QTest>

using namespace carewall;
using core::Subject;

class TestTopic : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void understood_data();
    void understood();
    void cleared_data() { understood_data(); }
    void cleared();
    void nearMisses_data();
    void nearMisses();
    void refused_data();
    void refused();
    void floorFilterTakesTheWholeFloor();
};

Q_DECLARE_METATYPE(carewall::core::Subject)

void TestTopic::understood_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<Subject>("subject");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("source");
    const auto topic = [](const char* rest, Subject subject, const char* id, const char* source) {
        QTest::newRow(rest) << QByteArray("carewall/v1/demo/") + rest << subject << QByteArray(id)
                            << QByteArray(source);
    };
    topic("queue/billing/crm/now", Subject::QueueNow, "billing", "crm");
    topic("queue/billing/crm/day", Subject::QueueDay, "billing", "crm");
    topic("queue/now/day/now", Subject::QueueNow, "now", "day");
    topic("voice/social/now", Subject::VoiceNow, "", "social");
    topic("voice/social/day", Subject::VoiceDay, "", "social");
    topic("issue/login/note", Subject::IssueNote, "login", "");
    topic("issue/\u067E\u0631\u062F\u0627\u062E\u062A/note", Subject::IssueNote, "\u067E\u0631\u062F\u0627\u062E\u062A",
          "");
    topic("metric/share of voice", Subject::Metric, "share of voice", "");
    topic("moment/m1", Subject::Moment, "m1", "");
    topic("notice/n1", Subject::Notice, "n1", "");
    topic("clock", Subject::Clock, "", "");
    topic("board/wall/status", Subject::BoardStatus, "wall", "");
    topic("board/wall/command", Subject::BoardCommand, "wall", "");
}

void TestTopic::understood()
{
    QFETCH(QByteArray, name);
    QFETCH(Subject, subject);
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, source);
    const auto topic = wire::parseTopic(name.toStdString());
    QVERIFY2(topic, topic ? "" : topic.error().why.c_str());
    QVERIFY(*topic == (wire::Topic{"demo", subject, id.toStdString(), source.toStdString()}));
    QCOMPARE(QByteArray::fromStdString(wire::topicName(*topic)), name);
}

void TestTopic::cleared()
{
    QFETCH(QByteArray, name);
    QFETCH(Subject, subject);
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, source);
    const auto decoded = wire::decode(golden::message(name.toStdString(), ""));
    if (subject == Subject::BoardStatus) {
        QVERIFY(!decoded && decoded.error().kind == wire::DecodeError::Kind::Status);
        return;
    }
    QVERIFY(decoded);
    const auto& gone = std::get<core::Withdrawn>(decoded->event.what);
    QVERIFY(gone.subject == subject);
    QCOMPARE(QByteArray::fromStdString(gone.id), id);
    QCOMPARE(QByteArray::fromStdString(gone.source), source);
}

void TestTopic::refused_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("words");
    const auto refused = [](const char* row, const QByteArray& name, const char* words) {
        QTest::newRow(row) << name << QByteArray(words);
    };
    const QByteArray floor = "carewall/v1/demo/";
    refused("empty", "", "level 1 of the topic is empty");
    refused("other", "weather/v1/demo/clock", "does not begin with carewall/v1");
    refused("only the name", "carewall", "speaks version none; this board reads v1");
    refused("later version", "carewall/v2/demo/clock", "speaks version v2; this board reads v1");
    refused("no floor", "carewall/v1", "ends early");
    refused("only a floor", "carewall/v1/demo", "ends early; after carewall/v1/{floor} comes one of queue/{queue}");
    refused("empty level", floor + "queue//crm/now", "level 5 of the topic is empty");
    refused("slash at the end", floor + "clock/", "level 5 of the topic is empty");
    refused("slash in front", "/" + floor + "clock", "level 1 of the topic is empty");
    refused("nine levels", floor + "a/b/c/d/e/f", "more than 8 levels");
    refused("id too long", floor + "metric/" + QByteArray(65, 'x'), "level 5 of the topic is longer than 64 bytes");
    refused("topic too long", floor + QByteArray(300, 'x'), "topic has 317 bytes; it may have 256");
    refused("not UTF-8", floor + "metric/\xC3", "level 5 of the topic is not valid UTF-8");
    refused("control character", floor + "metric/a\x01", "level 5 of the topic has a control character");
    refused("bidi override", floor + "metric/a\u202E", "level 5 of the topic has a control character");
    refused("wildcard", floor + "metric/+", "level 5 of the topic has a '/', '+' or '#'");
}

void TestTopic::refused()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, words);
    const auto topic = wire::parseTopic(name.toStdString());
    QVERIFY(!topic);
    QVERIFY(topic.error().kind == wire::DecodeError::Kind::Topic);
    QVERIFY2(topic.error().why.find(words.toStdString()) != std::string::npos, topic.error().why.c_str());
}

void TestTopic::nearMisses_data()
{
    QTest::addColumn<QByteArray>("words");
    const auto miss = [](const char* name, const char* words) { QTest::newRow(name) << QByteArray(words); };
    const char* const now = "did you mean carewall/v1/demo/queue/billing/me/now?";
    const auto to_now = [&](const char* name, const char* fault) {
        QTest::newRow(name) << QByteArray(fault) + "; " + now;
    };
    to_now("carewall/v1/demo/queues/billing/me/now", "'queues' is not a kind of report");
    to_now("carewall/v1/demo/Queue/billing/me/now", "'Queue' is not a kind of report");
    to_now("carewall/v1/demo/QUEUE/billing/me/NOW", "'QUEUE' is not a kind of report");
    to_now("carewall/v1/demo/queue/billing/me/Now", "'Now' is not now or day");
    to_now("carewall/v1/demo/queue/billing/me/week", "'week' is not now or day");
    to_now("carewall/v1/demo/queue/billing/now", "topic lacks the source");
    to_now("carewall/v1/demo/queue/billing", "topic lacks the source");
    to_now("carewall/v1/demo/queue/billing/me", "topic lacks now or day at its end");
    to_now("carewall/demo/queue/billing/me/now", "'carewall/demo/...' lacks the version");
    to_now("carewall/demo/queues/billing/now", "'carewall/demo/...' lacks the version");
    to_now("carewall/V1/demo/queue/billing/me/now", "topic says 'V1', not v1 in small letters");
    to_now("Carewall/v1/demo/queue/billing/me/now", "topic begins with 'Carewall', not carewall in small letters");
    miss("carewall/v1/queue/billing/me/now",
         "topic lacks the floor; did you mean carewall/v1/{floor}/queue/billing/me/now?");
    miss("carewall/v1/demo/queue/billing/me/dya",
         "'dya' is not now or day; did you mean carewall/v1/demo/queue/billing/me/day?");
    miss("carewall/v1/demo/queue", "topic ends early; it must be carewall/v1/demo/queue/{queue}/{source}/now or day");
    miss("carewall/v1/demo/queue/now",
         "topic ends early; it must be carewall/v1/demo/queue/{queue}/{source}/now or day");
    miss("carewall/v1/demo/queue/a/b/c/now",
         "topic has too many levels; it must be carewall/v1/demo/queue/{queue}/{source}/now or day");
    miss("carewall/v1/demo/voice/now", "topic lacks the source; did you mean carewall/v1/demo/voice/me/now?");
    miss("carewall/v1/demo/voice/social",
         "topic lacks now or day at its end; did you mean carewall/v1/demo/voice/social/now?");
    miss("carewall/v1/demo/issue/login",
         "topic lacks note at its end; did you mean carewall/v1/demo/issue/login/note?");
    miss("carewall/v1/demo/metric/csat/now", "topic has too many levels; did you mean carewall/v1/demo/metric/csat?");
    miss("carewall/v1/demo/notices/n1", "'notices' is not a kind of report; did you mean carewall/v1/demo/notice/n1?");
    miss("carewall/v1/demo/clock/now", "topic has too many levels; did you mean carewall/v1/demo/clock?");
    miss("carewall/v1/demo/board/wall/commands",
         "'commands' is not command or status; did you mean carewall/v1/demo/board/wall/command?");
    miss("carewall/v1/demo/weather/today",
         "'weather' is not a kind of report; after carewall/v1/{floor} comes one of queue/");
}

void TestTopic::nearMisses()
{
    QFETCH(QByteArray, words);
    const auto topic = wire::parseTopic(QTest::currentDataTag());
    QVERIFY(!topic);
    const QByteArray why = QByteArray::fromStdString(topic.error().why);
    QVERIFY2(why.startsWith(words), why.constData());
    // What it proposes must be right itself.
    const auto begin = why.indexOf("did you mean ");
    if (begin < 0 || why.contains("{floor}")) return;
    const QByteArray meant = why.mid(begin + 13, why.size() - begin - 14);
    QVERIFY2(wire::parseTopic(meant.toStdString()), meant.constData());
}

void TestTopic::floorFilterTakesTheWholeFloor()
{
    QCOMPARE(wire::floorFilter("demo"), std::string("carewall/v1/demo/#"));
}

QTEST_GUILESS_MAIN(TestTopic)
#include "tst_topic.moc"
