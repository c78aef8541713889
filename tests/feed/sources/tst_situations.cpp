// Goal: what people really have is read as a person would read it, and what cannot be is told, not shown wrongly.
// Method: small exports as helpdesks, telephones and spreadsheets write them, each with its mapping and the figures
// that were worked out by hand; each is read whole into a ledger.

#include "core/calendar.h"
#include "feed/ledger/ledger.h"
#include "feed/run/ledger_options.h"
#include "feed/sources/file_source.h"
#include "support/compare.h"

#include <QtTest>

#include <fstream>

using namespace carewall;

namespace {

/// A mapping's lines behind its target of ten minutes.
std::string mapping(const std::string& file)
{
    return "source = \"desk\"\n[target]\nwithin = \"10 min\"\nratio = 0.8\n" + file;
}

const std::string by_kind = R"(
[[file]]
match = "*"
event = { column = "kind" }
[file.columns]
time = "time"
conversation = "conv"
)";

}  // namespace

class TestSituations : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    /// "3 asked, 2 in 60 240 s, 1 waits" and what was told of the reading, a line each.
    std::string figures(const std::string& map, const std::vector<std::string>& files, const char* ending = "csv")
    {
        auto read = feed::parseMapping(mapping(map), "m.toml");
        if (!read) return read.error();
        std::vector<std::string> paths;
        for (const std::string& text : files) {
            paths.push_back(m_folder.filePath(QString::number(paths.size())).toStdString() + "." + ending);
            std::ofstream{paths.back(), std::ios::binary} << text;
        }
        auto reader = feed::RowReader::make(*read, "");
        auto source = feed::FileSource::open(*read, **reader, paths);
        if (!source) return source.error();
        feed::Ledger ledger{feed::ledgerOptions(*read)};
        std::vector<std::int64_t> waits;
        std::string stopped;
        for (;;) {
            auto next = source->next();
            if (!next) stopped = "STOP " + next.error() + "\n";
            if (!next || !*next) break;
            const std::size_t before = answered(ledger);
            ledger.take(**next);
            if (answered(ledger) > before)
                for (const auto& [id, queue] : ledger.queues())
                    if (queue.last_wait) waits.push_back(queue.last_wait->count() / 1000);
        }
        std::string all = told(ledger, waits) + stopped;
        const feed::ReadCounts& counts = source->counts();
        for (const auto& [count, words] :
             {std::pair{counts.left_aside, "aside"}, std::pair{counts.passed_over, "passed over"},
              std::pair{counts.did_not_happen, "did not happen"}, std::pair{counts.doubled, "doubled"}})
            if (count > 0) all += std::to_string(count) + " " + words + "\n";
        for (const auto& [column, count] : counts.left_out)
            all += column + " left out " + std::to_string(count) + "\n";
        for (const feed::Unread& unread : counts.first_refused)
            all += unread.words() + "\n";
        return QString::fromStdString(all).replace(m_folder.path() + "/", "").trimmed().toStdString();
    }

    static std::uint64_t sum(const feed::Ledger& ledger, std::uint64_t core::Tally::*field)
    {
        std::uint64_t all = 0;
        for (const auto& [id, queue] : ledger.queues())
            for (const auto& [start, slot] : queue.slots)
                all += slot.*field;
        return all;
    }
    static std::size_t answered(const feed::Ledger& ledger) { return sum(ledger, &core::Tally::answered); }
    static std::string told(const feed::Ledger& ledger, const std::vector<std::int64_t>& waits)
    {
        std::size_t waiting = 0;
        for (const auto& [id, queue] : ledger.queues())
            waiting += queue.waiting.size();
        std::string all = std::to_string(sum(ledger, &core::Tally::offered)) + " asked, answered in";
        for (const std::int64_t wait : waits)
            all += " " + std::to_string(wait);
        all += " s";
        for (const auto& [count, words] :
             {std::pair{sum(ledger, &core::Tally::abandoned), "gave up"},
              std::pair{sum(ledger, &core::Tally::resolved), "resolved"},
              std::pair{sum(ledger, &core::Tally::fcr), "in one"}, std::pair{std::uint64_t{waiting}, "wait"}})
            if (count > 0) all += ", " + std::to_string(count) + " " + words;
        return all + "\n";
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(core::useTimeZone("Europe/Berlin")); }

    void rowsThatAreNoAnswers();
    void oneRowATicket();
    void oneRowACall();
    void newestFirst();
    void theSameRowAgain();
    void datesOfSpreadsheets();
    void columnsThatAreNotNeeded();
    void idsOfSpreadsheets();
    void theNightOfTheClocks();
    void whoAnswersWhom();
    void conditions();
    void anythingElse();
    void otherEncodings();
    void spellingsOfOneQueue();
    void nestedMessages();
};

