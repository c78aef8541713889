// Goal: a back-test tells what happened, exactly, and what a wall would have said of it, once.
// Method: small histories of which everything is known, made here; the lines read as JSON, the page as XML.

#include "core/calendar.h"
#include "feed/backtest/backtest.h"
#include "feed/backtest/backtest_json.h"
#include "feed/backtest/backtest_page.h"
#include "feed/conversation_events.h"
#include "feed/list_source.h"
#include "feed/simulated.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>
#include <QtTest>

#include <algorithm>
#include <random>

using namespace carewall;
using namespace carewall::support;
using namespace std::chrono_literals;
using feed::Burst;
using feed::ConversationEvent;

namespace {

constexpr double day = 24 * 60;  // minutes
const char* const hostile = "<script>alert(\"1\")</script> & co";

struct Seen {
    feed::Backtested tested;
    std::vector<feed::BacktestEvent> events;
    std::vector<QJsonObject> of(const char* kind) const
    {
        std::vector<QJsonObject> lines;
        for (const feed::BacktestEvent& event : events) {
            const auto line = QJsonDocument::fromJson(QByteArray::fromStdString(feed::jsonLine(event))).object();
            if (line["kind"] == QLatin1String(kind)) lines.push_back(line);
        }
        return lines;
    }
};

Seen tested(std::vector<ConversationEvent> history, feed::LedgerOptions counting,
            const feed::BacktestOptions& options = {})
{
    std::ranges::stable_sort(history, {}, &ConversationEvent::at);
    Seen seen;
    ListSource source{std::move(history)};
    auto result = feed::backtest(options, std::move(counting), source,
                                 [&](const feed::BacktestEvent& event) { seen.events.push_back(event); });
    seen.tested = std::move(*result);
    return seen;
}

/// Two days of one queue that promises 10 minutes.
std::vector<ConversationEvent> twoDays()
{
    std::vector<ConversationEvent> history;
    const auto ask = [&](double from, double until) {
        const std::string id = "c" + std::to_string(history.size());
        history.push_back(asked(from, id));
        if (until > 0) history.push_back(replied(until, id));
    };
    for (int i = 0; i < 10; ++i)
        ask(60 * i, 60 * i + i + 1);
    ask(day - 140, 0);          // gives up at 23:40
    ask(day - 60, 0);           // at 01:00 on the second day
    ask(day - 5, day + 5);      // in time, on the second day
    ask(day + 560, day + 660);  // late
    return history;
}

feed::LedgerOptions promising()
{
    feed::LedgerOptions counting;
    counting.target = {10min, 0.8, core::AbandonPolicy::Negative, 0ms, false};
    counting.abandon_after = 2h;
    return counting;
}

/// Three quiet weeks of 20 voices an hour, one in a hundred of an outage; then 60 of it between 10:00 and 11:00.
std::vector<ConversationEvent> outage(unsigned seed)
{
    std::mt19937 random{seed};
    std::vector<ConversationEvent> history;
    const auto say = [&](double minutes, std::vector<std::string> issues) {
        history.push_back(voice(minutes, "a" + std::to_string(history.size()), std::move(issues)));
    };
    for (double minutes = 0; minutes < 22 * day; minutes += 3) {
        const auto draw = random() % 100;
        say(minutes + static_cast<double>(random() % 180) / 60, draw < 20   ? std::vector<std::string>{"bill"}
                                                                : draw < 21 ? std::vector<std::string>{"outage"}
                                                                            : std::vector<std::string>{});
    }
    for (int i = 0; i < 60; ++i)
        say(21 * day + 600 + i + 0.5, {"outage"});
    return history;
}

feed::LedgerOptions named()
{
    feed::LedgerOptions counting;
    counting.issues = {{"outage", hostile}, {"bill", "Bills"}};
    return counting;
}

void compareSeconds(std::optional<double> shown, double exact)
{
    QVERIFY(shown);
    QVERIFY2(std::abs(*shown - exact) <= 0.0109 * exact, qPrintable(QString("%1, exact %2").arg(*shown).arg(exact)));
}

/// The text of the page, or what is wrong with it.
QString readPage(const std::string& page, QString& trouble)
{
    QXmlStreamReader xml{QByteArray::fromStdString(page)};
    QString text;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            if (xml.name() == QLatin1String("script")) trouble = "a script";
            for (const QXmlStreamAttribute& attribute : xml.attributes()) {
                const auto name = attribute.name();
                if (name == QLatin1String("href") || name == QLatin1String("src") ||
                    name.startsWith(QLatin1String("on")))
                    trouble = "an attribute " + name.toString();
            }
        }
        if (xml.isCharacters()) text += xml.text();
    }
    if (xml.hasError()) trouble = xml.errorString();
    if (text.contains("url(") || text.contains("@import") || text.contains("://")) trouble = "a reference";
    return text;
}

}  // namespace

