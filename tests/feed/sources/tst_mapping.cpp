// Goal: a person who writes a mapping is told what is wrong, where, and what would be right.
// Method: a table of mistakes in an otherwise good mapping with the exact sentences; the ready mappings are read too.

#include "core/calendar.h"
#include "feed/conversation/clean_text.h"
#include "feed/sources/mapping.h"
#include "support/compare.h"

#include <QFile>
#include <QtTest>

using namespace carewall;
using namespace std::chrono_literals;

namespace {

const std::string good = R"(source = "crm"
abandon_after = "7 d"
[target]
within = "24 h"
ratio = 0.75
[[file]]
match = "*.csv"
event = "asked"
[file.columns]
time = "created"
conversation = "id"
)";

std::string trouble(const std::string& toml)
{
    const auto mapping = feed::parseMapping(toml, "m.toml");
    return mapping ? "" : mapping.error();
}

}  // namespace

class TestMapping : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mistakes_data();
    void mistakes();
    void everythingIsRead();
    void holidaysOfAllAndOfOne();
    void readyMappings_data();
    void readyMappings();
    void theReadmesExample();
    void topicIds();
};

void TestMapping::mistakes_data()
{
    QTest::addColumn<QByteArray>("was");
    QTest::addColumn<QByteArray>("is");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char* was, const char* is, const char* words) {
        QTest::newRow(words) << QByteArray{was} << QByteArray{is} << QByteArray{words};
    };
    row("ratio = 0.75", "ratio = 75", "m.toml:5:9: target.ratio is 75; it must be 0 to 1");
    row("ratio = 0.75", "ratoi = 0.75", "m.toml:5:1: target.ratoi is not known; did you mean ratio?");
    row("ratio = 0.75", "ratio = 0.75\nshort_abandon = \"30 h\"",
        "m.toml:6:17: target.short_abandon is longer than within; who gives up so late has waited in earnest");
    row("ratio = 0.75", "ratio = 0.75\nabandon = \"ignored\"",
        "m.toml:6:1: target.abandon is not known; did you mean abandons?");
    row("ratio = 0.75", "ratio = 0.75\nabandons = \"never\"",
        "m.toml:6:12: target.abandons is \"never\"; it must be \"ignored\", \"negative\" or \"positive\"");
    row("\"24 h\"", "\"a day\"",
        "m.toml:4:10: target.within is \"a day\"; it must be a time such as \"20 s\", \"5 min\", \"24 h\" or \"7 d\"");
    row("abandon_after", "abandonafter", "m.toml:2:1: abandonafter is not known; did you mean abandon_after?");
    row("\"7 d\"", "\"60 d\"", "m.toml:1:1: forget_after is shorter than abandon_after; it must be longer");
    row("ratio = 0.75", "", "m.toml:3:1: target needs both, such as within = \"24 h\" and ratio = 0.75");
    row("source = \"crm\"", "source = \"crm\"\nagain = true",
        "m.toml:2:9: again is true; it must be \"waits\" or \"ignored\"");
    row("source = \"crm\"", "source = 5\nsalt = 6", "m.toml:1:10: source is 5; it must be text in quotes (and 1 more)");
    row("time = \"created\"", "time = \"created\"\ncolour = \"x\"",
        "m.toml:11:1: file.columns.colour is not known; [file.columns] has time, conversation, author, queue, channel, "
        "team, language, sentiment, reach, id, text, issue, issue_separator");
    row("source = \"crm\"", "source = 5", "m.toml:1:10: source is 5; it must be text in quotes");
    row("source = \"crm\"", "source = ",
        "m.toml:1:10: this is not TOML: Error while parsing key-value pair: expected value, saw '\\n'; a line must be "
        "key "
        "= value, with text in quotes");
    row("match = \"*.csv\"\n", "",
        "m.toml:6:1: file.match is missing; it says for which files this is, such as "
        "\"*tickets*.csv\"");
    row("\"asked\"", "\"aksed\"",
        "m.toml:8:9: file.event is \"aksed\"; it must be \"asked\", \"continued\", \"replied\", \"resolved\", "
        "\"abandoned\", \"broadcast\", \"praised\" or \"skip\"");
    row("\"asked\"", "{ column = \"role\", values = { agent = \"answered\" } }",
        "m.toml:8:37: file.event.values has \"agent\" = \"answered\"; it must be \"asked\", \"continued\", "
        "\"replied\", "
        "\"resolved\", \"abandoned\", \"broadcast\", \"praised\" or \"skip\"");
    row("\"asked\"", "{ values = { agent = \"replied\" } }",
        "m.toml:8:9: file.event.column is missing; it names the column that tells");
    row("time = \"created\"", "tiem = \"created\"", "m.toml:10:1: file.columns.tiem is not known; did you mean time?");
    row("time = \"created\"\n", "",
        "m.toml:9:1: file.columns names no time; a file needs the column with each row's time");
    row("conversation = \"id\"\n", "",
        "m.toml:9:1: file.columns names no conversation; it tells which rows belong together");
    row("[file.columns]", "separator = \"||\"\n[file.columns]",
        "m.toml:9:13: file.separator is \"||\"; it must be one character such as \",\" or \";\", or \"tab\"");
    row("[file.columns]", "skip = [{ column = \"spam\" }]\n[file.columns]",
        "m.toml:9:9: file.skip must be { column = \"...\", is = \"...\" }");
    row("[[file]]", "[[queue]]\nlabel = \"Mail\"\n[[file]]", "m.toml:6:1: queue.id is missing");
    row("[[file]]", "[[queue]]\nid = \"a\"\nhours = { open = \"8\", close = \"18:00\" }\n[[file]]",
        "m.toml:8:18: queue.hours.open is \"8\"; it must be a time of day such as \"08:30\"");
    row("[[file]]",
        "[[queue]]\nid = \"a\"\nhours = { days = [\"monday\"], open = \"08:00\", close = \"18:00\" }\n[[file]]",
        "m.toml:8:18: queue.hours.days has \"monday\"; it must be \"sun\", \"mon\", \"tue\", \"wed\", \"thu\", \"fri\" "
        "or "
        "\"sat\"");
    row("source = \"crm\"", "holidays = [\"2024-12-25\", \"25.12.\"]",
        "m.toml:1:12: holidays has \"25.12.\"; it must be a date such as \"2024-12-25\"");
    row("[[file]]",
        "[[queue]]\nid = \"a\"\nhours = { open = \"08:00\", close = \"18:00\" }\nholidays = \"2023-02-29\"\n[[file]]",
        "m.toml:9:12: queue.holidays has \"2023-02-29\"; it must be a date such as \"2024-12-25\"");
    row("[[file]]", "[[queue]]\nid = \"a\"\nholidays = \"2024-12-25\"\n[[file]]",
        "m.toml:8:12: queue.holidays goes with hours; a queue without them is always open");
    row("[[file]]", "[[issue]]\nid = \"a\"\n[[issue]]\nid = \"A\"\n[[file]]",
        "m.toml:6:1: issue has the id \"a\" twice");
    row("[[file]]", "[[issue]]\nid = \"a\"\npatterns = [\"(\"]\n[[file]]",
        "m.toml:8:12: issue.patterns has \"(\", which is no regular expression: U_REGEX_MISMATCHED_PAREN");
    row("event = \"asked\"", "event = \"asked\"\nnames_nobody = true",
        "m.toml:9:16: file.names_nobody says something of moments: it goes with event = \"praised\"");
    row("event = \"asked\"", "event = \"praised\"\nnames_nobody = \"yes\"",
        "m.toml:9:16: file.names_nobody is \"yes\"; it must be true or false, without quotes");
    row("event = \"asked\"", "event = \"praised\"\nnames_nobody = { column = \"checked\" }",
        "m.toml:9:16: file.names_nobody must be { column = \"...\", is = \"...\" }");
    row("[[file]]", "[sentiment]\nneutral = 9\n[[file]]", "m.toml:7:11: sentiment.neutral is 9; it must be 0 to 5");
}

