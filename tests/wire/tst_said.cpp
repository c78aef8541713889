// Goal: nothing said is not 0: a report without a known field, or without what it is about, is refused with words that
//       say what would be right; and what a program of old leaves out is still 0.
// Method: tables of payloads as people and machines send them by mistake, with the words expected, beside those that
//       look like them and are right.

#include "core/limits.h"
#include "wire/decode.h"
#include "wire/encode.h"
#include "wire/golden.h"

#include <QTest>

#include <algorithm>

using namespace carewall;
namespace limits = core::limits;

class TestSaid : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingSaidIsRefused_data();
    void nothingSaidIsRefused();
    void littleIsEnough_data();
    void littleIsEnough();
    void aZeroIsTaken_data();
    void aZeroIsTaken();
    void unknownNamesAreBounded();
    void whatIsRefusedIsNamedToo();
    void zerosAreWrittenWhereTheySay();
};

namespace {

constexpr const char* queue_now = "queue/billing/me/now";
constexpr const char* queue_day = "queue/billing/me/day";

core::Result<wire::Decoded, wire::DecodeError> decode(const char* topic, const std::string& payload)
{
    return wire::decode(golden::message(std::string("carewall/v1/demo/") + topic, payload));
}

void row(const char* topic, const std::string& payload, const char* words)
{
    QTest::addRow("%s %s", topic,
                  QByteArray::fromStdString(payload).left(60).toPercentEncoding(" {}\":,[]").constData())
        << QByteArray(topic) << QByteArray::fromStdString(payload) << QByteArray(words);
}

constexpr const char* needs_waiting = R"(a queue's report needs at least waiting, e.g. {"waiting": 7})";

void queueRows()
{
    row(queue_now, R"({"wating": 7})",
        "no field of a QueueNow is known here (unknown: wating); did you mean 'waiting'? A queue's report needs at "
        "least "
        R"(waiting, e.g. {"waiting": 7})");
    row(queue_now, R"({"WAITING": 7})", "did you mean 'waiting'?");
    row(queue_now, R"({"value": "7"})",
        R"(no field of a QueueNow is known here (unknown: value); a queue's report needs at least waiting)");
    row(queue_now, R"({"value": {"waiting": 5}})", "no field of a QueueNow is known here (unknown: value)");
    row(queue_now, R"({"state": "on", "attributes": {"x": 1}, "a": 1, "b": 2})",
        "(unknown: state, attributes, a and more)");
    row(queue_now, "{}", "waiting is left out; a queue's report needs at least waiting");
    row(queue_now, R"({"label": "Billing", "wating": 7})", "waiting is left out (unknown: wating); did you mean");
    row(queue_now, R"({"header": {"time_ms": 1}})", needs_waiting);
    row(queue_now, R"({"header": {"epoch": 1, "sequence": 2}, "wating": 7})", "did you mean 'waiting'?");
    row(queue_now, R"({"header": {"epoch": 1, "sequence": 2}, "waiting": null})", "waiting is null; a queue's report");
    row(queue_now, R"({"waiting": null})", "waiting is null; a queue's report needs at least waiting");
    row(queue_now, R"({"waiting": null, "ages_s": null})", "waiting is null");
    row(queue_now, R"({"waiting": NaN})", "waiting is NaN; it must be a whole number, 0 or more");
    row(queue_now, R"({"waiting": "NaN"})", R"(waiting is "NaN"; it must be a whole number, 0 or more)");
    row(queue_now, R"({"waiting": "unavailable"})", R"(waiting is "unavailable"; it must be a whole number)");
    row(queue_now, R"({"waiting": "5.0"})", R"(waiting is "5.0"; it must be a whole number)");
    row(queue_now, R"({"waiting": 5.5})", "waiting is 5.5; it must be a whole number");
    row(queue_now, R"({"waiting": -1})", "waiting is -1; it must be a whole number, 0 or more");
    row(queue_now, R"({"waiting": true})", "waiting is true; it must be a whole number");
    row(queue_now, R"({"waiting": [7]})", "waiting is a list; it must be a whole number");
    row(queue_now, R"({"waiting": {"n": 7}})", "waiting is an object; it must be a whole number");
    row(queue_now, R"({"waiting": 7, "label": 7})", "label is 7; it must be text in quotes");
    row(queue_now, R"({"waiting": 1, "ages_s": ["old"]})", R"(ages_s[0] is "old"; it must be a number)");
    row(queue_now, R"({"waiting": 1, "target": 20})", "target is 20; it must be an object in { }");
    row(queue_now, R"({"waiting": 1, "target": {"percent": 80}})",
        "target has no field that is known and says something (unknown: percent)");
    row(queue_now, R"({"waiting": 1, "agents": {"avialable": 3}})", "(unknown: avialable); did you mean 'available'?");
    row(queue_now, R"({"waiting": 5}{"waiting": 6})", "not a QueueNow in JSON");
    row(queue_day, "{}", "slots and hours are left out; a queue's day needs at least slots or hours");
    row(queue_day, R"({"slots": null})", "slots is null");
    row(queue_day, R"({"slots": [{"start_ms": 1, "offered": 3}, {"start_ms": 400000, "offerd": 3}]})",
        "slots[1] has no field that is known and says something (unknown: offerd); did you mean 'offered'?");
}

void foreignRows()
{
    const char* object = R"(a report is a JSON object, e.g. {"waiting": 7})";
    for (const char* foreign :
         {"7", "-7", "0.51234", "7.5\n", "[7]", R"([{"waiting": 7}])", R"("7")", "null", "unavailable"})
        row(queue_now, foreign, object);
    row(queue_now, std::string("\xFF\xFE{\0}\0", 6), "payload is UTF-16; a report is a JSON object");
    row("metric/csat", "4.2", R"('4.2' is no Metric; a report is a JSON object, e.g. {"value": 4.2})");
    // Field 17 of protobuf, a varint.
    row(queue_now, std::string("\x88\x01\x05", 3), "no field of a QueueNow is known here (unknown: #17); a queue's");
}

void otherRows()
{
    const char* needs_value = R"(a metric needs at least value, e.g. {"value": 4.2})";
    row("metric/csat", R"({"label": "CSAT", "value": null, "target": 4.5})", "value is null; a metric needs");
    row("metric/csat", R"({"label": "CSAT", "vlaue": 0.81})",
        "value is left out (unknown: vlaue); did you mean 'value'?");
    row("metric/csat", R"({"header": {"epoch": 1, "sequence": 2}})", needs_value);
    const std::string csat("\x12\x04"
                           "CSAT",
                           6);
    row("metric/csat", csat, "value is left out; a metric needs its value, and 0 must be said");
    row("metric/csat", csat + std::string("\x21\0\0\0\0\0\0\x10\x40\x3A\x02\x08\x01", 13),
        "slots[0].value is left out; a slot without a figure is not sent");
    row("metric/csat", R"({"value": NaN})", "value is NaN; it must be a number");
    row("metric/csat", R"({"value": "good"})", R"(value is "good"; it must be a number)");
    row("metric/csat", R"({"value": 1, "slots": [{"start_ms": 1, "value": 2}, {"start_ms": 400000, "value": null}]})",
        "slots[1] has no value");
    row("voice/me/now", "{}", "open is left out; a report of voices needs at least open");
    row("voice/me/now", R"({"open": {"start_ms": 1, "total": {"mention": 5}}})",
        "open.total has no field that is known and says something (unknown: mention); did you mean 'mentions'?");
    row("voice/me/day", R"({"slot": []})",
        "(unknown: slot); did you mean 'slots'? A day of voices needs at least slots");
    row("issue/login/note", R"({"to": "Identity team"})", "stage is left out; an issue's note needs at least stage");
    row("issue/login/note", R"({"stage": "RESOLVED"})", "an issue's note needs at least stage");
    row("moment/m", R"({"txt": "Well done"})",
        "no field of a Moment is known here (unknown: txt); did you mean 'text'?");
    row("moment/m", R"({"text": ""})", "text is empty; it must be words to show");
    row("notice/n", R"({"severity": 2})", "text is left out; a notice needs at least text");
    row("notice/n", R"({"text": " \n"})", "text is empty");
    row("clock", R"({"rate": 60})", "floor_ms and at_ms are left out");
    row("board/wall/command", R"({"scen": "voice"})",
        "no field of a BoardCommand is known here (unknown: scen); did you mean 'scene'? It must hold one of scene, ");
    row("board/wall/command", R"({"header": {"epoch": 1, "sequence": 2}})", "command is empty; it must hold one of");
    row("board/wall/command", R"({"notice": {"txt": "Fire drill"}})", "notice has no field that is known");
}

}  // namespace

