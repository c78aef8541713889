// Goal: times and durations as people and exports write them mean what they say, and nothing else is taken for one.
// Method: a table of forms with the instant expected in UTC, and a table of what is no time.

#include "core/calendar.h"
#include "feed/conversation/timestamp.h"
#include "support/compare.h"

#include <QtTest>

using namespace carewall;
using namespace std::chrono_literals;

class TestTimestamp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(core::useTimeZone("Europe/Berlin")); }
    void reads_data();
    void reads();
    void readsByPattern();
    void durations();
};

void TestTimestamp::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("floor");
    QTest::addColumn<QByteArray>("expected");  // UTC; empty: no time
    const auto row = [](const char* text, const char* expected, bool floor = false) {
        QTest::addRow("%s%s", text, floor ? " on the floor" : "") << QByteArray{text} << floor << QByteArray{expected};
    };
    row("2024-07-01T00:06:39Z", "2024-07-01T00:06:39Z");
    row(" 2024-07-01 00:06:39 ", "2024-07-01T00:06:39Z");
    row("2024-07-01 00:06:39 UTC", "2024-07-01T00:06:39Z");
    row("2024-07-01T00:06:39.987654Z", "2024-07-01T00:06:39Z");
    row("2024-07-01T00:06", "2024-07-01T00:06:00Z");
    row("2024/07/01", "2024-07-01T00:00:00Z");
    row("2024-07-01T02:00:00+02:00", "2024-07-01T00:00:00Z");
    row("2024-07-01T02:00:00-0330", "2024-07-01T05:30:00Z");
    row("2024-07-01 02:00 +02", "2024-07-01T00:00:00Z");
    row("1719792399", "2024-07-01T00:06:39Z");
    row("1719792399.5", "2024-07-01T00:06:39Z");
    row("1719792399500", "2024-07-01T00:06:39Z");
    row("2024-07-01T14:00:00", "2024-07-01T12:00:00Z", true);   // summer
    row("2024-01-15 14:00", "2024-01-15T13:00:00Z", true);      // winter
    row("2024-07-01T14:00:00Z", "2024-07-01T14:00:00Z", true);  // says its own
    for (const char* none :
         {"", "yesterday", "2024-13-01", "2024-02-30", "2024-07-01T25:00", "2024-07-01T10:00:00+99:00", "24-07-01",
          "2024-07-01x", "-5", "nan", "1e300", "2024-07-01T10:61:00"})
        row(none, "");
}

void TestTimestamp::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, floor);
    QFETCH(QByteArray, expected);
    const auto time = feed::parseTime(text.toStdString(), {{}, floor ? feed::Zone::Floor : feed::Zone::Utc});
    QCOMPARE(time ? feed::formatTime(*time) : std::string{}, expected.toStdString());
}

void TestTimestamp::readsByPattern()
{
    const auto read = [](const char* text, const char* pattern, feed::Zone zone) {
        const auto time = feed::parseTime(text, {pattern, zone});
        return time ? feed::formatTime(*time) : std::string{};
    };
    QCOMPARE(read("01/07/2024 14:05", "%d/%m/%Y %H:%M", feed::Zone::Utc), std::string{"2024-07-01T14:05:00Z"});
    QCOMPARE(read("01/07/2024 14:05", "%d/%m/%Y %H:%M", feed::Zone::Floor), std::string{"2024-07-01T12:05:00Z"});
    QCOMPARE(read("01/07/2024 14:05 +0300", "%d/%m/%Y %H:%M %z", feed::Zone::Floor),
             std::string{"2024-07-01T11:05:00Z"});
    QCOMPARE(read("01/07/2024 14:05 or so", "%d/%m/%Y %H:%M", feed::Zone::Utc), std::string{});
    QCOMPARE(*feed::parseTime("2024-07-01T00:00:00.25Z") - *feed::parseTime("2024-07-01"), core::Milliseconds{250});
}

void TestTimestamp::durations()
{
    const auto is = [](const char* text, core::Milliseconds time) { return feed::parseDuration(text) == time; };
    QVERIFY(is("20", 20s));
    QVERIFY(is("20 s", 20s));
    QVERIFY(is("1.5 min", 90s));
    QVERIFY(is("24h", 24h));
    QVERIFY(is("7 d", 168h));
    QVERIFY(is("500ms", 500ms));
    for (const char* none : {"", "s", "-1 s", "5 parsecs", "1 h 30", "inf", "nan", "1e9 w"})
        QVERIFY2(!feed::parseDuration(none), none);
}

QTEST_GUILESS_MAIN(TestTimestamp)
#include "tst_timestamp.moc"
