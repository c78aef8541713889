// Goal: the day on the wall is the floor's, also on the days on which the clocks change.
// Method: day starts and clock faces of known transitions (tz database), and the second around every midnight of years.
#include "core/calendar.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <limits>

using namespace carewall::core;

namespace {

/// From "2024-03-31T10:00:00Z".
WallTime utc(const QString& text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return wallTimeFromMs(time.toMSecsSinceEpoch());
}

QString text(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(time), Qt::UTC).toString(Qt::ISODate);
}

QString faceText(WallTime time)
{
    const ClockFace face = clockFace(time);
    return QString("%1-%2-%3 %4:%5:%6 day %7")
        .arg(face.year)
        .arg(face.month, 2, 10, QChar('0'))
        .arg(face.day, 2, 10, QChar('0'))
        .arg(face.hour, 2, 10, QChar('0'))
        .arg(face.minute, 2, 10, QChar('0'))
        .arg(face.second, 2, 10, QChar('0'))
        .arg(face.weekday);
}

}  // namespace

class TestCalendar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(useTimeZone("UTC")); }

    void daysOfChange_data();
    void daysOfChange();
    void everyMidnight_data();
    void everyMidnight();
    void timeOfDayKeepsMilliseconds();
    void before1970();
    void wildTimesAreNoTrouble();
    void unknownZoneChangesNothing_data();
    void unknownZoneChangesNothing();
    void noNameKeepsTheZone();
    void zonesOfAnotherFolder();
    void datesAreReadAndSaid();
    void theDateIsTheFloors();
};

void TestCalendar::datesAreReadAndSaid()
{
    for (Date day{std::chrono::year{1970} / 1 / 1}; day < Date{std::chrono::year{2200} / 1 / 1};
         day += std::chrono::days{13})
        QVERIFY(dateFrom(isoDate(day)) == day);
    QCOMPARE(isoDate(Date{std::chrono::year{2024} / 2 / 29}), std::string{"2024-02-29"});
    for (const char* wrong : {"", "2024-12-32", "2023-02-29", "2024-00-01", "1969-12-31", "2200-01-01", "2024-1-1",
                              "25.12.2024", "2024/12/25", "2024-12-25 ", "+024-12-25", "20241-2-25"})
        QVERIFY2(!dateFrom(wrong), wrong);
}

void TestCalendar::theDateIsTheFloors()
{
    QVERIFY(useTimeZone("Europe/Berlin"));
    QCOMPARE(isoDate(dateOf(utc("2024-12-24T22:59:59.999Z"))), std::string{"2024-12-24"});
    QCOMPARE(isoDate(dateOf(utc("2024-12-24T23:00:00Z"))), std::string{"2024-12-25"});
}

