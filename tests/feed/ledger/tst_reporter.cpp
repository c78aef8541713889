// Goal: the broker is told what changed, no more than once a second a topic, no less than every ten, in order.
// Method: a ledger and invented real times; the reports are read back by the board's own decoder.

#include "core/calendar.h"
#include "core/match.h"
#include "feed/conversation_events.h"
#include "feed/reports.h"
#include "support/compare.h"

#include <QtTest>

using namespace carewall;
using namespace carewall::support;
using namespace std::chrono_literals;
using feed::Report;

class TestReporter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(core::useTimeZone("UTC")); }
    void onlyWhatChangedAndNotTooOften();
    void aHeartbeatThoughNothingChanged();
    void slotsCloseIntoTheDay();
    void whatIsSaidIsWhatTheLedgerHolds();
    void holidaysToComeAreTold();
    void revisionsRise();
    void theClockRunsEndsAndIsLost();
    void momentsComeAndGo();
    void labelsAreToldOnce();
    void everythingAgainAfterALoss();
};

void TestReporter::onlyWhatChangedAndNotTooOften()
{
    feed::Ledger ledger{{}};
    feed::Reporter reporter{reporting("")};
    ledger.take(asked(1, "a"));
    const std::string all = "queue/mail/s/day queue/mail/s/now voice/s/day voice/s/now";
    QCOMPARE(topics(reporter.turn(ledger, at(1), real(0))), all);
    QCOMPARE(topics(reporter.turn(ledger, at(1), real(0.1))), std::string{});
    ledger.take(asked(1.2, "b", "mail", "another"));
    QCOMPARE(topics(reporter.turn(ledger, at(1.2), real(0.9))), std::string{});
    QCOMPARE(topics(reporter.turn(ledger, at(1.2), real(1.0))), std::string{"queue/mail/s/now voice/s/now"});
    ledger.take(asked(1.3, "c", "chat"));
    QCOMPARE(topics(reporter.turn(ledger, at(1.3), real(1.1))), std::string{"queue/chat/s/day queue/chat/s/now"});
    int told = 0;
    for (int i = 0; i < 1000; ++i) {
        ledger.take(asked(1.4, "x" + std::to_string(i)));
        for (const Report& report : reporter.turn(ledger, at(1.4), real(2 + (i * 0.01))))
            told += report.topic.ends_with("mail/s/now") ? 1 : 0;
    }
    QCOMPARE(told, 10);
}

void TestReporter::aHeartbeatThoughNothingChanged()
{
    feed::Ledger ledger{{}};
    feed::Reporter reporter{reporting("")};
    ledger.take(asked(1, "a"));
    (void)reporter.turn(ledger, at(1), real(0));
    QCOMPARE(topics(reporter.turn(ledger, at(1.16), real(9.9))), std::string{});
    const auto beat = reporter.turn(ledger, at(1.5), real(10));
    QCOMPARE(topics(beat), std::string{"queue/mail/s/day queue/mail/s/now voice/s/day voice/s/now"});
    const auto now = find<core::QueueNowReported>(beat).report;
    QCOMPARE(now.header.interval, core::Milliseconds{10s});
    QCOMPARE(*now.header.time, at(1.5));
    QCOMPARE(now.ages.front(), core::Milliseconds{30s});
}

void TestReporter::slotsCloseIntoTheDay()
{
    feed::Ledger ledger{{}};
    feed::Reporter reporter{reporting("")};
    ledger.take(asked(1, "a"));
    (void)reporter.turn(ledger, at(1), real(0));
    ledger.advanceTo(at(12));
    const auto told = reporter.turn(ledger, at(12), real(1));
    QCOMPARE(topics(told), std::string{"queue/mail/s/day queue/mail/s/now"});
    const auto day = find<core::QueueDayReported>(told).report;
    QCOMPARE(day.slots.size(), std::size_t{2});
    QCOMPARE(day.slots[0].start, at(0));
    QCOMPARE(day.slots[0].offered, std::uint64_t{1});
    QCOMPARE(day.slots[1].offered, std::uint64_t{0});
    QCOMPARE(find<core::QueueNowReported>(told).report.open->start, at(10));
    ledger.take(replied(3, "a"));  // late: the day is told again
    QCOMPARE(topics(reporter.turn(ledger, at(12), real(2))),
             std::string{"queue/mail/s/day queue/mail/s/now voice/s/now"});
}

void TestReporter::whatIsSaidIsWhatTheLedgerHolds()
{
    feed::LedgerOptions known;
    known.queues = {
        {"mail", "Mail", "E-mail", "Care", {10min, 0.8, core::AbandonPolicy::Positive}, {{{8h, 18h, 0}}, {}}}};
    feed::Ledger ledger{known};
    for (int i = 0; i < 300; ++i)
        ledger.take(asked(i * 0.01, std::to_string(i)));
    ledger.take(replied(3.5, "7"));
    feed::Reporter reporter{reporting("")};
    const auto told = reporter.turn(ledger, at(4), real(0));
    const auto now = find<core::QueueNowReported>(told).report;
    QCOMPARE(now.waiting, std::uint64_t{299});
    QCOMPARE(now.ages.size(), std::size_t{256});
    QVERIFY(std::is_sorted(now.ages.rbegin(), now.ages.rend()));
    QCOMPARE(now.ages.front(), core::Milliseconds{4min});
    QVERIFY(now.target == known.queues.front().target);
    QCOMPARE(now.label + now.channel + now.team, std::string{"MailE-mailCare"});
    QVERIFY(*now.open == feed::openSlot(ledger.queues().at("mail"), at(4)));
    QVERIFY(find<core::QueueDayReported>(told).report.opening == known.queues.front().opening);
}