class TestBacktest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(core::useTimeZone("UTC")); }
    void daysAreExact();
    void whatWasBeforeIsSilent();
    void aBurstIsToldOnce();
    void whatIsKnownIsFound();
    void aHoleIsNoQuietFloor();
    void queuesOpenAndClose();
    void holidaysStayClosed();
    void forecastsAreScored();
    void thePageIsWellFormedAndAlone();
    void anErrorIsHandedOn();
    void itEndsWhenItIsStopped();
};

void TestBacktest::daysAreExact()
{
    const Seen seen = tested(twoDays(), promising());
    const feed::QueueRecord& mail = seen.tested.queues.at("mail");
    QCOMPARE(mail.days.size(), std::size_t{2});
    const feed::DayRecord& first = mail.days[0];
    QCOMPARE(first.day, at(0));
    QCOMPARE(first.tally.offered, std::uint64_t{13});
    QCOMPARE(first.tally.answered, std::uint64_t{10});
    QCOMPARE(first.tally.abandoned, std::uint64_t{1});
    QCOMPARE(first.service_level.met, std::uint64_t{10});
    QCOMPARE(first.service_level.counted, std::uint64_t{11});
    compareSeconds(first.tally.response.quantile(0.5), 5 * 60);
    compareSeconds(first.tally.response.quantile(0.9), 9 * 60);
    const feed::DayRecord& second = mail.days[1];
    QCOMPARE(second.day, at(day));
    QCOMPARE(second.tally.offered, std::uint64_t{1});
    QCOMPARE(second.tally.answered, std::uint64_t{2});
    QCOMPARE(second.tally.abandoned, std::uint64_t{1});
    QCOMPARE(second.service_level.met, std::uint64_t{1});
    QCOMPARE(second.service_level.counted, std::uint64_t{3});
    QCOMPARE(seen.tested.floor.all.answered, std::uint64_t{12});
    QCOMPARE(seen.tested.floor.service_level.counted, std::uint64_t{14});
    QCOMPARE(seen.tested.floor.facts.target.within, core::Milliseconds{10min});

    const QByteArray bytes = QByteArray::fromStdString(feed::summaryLine(seen.tested));
    QVERIFY(!bytes.contains('\n'));
    const QJsonObject summary = QJsonDocument::fromJson(bytes).object();
    QCOMPARE(summary["kind"].toString(), QString{"summary"});
    QCOMPARE(summary["at"].toString(), QString{"2024-07-02T11:00:00Z"});
    const QJsonObject told = summary["queues"][0]["days"][1].toObject();
    QCOMPARE(told["day"].toString(), QString{"2024-07-02T00:00:00Z"});
    QCOMPARE(told["response"]["n"].toInt(), 2);
    QCOMPARE(told["service_level"]["met"].toInt(), 1);
}

void TestBacktest::whatWasBeforeIsSilent()
{
    feed::BacktestOptions options;
    options.from = at(day);
    options.to = at(day + 600);
    const Seen seen = tested(twoDays(), promising(), options);
    const feed::QueueRecord& mail = seen.tested.queues.at("mail");
    QCOMPARE(mail.days.size(), std::size_t{1});
    QCOMPARE(mail.all.offered, std::uint64_t{1});
    QCOMPARE(mail.all.answered, std::uint64_t{1});  // the other comes after the end
    QCOMPARE(mail.all.abandoned, std::uint64_t{1});
    QCOMPARE(mail.waiting, std::uint64_t{1});
    for (const feed::BacktestEvent& event : seen.events)
        QVERIFY(event.at >= at(day) && event.at <= at(day + 600));
}

