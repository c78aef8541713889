// Goal: what cannot be true or is too much is refused with words a person can act on; all else of a person's first try
//       is taken.
// Method: a table of payloads with the words expected; limits met exactly and passed by one.

#include "core/limits.h"
#include "wire/decode.h"
#include "wire/golden.h"

#include <QTest>

using namespace carewall;
namespace limits = core::limits;

class TestRefused : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusedWithWords_data();
    void refusedWithWords();
    void takenFromAPerson_data();
    void takenFromAPerson();
    void limitsAreMetExactly_data();
    void limitsAreMetExactly();
    void payloadCapIsCheckedBeforeParsing();
    void nestingIsBounded();
    void unknownFieldsAreCounted_data();
    void unknownFieldsAreCounted();
    void fieldsLeftOut();
};

namespace {

constexpr const char* queue_now = "queue/billing/me/now";
constexpr const char* queue_day = "queue/billing/me/day";
constexpr const char* voice_now = "voice/me/now";
constexpr const char* voice_day = "voice/me/day";

core::Result<wire::Decoded, wire::DecodeError> decode(const char* topic, const std::string& payload)
{
    return wire::decode(golden::message(std::string("carewall/v1/demo/") + topic, payload));
}

void row(const char* topic, const std::string& payload, const char* words)
{
    QTest::addRow("%s %s", topic, payload.substr(0, 60).c_str())
        << QByteArray(topic) << QByteArray::fromStdString(payload) << QByteArray(words);
}

/// "[one,one,...]", n times.
std::string listed(const std::string& one, std::size_t n)
{
    std::string list = "[";
    for (std::size_t i = 0; i < n; ++i)
        list += (i == 0 ? "" : ",") + one;
    return list + "]";
}

std::string slotList(std::size_t n, const std::string& rest = {})
{
    std::string list;
    for (std::size_t i = 0; i < n; ++i) {
        list += i == 0 ? "[" : ",";
        list.append(R"({"start_ms":)")
            .append(std::to_string(1'727'776'800'000 + i * 60'000))
            .append(R"(,"length_s":60)" + rest + "}");
    }
    return list + "]";
}

std::string issueList(std::size_t n)
{
    std::string list;
    for (std::size_t i = 0; i < n; ++i) {
        list += i == 0 ? "[" : ",";
        list.append(R"({"issue":"i)").append(std::to_string(i)).append(R"("})");
    }
    return list + "]";
}

std::string response(const std::string& sketch)
{
    return R"({"waiting":1,"open":{"start_ms":1,"response":)" + sketch + "}}";
}

std::string nested(std::size_t depth, char open, char close)
{
    return R"({"waiting":7,"x":)" + std::string(depth, open) + std::string(depth, close) + "}";
}

void queueNowRows()
{
    row(queue_now, "7", R"('7' is no QueueNow; a report is a JSON object, e.g. {"waiting": 7})");
    row(queue_now, "{waiting", "not a QueueNow in JSON");
    row(queue_now, R"({"waiting": -1})", "waiting");
    row(queue_now, R"({"waiting": "many"})", "waiting");
    row(queue_now, R"({"waiting": 1000000000001})", "waiting is 1000000000001; it must be at most 1000000000000");
    row(queue_now, R"({"waiting": 1, "target": {"within_s": 20, "ratio": 80}})",
        "target.ratio is 80; it must be in [0, 1]: 0.8, not 80");
    row(queue_now, R"({"waiting": 1, "target": {"ratio": -0.5}})", "target.ratio is -0.5; it must be in [0, 1]");
    row(queue_now, R"({"waiting": 1, "target": {"ratio": "NaN"}})", "target.ratio is nan; it must be in [0, 1]");
    row(queue_now, R"({"waiting": 1, "target": {"within_s": "Infinity"}})",
        "target.within_s is inf; it must be seconds, 0 or more");
    row(queue_now, R"({"waiting": 2, "ages_s": [4, -1]})", "ages_s[1] is -1; it must be seconds, 0 or more");
    row(queue_now, R"({"waiting": 2, "ages_s": ["NaN"]})", "ages_s[0] is nan");
    row(queue_now, R"({"waiting": 1, "ages_s": [4, 1]})",
        "ages_s lists 2 but waiting is 1; it must list at most waiting");
    row(queue_now, R"({"waiting": 1, "agents": {"busy": 1000001}})",
        "agents.busy is 1000001; it must be at most 1000000");
    row(queue_now, R"({"waiting": 1, "calibration": {"revision": 1, "customer": [0, 1]}})",
        "calibration.customer has 2 weights; it must have 7");
    row(queue_now, R"({"waiting": 1, "calibration": {"revision": 1, "customer": [0, 1, 0, 0, 0, "NaN", 0]}})",
        "calibration.customer is nan; it must be in [-50, 50]");
    row(queue_now,
        R"({"waiting": 1, "calibration": {"revision": 1, "customer": [0, 1, 0, 0, 0, 0, 0], "any": [0, 51, 0, 0]}})",
        "calibration.any is 51; it must be in [-50, 50]");
    row(queue_now,
        R"({"waiting": 1, "calibration": {"revision": 1, "customer": [0, 1, 0, 0, 0, 0, 0], "any": [0, 1, 0, 0]}})",
        "calibration.to_come is 0; it must be in [0.1, 10]");
    row(queue_now, R"({"waiting": 1, "header": {"time_ms": -1}})",
        "header.time_ms is -1; it must be ms since 1970, before the year 2200");
    row(queue_now, R"({"waiting": 1, "header": {"time_ms": 7258118400000}})", "header.time_ms is 7258118400000");
    row(queue_now, R"({"waiting": 1, "open": {"start_ms": 1, "offered": 2000000000000}})",
        "open.offered is 2000000000000");
    row(queue_now, R"({"waiting": 1, "open": {"offered": 5}})", "open.start_ms is left out, and header.time_ms too");
    row(queue_now, R"({"waiting": 1, "open": {"length_s": 86401}})",
        "open.length_s is 86401; it must be 1 to 86400 seconds");
}

void queueDayRows()
{
    const std::string second = R"({"slots": [{"start_ms": 1727776800000}, {"start_ms": 1727777100000, )";
    row(queue_day, second + R"("answered": 7, "answered_within_target": 9}]})",
        "slots[1].answered_within_target is 9 but answered is 7; it must be at most answered");
    row(queue_now, R"({"waiting": 1, "target": {"short_abandon_s": -1}})", "target.short_abandon_s is -1");
    row(queue_day, second + R"("abandoned_short": 1}]})", "slots[1].abandoned_short is 1 but abandoned is 0");
    row(queue_day, second + R"("backlog_ms": 1}]})", "slots[1].backlog_ms is 1 but pressed_ms is 0");
    row(queue_day, second + R"("passed_over": 1}]})", "slots[1].passed_over is 1 but others_waiting is 0");
    row(queue_day, second + R"("abandoned_within_target": 1}]})",
        "slots[1].abandoned_within_target is 1 but abandoned is 0");
    row(queue_day, second + R"("resolved": 1, "resolved_in_one": 2}]})",
        "slots[1].resolved_in_one is 2 but resolved is 1");
    row(queue_day, second + R"("answered_by_community": 2}]})",
        "slots[1].answered_by_community is 2 but answered is 0");
    row(queue_day, R"({"slots": [{"offered": 1}]})", "slots[0].start_ms is left out");
    row(queue_day, R"({"slots": [{"start_ms": 1727777100000}, {"start_ms": 1727776800000}]})",
        "slots[1].start_ms is 1727776800000, before the slot before it ends at 1727777400000; starts must rise without "
        "overlap");
    row(queue_day, R"({"slots": [{"start_ms": 1727776800000}, {"start_ms": 1727776800001}]})", "rise without overlap");
    row(queue_day, R"({"hours": [{"open_min": 1441}]})", "hours.open_min is 1441; it must be 0 to 1440");
    row(queue_day, R"({"hours": [{"weekdays": [1, 8]}]})", "hours.weekdays has 8; each must be 1 (Monday) to 7");
    row(queue_day, R"({"hours": [{}], "holidays": ["2024-12-25", "25.12.2024"]})",
        "holidays has \"25.12.2024\"; each must be a date such as \"2024-12-25\"");
}

void sketchRows()
{
    row(queue_now, response(R"({"counts": [1], "values_s": [1]})"), "open.response holds several forms");
    row(queue_now, response(R"({"index_deltas": [1, 2], "index_counts": [1]})"),
        "open.response.index_counts has 1 entries but index_deltas has 2; it must have as many");
    row(queue_now, response(R"({"index_deltas": [1, 0], "index_counts": [1, 1]})"), "open.response.index_deltas has 0");
    row(queue_now, response(R"({"index_deltas": [1, 2147483647], "index_counts": [1, 1]})"),
        "must be less than 640 apart");
    row(queue_now, response(R"({"scale": 6, "counts": [1]})"), "open.response is no sketch: scale is 6");
    row(queue_now, response(R"({"scale": 5, "offset": 2147483647, "counts": [1, 1]})"), "open.response is no sketch");
    row(queue_now, response(R"({"counts": [1000000000001]})"), "open.response.counts is 1000000000001");
    row(queue_now, response(R"({"zero_count": 1000000000001})"), "open.response.zero_count");
    row(queue_now, response(R"({"values_s": [3, -1]})"), "open.response.values_s is -1; it must be seconds, 0 or more");
}

void voiceRows()
{
    row(voice_now, R"({"open": {"start_ms": 1, "total": {"mentions": 5, "positive": 3, "negative": 3}}})",
        "open.total.negative and positive are 6 together but mentions is 5; they must be at most mentions");
    row(voice_now, R"({"open": {"start_ms": 1, "total": {"mentions": 5, "negative": 6}}})",
        "open.total.negative is 6 but mentions is 5");
    row(voice_now, R"({"open": {"start_ms": 1, "issues": [{"issue": "a/b"}]}})",
        "open.issues[0].issue has a '/', '+' or '#'");
    row(voice_now, R"({"open": {"start_ms": 1, "issues": [{}]}})", "open.issues[0].issue is empty");
    row(voice_now, R"({"open": {"start_ms": 1, "issues": [{"issue": "a"}, {"issue": "a"}]}})",
        "open.issues[1].issue is 'a' a second time");
    row(voice_now, R"({"open": {"start_ms": 1, "issues": [{"issue": "a", "voices": {"positive": 1}}]}})",
        "open.issues[0].voices.positive is 1 but mentions is 0");
    row(voice_now, R"({"open": {"start_ms": 1, "issues": [{"issue": "a", "emerging": true, "usual_per_hour": -1}]}})",
        "open.issues[0].usual_per_hour is negative");
    row(voice_now, R"({"open": {"start_ms": 1, "issues": [{"issue": "a", "emerging": true, "part_of": "a/b"}]}})",
        "open.issues[0].part_of has a '/', '+' or '#'");
    row(voice_now, R"({"open": {"start_ms": 1, "ladder": {"love": 9000000000000}}})",
        "open.ladder.love is 9000000000000");
}

void floorRows()
{
    row("metric/csat", R"({"value": "NaN"})", "value is nan; it must be a number");
    row("metric/csat", R"({"value": 1, "target": "-Infinity"})", "target is -inf; it must be a number");
    row("metric/csat", R"({"value": 1, "slots": [{"start_ms": 1, "value": "NaN"}]})", "slots[0].value is nan");
    row("moment/m", R"({"text": "x", "until_ms": -5})", "until_ms is -5");
    row("clock", "{}", "floor_ms and at_ms are left out");
    row("clock", R"({"floor_ms": 5})", "at_ms is left out");
    row("clock", R"({"at_ms": 5})", "floor_ms is left out");
    row("clock", R"({"floor_ms": 1, "at_ms": 1, "rate": -1})", "rate is not floor seconds a real second");
    row("clock", R"({"floor_ms": 1, "at_ms": 1, "rate": "NaN"})", "rate is not floor seconds a real second");
    row("board/wall/command", "{}", "command is empty; it must hold one of scene, next, previous, hold, ");
    row("board/wall/command", R"({"identify": false})", "identify is false");
    row("board/wall/command", R"({"next": false})", "next is false; it must be true, or left out");
    row("board/wall/command", R"({"previous": false})", "previous is false");
    row("board/wall/command", R"({"scene": "kitchen"})",
        R"(scene is "kitchen"; it must be one of "floor" "response" )");
    row("board/wall/command", R"({"scene": ""})", R"(scene is ""; it must be one of)");
    row("board/wall/command", R"({"scene": "identify"})", R"(scene is "identify"; it must be one of)");
    row("board/wall/command", R"({"language": "fr"})", R"(language is "fr"; it must be one of "de" "en" "fa" "ru")");
    row("board/wall/command", R"({"theme": "auto"})",
        R"(theme is "auto"; it must be one of "dark" "light" "contrast" "hours")");
    row("board/wall/command", R"({"language": "EN"})", R"(language is "EN"; it must be one of)");
    row("board/wall/command", R"({"qr": "a/b"})", "qr ");
    row("board/wall/command", R"({"dim": 50})", "dim is 50; it must be in [0, 1]: 0.5, not 50");
    row("board/wall/command", R"({"notice": {"until_ms": -5}})", "notice.until_ms is -5");
    row("no/such/topic", "{}", "'no' is not a kind of report; after carewall/v1/{floor} comes one of queue/{queue}");
}

}  // namespace

void TestRefused::refusedWithWords_data()
{
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("words");
    queueNowRows();
    queueDayRows();
    sketchRows();
    voiceRows();
    floorRows();
}

void TestRefused::refusedWithWords()
{
    QFETCH(QByteArray, topic);
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, words);
    const auto decoded = decode(topic.constData(), payload.toStdString());
    QVERIFY2(!decoded, "was taken");
    QVERIFY2(decoded.error().why.find(words.toStdString()) != std::string::npos, decoded.error().why.c_str());
}

void TestRefused::takenFromAPerson_data()
{
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<QByteArray>("payload");
    const auto taken = [](const char* topic, const char* payload) {
        QTest::addRow("%s %s", topic, payload) << QByteArray(topic) << QByteArray(payload);
    };
    taken(queue_now, R"({"waiting": 0})");
    taken(queue_now, R"({"waiting": 7})");
    taken(queue_now, "{waiting: 7}");
    taken(queue_now, "{'waiting': '7'}");
    taken(queue_now, "\xEF\xBB\xBF \n\t{\"waiting\": 7}\n");
    taken(queue_now, R"({"agesS": [3], "ages_s": []})");
    taken(queue_now, R"({"ages_s": [40, 12.5]})");
    taken(queue_now, R"({"waiting": 1, "open": {"start_ms": 1, "offered": 5, "answered": 4}})");
    taken(queue_now, R"({"waiting": 1, "header": {"time_ms": 1}, "open": {"offered": 5, "answered": 4}})");
    taken(queue_now, R"({"waiting": 1, "open": {"start_ms": 1, "response": {}}})");
    taken(queue_now, R"({"waiting": 1, "open": {"start_ms": 1, "response": {"zero_count": 3}}})");
    taken(voice_now, R"({"open": {"start_ms": 1, "issues": [{"issue": "login", "voices": {"mentions": 5}}]}})");
    taken("issue/login/note", R"({"stage": 2})");
    taken("metric/csat", R"({"value": 4})");
    taken("moment/m", R"({"text": "Well done"})");
    taken("notice/n", R"({"text": "Meeting at 3"})");
    taken("clock", R"({"floor_ms": 1727776800000, "at_ms": 1760176800000})");
    taken("board/wall/command", R"({"identify": true})");
    taken("board/wall/command", R"({"scene": "playlist"})");
    taken("board/wall/command", R"({"hold": false})");
    taken("board/wall/command", R"({"qr": ""})");
    taken("board/wall/command", R"({"dim": 0})");
}

void TestRefused::takenFromAPerson()
{
    QFETCH(QByteArray, topic);
    QFETCH(QByteArray, payload);
    const auto decoded = decode(topic.constData(), payload.toStdString());
    QVERIFY2(decoded, decoded ? "" : decoded.error().why.c_str());
    QCOMPARE(decoded->unknown.count, std::uint64_t{0});
}

void TestRefused::limitsAreMetExactly_data()
{
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<bool>("taken");
    const auto both = [](const char* name, const char* topic, auto payload, std::size_t most) {
        for (const std::size_t n : {most, most + 1})
            QTest::addRow("%s %zu", name, n)
                << QByteArray(topic) << QByteArray::fromStdString(payload(n)) << (n == most);
    };
    both(
        "ages", queue_now, [](std::size_t n) { return R"({"ages_s":)" + listed("1", n) + "}"; }, limits::waiting_ages);
    both(
        "queue slots", queue_day, [](std::size_t n) { return R"({"slots":)" + slotList(n) + "}"; }, limits::day_slots);
    both(
        "voice slots", voice_day, [](std::size_t n) { return R"({"slots":)" + slotList(n) + "}"; }, limits::day_slots);
    both(
        "metric slots", "metric/m",
        [](std::size_t n) { return R"({"value":1,"slots":)" + slotList(n, R"(,"value":0)") + "}"; },
        limits::metric_slots);
    both(
        "issues", voice_now, [](std::size_t n) { return R"({"open":{"start_ms":1,"issues":)" + issueList(n) + "}}"; },
        limits::slot_issues);
    both(
        "buckets", queue_now, [](std::size_t n) { return response(R"({"counts":)" + listed("1", n) + "}"); },
        limits::sketch_buckets);
    both(
        "plain values", queue_now, [](std::size_t n) { return response(R"({"values_s":)" + listed("1", n) + "}"); },
        500);
    both(
        "issue id", voice_now,
        [](std::size_t n) {
            return R"({"open":{"start_ms":1,"issues":[{"issue":")" + std::string(n, 'x') + R"("}]}})";
        },
        limits::id_bytes);
    both(
        "count", queue_now, [](std::size_t n) { return R"({"waiting":)" + std::to_string(n) + "}"; }, limits::count);
    both(
        "payload", queue_now, [](std::size_t n) { return R"({"waiting":7})" + std::string(n - 13, ' '); },
        limits::payload_bytes);
}

void TestRefused::limitsAreMetExactly()
{
    QFETCH(QByteArray, topic);
    QFETCH(QByteArray, payload);
    QFETCH(bool, taken);
    const auto decoded = decode(topic.constData(), payload.toStdString());
    QVERIFY2(decoded.has_value() == taken, decoded ? "was taken" : decoded.error().why.c_str());
}

void TestRefused::payloadCapIsCheckedBeforeParsing()
{
    const auto decoded = decode(queue_now, std::string(limits::payload_bytes + 1, '{'));
    QVERIFY(!decoded);
    QVERIFY(decoded.error().kind == wire::DecodeError::Kind::TooLarge);
    QCOMPARE(decoded.error().why, std::string("payload has 262145 bytes; at most 262144 are read"));
}

void TestRefused::nestingIsBounded()
{
    for (const auto& [open, close] : {std::pair{'{', '}'}, std::pair{'[', ']'}}) {
        const auto deep = decode(queue_now, nested(100'000, open, close));
        QVERIFY(!deep);
        QCOMPARE(deep.error().why, std::string("payload is nested too deep; at most 16 levels are read"));
    }
    QVERIFY(decode(queue_now, nested(15, '[', ']')));
    QVERIFY(!decode(queue_now, nested(16, '[', ']')));
    // Braces within words are no nesting, whichever quotes are used.
    for (const std::string words : {R"("{{{{{{{{{{{{{{{{{{ \" {{{{{{{{{{{{{{{{{{")", R"('" {{{{{{{{{{{{{{{{{{')"}) {
        const auto decoded = decode(queue_now, "{\"waiting\": 7, \"label\": " + words + "}");
        QVERIFY2(decoded, decoded ? "" : decoded.error().why.c_str());
    }
    // Groups within groups, of a field nobody has.
    QVERIFY(!decode(queue_now, std::string(50'000, '\x7B')));
    std::string groups;
    for (int i = 0; i < 50'000; ++i)
        groups += "\xFB\x01";
    const auto decoded = decode(queue_now, groups);
    QVERIFY(!decoded);
    QVERIFY(decoded.error().why.find("nested deeper than 16") != std::string::npos);
}

void TestRefused::unknownFieldsAreCounted_data()
{
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("names");
    QTest::addColumn<int>("unknown");
    // As many as there are names, unless told.
    const auto counted = [](const char* topic, const std::string& payload, const char* names, int unknown = -1) {
        QTest::addRow("%s %s", topic, QByteArray::fromStdString(payload).toPercentEncoding().constData())
            << QByteArray(topic) << QByteArray::fromStdString(payload) << QString(names)
            << (unknown >= 0 ? unknown : static_cast<int>(QString(names).split(' ', Qt::SkipEmptyParts).size()));
    };
    counted(queue_now, R"({wating: 7, "waiting": 3})", "wating");
    counted(queue_now,
            R"({"waiting": 3, "mood": {"waiting": 1, "deep": [{"x": 1}]}, "target": {"percent": 80, "ratio": 1}})",
            "mood target.percent");
    counted(queue_now, R"({"waiting": 3, "header": {"sequnce": 1}, "label": "{\"a\": 1}"})", "header.sequnce");
    counted(
        queue_day,
        R"({"slots": [{"start_ms": 1, "offered": 0, "a": 1}, {"start_ms": 400000, "b": [], "response": {"c": null}}]})",
        "slots.a slots.b slots.response.c");
    counted("notice/n", R"({"text": "x", "severity": "SEVERITY_HUGE"})", "severity=SEVERITY_HUGE");
    counted("notice/n", R"({"text": "SEVERITY_HUGE", "severity": "SEVERITY_ACT"})", "");
    counted("notice/n", R"({"text": "x", "severity": 9})", "", 1);
    counted("metric/m", R"({"value": 1, "good": 9})", "", 1);
    // Waiting 0; field 100, a varint; twice; within the header; severity 9.
    counted(queue_now, std::string("\x30\x00\xA0\x06\x01", 5), "#100");
    counted(queue_now, std::string("\x30\x00\xA0\x06\x01\xA0\x06\x02", 8), "#100", 2);
    counted(queue_now, std::string("\x0A\x03\xA0\x06\x01", 5), "header.#100");
    counted(queue_day, std::string("\x12\x05\x08\x01\xA0\x06\x01", 7), "slots.#100");
    counted("notice/n", std::string("\x12\x01x\x18\x09", 5), "", 1);
}

void TestRefused::unknownFieldsAreCounted()
{
    QFETCH(QByteArray, topic);
    QFETCH(QByteArray, payload);
    QFETCH(QString, names);
    QFETCH(int, unknown);
    const auto decoded = decode(topic.constData(), payload.toStdString());
    QVERIFY2(decoded, decoded ? "" : decoded.error().why.c_str());
    QCOMPARE(static_cast<int>(decoded->unknown.count), unknown);
    QStringList told;
    for (const std::string& name : decoded->unknown.names)
        told += QString::fromStdString(name);
    QCOMPARE(told.join(' '), names);
}

void TestRefused::fieldsLeftOut()
{
    const auto now = [](const char* payload) {
        return std::get<core::QueueNowReported>(decode(queue_now, payload).value().event.what).report;
    };
    const core::QueueNow counted = now(R"({"ages_s": [1, 40]})");
    QVERIFY(!counted.calibration &&
            !now(R"({"waiting": 1, "calibration": {"revision": 2, "customer": [7]}})").calibration);
    QCOMPARE(counted.waiting, std::uint64_t{2});
    QVERIFY(counted.ages.front() == core::Seconds{40});
    QVERIFY(!counted.header.revision.isSet());
    QVERIFY(!counted.header.time && !counted.agents && !counted.open);

    // The open slot is the one in which the report speaks.
    const core::QueueNow said = now(R"({"waiting": 1, "header": {"time_ms": 1727777099999}, "open": {}})");
    QCOMPARE(core::toMs(said.open->start), std::int64_t{1727776800000});
    QVERIFY(said.open->length == core::Seconds{300});

    // A scale left out must not make coarse what plain values are merged with.
    const core::QueueNow plain =
        now(R"({"waiting": 1, "open": {"start_ms": 1, "response": {"values_s": [10, 0], "zero_count": 2}}})");
    QCOMPARE(plain.open->response.scale(), core::Sketch::max_scale);
    QCOMPARE(plain.open->response.count(), std::uint64_t{4});
    QCOMPARE(now(R"({"waiting": 1, "open": {"start_ms": 1, "response": {"counts": [0]}}})").open->response.scale(),
             core::Sketch::max_scale);

    const auto clock = decode("clock", R"({"floor_ms": 5, "at_ms": 6})").value();
    QCOMPARE(std::get<core::FloorClockSet>(clock.event.what).clock.rate, 1.0);
    const auto voice = decode(voice_now, R"({"open": {"start_ms": 1}})").value();
    QVERIFY(std::get<core::VoiceNowReported>(voice.event.what).report.open->length == core::Seconds{900});
}

QTEST_GUILESS_MAIN(TestRefused)
#include "tst_refused.moc"
