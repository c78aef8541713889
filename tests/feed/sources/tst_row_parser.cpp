// Goal: any export is read row by row, and what cannot be read says where and why.
// Method: small files handed over whole and in chunks of every size, so that no chunk's border matters.

#include "feed/sources/row_parser.h"
#include "support/compare.h"

#include <QtTest>

using namespace carewall::feed;

namespace {

/// "2: a|b" a row, "3! why" one that cannot be read, "FATAL why" at the end; joined by newlines.
std::string readAll(Format format, const std::string& bytes, const std::vector<std::string>& wanted, std::size_t chunk,
                    char separator = ',')
{
    const auto parser = makeRowParser(format, separator, wanted);
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
    return fatal.empty() ? all : all + "FATAL " + fatal + "\n";
}

}  // namespace

class TestRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
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
    csv("byte order mark", "\xEF\xBB\xBF\"a\",b\n1,2\n", "2: 1|2\n");
    csv("semicolons", "a;b\n1,5;2\n", "2: 1,5|2\n", ';');
    csv("tabs", "a\tb\n1 1\t2\n", "2: 1 1|2\n", '\t');
    csv("too few and too many", "a,b\n1\n1,2,3\n4,5\n",
        "2! has 1 fields where the header has 2\n3! has 3 fields where the header has 2\n4: 4|5\n");
    csv("a quote never closed", "a,b\n1,2\n3,\"4\n5,6\n", "2: 1|2\n3! opens a quote that is never closed\n");
    csv("no such column", "a,bb,c\n1,2,3\n",
        "FATAL line 1: has no column \"b\"; did you mean \"bb\"? (it has a, bb, c)\n");
    csv("empty file", "", "FATAL line 1: is empty; a header row must name the columns\n");
    csv("UTF-16", "\xFF\xFE\x61", "FATAL line 1: is UTF-16; save the file as UTF-8\n");

    const auto json = [](const char* name, const char* bytes, const char* expected) {
        QTest::newRow(name) << true << ',' << QByteArray{bytes} << QByteArray{expected};
    };
    json("objects", "{\"a\": \"1\", \"b\": 2.5}\n{\"b\": true, \"a\": null}\n", "1: 1|2.5\n2: |true\n");
    json("missing keys, blank lines", "\n{\"b\": \"x\"}\n\n{}", "2: |x\n4: |\n");
    json("path", "{\"a\": {\"a\": 1}, \"b\": \"2\"}\n", "1: |2\n");
    json("no JSON", "{\"a\": \n[1]\n{\"a\":1}\n",
         "1! is not JSON; each line must be one object\n2! is not a JSON object\n3: 1|\n");
    json("arrays of plain values", "{\"a\": [\"x\", 2, [3]], \"b\": \"\\u067e\"}\n",
         "1: x\x1f"
         "2\x1f|\u067e\n");
    json("byte order mark", "\xEF\xBB\xBF{\"a\": 1}\n", "1: 1|\n");
}

void TestRows::reads()
{
    QFETCH(bool, json);
    QFETCH(char, separator);
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, expected);
    const Format format = json ? Format::JsonLines : Format::Csv;
    for (std::size_t chunk = 1; chunk <= static_cast<std::size_t>(bytes.size()) + 1; ++chunk)
        QCOMPARE(readAll(format, bytes.toStdString(), {"a", "b"}, chunk, separator), expected.toStdString());
    QCOMPARE(readAll(Format::JsonLines, "{\"user\": {\"id\": 7}}\n", {"user.id"}, 100), std::string{"1: 7\n"});
}

void TestRows::anOverlongRowIsRefusedAndTheRestRead()
{
    const std::string lines(2 * max_row_bytes, 'x');
    std::string csv = "a,b\n1,\"" + lines + "\n2,3\n";
    QCOMPARE(readAll(Format::Csv, csv, {"a", "b"}, 4096),
             std::string{"2! is longer than 1048576 bytes; is a quote not closed?\n3: 2|3\n"});
    QCOMPARE(readAll(Format::JsonLines, lines + "\n{\"a\": 1}\n", {"a"}, 4096),
             std::string{"1! is longer than 1048576 bytes\n2: 1\n"});
}

void TestRows::memoryDoesNotGrowWithTheFile()
{
    const auto parser = makeRowParser(Format::Csv, ',', {"a"});
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
