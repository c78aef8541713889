// Goal: times and durations as people and exports write them mean what they say, and nothing else is taken for one.
// Method: a table of forms with the instant expected in UTC, and a table of what is no time.

#include "core/calendar.h"
#include "feed/conversation/time_pattern.h"
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
    void readsByPatternAsItIsWritten_data();
    void readsByPatternAsItIsWritten();
    void refusesPatterns_data();
    void refusesPatterns();
    void anHourThatComesTwice();
    void plausible();
    void spans();
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
    row("Mon, 04 Nov 2024 09:00:00 EST", "2024-11-04T14:00:00Z");
    row("04 Nov 2024 09:00 +0200", "2024-11-04T07:00:00Z");
    row("Mon, 04 Nov 2024 09:00:00 GMT", "2024-11-04T09:00:00Z");
    row("2024-11-04 09:00 CET", "2024-11-04T08:00:00Z");
    row("1719792399500123", "2024-07-01T00:06:39Z");     // us
    row("1719792399500123456", "2024-07-01T00:06:39Z");  // ns
    row("45355.375", "2024-03-04T09:00:00Z");            // days, as spreadsheets count them
    row("45355.383333", "2024-03-04T09:12:00Z");
    row("45355,383333", "2024-03-04T09:12:00Z");
    row("2024-03-04 9:05", "2024-03-04T09:05:00Z");
    row("45355.375", "2024-03-04T08:00:00Z", true);
    for (const char* none : {"1.70954E+12", "2024-11-04 09:00 IST", "Mon, 04 Nov 2024 09:00:00 XYZ", "", "yesterday",
                             "2024-13-01", "2024-02-30", "2024-07-01T25:00", "2024-07-01T10:00:00+99:00", "24-07-01",
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

void TestTimestamp::readsByPatternAsItIsWritten_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("expected");  // ms since 1970 in UTC; empty: no time
    const auto row = [](const char* text, const char* pattern, const char* expected) {
        QTest::addRow("%s by %s", text, pattern) << QByteArray{text} << QByteArray{pattern} << QByteArray{expected};
    };
    row("04.11.2024 09:00:00.250", "%d.%m.%Y %H:%M:%S.%f", "1730710800250");
    row("04.11.2024 09:00:00.250999", "%d.%m.%Y %H:%M:%S.%f", "1730710800250");
    row("04.11.2024 09:00:00,5", "%d.%m.%Y %H:%M:%S,%f", "1730710800500");
    row("04.11.2024 09:00:00.25", "%d.%m.%Y %H:%M:%S", "1730710800250");
    row("2024-11-04 09:00 EST", "%Y-%m-%d %H:%M %Z", "1730728800000");
    row("2024-11-04 09:00 IST", "%Y-%m-%d %H:%M %Z", "");
    row("2024-11-04 09:00 -0500", "%Y-%m-%d %H:%M %z", "1730728800000");
    row("2024-11-04 09:00 -05:00", "%Y-%m-%d %H:%M %z", "1730728800000");
    row("2024-11-04 09:00 Z", "%Y-%m-%d %H:%M %z", "1730710800000");
    row("2024-11-04 01:05 PM", "%Y-%m-%d %I:%M %p", "1730725500000");
    row("2024-11-04 12:05 am", "%Y-%m-%d %I:%M %p", "1730678700000");
    row("11/4/24 9:05", "%m/%d/%y %H:%M", "1730711100000");
    row("Tue Nov 05 09:00:00 +0000 2024", "%a %b %d %H:%M:%S %z %Y", "1730797200000");
    row("2024-11-04 09:00 and more", "%Y-%m-%d %H:%M", "");
    row("2024-02-30 09:00", "%Y-%m-%d %H:%M", "");
}

void TestTimestamp::readsByPatternAsItIsWritten()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, expected);
    const auto time = feed::parseTime(text.toStdString(), {pattern.toStdString(), feed::Zone::Utc});
    QCOMPARE(time ? QByteArray::number(static_cast<qlonglong>(core::toMs(*time))) : QByteArray{}, expected);
}

