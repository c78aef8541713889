// Goal: any export is read row by row, and what cannot be read says where and why.
// Method: small files handed over whole and in chunks of every size, so that no chunk's border matters.

#include "feed/sources/row_parser.h"
#include "support/compare.h"

#include <QtTest>

using namespace carewall::feed;

namespace {

RowFormat form(Format format, const std::vector<std::string>& needed, char separator = ',')
{
    RowFormat how{format, separator, {}, {}};
    for (const std::string& name : needed)
        how.wanted.push_back({name, true});
    return how;
}

/// "2: a|b" a row, "3! why" one that cannot be read, "NOTE what", "FATAL why" at the end; joined by newlines.
std::string readAll(RowFormat how, const std::string& bytes, std::size_t chunk)
{
    const auto parser = makeRowParser(std::move(how));
    std::vector<Row> rows;
    std::string fatal;
    for (std::size_t at = 0; at < bytes.size() && fatal.empty(); at += chunk)
        if (const auto fed = parser->feed(std::string_view{bytes}.substr(at, chunk), rows); !fed) fatal = fed.error();
    if (fatal.empty()) {
        if (const auto closed = parser->finish(rows); !closed) fatal = closed.error();
    }
    std::string all;
    for (const Row& row : rows) {
        all += std::to_string(row.line) + (row.trouble.empty() ? ":" : "! " + row.trouble);
        for (const std::string& field : row.fields)
            all += (&field == row.fields.data() ? " " : "|") + field;
        all += "\n";
    }
    for (const std::string& note : parser->takeNotes())
        all += "NOTE " + note + "\n";
    return fatal.empty() ? all : all + "FATAL " + fatal + "\n";
}

std::string withoutNotes(const std::string& all)
{
    return all.substr(0, std::min(all.find("NOTE "), all.size()));
}

}  // namespace

class TestRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsWhatSpreadsheetsWrite_data();
    void readsWhatSpreadsheetsWrite();
    void readsListsOfObjects_data();
    void readsListsOfObjects();
    void anOverlongRowIsRefusedAndTheRestRead();
    void memoryDoesNotGrowWithTheFile();
    void nearestName();
};

void TestRows::reads_data()
{
    QTest::addColumn<bool>("json");
    QTest::addColumn<char>("separator");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    const auto csv = [](const char* name, const char* bytes, const char* expected, char separator = ',') {
        QTest::newRow(name) << false << separator << QByteArray{bytes} << QByteArray{expected};
    };
    csv("plain", "a,b\n1,2\n3,4\n", "2: 1|2\n3: 3|4\n");
    csv("no last line end", "a,b\n1,2", "2: 1|2\n");
    csv("windows line ends", "a,b\r\n1,2\r\n3,4\r\n", "2: 1|2\n3: 3|4\n");
    csv("other columns, other order", "x,b,y,a\n0,2,0,1\n", "2: 1|2\n");
    csv("quotes", "a,b\n\"1,5\",\"say \"\"hi\"\"\"\n", "2: 1,5|say \"hi\"\n");
    csv("line ends inside quotes keep the count of lines", "a,b\n\"1\n\n1\",2\n3,4\n", "2: 1\n\n1|2\n5: 3|4\n");
    csv("a quote inside a bare field is a character", "a,b\n5\" disk,2\n", "2: 5\" disk|2\n");
    csv("empty lines and fields", "a,b\n\n,\n  \n1,\n", "3: |\n5: 1|\n");
    csv("semicolons", "a;b\n1,5;2\n", "2: 1,5|2\n", ';');
    csv("tabs", "a\tb\n1 1\t2\n", "2: 1 1|2\n", '\t');
    csv("too few and too many", "a,b\n1\n1,2,3\n4,5,,\n", "2: 1|\n3! has 3 fields where the header has 2\n4: 4|5\n");
    csv("a quote never closed", "a,b\n1,2\n3,\"4\n5,6\n", "2: 1|2\n3! opens a quote that is never closed\n");
    csv("no such column", "a,bb,c\n1,2,3\n",
        "FATAL line 1: has no column \"b\"; did you mean \"bb\"? (it has a, bb, c)\n");
    csv("empty file", "", "FATAL line 1: is empty; a header row must name the columns\n");

    const auto json = [](const char* name, const char* bytes, const char* expected) {
        QTest::newRow(name) << true << ',' << QByteArray{bytes} << QByteArray{expected};
    };
    json("objects", "{\"a\": \"1\", \"b\": 2.5}\n{\"b\": true, \"a\": null}\n", "1: 1|2.5\n2: |true\n");
    json("missing keys, blank lines", "\n{\"b\": \"x\"}\n\n{}", "2: |x\n4: |\n");
    json("path", "{\"a\": {\"a\": 1}, \"b\": \"2\"}\n", "1: |2\n");
    json("no JSON", "{\"a\": x\n[1]\n{\"a\":1}\n",
         "1! is not JSON; each line, or each entry of a list, must be one object\n2! is not a JSON object\n3: 1|\n");
    json("arrays of plain values", "{\"a\": [\"x\", 2, [3]], \"b\": \"\\u067e\"}\n",
         "1: x\x1f"
         "2\x1f|\u067e\n");
}