void TestSituations::rowsThatAreNoAnswers()
{
    const std::string rows = "time,conv,kind\n2025-02-03 09:00,7,asked\n2025-02-03 09:00:05,7,greeting\n"
                             "2025-02-03 09:03,7,note\n2025-02-03 09:04,7,replied\n2025-02-03 09:05,8,asked\n"
                             "2025-02-03 09:06,8,spam\n2025-02-03 09:07,8,replied\n2025-02-03 09:08,8,asked\n";
    const auto map = [](const char* spam) {
        return std::string{
                   "[[file]]\nmatch = \"*\"\nevent = { column = \"kind\", values = { asked = \"asked\", replied = "
                   "\"replied\", greeting = \"ignore\", note = \"skip\", spam = \""} +
               spam + "\" } }\n[file.columns]\ntime = \"time\"\nconversation = \"conv\"\n";
    };
    QCOMPARE(figures(map("ignore"), {rows}), std::string{"2 asked, answered in 240 120 s\n3 aside"});
    QCOMPARE(figures(map("pass over"), {rows}),
             std::string{"2 asked, answered in 240 s, 1 wait\n2 aside\n3 passed over"});
}

void TestSituations::oneRowATicket()
{
    std::string map;
    for (const auto& [event, column] :
         {std::pair{"asked", "Created"}, std::pair{"replied", "First reply"}, std::pair{"resolved", "Solved"}})
        map += std::string{"[[file]]\nmatch = \"*\"\nevent = \""} + event + "\"\n[file.columns]\ntime = \"" + column +
               "\"\nconversation = \"Id\"\n";
    QCOMPARE(figures(map, {"Id,Created,First reply,Solved\n1,2025-02-03 09:00,2025-02-03 09:05,2025-02-03 10:00\n"
                           "2,2025-02-03 09:01,2025-02-03 09:11,\n3,2025-02-03 09:02,,\n"}),
             std::string{"3 asked, answered in 300 600 s, 1 resolved, 1 in one, 1 wait\n3 did not happen"});
}

void TestSituations::oneRowACall()
{
    const std::string calls = "Site,Call,Day,At,Answered,Speed,End\nA,1,2025-02-03,09:00:00,Y,12,09:05:00\n"
                              "A,2,2025-02-03,09:01:00,n,,09:02:40\nB,1,2025-02-03,09:02:00,Y,00:01:30,\n";
    const char* conversation = "conversation = [\"Site\", \"Call\"]\n";
    const std::string map =
        std::string{"[[file]]\nmatch = \"*\"\nevent = \"asked\"\n[file.columns]\ntime = [\"Day\", \"At\"]\n"} +
        conversation +
        "[[file]]\nmatch = \"*\"\nevent = \"replied\"\nwhen = [{ column = \"Answered\", is = \"y\" }]\n"
        "[file.columns]\ntime = { column = [\"Day\", \"At\"], after = \"Speed\" }\n" +
        conversation +
        "[[file]]\nmatch = \"*\"\nevent = \"abandoned\"\nwhen = [{ column = \"Answered\", is_not = \"y\" }]\n"
        "[file.columns]\ntime = [\"Day\", \"End\"]\n" +
        conversation;
    QCOMPARE(figures(map, {calls}), std::string{"3 asked, answered in 12 90 s, 1 gave up\n3 aside"});
    // A day without its time of day is no midnight, and a fraction may be of a second or of a day.
    const std::string dates = "[[file]]\nmatch = \"*\"\nevent = \"asked\"\n[file.columns]\ntime = [\"Day\", \"At\"]\n"
                              "conversation = \"Call\"\n";
    QCOMPARE(figures(dates, {"Call,Day,At\n1,2025-02-03,\n2,2025-02-03,09:00\n"}),
             std::string{"1 asked, answered in s, 1 wait\n1 did not happen"});
    QString fraction =
        QString::fromStdString(map).replace("time = { column = [\"Day\", \"At\"], after = \"Speed\" }",
                                            "time = { column = [\"Day\", \"At\"], after = \"Speed\"UNIT }");
    const std::string answered = "Site,Call,Day,At,Answered,Speed,End\nA,1,2025-02-03,09:00,Y,0.00694444,\n";
    QVERIFY(figures(QString{fraction}.replace("UNIT", "").toStdString(), {answered}).find("after_unit says which") !=
            std::string::npos);
    QCOMPARE(figures(QString{fraction}.replace("UNIT", ", after_unit = \"d\"").toStdString(), {answered}),
             std::string{"1 asked, answered in 600 s\n1 aside"});
}

