// Goal: the limits that core/limits.h names are those that the wire holds to.
// Method: each met exactly and passed by one, through parseTopic and decode.

#include "core/limits.h"
#include "wire/decode.h"
#include "wire/topic.h"

#include <QTest>

#include <string>

using namespace carewall;
namespace limits = carewall::core::limits;

namespace {

const std::string notice_topic = "carewall/v1/demo/notice/n";

std::string noticeText(const std::string& payload)
{
    const auto decoded = wire::decode({notice_topic, payload, {}, false});
    if (!decoded) return decoded.error().why;
    return std::get<core::NoticePosted>(decoded->event.what).words.text;
}

std::string braces(int depth)
{
    std::string text = "{\"text\":\"x\",\"unknown\":";
    for (int i = 1; i < depth; ++i)
        text += '[';
    for (int i = 1; i < depth; ++i)
        text += ']';
    return text + "}";
}

}  // namespace

class TestLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsAreCut();
    void nestingIsRefused();
    void topicLevelsAreRefused();
    void topicBytesAreRefused();
    void openingHoursAreRefused();
};

void TestLimits::textsAreCut()
{
    const std::string full(limits::text_chars, 'a');
    QCOMPARE(noticeText("{\"text\":\"" + full + "\"}"), full);
    const std::string over = noticeText("{\"text\":\"" + full + "b\"}");
    QVERIFY2(over.ends_with("\u2026"), over.c_str());
    QVERIFY2(over.starts_with(full.substr(0, limits::text_chars - 1)), over.c_str());

    const std::string label(limits::label_chars, 'a');
    for (const auto& [sent, shown] : {std::pair{label, label}, {label + "b", label.substr(1) + "\u2026"}}) {
        const auto decoded =
            wire::decode({"carewall/v1/demo/queue/q/s/now", "{\"waiting\":1,\"label\":\"" + sent + "\"}", {}, false});
        QVERIFY(decoded);
        QCOMPARE(QString::fromStdString(std::get<core::QueueNowReported>(decoded->event.what).report.label),
                 QString::fromStdString(shown));
    }
}

void TestLimits::openingHoursAreRefused()
{
    const auto taken = [](std::size_t spans) {
        std::string hours;
        for (std::size_t i = 0; i < spans; ++i)
            hours += std::string(i > 0 ? "," : "") + "{\"open_min\":480}";
        return wire::decode({"carewall/v1/demo/queue/q/s/day", "{\"hours\":[" + hours + "]}", {}, false});
    };
    const auto holidays = [](std::size_t days) {
        std::string all;
        for (std::size_t i = 0; i < days; ++i)
            all += std::string(i > 0 ? "," : "") + "\"2024-12-25\"";
        const std::string day = "{\"hours\":[{\"close_min\":480}],\"holidays\":[" + all + "]}";
        return wire::decode({"carewall/v1/demo/queue/q/s/day", day, {}, false});
    };
    QVERIFY(holidays(limits::holidays));
    QVERIFY(!holidays(limits::holidays + 1));
    QVERIFY(taken(limits::opening_hours));
    QVERIFY(!taken(limits::opening_hours + 1));
}

void TestLimits::nestingIsRefused()
{
    QVERIFY(wire::decode({notice_topic, braces(limits::nesting), {}, false}));
    QVERIFY(!wire::decode({notice_topic, braces(limits::nesting + 1), {}, false}));
}

void TestLimits::topicLevelsAreRefused()
{
    std::string topic = "carewall/v1/demo";
    for (std::size_t level = 3; level < limits::topic_levels; ++level)
        topic += "/x";
    const auto at_limit = wire::parseTopic(topic);
    const auto over = wire::parseTopic(topic + "/x");
    QVERIFY(!at_limit && !over);  // no topic of the contract is that deep
    const std::string words = "levels";
    QVERIFY2(at_limit.error().why.find(words) == std::string::npos, at_limit.error().why.c_str());
    QVERIFY2(over.error().why.find(words) != std::string::npos, over.error().why.c_str());
}

void TestLimits::topicBytesAreRefused()
{
    const std::string root = "carewall/v1/demo/notice/";
    QVERIFY(wire::parseTopic(root + std::string(limits::id_bytes, 'n')));
    QVERIFY(!wire::parseTopic(root + std::string(limits::id_bytes + 1, 'n')));
    QVERIFY(!wire::parseTopic(root + std::string(limits::topic_bytes, 'n')));
}

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