void TestRows::reads()
{
    QFETCH(bool, json);
    QFETCH(char, separator);
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, expected);
    const Format format = json ? Format::Json : Format::Csv;
    for (std::size_t chunk = 1; chunk <= static_cast<std::size_t>(bytes.size()) + 1; ++chunk)
        QCOMPARE(withoutNotes(readAll(form(format, {"a", "b"}, separator), bytes.toStdString(), chunk)),
                 expected.toStdString());
    QCOMPARE(readAll(form(Format::Json, {"user.id"}), "{\"user\": {\"id\": 7}}\n", 100), std::string{"1: 7\n"});
}

void TestRows::readsWhatSpreadsheetsWrite_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* bytes, const char* expected) {
        QTest::newRow(name) << QByteArray{bytes} << QByteArray{expected};
    };
    row("semicolons by the header", "a;b\n1,5;2\n",
        "2: 1,5|2|\nNOTE has no column \"c\", which reads as empty (it has a, b)\n");
    row("tabs by the header", "a\tb\tc\n1,5\t2\t3\n", "2: 1,5|2|3\n");
    row("a separator inside quotes", "a;b;\"c,d,e,f\"\n1;2;3\n",
        "2: 1|2|\nNOTE has no column \"c\", which reads as empty (it has a, b, c,d,e,f)\n");
    row("sep=", "sep=;\r\na;b;c\r\n1,0,0;2;3\r\n", "3: 1,0,0|2|3\n");
    row("case and blanks of the header", "A, b ,C\n1,2,3\n", "2: 1|2|3\n");
    row("lines before the header", "Report\nof March,,\n\na,b,c\n1,2,3\n",
        "5: 1|2|3\nNOTE line 4 is taken for the header; what stands above it is left aside\n");
    row("a column twice", "a,b,c,a\n1,2,3,4\n", "FATAL line 1: has column \"a\" more than once\n");
    row("no value", "a,b,c\n\\N,2,3\n", "2: |2|3\n");
    row("a header alone", "a,b,c\n", "");
}

void TestRows::readsWhatSpreadsheetsWrite()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, expected);
    RowFormat how = form(Format::Csv, {"a", "b"}, '\0');
    how.wanted.push_back({"c", false});
    for (std::size_t chunk = 1; chunk <= static_cast<std::size_t>(bytes.size()) + 1; ++chunk)
        QCOMPARE(readAll(how, bytes.toStdString(), chunk), expected.toStdString());
    RowFormat headless = form(Format::Csv, {"time", "event"}, '|');
    headless.header = {"time", "call", "event"};
    QCOMPARE(readAll(headless, "17|x|ENTER|\n18|x\n19|x|LEAVE|2\n", 3),
             std::string{"1: 17|ENTER\n2: 18|\n3! has 4 fields where the header has 3\n"});
}