void TestSaid::nothingSaidIsRefused_data()
{
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("words");
    queueRows();
    foreignRows();
    otherRows();
}

void TestSaid::nothingSaidIsRefused()
{
    QFETCH(QByteArray, topic);
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, words);
    const auto decoded = decode(topic.constData(), payload.toStdString());
    QVERIFY2(!decoded, "was taken");
    QVERIFY2(decoded.error().why.find(words.toStdString()) != std::string::npos, decoded.error().why.c_str());
}

void TestSaid::littleIsEnough_data()
{
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<QByteArray>("payload");
    const auto taken = [](const char* topic, const std::string& payload) { row(topic, payload, ""); };
    QTest::addColumn<QByteArray>("words");
    taken(queue_now, R"({"waiting": "7"})");
    taken(queue_now, std::string("{\"waiting\": 7}\0\0", 16));
    taken(queue_now, "\xEF\xBB\xBF{\"waiting\": 7}");
    taken(queue_now, R"({"\u0077aiting": 7})");
    taken(queue_now, R"({"waiting": 7, "agents": null, "target": null, "label": null})");
    taken(queue_now, R"({"waiting": null, "ages_s": [3]})");
    // Protobuf, of 10 that wait.
    taken(queue_now, "0\n");
    taken(queue_day, R"({"slots": []})");
    taken(queue_day, R"({"hours": [{"open_min": 480, "close_min": 1200}]})");
    taken("voice/me/now", R"({"open": {"start_ms": 1}})");
    taken("voice/me/day", R"({"slots": []})");
    taken("issue/login/note", R"({"stage": "ISSUE_STAGE_NEW"})");
    taken("metric/csat", R"({"value": 0})");
    taken("clock", R"({"phase": "CLOCK_PHASE_LOST"})");
    taken("board/wall/command", R"({"notice": {}})");
    taken("board/wall/command", R"({"notice": {"text": ""}})");
    taken("board/wall/command", R"({"hold": false})");
    // What programs of old left out is 0, or an empty list.
    taken(queue_day, R"({"header": {"epoch": "1", "sequence": "2"}})");
    taken(queue_day, std::string("\x0A\x00", 2));
}