void TestTimestamp::refusesPatterns_data()
{
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char* pattern, const char* words) { QTest::newRow(pattern) << QByteArray{words}; };
    row("%Y-%m-%d %H:%M", "");
    row("%F %T", "");
    row("%Y-%j", "");
    row("%Y-%m-%d %l:%M %P", "");
    row("%H:%M:%S", "has no day");
    row("%d.%m. %H:%M", "has no year");
    row("%d %Y", "has no month");
    row("%Y-%m-%d %H:%M %p", "has %p beside an hour of 24");
    row("%Y-%m-%d %I:%M", "has %I, an hour of 12, without %p");
    row("%s", "has %s; leave the format out");
    row("%Y-%m-%d %Q", "has %Q, which is not known");
    row("%Y-%m-%d %", "has %, which is not known");
    row("%Y-%m-%d %f", "has %f elsewhere than behind the seconds");
}

void TestTimestamp::refusesPatterns()
{
    QFETCH(QByteArray, words);
    const std::string trouble = feed::timePatternTrouble(QTest::currentDataTag());
    QVERIFY2(words.isEmpty() ? trouble.empty() : trouble.starts_with(words.toStdString()), trouble.c_str());
}

void TestTimestamp::anHourThatComesTwice()
{
    const feed::TimeForm floor{{}, feed::Zone::Floor};
    const auto said = [&](const char* text) {
        const auto time = feed::readTime(text, floor);
        return time ? feed::formatTime(time->at) + " " + feed::formatTime(time->again) : std::string{};
    };
    QCOMPARE(said("2024-10-27 01:59"), std::string{"2024-10-26T23:59:00Z 2024-10-26T23:59:00Z"});
    QCOMPARE(said("2024-10-27 02:05"), std::string{"2024-10-27T00:05:00Z 2024-10-27T01:05:00Z"});
    QCOMPARE(said("2024-10-27 03:05"), std::string{"2024-10-27T02:05:00Z 2024-10-27T02:05:00Z"});
    QCOMPARE(said("2024-03-31 02:30"), std::string{"2024-03-31T01:30:00Z 2024-03-31T01:30:00Z"});  // jumped over
    QCOMPARE(said("2024-10-27 02:05 +0100"), std::string{"2024-10-27T01:05:00Z 2024-10-27T01:05:00Z"});
}

void TestTimestamp::plausible()
{
    for (const char* time : {"1970-01-01T12:00Z", "1989-12-31T23:59Z", "2040-01-01T00:00Z", "2106-02-07T00:00Z"})
        QVERIFY2(!feed::isPlausible(feed::parseTime(time).value()), time);
    for (const char* time : {"1990-01-01T00:00Z", "2039-12-31T23:59Z"})
        QVERIFY2(feed::isPlausible(feed::parseTime(time).value()), time);
}

void TestTimestamp::spans()
{
    const auto ms = [](const char* text, core::Milliseconds unit) {
        const auto span = feed::parseSpan(text, unit);
        return span ? span->count() : -1;
    };
    QCOMPARE(ms("69", 1s), 69'000);
    QCOMPARE(ms("1.5", 1h), 5'400'000);
    QCOMPARE(ms("00:02:23", 1s), 143'000);
    QCOMPARE(ms("26:00:00", 1s), 93'600'000);
    QCOMPARE(ms("00:00:01.5", 1s), 1'500);
    QCOMPARE(ms("2:30", 1s), -1);  // minutes or hours?
    QCOMPARE(ms("2:30", 1min), 150'000);
    QCOMPARE(ms("2:30", 1h), 9'000'000);
    QCOMPARE(ms("5 min", 1s), 300'000);
    for (const char* none : {"-1", "", "soon", "00:61:00", "1:2:3", "1e400"})
        QCOMPARE(ms(none, 1s), -1);
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