void TestSituations::newestFirst()
{
    QCOMPARE(figures(by_kind, {"time,conv,kind\n2025-02-03 09:05,1,resolved\n2025-02-03 09:05,1,replied\n"
                               "2025-02-03 09:05,1,asked\n2025-02-03 09:01,2,replied\n2025-02-03 09:01,2,asked\n"}),
             std::string{"2 asked, answered in 0 0 s, 1 resolved, 1 in one"});
    std::string many = "time,conv,kind\n";
    for (int i = 30'000; i > 0; --i) {
        const std::string time = std::to_string(1'738'573'200 + i);
        many += time + "," + std::to_string(i / 2) + (i % 2 == 0 ? ",asked\n" : ",replied\n");
    }
    const std::string all = figures(by_kind, {many});
    QVERIFY2(all.starts_with("15000 asked") && all.ends_with(" s, 1 wait"), all.substr(all.size() - 300).c_str());
    // Handed on within one instant: who leaves one queue waits in the next, whichever row comes first.
    const std::string on = "2025-02-03 09:05,1,left\n";
    const std::string next = "2025-02-03 09:05,1,asked\n";
    const std::string begin = "time,conv,kind\n2025-02-03 09:00,1,asked\n";
    for (const std::string& rows : {begin + on + next, begin + next + on})
        QCOMPARE(figures(by_kind, {rows}), std::string{"2 asked, answered in s, 1 wait"});
}

void TestSituations::theSameRowAgain()
{
    const std::string map = by_kind + "id = \"id\"\n";
    const std::string rows = "id,time,conv,kind\n1,2025-02-03 09:00,1,asked\n2,2025-02-03 09:04,1,replied\n"
                             "3,2025-02-03 09:05,1,resolved\n1,2025-02-03 09:06,2,asked\n";
    QCOMPARE(figures(map, {rows + "2,2025-02-03 09:04,1,replied\n"}),
             std::string{"2 asked, answered in 240 s, 1 resolved, 1 in one, 1 wait\n1 doubled"});
    QCOMPARE(figures(map, {rows, rows}),
             std::string{"2 asked, answered in 240 s, 1 resolved, 1 in one, 1 wait\n4 doubled"});
}

void TestSituations::datesOfSpreadsheets()
{
    QCOMPARE(figures(by_kind, {"time,conv,kind\n45691.375,1,asked\n45691.379167,1,replied\n"}),
             std::string{"1 asked, answered in 360 s"});
    QCOMPARE(figures(by_kind, {"time,conv,kind\n1738573200000000,1,asked\n1738573260000000,1,replied\n"}),
             std::string{"1 asked, answered in 60 s"});
    QVERIFY(figures(by_kind, {"time,conv,kind\n1.73857E+12,1,asked\n"}).find("a spreadsheet has rounded it") !=
            std::string::npos);
    // Days since 1900 in another unit, or seconds of a day: nothing of such a file is shown.
    QCOMPARE(
        figures(by_kind, {"time,conv,kind\n1738573200,1,asked\n1738573,1,replied\n"}),
        std::string{"0 asked, answered in s\nSTOP 0.csv:3: is of 1970-01-21T02:56:13Z, and no conversation is; its "
                    "time is in another unit than it looks, or of another column"});
}

void TestSituations::columnsThatAreNotNeeded()
{
    QCOMPARE(figures(by_kind + "sentiment = { column = \"csat\", values = { Good = 2, Bad = -2 } }\nreach = \"fans\"\n"
                               "language = \"tongue\"\n",
                     {"time,conv,kind,csat,fans\n2025-02-03 09:00,1,asked,N/A,1.2K\n2025-02-03 09:02,1,replied,Good,\n"
                      "2025-02-03 09:03,2,asked\n"}),
             std::string{"2 asked, answered in 120 s, 1 wait\ncsat left out 1\nfans left out 1"});
}

void TestSituations::idsOfSpreadsheets()
{
    QCOMPARE(figures(by_kind, {"time,conv,kind\n2025-02-03 09:00,101,asked\n2025-02-03 09:00,102,asked\n",
                               "time,conv,kind\n2025-02-03 09:01,101.0,replied\n2025-02-03 09:02, 102 ,replied\n"}),
             std::string{"2 asked, answered in 60 120 s"});
}

void TestSituations::theNightOfTheClocks()
{
    const std::string map = "[[file]]\nmatch = \"*\"\nevent = { column = \"kind\" }\n[file.columns]\ntime = { column = "
                            "\"time\", zone = \"floor\" }\nconversation = \"conv\"\n";
    const std::vector<std::string> rows{"2024-10-27 01:50,1,asked\n", "2024-10-27 02:10,1,replied\n",
                                        "2024-10-27 02:50,2,asked\n", "2024-10-27 02:05,2,replied\n",
                                        "2024-10-27 02:55,3,asked\n", "2024-10-27 03:05,3,replied\n"};
    std::string oldest_first = "time,conv,kind\n";
    std::string newest_first = oldest_first;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        oldest_first += rows[i];
        newest_first += rows[rows.size() - 1 - i];
    }
    const std::string expected{"3 asked, answered in 1200 900 600 s"};
    QCOMPARE(figures(map, {oldest_first}), expected);
    QCOMPARE(figures(map, {newest_first}), expected);
}