void TestSaid::littleIsEnough()
{
    QFETCH(QByteArray, topic);
    QFETCH(QByteArray, payload);
    const auto decoded = decode(topic.constData(), payload.toStdString());
    QVERIFY2(decoded, decoded ? "" : decoded.error().why.c_str());
}

void TestSaid::aZeroIsTaken_data()
{
    QTest::addColumn<QByteArray>("payload");
    const auto zero = [](const char* name, const std::string& payload) {
        QTest::newRow(name) << QByteArray::fromStdString(payload);
    };
    zero("JSON", R"({"waiting": 0})");
    zero("JSON, in quotes", R"({"waiting": "0"})");
    zero("JSON of a program that leaves zeros out", R"({"header": {"epoch": "1", "sequence": "2"}, "label": "x"})");
    zero("protobuf that says it", std::string("\x30\x00", 2));
    zero("protobuf with a header", std::string("\x0A\x02\x08\x01", 4));
    zero("protobuf with an empty header", std::string("\x0A\x00", 2));
    zero("protobuf with a label", std::string("\x12\x01x", 3));
}

void TestSaid::aZeroIsTaken()
{
    QFETCH(QByteArray, payload);
    const auto decoded = decode(queue_now, payload.toStdString());
    QVERIFY2(decoded, decoded ? "" : decoded.error().why.c_str());
    QCOMPARE(std::get<core::QueueNowReported>(decoded->event.what).report.waiting, std::uint64_t{0});
}

void TestSaid::unknownNamesAreBounded()
{
    std::string payload = R"({"waiting": 7, "twice": 1, "twice": 2, ")";
    payload += std::string(39, 'x');
    payload += "\u0444\u0444\": 1, \"a\x01\u202Eb\": 1, \"\x01\": 1";
    for (int i = 0; i < 50; ++i)
        payload += ", \"n" + std::to_string(i) + "\": 1";
    const auto decoded = decode(queue_now, payload + "}");
    QVERIFY2(decoded, decoded ? "" : decoded.error().why.c_str());
    QCOMPARE(decoded->unknown.count, std::uint64_t{55});
    const std::vector<std::string>& names = decoded->unknown.names;
    QCOMPARE(names.size(), limits::unknown_names);
    QCOMPARE(names[0], std::string("twice"));
    QCOMPARE(names[1], std::string(39, 'x'));
    QCOMPARE(names[2], std::string("ab"));
    QCOMPARE(names[3], std::string("\"\""));
    QVERIFY(std::ranges::all_of(names, [](const auto& name) { return name.size() <= limits::unknown_name_bytes; }));
}

void TestSaid::whatIsRefusedIsNamedToo()
{
    for (const char* payload : {R"({"wating": 7})", R"({"wating": 7, "waiting": 2000000000000})"}) {
        const auto decoded = decode(queue_now, payload);
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().unknown, (wire::Unknown{1, {"wating"}}));
    }
}

void TestSaid::zerosAreWrittenWhereTheySay()
{
    core::QueueNow now;
    QCOMPARE(wire::encode(now), std::string("\x30\x00", 2));
    QCOMPARE(wire::encode(now, wire::Encoding::Json), std::string(R"({"waiting":"0"})"));
    // Of a feed: the bytes that it always sent.
    now.header.revision = {1, 2};
    QCOMPARE(wire::encode(now), std::string("\x0A\x04\x08\x01\x10\x02", 6));
    QCOMPARE(wire::encode(now, wire::Encoding::Json), std::string(R"({"header":{"epoch":"1","sequence":"2"}})"));
    QCOMPARE(wire::encode(core::Metric{}, wire::Encoding::Json), std::string(R"({"value":0})"));
}

QTEST_GUILESS_MAIN(TestSaid)
#include "tst_said.moc"