void TestBacktest::aBurstIsToldOnce()
{
    for (unsigned seed = 1; seed <= 5; ++seed) {
        const std::vector<ConversationEvent> history = outage(seed);
        const Seen seen = tested(history, named());
        const auto began = seen.of("trend_began");
        QVERIFY2(began.size() == 1, qPrintable(QString("seed %1: %2 trends").arg(seed).arg(began.size())));
        QCOMPARE(began[0]["issue"].toString(), QString{"outage"});
        QCOMPARE(began[0]["label"].toString(), QString{hostile});
        const Burst& burst = *std::ranges::find(seen.tested.bursts, Burst::Kind::Issue, &Burst::kind);
        QCOMPARE(began[0]["noticed"].toString().toStdString(), began[0]["at"].toString().toStdString());
        QVERIFY(burst.noticed > at(21 * day + 600) && burst.noticed <= at(21 * day + 615));
        QVERIFY(burst.since > at(21 * day + 480) && burst.since <= at(21 * day + 605));
        const auto voices = std::ranges::count_if(history, [&](const ConversationEvent& said) {
            return said.at >= burst.since && said.at <= burst.noticed && !said.issues.empty() &&
                   said.issues[0] == "outage";
        });
        QCOMPARE(began[0]["voices"].toInt(), static_cast<int>(voices));
        const auto ended = seen.of("trend_ended");
        QCOMPARE(ended.size(), std::size_t{1});
        QVERIFY(burst.ended && *burst.ended > at(21 * day + 660) && *burst.ended < at(22 * day));
        QVERIFY(burst.voices.mentions >= 55 && burst.timesUsual() > 10);
    }
}

void TestBacktest::whatIsKnownIsFound()
{
    feed::BacktestOptions options;
    options.known = {{at(21 * day + 600), at(21 * day + 720)}, {at(10 * day), at(11 * day)}};
    const Seen seen = tested(outage(1), named(), options);
    QCOMPARE(seen.tested.findings.size(), std::size_t{2});
    QVERIFY(!seen.tested.findings[0].found.empty());
    QCOMPARE(seen.tested.findings[0].found[0].id, std::string{"outage"});
    QVERIFY(seen.tested.findings[1].found.empty());
    QCOMPARE(seen.tested.outside, std::size_t{0});
    QVERIFY(std::abs(seen.tested.weeks_outside - (22 - 1 - 2.0 / 24) / 7) < 0.01);
}

void TestBacktest::aHoleIsNoQuietFloor()
{
    std::vector<ConversationEvent> history = outage(2);
    std::erase_if(history, [](const ConversationEvent& said) { return said.at >= at(21 * day); });
    const std::size_t before = history.size();
    for (std::size_t i = 0; i < before; ++i) {
        ConversationEvent again = history[i];
        again.at += core::Milliseconds{std::chrono::hours{24 * 49}};  // the same three weeks, four weeks later
        again.author += "again";
        again.conversation += "again";
        history.push_back(std::move(again));
    }
    const Seen seen = tested(history, named());
    QCOMPARE(seen.tested.holes.size(), std::size_t{1});
    QVERIFY(seen.tested.bursts.empty());
    QVERIFY(std::abs(seen.tested.weeks - 6) < 0.05);
}

void TestBacktest::queuesOpenAndClose()
{
    feed::LedgerOptions counting = promising();
    counting.queues = {{"mail", "", "", "", counting.target, {{{8h, 18h, 0}}, {}}}};
    counting.abandon_after.reset();
    const Seen seen = tested(
        {asked(9 * 60, "a"), replied(9 * 60 + 5, "a"), asked(17 * 60, "b"), asked(19 * 60, "c"), asked(day + 540, "d")},
        counting);
    const auto closed = seen.of("closed");
    QCOMPARE(closed.size(), std::size_t{1});
    QCOMPARE(closed[0]["at"].toString(), QString{"2024-07-01T18:00:00Z"});
    QCOMPARE(closed[0]["waiting"].toInt(), 1);
    QCOMPARE(closed[0]["opens"].toString(), QString{"2024-07-02T08:00:00Z"});
    const auto opened = seen.of("opened");
    QCOMPARE(opened.back()["at"].toString(), QString{"2024-07-02T08:00:00Z"});
    QCOMPARE(opened.back()["waiting"].toInt(), 2);
    for (const QJsonObject& line : seen.of("forecast"))
        if (line["at"].toString() == "2024-07-01T18:00:00Z") QCOMPARE(line["none"].toString(), QString{"closed"});
}