void TestMapping::mistakes()
{
    QFETCH(QByteArray, was);
    QFETCH(QByteArray, is);
    QFETCH(QByteArray, words);
    QCOMPARE(trouble(good), std::string{});
    QVERIFY(good.find(was.toStdString()) != std::string::npos);
    QCOMPARE(trouble(QByteArray::fromStdString(good).replace(was, is).toStdString()), words.toStdString());
}

void TestMapping::everythingIsRead()
{
    const auto mapping = feed::parseMapping(R"(
source = "CRM Berlin"
again = "waits"
[target]
within = 20
ratio = 0.8
abandons = "positive"
[[file]]
match = "-"
format = "jsonl"
event = { column = "type", values = { in = "asked", out = "replied", note = "skip" } }
role = { column = "by" }
solved_by = "solution"
skip = { column = "spam", is = ["yes", "maybe"] }
[file.columns]
time = { column = "at", format = "%d.%m.%Y", zone = "floor" }
conversation = "ticket"
text = ["subject", "body"]
issue = ["tags", "kind"]
[file.constant]
channel = "E-mail"
reach = 2
[[queue]]
id = "Billing Desk"
values = ["invoices"]
hours = [{ open = "08:30", close = "24:00" }, { days = ["sun", "sat"], open = "10:00", close = "02:00" }]
target = { within = "4 h", ratio = 0.9 }
)",
                                            "m.toml");
    QVERIFY2(mapping, mapping ? "" : mapping.error().c_str());
    QCOMPARE(mapping->source, std::string{"crm-berlin"});
    QVERIFY(mapping->customers_wait_again);
    QVERIFY(mapping->target.within == 20s && mapping->target.abandons == core::AbandonPolicy::Positive);
    const feed::FileMapping& file = mapping->files.front();
    QVERIFY(file.format == feed::Format::JsonLines && !file.event.always && file.event.values.size() == 3);
    QVERIFY(!file.event.values[1].second.kind || file.event.values[1].first != "note");
    QCOMPARE(file.role.values.size(), std::size_t{3});
    QVERIFY(file.time_form == (feed::TimeForm{"%d.%m.%Y", feed::Zone::Floor}));
    QVERIFY(file.text.size() == 2 && file.issue.size() == 2 && file.skip.front().is.size() == 2);
    const std::vector<std::string> columns{"type", "by",   "at",   "ticket",   "subject",
                                           "body", "tags", "kind", "solution", "spam"};
    QVERIFY(file.columns == columns);
    const feed::QueueMapping& queue = mapping->queues.front();
    QCOMPARE(queue.facts.id, std::string{"billing-desk"});
    const std::vector<core::OpeningHours> open{{8h + 30min, 24h, 0}, {10h, 2h, 0b1000001}};
    QVERIFY(queue.facts.opening.hours == open);
    QVERIFY(queue.facts.target.within == 4h);
}

