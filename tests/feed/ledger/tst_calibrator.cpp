// Goal: what a line's forecasts teach is learnt from outcomes alone, makes them right, and fades when it is not seen.
// Method: cases drawn from known weights; one server where help comes to whoever has waited long, which no pace tells,
//         its forecasts scored minute by minute on days that nothing was learnt from yet. Seeded.

#include "feed/backtest/forecast_score.h"
#include "feed/conversation_events.h"
#include "feed/ledger/calibrator.h"
#include "feed/ledger/ledger.h"
#include "feed/ledger/queue_line.h"
#include "feed/ledger/reporter.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>
#include <random>

using namespace carewall;
using namespace carewall::support;
using namespace std::chrono_literals;

namespace {

constexpr double day = 24 * 60;
constexpr double target_min = 5;

/// One server at a load of 0.9, a minute's work each, first come first served; whoever has waited for `help_min` is
/// answered at once by somebody from next door.
std::vector<feed::ConversationEvent> helpedLine(double days, double help_min, std::uint64_t seed)
{
    std::mt19937_64 random{seed};
    const auto exponential = [&](double mean) { return std::exponential_distribution<double>{1 / mean}(random); };
    constexpr double never = std::numeric_limits<double>::max();
    std::vector<feed::ConversationEvent> all;
    std::deque<std::pair<double, int>> line;
    double arrives = exponential(1 / 0.9);
    double done = never;
    for (int customer = 0;;) {
        const double helped = line.empty() ? never : line.front().first + help_min;
        const double now = std::min({arrives, done, helped});
        if (now >= days * day) return all;
        if (now == arrives) {
            arrives = now + exponential(1 / 0.9);
            line.emplace_back(now, ++customer);
            all.push_back(asked(now, std::to_string(customer), "line"));
        } else if (now == helped) {
            all.push_back(replied(now, std::to_string(line.front().second)));
            line.pop_front();
        } else {
            done = never;
        }
        if (done == never && !line.empty()) {
            all.push_back(replied(now, std::to_string(line.front().second)));
            line.pop_front();
            done = now + exponential(1);
        }
    }
}

feed::LedgerOptions options()
{
    feed::LedgerOptions made;
    made.target = {std::chrono::minutes{static_cast<int>(target_min)}, 0.8};
    return made;
}

}  // namespace

class TestCalibrator : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheWeightsThatCasesCameFrom();
    void goesBackWhenNothingIsSeen();
    void teachesOnlyOnceTheOutcomeIsKnown();
    void learnsThatHelpComes_data();
    void learnsThatHelpComes();
    void isTold();
    void isKeptForTheNextStart();
    void ofAnotherTargetIsLeftAside();
    void whatIsDamagedIsRefused();
};

void TestCalibrator::findsTheWeightsThatCasesCameFrom()
{
    constexpr std::uint64_t seed = 20261129;
    std::mt19937_64 random{seed};
    std::normal_distribution<double> normal;
    std::uniform_real_distribution<double> uniform;
    const std::array<double, 3> truth = {-1, 0.6, 1.5};
    feed::LogisticLearner<3> learner{{0, 1, 0}, {1, 0.5, 1}, std::chrono::hours{24}};
    for (int i = 0; i < 20'000; ++i) {
        const std::array<double, 3> terms = {1, 2 * normal(random), uniform(random) < 0.5 ? 1.0 : 0.0};
        const double sum = truth[0] + truth[1] * terms[1] + truth[2] * terms[2];
        learner.learn(terms, uniform(random) < 1 / (1 + std::exp(-sum)), 1);
    }
    // The information of 20,000 cases leaves standard errors of 0.02 to 0.04.
    for (std::size_t i = 0; i < truth.size(); ++i)
        QVERIFY2(std::abs(learner.weights()[i] - truth[i]) < 0.12,
                 qPrintable(QStringLiteral("seed %1, weight %2: %3").arg(seed).arg(i).arg(learner.weights()[i])));
}