void TestCalendar::daysOfChange_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("face");
    const auto row = [](const char* name, const char* zone, const char* at, const char* start, const char* face) {
        QTest::newRow(name) << QByteArray(zone) << QString(at) << QString(start) << QString(face);
    };
    const char* berlin = "Europe/Berlin";
    row("Berlin, a winter day", berlin, "2024-01-15T12:00:00Z", "2024-01-14T23:00:00Z", "2024-01-15 13:00:00 day 1");
    row("Berlin, before the hour is skipped", berlin, "2024-03-31T00:59:59Z", "2024-03-30T23:00:00Z",
        "2024-03-31 01:59:59 day 0");
    row("Berlin, after it", berlin, "2024-03-31T01:00:00Z", "2024-03-30T23:00:00Z", "2024-03-31 03:00:00 day 0");
    row("Berlin, the evening of 23 hours", berlin, "2024-03-31T21:59:59Z", "2024-03-30T23:00:00Z",
        "2024-03-31 23:59:59 day 0");
    row("Berlin, the midnight after", berlin, "2024-03-31T22:00:00Z", "2024-03-31T22:00:00Z",
        "2024-04-01 00:00:00 day 1");
    row("Berlin, 02:30 for the first time", berlin, "2024-10-27T00:30:00Z", "2024-10-26T22:00:00Z",
        "2024-10-27 02:30:00 day 0");
    row("Berlin, 02:30 again", berlin, "2024-10-27T01:30:00Z", "2024-10-26T22:00:00Z", "2024-10-27 02:30:00 day 0");
    row("Berlin, the evening of 25 hours", berlin, "2024-10-27T22:59:59Z", "2024-10-26T22:00:00Z",
        "2024-10-27 23:59:59 day 0");

    const char* tehran = "Asia/Tehran";
    row("Tehran, the day without a midnight", tehran, "2021-03-21T20:30:00Z", "2021-03-21T20:30:00Z",
        "2021-03-22 01:00:00 day 1");
    row("Tehran, the second before it", tehran, "2021-03-21T20:29:59Z", "2021-03-20T20:30:00Z",
        "2021-03-21 23:59:59 day 0");
    row("Tehran, its noon", tehran, "2021-03-22T07:30:00Z", "2021-03-21T20:30:00Z", "2021-03-22 12:00:00 day 1");
    row("Tehran, 23:30 for the first time", tehran, "2021-09-21T19:00:00Z", "2021-09-20T19:30:00Z",
        "2021-09-21 23:30:00 day 2");
    row("Tehran, 23:30 again", tehran, "2021-09-21T20:00:00Z", "2021-09-20T19:30:00Z", "2021-09-21 23:30:00 day 2");
    row("Tehran, the midnight after", tehran, "2021-09-21T20:30:00Z", "2021-09-21T20:30:00Z",
        "2021-09-22 00:00:00 day 3");
    row("Tehran, since 2023 without change", tehran, "2023-03-22T12:00:00Z", "2023-03-21T20:30:00Z",
        "2023-03-22 15:30:00 day 3");

    const char* santiago = "America/Santiago";
    row("Santiago, spring without a midnight", santiago, "2022-09-11T16:00:00Z", "2022-09-11T04:00:00Z",
        "2022-09-11 13:00:00 day 0");
    row("Santiago, autumn, 23:30 again", santiago, "2022-04-03T03:30:00Z", "2022-04-02T03:00:00Z",
        "2022-04-02 23:30:00 day 6");
    row("Sydney, autumn, 02:30 again", "Australia/Sydney", "2022-04-02T16:30:00Z", "2022-04-02T13:00:00Z",
        "2022-04-03 02:30:00 day 0");
    row("Sydney, spring", "Australia/Sydney", "2022-10-01T16:00:00Z", "2022-10-01T14:00:00Z",
        "2022-10-02 03:00:00 day 0");
    row("Lord Howe, half an hour", "Australia/Lord_Howe", "2022-04-02T20:00:00Z", "2022-04-02T13:00:00Z",
        "2022-04-03 06:30:00 day 0");
    row("Havana, midnight twice", "America/Havana", "2022-11-06T12:00:00Z", "2022-11-06T04:00:00Z",
        "2022-11-06 07:00:00 day 0");
    row("Apia, after the day that never was", "Pacific/Apia", "2011-12-30T12:00:00Z", "2011-12-30T10:00:00Z",
        "2011-12-31 02:00:00 day 6");
}

void TestCalendar::daysOfChange()
{
    QFETCH(QByteArray, zone);
    QFETCH(QString, at);
    QFETCH(QString, start);
    QFETCH(QString, face);
    QVERIFY(useTimeZone(zone.toStdString()));
    QCOMPARE(text(dayStart(utc(at))), start);
    QCOMPARE(faceText(utc(at)), face);
}

void TestCalendar::everyMidnight_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char* zone : {"UTC", "Europe/Berlin", "Asia/Tehran", "America/Santiago", "Australia/Lord_Howe",
                             "Asia/Kathmandu", "Pacific/Chatham"})
        QTest::newRow(zone) << QByteArray(zone);
}