void TestMapping::holidaysOfAllAndOfOne()
{
    std::string text = "holidays = [\"2025-01-01\", \"2024-12-25\", \"2025-01-01\"]\n" + good;
    char id = 'a';
    for (const char* own : {"", "holidays = []", "holidays = [\"2024-10-03\"]"})
        text += std::string{"[[queue]]\nid = \""} + id++ + "\"\nhours = { open = \"08:00\", close = \"18:00\" }\n" +
                own + "\n";
    const auto mapping = feed::parseMapping(text, "m.toml");
    QVERIFY2(mapping, mapping ? "" : mapping.error().c_str());
    const auto days = [&](std::size_t queue) {
        std::string all;
        for (const core::Date day : mapping->queues[queue].facts.opening.holidays)
            all += core::isoDate(day) + " ";
        return all;
    };
    QCOMPARE(days(0), std::string{"2024-12-25 2025-01-01 "});
    QCOMPARE(days(1), std::string{});
    QCOMPARE(days(2), std::string{"2024-10-03 "});
    std::string many = "holidays = [";
    for (int i = 0; i < 367; ++i)
        many += "\"2024-12-25\", ";
    QCOMPARE(trouble(many + "]\n" + good), std::string{"m.toml:1:12: holidays has 367 days; at most 366 are read"});
}

void TestMapping::readyMappings_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("mail") << "helpforum-mail.toml";
    QTest::newRow("browser") << "helpforum-browser.toml";
}

void TestMapping::readyMappings()
{
    QFETCH(QString, file);
    const auto mapping = feed::loadMapping(CAREWALL_SOURCE_DIR "/platform/mappings/" + file.toStdString());
    QVERIFY2(mapping, mapping ? "" : mapping.error().c_str());
    QVERIFY(mapping->issues.size() >= 10);
    for (const feed::IssueRule& issue : mapping->issues)
        QVERIFY2(!issue.facts.label.empty(), issue.facts.id.c_str());
}

void TestMapping::theReadmesExample()
{
    QFile readme{CAREWALL_SOURCE_DIR "/platform/mappings/README.md"};
    QVERIFY(readme.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(readme.readAll());
    const QString example = text.section("```toml\n", 1, 1).section("```", 0, 0);
    QVERIFY(example.contains("[[file]]"));
    QCOMPARE(trouble(example.toStdString()), std::string{});
}

void TestMapping::topicIds()
{
    QCOMPARE(feed::topicId(" Mail & Messages/now "), std::string{"mail---messages-now"});
    QCOMPARE(feed::topicId("Straße"), std::string{"strasse"});
    QCOMPARE(feed::topicId("پشتیبانی فنی"), std::string{"پشتیبانی-فنی"});
    QCOMPARE(feed::topicId("a\xFFz"), std::string{"a-z"});
    const std::string cut = feed::topicId(QString{100, QChar{0x444}}.toStdString());
    QCOMPARE(cut.size(), std::size_t{64});
}

QTEST_GUILESS_MAIN(TestMapping)
#include "tst_mapping.moc"