void TestCalibrator::goesBackWhenNothingIsSeen()
{
    feed::LogisticLearner<2> learner{{0, 1}, {1, 0.5}, std::chrono::hours{24}};
    learner.advanceTo(at(0));
    for (int i = 0; i < 200; ++i)
        learner.learn({1, 0}, true, 1);
    const double learned = learner.weights()[0];
    QVERIFY2(learned > 2, QByteArray::number(learned));
    learner.advanceTo(at(day));
    QVERIFY2(std::abs(learner.weights()[0] - learned / 2) < 1e-9, QByteArray::number(learner.weights()[0]));
    learner.advanceTo(at(0));  // time does not go back
    QVERIFY(std::abs(learner.weights()[0] - learned / 2) < 1e-9);
    learner.advanceTo(at(60 * day));
    QVERIFY(std::abs(learner.weights()[0]) < 1e-9 && learner.weights()[1] == 1);
}

void TestCalibrator::teachesOnlyOnceTheOutcomeIsKnown()
{
    // A day in which nobody is late, then a customer whom nobody answers.
    feed::Ledger ledger{options()};
    for (const feed::ConversationEvent& each : helpedLine(1, target_min / 2, 7))
        ledger.take(each);
    const auto weights = [&] { return ledger.queues().at("line").calibrator.calibration().customer; };
    while (!ledger.queues().at("line").waiting.empty())
        ledger.take(gaveUp(day, ledger.queues().at("line").waiting.begin()->second));
    ledger.take(asked(day + 1, "late", "line"));
    const auto before = weights();
    ledger.advanceTo(at(day + 1 + target_min - 0.1));  // looked at five times or so, and nothing came of it yet
    QVERIFY(weights() == before);
    ledger.advanceTo(at(day + 1 + target_min + 1));
    QVERIFY(weights() != before);
    QVERIFY(weights()[0] > before[0] || weights()[3] > before[3]);
}

void TestCalibrator::learnsThatHelpComes_data()
{
    QTest::addColumn<double>("help_min");
    QTest::newRow("before anybody is late") << 0.6 * target_min;
    QTest::newRow("only when it is late") << 10 * target_min;
}

void TestCalibrator::learnsThatHelpComes()
{
    QFETCH(double, help_min);
    constexpr std::uint64_t seed = 20261129;
    feed::Ledger ledger{options()};
    feed::ForecastWatch watch{at(2 * day)};
    double raw = 0;
    double read = 0;
    double minute = 2 * day;
    for (const feed::ConversationEvent& each : helpedLine(4, help_min, seed)) {
        watch.advanceTo(ledger, each.at);
        for (; at(minute) <= each.at; ++minute) {
            std::vector<core::Milliseconds> ages;
            core::Line line = feed::lineOf(ledger.queues().at("line"), at(minute), ages);
            const core::Pace pace = feed::paceOf(ledger.queues().at("line"), at(minute));
            read += core::forecast(line, pace).breaches_10min;
            line.calibration = {};
            raw += core::forecast(line, pace).breaches_10min;
        }
        ledger.take(each);
    }
    const feed::QueueForecasts& made = watch.queues().at("line");
    const auto n = static_cast<double>(made.customers.n());
    double expected = 0;
    for (const auto& decile : made.customers.deciles())
        expected += decile.forecast;
    const auto breached = static_cast<double>(made.customers.breached());
    const QString found = QStringLiteral("seed %1: n %2, expected %3, came %4; in 10 min raw %5, read %6, came %7")
                              .arg(seed)
                              .arg(n)
                              .arg(expected)
                              .arg(breached)
                              .arg(raw)
                              .arg(read)
                              .arg(made.breaches_10min);
    qInfo("%s", qPrintable(found));
    QVERIFY2(n > 2000, qPrintable(found));
    QVERIFY2(std::abs(expected - breached) < 0.03 * n, qPrintable(found));
    QVERIFY2(made.customers.forecast() <= made.customers.usual() + 0.002, qPrintable(found));
    const auto came = static_cast<double>(made.breaches_10min);
    QVERIFY2(std::abs(read - came) < std::abs(raw - came) + 0.02 * raw, qPrintable(found));
    if (help_min < target_min) QVERIFY2(raw > 500 && read < raw / 2 && came == 0, qPrintable(found));
}

void TestCalibrator::isTold()
{
    feed::Ledger ledger{options()};
    ledger.take(asked(0, "first", "line"));
    QVERIFY(!feed::queueNow(ledger.queues().at("line"), at(0)).calibration);
    ledger.take(gaveUp(0, "first"));
    for (const feed::ConversationEvent& each : helpedLine(1, target_min / 2, 7))
        ledger.take(each);
    const feed::QueueLedger& book = ledger.queues().at("line");
    const auto told = feed::queueNow(book, at(day)).calibration;
    QVERIFY(told && *told == book.calibrator.calibration() && *told != core::Calibration{});
}

