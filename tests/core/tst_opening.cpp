// Goal: a queue is open when the clock on the floor's wall says so, whatever the calendar does.
// Method: shifts past midnight, weekends and both changes of the clocks in Berlin, by known times; open time against a
// count of open minutes one by one.
#include "core/opening.h"

#include "core/calendar.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <vector>

using namespace carewall::core;
using namespace std::chrono_literals;

namespace {

constexpr std::uint8_t monday_to_friday = 0b0111110;

WallTime utc(const char* text)
{
    return wallTimeFromMs(QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toMSecsSinceEpoch());
}

Date day(int year, unsigned month, unsigned day)
{
    return Date{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)};
}

/// By Qt's own calendar.
bool openThen(const Opening& week, const QDateTime& then)
{
    const auto on = [&week](const OpeningHours& hours, const QDate& day) {
        const Date date{std::chrono::year{day.year()} / day.month() / day.day()};
        if (std::ranges::find(week.holidays, date) != week.holidays.end()) return false;
        return hours.weekdays == 0 || (hours.weekdays >> (day.dayOfWeek() % 7) & 1) != 0;
    };
    const Milliseconds time{then.time().msecsSinceStartOfDay()};
    return std::any_of(week.hours.begin(), week.hours.end(), [&](const OpeningHours& hours) {
        if (hours.close > hours.open) return on(hours, then.date()) && time >= hours.open && time < hours.close;
        return (on(hours, then.date()) && time >= hours.open) ||
               (on(hours, then.date().addDays(-1)) && time < hours.close);
    });
}

Milliseconds minuteByMinute(const Opening& week, WallTime from, WallTime to)
{
    const QTimeZone berlin{"Europe/Berlin"};
    Milliseconds open{0};
    for (WallTime at = from; at < to; at += 1min)
        if (openThen(week, QDateTime::fromMSecsSinceEpoch(toMs(at), berlin))) open += 1min;
    return open;
}

}  // namespace