void TestSituations::whoAnswersWhom()
{
    const std::string map =
        "[[file]]\nmatch = \"*\"\nevent = { column = \"kind\" }\n[file.columns]\ntime = \"time\"\nid = "
        "\"post\"\nconversation = \"post\"\nparent = \"of\"\n";
    QCOMPARE(figures(map, {"post,of,time,kind\n1,,2025-02-03 09:00,asked\n3,2.0,2025-02-03 09:10,replied\n"
                           "2,1,2025-02-03 09:05,asked\n9,,2025-02-03 09:06,asked\n10,9,2025-02-03 09:07,replied\n"}),
             std::string{"2 asked, answered in 60 600 s"});
}

void TestSituations::conditions()
{
    const std::string rows = "time,conv,kind,box,flag\n2025-02-03 09:00,1,asked,in,\n2025-02-03 09:00,2,asked,OUT ,\n"
                             "2025-02-03 09:00,3,asked,inner,x\n";
    const auto asked = [&](const char* condition) {
        const std::string map = std::string{"[[file]]\nmatch = \"*\"\nevent = { column = \"kind\" }\nwhen = ["} +
                                condition + "]\n[file.columns]\ntime = \"time\"\nconversation = \"conv\"\n";
        return figures(map, {rows}).substr(0, 7);
    };
    QCOMPARE(asked(R"({ column = "box", is = "in" })"), std::string{"1 asked"});
    QCOMPARE(asked(R"({ column = "box", is_not = ["in", "out"] })"), std::string{"1 asked"});
    QCOMPARE(asked(R"({ column = "box", matches = "^in" })"), std::string{"2 asked"});
    QCOMPARE(asked(R"({ column = "flag", empty = true })"), std::string{"2 asked"});
    QCOMPARE(asked(R"({ column = "flag", empty = false }, { column = "box", is = "inner" })"), std::string{"1 asked"});
    QVERIFY(figures("[[file]]\nmatch = \"*\"\nevent = \"asked\"\nwhen = [{ column = \"nix\", is = \"1\" }]\n"
                    "[file.columns]\ntime = \"time\"\nconversation = \"conv\"\n",
                    {rows})
                .find("has no column \"nix\"") != std::string::npos);
}