void TestBacktest::holidaysStayClosed()
{
    feed::LedgerOptions counting = promising();
    counting.queues = {{"mail", "", "", "", counting.target, {{{8h, 18h, 0}}, {core::dateOf(at(day))}}}};
    counting.queues.front().target = {4h, 0.8, core::AbandonPolicy::Ignored, 0ms, true};
    counting.abandon_after.reset();
    // c22: asked on the eve, answered after the holiday: 3.5 h of open time.
    const Seen seen = tested({asked(9 * 60, "a"), replied(9 * 60 + 5, "a"), asked(16 * 60, "b"), asked(day + 540, "c"),
                              replied(2 * day + 570, "b"), replied(2 * day + 571, "c")},
                             counting);
    const auto closed = seen.of("closed");
    QCOMPARE(closed.size(), std::size_t{1});
    QCOMPARE(closed[0]["opens"].toString(), QString{"2024-07-03T08:00:00Z"});
    QCOMPARE(seen.of("opened").back()["at"].toString(), QString{"2024-07-03T08:00:00Z"});
    const core::Tally& all = seen.tested.queues.at("mail").all;
    QCOMPARE(all.answered_within_target, std::uint64_t{3});
    compareSeconds(all.response.quantile(1), 3.5 * 3600);
}

void TestBacktest::forecastsAreScored()
{
    feed::Simulation simulation{show(7, 6h)};
    feed::LedgerOptions counting;
    counting.queues.assign(simulation.queues().begin(), simulation.queues().end());
    feed::BacktestOptions options;
    options.from = start;
    std::vector<ConversationEvent> history;
    while (auto event = simulation.next())
        history.push_back(std::move(*event));
    const Seen seen = tested(history, counting, options);
    const feed::ForecastScores& scores = seen.tested.customers;
    QVERIFY(scores.n() > 100);
    std::uint64_t in_deciles = 0;
    for (const auto& decile : scores.deciles())
        in_deciles += decile.n;
    QCOMPARE(in_deciles, scores.n());
    const auto lines = seen.of("forecast");
    QVERIFY(std::ranges::any_of(lines, [](const QJsonObject& line) { return line.contains("breaches_10min"); }));
    for (const QJsonObject& line : lines) {
        QVERIFY(line["at"].toString().endsWith(":00:00Z"));
        QVERIFY(line.contains("none") != line.contains("breaches_10min"));
    }
    QString trouble;
    const QString text = readPage(feed::backtestPage(seen.tested, "simulation"), trouble);
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    QVERIFY(text.contains("Brier"));
}

void TestBacktest::thePageIsWellFormedAndAlone()
{
    std::vector<ConversationEvent> history = outage(3);
    for (ConversationEvent& said : history)
        if (std::hash<std::string>{}(said.conversation) % 3 == 0) said.queue = "\xff<b>";
    for (const ConversationEvent& more : twoDays())
        history.push_back(more);
    feed::LedgerOptions counting = promising();
    counting.issues = named().issues;
    QString trouble;
    const QString text = readPage(feed::backtestPage(tested(history, counting).tested, "a & b"), trouble);
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    QVERIFY(text.contains(hostile));
    QVERIFY(text.contains("a & b"));
    QVERIFY(text.contains("Half of the first answers came within 6 min"));
    readPage(feed::backtestPage(tested({}, {}).tested, ""), trouble);
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
}

void TestBacktest::anErrorIsHandedOn()
{
    ListSource source{{asked(0, "a")}, "broken"};
    const auto result = feed::backtest({}, {}, source, [](const feed::BacktestEvent&) {});
    QVERIFY(!result);
    QCOMPARE(QString::fromStdString(result.error()), QString{"broken"});
}

void TestBacktest::itEndsWhenItIsStopped()
{
    ListSource source{{asked(0, "a"), asked(1, "b"), asked(2, "c")}};
    int asked_for = 0;
    const auto result = feed::backtest(
        {}, {}, source, [](const feed::BacktestEvent&) {}, [&] { return ++asked_for > 2; });
    QVERIFY(result);
    QCOMPARE(result->events, std::uint64_t{2});
}

QTEST_GUILESS_MAIN(TestBacktest)
#include "tst_backtest.moc"