void TestReporter::holidaysToComeAreTold()
{
    const auto first = core::dateOf(at(0));
    feed::LedgerOptions known;
    known.queues = {{"mail", {}, {}, {}, {}, {{{8h, 18h, 0}}, {}}}};
    for (int day = -400; day <= 400; day += 2)
        known.queues.front().opening.holidays.push_back(first + std::chrono::days{day + 1});
    feed::Ledger ledger{known};
    feed::Reporter reporter{reporting("")};
    ledger.take(asked(1, "a"));
    const auto day = find<core::QueueDayReported>(reporter.turn(ledger, at(1), real(0))).report;
    QCOMPARE(day.opening.holidays.size(), std::size_t{19});
    QVERIFY(day.opening.holidays.front() == first - std::chrono::days{1});
    QVERIFY(day.opening.holidays.back() == first + std::chrono::days{35});
}

void TestReporter::revisionsRise()
{
    feed::Ledger ledger{{}};
    feed::Reporter reporter{reporting()};
    core::Revision last{7, 0};
    for (int i = 0; i < 20; ++i) {
        ledger.take(asked(i, std::to_string(i), i % 2 == 0 ? "mail" : "chat", std::to_string(i)));
        for (const Report& report : reporter.turn(ledger, at(i), real(i))) {
            const core::Event event = read(report);
            const core::Revision revision =
                std::visit(core::Match{[](const core::QueueNowReported& r) { return r.report.header.revision; },
                                       [](const core::QueueDayReported& r) { return r.report.header.revision; },
                                       [](const core::VoiceNowReported& r) { return r.report.header.revision; },
                                       [](const core::VoiceDayReported& r) { return r.report.header.revision; },
                                       [](const core::FloorClockSet& r) { return r.clock.header.revision; },
                                       [](const auto&) { return core::Revision{}; }},
                           event.what);
            QVERIFY(revision > last);
            last = revision;
        }
    }
    QVERIFY(last.sequence > 60);
}

void TestReporter::theClockRunsEndsAndIsLost()
{
    feed::Ledger ledger{{}};
    feed::Reporter reporter{reporting()};
    const auto first = find<core::FloorClockSet>(reporter.turn(ledger, at(1), real(0), 60)).clock;
    QVERIFY(first.floor == at(1) && first.at == real(0).wall && first.rate == 60);
    QCOMPARE(first.label, std::string{"replay"});
    QCOMPARE(topics(reporter.turn(ledger, at(1.5), real(0.5), 60)), std::string{});
    QCOMPARE(topics(reporter.turn(ledger, at(2), real(1), 60)), std::string{"clock"});
    const auto last = find<core::FloorClockSet>(reporter.last(ledger, at(2), real(1.1))).clock;
    QVERIFY(last.phase == core::ClockPhase::Ended && last.floor == at(2));
    const core::Event lost = read(*reporter.lostClock());
    QVERIFY(std::get<core::FloorClockSet>(lost.what).clock.phase == core::ClockPhase::Lost);
    QVERIFY(!std::get<core::FloorClockSet>(lost.what).clock.header.revision.isSet());
    QVERIFY(!feed::Reporter{reporting("")}.lostClock());
}

void TestReporter::momentsComeAndGo()
{
    feed::Ledger ledger{{}};
    feed::Reporter reporter{reporting("")};
    feed::ConversationEvent praise = support::event(feed::Kind::Praised, 10, "");
    praise.text = "Stayed on the line for two hours.";
    praise.names_nobody = true;
    ledger.take(praise);
    const auto told = reporter.turn(ledger, at(10), real(0));
    const auto moment = find<core::MomentShared>(told);
    QCOMPARE(moment.moment_told.text, praise.text);
    QVERIFY(moment.moment_told.names_nobody);
    QVERIFY(moment.moment_told.until == at(24 * 60));
    QVERIFY(topics(reporter.turn(ledger, at(11), real(20))).find("moment") == std::string::npos);
    ledger.advanceTo(at(24 * 60));
    const std::string gone = topics(reporter.turn(ledger, at(24 * 60), real(21)));
    QVERIFY2(gone.find("moment/" + moment.moment + "(gone)") != std::string::npos, gone.c_str());
}

void TestReporter::labelsAreToldOnce()
{
    feed::LedgerOptions known;
    known.issues = {{"bill", "Wrong bill"}};
    feed::Ledger ledger{known};
    for (const double minutes : {0.0, 15.0, 30.0, 45.0})
        ledger.take(voice(minutes, "ann" + std::to_string(minutes), {"bill", "else"}));
    const core::VoiceDay day = feed::voiceDay(ledger, at(45));
    QCOMPARE(day.slots.size(), std::size_t{3});
    QCOMPARE(day.slots[2].issues[0].label, std::string{"Wrong bill"});
    QCOMPARE(day.slots[0].issues[0].label, std::string{});
    QCOMPARE(feed::voiceNow(ledger, at(45)).open->issues[0].label, std::string{"Wrong bill"});
}

void TestReporter::everythingAgainAfterALoss()
{
    feed::Ledger ledger{{}};
    feed::Reporter reporter{reporting()};
    ledger.take(asked(1, "a"));
    const std::string all = topics(reporter.turn(ledger, at(1), real(0)));
    reporter.forgetTold();
    QCOMPARE(topics(reporter.turn(ledger, at(1), real(0.1))), all);
}

QTEST_GUILESS_MAIN(TestReporter)
#include "tst_reporter.moc"