void TestCalibrator::isKeptForTheNextStart()
{
    // Two days learned at once, and with a restart between them while nobody waits.
    feed::Ledger whole{options()};
    feed::Ledger first{options()};
    feed::Ledger second{options()};
    const auto weights = [](const feed::Ledger& ledger) { return ledger.queues().at("line").calibrator.calibration(); };
    bool restarted = false;
    for (const feed::ConversationEvent& each : helpedLine(2, target_min / 2, 7)) {
        whole.take(each);
        const bool now = !restarted && each.at > at(day) && first.queues().at("line").waiting.empty();
        if (now) {
            restarted = true;
            QVERIFY(second.load(first.save()));
            QVERIFY(second.queues().empty());  // a queue of old is none until somebody asks there
            second.take(asked(day, "elsewhere", "other"));
            QVERIFY(!second.queues().at("other").calibrator.hasLearned());
        }
        (restarted ? second : first).take(each);
        if (now) QVERIFY(weights(second) == weights(first));
    }
    QVERIFY(restarted && weights(first) != core::Calibration{} && weights(second) != weights(first));
    // The second knows no pace until it has seen some: what it learns in that hour is a little less.
    for (std::size_t i = 0; i < weights(whole).customer.size(); ++i)
        QVERIFY2(
            std::abs(weights(second).customer[i] - weights(whole).customer[i]) < 0.1,
            qPrintable(
                QString("weight %1: %2, %3").arg(i).arg(weights(second).customer[i]).arg(weights(whole).customer[i])));
    // And on, of a queue that was silent in between: what nobody asked for is not forgotten.
    feed::Ledger third{options()};
    QVERIFY(third.load(second.save()));
    feed::Ledger fourth{options()};
    QVERIFY(fourth.load(third.save()));
    QCOMPARE(fourth.save(), second.save());
    fourth.take(asked(2 * day, "again", "line"));
    QVERIFY(feed::queueNow(fourth.queues().at("line"), at(2 * day)).calibration == weights(second));
}

void TestCalibrator::ofAnotherTargetIsLeftAside()
{
    feed::Ledger learned{options()};
    for (const feed::ConversationEvent& each : helpedLine(1, target_min / 2, 7))
        learned.take(each);
    for (const auto& [within, same] : {std::pair{target_min, true}, std::pair{2 * target_min, false}}) {
        feed::LedgerOptions listed;
        listed.queues = {{"line", {}, {}, {}, {std::chrono::minutes{static_cast<int>(within)}, 0.8}, {}}};
        feed::Ledger ledger{listed};
        QVERIFY(ledger.load(learned.save()));
        QCOMPARE(ledger.queues().at("line").calibrator.hasLearned(), same);
    }
}

void TestCalibrator::whatIsDamagedIsRefused()
{
    feed::Ledger learned{options()};
    for (const feed::ConversationEvent& each : helpedLine(1, target_min / 2, 7))
        learned.take(each);
    const std::string kept = learned.save();
    feed::Ledger ledger{options()};
    for (std::size_t i = 0; i < kept.size(); i += 7) {
        std::string damaged = kept;
        damaged[i] = static_cast<char>(damaged[i] ^ 0x20);
        QVERIFY2(!ledger.load(damaged), qPrintable(QString::number(i)));
        QVERIFY2(!ledger.load(kept.substr(0, i)), qPrintable(QString::number(i)));
    }
    std::string newer = kept;
    newer[std::string_view{"carewall feed "}.size()] = 3;
    QCOMPARE(ledger.load(newer).error(), "it was kept in version 3; this program reads versions up to 2");
    QCOMPARE(ledger.load("x").error(), "this is no file that a feed keeps what it learned in");
    ledger.take(asked(0, "first", "line"));
    QVERIFY(!ledger.queues().at("line").calibrator.hasLearned());  // nothing of it was taken
    QVERIFY(ledger.load(kept));
}

QTEST_GUILESS_MAIN(TestCalibrator)
#include "tst_calibrator.moc"