void TestCalendar::everyMidnight()
{
    QFETCH(QByteArray, zone);
    QVERIFY(useTimeZone(zone.toStdString()));
    const QTimeZone qt_zone(zone);
    for (QDate day(2019, 1, 1); day.year() < 2024; day = day.addDays(1)) {
        const QDateTime start = day.startOfDay(qt_zone);
        const WallTime first = wallTimeFromMs(start.toMSecsSinceEpoch());
        const WallTime next = wallTimeFromMs(day.addDays(1).startOfDay(qt_zone).toMSecsSinceEpoch());
        QCOMPARE(text(dayStart(first)), text(first));
        QCOMPARE(text(dayStart(first + (next - first) / 2)), text(first));
        QCOMPARE(text(dayStart(next - Milliseconds{1})), text(first));
        QCOMPARE(timeOfDay(first).count(), std::int64_t{start.time().msecsSinceStartOfDay()});
        const WallTime noon = wallTimeFromMs(QDateTime(day, QTime(12, 0), qt_zone).toMSecsSinceEpoch());
        QCOMPARE(timeOfDay(noon), Milliseconds{std::chrono::hours{12}});
    }
}

void TestCalendar::timeOfDayKeepsMilliseconds()
{
    QCOMPARE(timeOfDay(utc("2024-02-29T23:59:59.999Z")), std::chrono::hours{24} - Milliseconds{1});
    QCOMPARE(timeOfDay(utc("2024-02-29T00:00:00.001Z")), Milliseconds{1});
    QCOMPARE(toMs(dayStart(utc("2024-02-29T00:00:00.001Z"))), toMs(utc("2024-02-29T00:00:00.000Z")));
}

void TestCalendar::before1970()
{
    QCOMPARE(text(dayStart(wallTimeFromMs(-1))), QString("1969-12-31T00:00:00Z"));
    QCOMPARE(timeOfDay(wallTimeFromMs(-1)), std::chrono::hours{24} - Milliseconds{1});
    QCOMPARE(faceText(wallTimeFromMs(-1)), QString("1969-12-31 23:59:59 day 3"));
}

void TestCalendar::wildTimesAreNoTrouble()
{
    for (const std::int64_t ms : {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
        const WallTime time = wallTimeFromMs(ms);
        QVERIFY(timeOfDay(time) >= Milliseconds{0} && timeOfDay(time) < std::chrono::hours{24});
        QCOMPARE(timeOfDay(dayStart(time)), Milliseconds{0});
        QVERIFY(clockFace(time).month >= 1 && clockFace(time).month <= 12);
    }
}

void TestCalendar::unknownZoneChangesNothing_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char* name :
         {"Europe/Berlinn", "Nowhere", "Europe", "Europe/", "zone.tab", "../zoneinfo/Europe/Berlin",
          "Europe/../Asia/Tehran", "/usr/share/zoneinfo/Europe/Berlin", ":Europe/Berlin", "CET-1CEST", " "})
        QTest::newRow(name) << QByteArray(name);
    QTest::newRow("NUL inside") << QByteArray("Europe/Berlin\0x", 15);
}

void TestCalendar::unknownZoneChangesNothing()
{
    QFETCH(QByteArray, name);
    QVERIFY(useTimeZone("Asia/Tehran"));
    QVERIFY(!useTimeZone(std::string_view(name.constData(), static_cast<std::size_t>(name.size()))));
    QCOMPARE(faceText(utc("2023-07-01T12:00:00Z")), QString("2023-07-01 15:30:00 day 6"));
}

void TestCalendar::noNameKeepsTheZone()
{
    QVERIFY(useTimeZone("Asia/Tehran"));
    QVERIFY(useTimeZone(""));
    QCOMPARE(faceText(utc("2023-07-01T12:00:00Z")), QString("2023-07-01 15:30:00 day 6"));
}

void TestCalendar::zonesOfAnotherFolder()
{
    const QTemporaryDir empty;
    qputenv("TZDIR", empty.path().toUtf8());
    const bool found = useTimeZone("Europe/Berlin");
    qunsetenv("TZDIR");
    QVERIFY(!found);
}

QTEST_GUILESS_MAIN(TestCalendar)
#include "tst_calendar.moc"