class TestOpening : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(useTimeZone("Europe/Berlin")); }

    void noHoursAreAlwaysOpen()
    {
        const WallTime at = utc("2024-05-05T03:00:00Z");
        QVERIFY(isOpen({}, at));
        QCOMPARE(openTime({}, at, at + 90min).count(), Milliseconds{90min}.count());
        QCOMPARE(openTime({}, at, at - 1min).count(), 0);
    }

    void opensAndCloses()
    {
        const Opening week{{{8h, 18h, monday_to_friday}}, {}};
        QVERIFY(!isOpen(week, utc("2024-05-06T05:59:59Z")));  // Monday, 07:59:59 in Berlin
        QVERIFY(isOpen(week, utc("2024-05-06T06:00:00Z")));
        QVERIFY(isOpen(week, utc("2024-05-06T15:59:59Z")));
        QVERIFY(!isOpen(week, utc("2024-05-06T16:00:00Z")));
        // Friday evening: the next is Monday.
        QVERIFY(opens(week, utc("2024-05-10T16:00:00Z")) == utc("2024-05-13T06:00:00Z"));
    }

    void aSpellLastsUntilTheNextBorder()
    {
        const Opening week{{{8h, 12h, monday_to_friday}, {12h, 18h, monday_to_friday}}, {}};
        // Berlin's week of the change to summer time, minute by minute: within a spell nothing changes, at its end it
        // does.
        OpenSpell spell{true, {}, WallTime::max(), WallTime::min()};
        for (WallTime at = utc("2024-03-29T00:00:00Z"); at < utc("2024-04-02T00:00:00Z"); at += 1min) {
            const bool within = spell.from <= at && at < spell.until;
            if (!within) {
                const bool before = spell.open;
                spell = openSpell(week, at);
                QVERIFY(spell.from == at && spell.until > at);
                if (at > utc("2024-03-29T00:00:00Z")) QVERIFY(spell.open != before);
            }
            QCOMPARE(spell.open, isOpen(week, at));
            QVERIFY((spell.open ? at : spell.opens) == opens(week, at));
        }
        QVERIFY(openSpell({}, utc("2024-03-29T00:00:00Z")).until == WallTime::max());
    }

    void pastMidnight()
    {
        const Opening week{{{20h, 4h, 1U << 6U}}, {}};  // Saturday night
        QVERIFY(isOpen(week, utc("2024-05-11T18:00:00Z")));
        QVERIFY(isOpen(week, utc("2024-05-12T01:59:59Z")));
        QVERIFY(!isOpen(week, utc("2024-05-12T02:00:00Z")));
        QVERIFY(!isOpen(week, utc("2024-05-12T18:00:00Z")));
        QCOMPARE(openTime(week, utc("2024-05-11T00:00:00Z"), utc("2024-05-13T00:00:00Z")).count(),
                 Milliseconds{8h}.count());
    }

    void neverOpens()
    {
        // Eight days hold every weekday: only a span that the clocks jump over can be missing.
        const Opening week{{{2h, 2h + 30min, 1U << 0U}}, {}};
        QVERIFY(opens(week, utc("2024-03-30T12:00:00Z")) == utc("2024-04-07T00:00:00Z"));
        QVERIFY(!isOpen(week, utc("2024-03-31T01:15:00Z")));  // 03:15: there was no 02:15
    }

    void holidaysDoNotOpen()
    {
        const Opening office{{{8h, 17h, monday_to_friday}}, {day(2024, 12, 25), day(2024, 12, 26)}};
        QVERIFY(isOpen(office, utc("2024-12-24T15:59:59Z")));  // Tuesday, 16:59:59 in Berlin
        QVERIFY(!isOpen(office, utc("2024-12-25T09:00:00Z")));
        QVERIFY(!isOpen(office, utc("2024-12-26T09:00:00Z")));
        QVERIFY(isOpen(office, utc("2024-12-27T07:00:00Z")));
        QVERIFY(opens(office, utc("2024-12-24T16:00:00Z")) == utc("2024-12-27T07:00:00Z"));
        QCOMPARE(openTime(office, utc("2024-12-24T14:00:00Z"), utc("2024-12-27T08:30:00Z")).count(),
                 Milliseconds{3h + 30min}.count());
        // One that opened the day before still runs on; one that would open on the day does not.
        const Opening night{{{20h, 4h, 0}}, {day(2024, 12, 25)}};
        QVERIFY(isOpen(night, utc("2024-12-25T02:59:59Z")));
        QVERIFY(!isOpen(night, utc("2024-12-25T03:00:00Z")));
        QVERIFY(!isOpen(night, utc("2024-12-25T20:00:00Z")));
        QVERIFY(!isOpen(night, utc("2024-12-26T02:00:00Z")));
        QVERIFY(opens(night, utc("2024-12-25T03:00:00Z")) == utc("2024-12-26T19:00:00Z"));
        // Without hours there is nothing to close.
        QVERIFY(isOpen(Opening{{}, {day(2024, 12, 25)}}, utc("2024-12-25T09:00:00Z")));
    }

    void opensPastHolidays()
    {
        Opening week{{{8h, 17h, 1U << 1U}}, {}};  // Mondays
        for (Date monday = day(2024, 12, 2); monday < day(2024, 12, 30); monday += std::chrono::days{7})
            week.holidays.push_back(monday);
        const WallTime sunday = utc("2024-12-01T12:00:00Z");
        const OpenSpell spell = openSpell(week, sunday);
        QVERIFY(!spell.open && spell.opens == utc("2024-12-30T07:00:00Z") && spell.until == *spell.opens);
        for (int more = 0; more < 4; ++more)
            week.holidays.push_back(week.holidays.back() + std::chrono::days{7});
        QVERIFY(!opens(week, sunday));  // it is looked no further
        QVERIFY(!isOpen(week, sunday));
    }

    void clocksChange_data()
    {
        QTest::addColumn<QString>("day");
        QTest::addColumn<int>("minutes");  // of the span 00:00 to 12:00
        QTest::newRow("an hour missing") << "2024-03-31" << 11 * 60;
        QTest::newRow("an hour twice") << "2024-10-27" << 13 * 60;
        QTest::newRow("usual") << "2024-06-30" << 12 * 60;
    }
    void clocksChange()
    {
        QFETCH(QString, day);
        QFETCH(int, minutes);
        const Opening week{{{0h, 12h, 0}}, {}};
        const WallTime noon =
            wallTimeFromMs(QDateTime::fromString(day + "T12:00:00Z", Qt::ISODate).toMSecsSinceEpoch());
        const WallTime midnight = dayStart(noon);
        QCOMPARE(openTime(week, midnight, nextDay(midnight)).count(), Milliseconds{minutes * 1min}.count());
    }

    void minutesAddUp_data()
    {
        QTest::addColumn<int>("start");  // hours after the start of the week in which the clocks change
        for (int start = 0; start < 24 * 9; start += 11)
            QTest::addRow("from hour %d", start) << start;
    }
    void minutesAddUp()
    {
        QFETCH(int, start);
        const Opening week{{{8h, 12h + 30min, monday_to_friday}, {12h, 19h, monday_to_friday}, {22h, 3h, 1U << 6U}},
                           {day(2024, 10, 23), day(2024, 10, 26)}};
        const WallTime from = utc("2024-10-21T00:07:00Z") + std::chrono::hours{start};
        const WallTime to = from + 49h + 3min;
        QCOMPARE(openTime(week, from, to).count(), minuteByMinute(week, from, to).count());
        QCOMPARE((openTime(week, from, from + 5h) + openTime(week, from + 5h, to)).count(),
                 openTime(week, from, to).count());
    }
};

QTEST_GUILESS_MAIN(TestOpening)
#include "tst_opening.moc"