void TestRows::readsListsOfObjects_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* bytes, const char* expected) {
        QTest::newRow(name) << QByteArray{bytes} << QByteArray{expected};
    };
    row("an array", R"([{"id": 1, "m": {"t": "x"}}, {"id": 2}])", "1: 1|x\n1: 2|\n");
    row("over many lines", "[\n  {\n    \"id\": 1,\n \"m\": {\"t\": \"},]\\\"\"}\n  },\n  {\"id\": 2}\n]\n",
        "2: 1|},]\"\n6: 2|\n");
    row("a list inside",
        R"({"id": 1, "m": [{"t": "x"}, {"t": "y"}]})"
        "\n"
        R"({"id": 2, "m": []})",
        "1: 1|x\n1: 1|y\n");
    row("one object over many lines", "{\n\"id\": 1,\n\"m\": [\n{\"t\": \"x\"},\n{\"t\": \"y\"}\n]\n}\n",
        "1: 1|x\n1: 1|y\n");
    row("it never ends", "[{\"id\": 1}, {\"id\": 2", "1: 1|\n1! is not JSON; it begins here and never ends\n");
    row("something else in it", R"([{"id": 1}, [2], {"id": 3}])", "1: 1|\n1! is not a JSON object\n1: 3|\n");
}

void TestRows::readsListsOfObjects()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, expected);
    const RowFormat how = form(Format::Json, {"id", "m.t"});
    for (std::size_t chunk = 1; chunk <= static_cast<std::size_t>(bytes.size()) + 1; ++chunk)
        QCOMPARE(withoutNotes(readAll(how, bytes.toStdString(), chunk)), expected.toStdString());
    QCOMPARE(readAll(form(Format::Json, {"a.x", "b.y"}), R"({"a": [{"x": 1}], "b": [{"y": 2}]})", 100),
             std::string{"1! has two lists, a. and b. beside it; a row is of one alone\nNOTE no object has \"a.x\", "
                         "\"b.y\"\n"});
}

void TestRows::anOverlongRowIsRefusedAndTheRestRead()
{
    const std::string lines(2 * max_row_bytes, 'x');
    std::string csv = "a,b\n1,\"" + lines + "\n2,3\n";
    QCOMPARE(readAll(form(Format::Csv, {"a", "b"}), csv, 4096),
             std::string{"2! is longer than 1048576 bytes; is a quote not closed?\n3: 2|3\n"});
    QCOMPARE(readAll(form(Format::Json, {"a"}), lines + "\n{\"a\": 1}\n", 4096),
             std::string{"1! is longer than 1048576 bytes\n2: 1\n"});
}

void TestRows::memoryDoesNotGrowWithTheFile()
{
    const auto parser = makeRowParser(form(Format::Csv, {"a"}));
    std::vector<Row> rows;
    QVERIFY(parser->feed("a,b\n", rows));
    const std::string line = "1," + std::string(1000, 'x') + "\n";
    for (int i = 0; i < 10'000; ++i) {
        rows.clear();
        QVERIFY(parser->feed(line, rows));
        QCOMPARE(rows.size(), std::size_t{1});
    }
    QCOMPARE(rows.front().line, std::uint64_t{10'001});
}

void TestRows::nearestName()
{
    const std::vector<std::string> names{"conversation", "author", "queue"};
    QCOMPARE(didYouMean("conversatoin", names), std::string{"; did you mean \"conversation\"?"});
    QCOMPARE(didYouMean("auhtor", names), std::string{"; did you mean \"author\"?"});
    QCOMPARE(didYouMean("something else", names), std::string{});
}

QTEST_GUILESS_MAIN(TestRows)
#include "tst_row_parser.moc"