void TestSituations::anythingElse()
{
    const std::string rows = "time,conv,n\n2025-02-03 09:00,1,1\n2025-02-03 09:02,1,2\n2025-02-03 09:09,1,17\n";
    const auto map = [](const char* values) {
        return std::string{"[[file]]\nmatch = \"*\"\nevent = { column = \"n\", values = { "} + values +
               " } }\n[file.columns]\ntime = \"time\"\nconversation = \"conv\"\n";
    };
    QCOMPARE(figures(map("1 = \"asked\", \"*\" = \"replied\""), {rows}), std::string{"1 asked, answered in 120 s"});
    QVERIFY(figures(map("1 = \"asked\", 2 = \"replied\""), {rows}).find("\"17\" in column \"n\"") != std::string::npos);
}

void TestSituations::otherEncodings()
{
    const auto map = [](const char* encoding) {
        return std::string{"[[file]]\nmatch = \"*\"\n"} + encoding + by_kind.substr(by_kind.find("event")) +
               "queue = \"box\"\n[[queue]]\nid = \"r\"\nlabel = \"R\"\nvalues = [\"R\u00FCckgabe\"]\n";
    };
    const std::string rows = "time,conv,kind,box\n2025-02-03 09:00,1,asked,R\xFC"
                             "ckgabe\n";
    QVERIFY(figures(map(""), {rows}).find("is not UTF-8; save the file as UTF-8, or write encoding") !=
            std::string::npos);
    QCOMPARE(figures(map("encoding = \"windows-1252\"\n"), {rows}), std::string{"1 asked, answered in s, 1 wait"});
    std::string wide;
    for (const char byte : rows)
        wide.append({byte, '\0'});
    QCOMPARE(figures(map(""), {wide}), std::string{"1 asked, answered in s, 1 wait"});
    QCOMPARE(figures(map(""), {"\xFF\xFE" + wide}), std::string{"1 asked, answered in s, 1 wait"});
    QVERIFY(figures(map(""), {"\x1F\x8B\x08 packed"}).find("is compressed (gzip); unpack it first") !=
            std::string::npos);
}

void TestSituations::spellingsOfOneQueue()
{
    auto read = feed::parseMapping(
        mapping(by_kind + "queue = \"box\"\n[[queue]]\nid = \"money\"\nvalues = [\"R\u00FC\"]\n"), "m.toml");
    QVERIFY2(read, read ? "" : read.error().c_str());
    auto reader = feed::RowReader::make(*read, "");
    const auto queue = [&](const char* box) {
        feed::Row row{2, {"asked", "2025-02-03 09:00", "1", box}, {}};
        const auto reading = (*reader)->read(read->files.front(), row);
        return reading ? reading->what.queue : reading.error().why;
    };
    for (const char* same : {"R\u00FC", "r\u00FC ", "\uFEFFRu\u0308", "\u00A0R\u00DC\u00A0", "money"})
        QCOMPARE(queue(same), std::string{"money"});
    QVERIFY(queue("A & B") != queue("A / B"));
    QCOMPARE(queue("A & B"), queue("a & b "));
    QCOMPARE(queue("Web Chat"), std::string{"web-chat"});
}

void TestSituations::nestedMessages()
{
    const std::string map =
        "[[file]]\nmatch = \"*\"\nevent = { column = \"messages.type\", values = { in = \"asked\", out = "
        "\"replied\" } }\n[file.columns]\ntime = \"messages.at\"\nconversation = \"id\"\n";
    QCOMPARE(figures(map,
                     {R"([{"id": 5, "messages": [{"type": "in", "at": 1738573200}, {"type": "out", "at": 1738573260}]},
                          {"id": 6, "messages": [{"type": "in", "at": 1738573210}]}, {"id": 7, "messages": []}])"},
                     "json"),
             std::string{"2 asked, answered in 60 s, 1 wait"});
}

QTEST_GUILESS_MAIN(TestSituations)
#include "tst_situations.moc"
