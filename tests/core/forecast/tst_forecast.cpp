// Goal: the breach forecast is what queueing theory says where it says it exactly, keeps its order, says why it is
// silent
//       and never says nonsense.
// Method: gamma functions against known values; one server without abandons against Erlang's sums; properties over
//         lines and over hostile counts; calibration on a seeded M/M/1 line.
#include "core/forecast/forecast.h"
#include "core/forecast/gamma.h"
#include "core/properties.h"

#include <QTest>

#include <cmath>
#include <deque>
#include <limits>
#include <random>
#include <vector>

using namespace carewall::core;
using namespace std::chrono_literals;

namespace {

constexpr WallTime noon = wallTimeFromMs(1'700'000'000'000);

/// An hour of a line that serves so many an hour from a backlog, in order, agents not counted.
Pace paceOf(std::uint64_t served, std::uint64_t arrived, std::uint64_t gave_up = 0)
{
    Tally slot;
    slot.start = noon - 1h;
    slot.length = 1h;
    slot.offered = arrived;
    slot.answered = served;
    slot.abandoned = gave_up;
    slot.line = {36'000'000, 3'600'000, 3'600'000, served, served * 10, 0, 0};
    Pace pace;
    pace.add(slot, noon);
    return pace;
}

Line lineOf(std::uint64_t waiting, const std::vector<Milliseconds>& ages, Milliseconds within = 60s)
{
    return {{within, 0.8}, waiting, ages, std::nullopt, true, true};
}

Motion motion(double service, double leaving = 0, double doubt = 0)
{
    Motion made;
    made.service = service;
    made.leaving = leaving;
    made.doubt = doubt;
    return made;
}

/// P(Erlang(k, rate) > t), the sum over fewer than k events of a Poisson process.
double erlangAbove(int k, double rate, double t)
{
    double term = std::exp(-rate * t);
    double sum = 0;
    for (int i = 0; i < k; ++i) {
        sum += term;
        term *= rate * t / (i + 1);
    }
    return sum;
}

bool near(double a, double b, double within)
{
    return std::abs(a - b) <= within * std::max(1.0, std::abs(b));
}

bool sane(const Forecast& f)
{
    const auto number = [](double value) { return std::isfinite(value) && value >= 0; };
    return number(f.breaches_10min) && number(f.breaches_30min) && f.breaches_10min <= f.breaches_30min + 1e-9 &&
           number(f.any_10min) && f.any_10min <= 1 && number(f.next.mean_s) && number(f.next.low_s) &&
           number(f.next.high_s) && f.next.low_s <= f.next.high_s && number(f.arrivals_per_min) &&
           (!f.clear || f.clear->count() >= 0);
}

}  // namespace

Q_DECLARE_METATYPE(carewall::core::Pace)

class TestForecast : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { carewall::tests::seedProperties(); }
    void gammaIsAsInTheTables_data();
    void gammaIsAsInTheTables();
    void gammaQuantilesInvert();
    void oneServerIsErlang();
    void stepsAreThoseOfErlangA();
    void laterPlacesAndOlderAgesBreachMore();
    void cuesAreThoseOfThePlace_data();
    void cuesAreThoseOfThePlace();
    void calibrationReadsChances();
    void calibrationReadsTheForecast();
    void newerSlotsWeighMore();
    void reasons_data();
    void reasons();
    void clearsAsItFlows();
    void whoStillComesCounts();
    void severalLinesAddUp();
    void hostileCountsMakeNoNonsense();
    void calibratedOnOneServer();
};

void TestForecast::gammaIsAsInTheTables_data()
{
    QTest::addColumn<double>("a");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("p");
    const auto row = [](const char* name, double a, double x, double p) { QTest::newRow(name) << a << x << p; };
    row("exponential", 1, 1, 1 - std::exp(-1));
    row("exponential, far", 1, 20, 1 - std::exp(-20));
    row("half: erf", 0.5, 0.64, std::erf(0.8));
    row("half: erf, small", 0.5, 1e-4, std::erf(1e-2));
    row("chi squared 10, 5 %", 5, 18.307038053275146 / 2, 0.95);
    row("chi squared 100, 50 %", 50, 99.33412923598846 / 2, 0.5);
    row("Erlang 3", 3, 2, 1 - erlangAbove(3, 1, 2));
    row("Erlang 40", 40, 55, 1 - erlangAbove(40, 1, 55));
    row("nothing", 2, 0, 0);
    row("everything", 2, 1e300, 1);
}

void TestForecast::gammaIsAsInTheTables()
{
    QFETCH(double, a);
    QFETCH(double, x);
    QFETCH(double, p);
    QVERIFY2(std::abs(gammaP(a, x) - p) < 1e-12, QByteArray::number(gammaP(a, x) - p));
    QVERIFY2(std::abs(gammaQ(a, x) - (1 - p)) < 1e-12, QByteArray::number(gammaQ(a, x) - (1 - p)));
}

void TestForecast::gammaQuantilesInvert()
{
    QVERIFY(rc::check("P(a, quantile(a, p)) == p", [] {
        const double a = std::pow(10, *rc::gen::inRange(-100, 350) / 100.0);
        const double p = *rc::gen::inRange(1, 1000) / 1000.0;
        RC_ASSERT(std::abs(gammaP(a, gammaQuantile(a, p)) - p) < 1e-6);
    }));
    QVERIFY(std::abs(gammaP(4999.9, 5000) - gammaP(5000.1, 5000)) < 2e-3);  // where the methods meet
    QVERIFY(std::abs(gammaQ(1e7, 1e7) - 0.5) < 1e-3);
}

void TestForecast::oneServerIsErlang()
{
    // Nobody gives up and the rate is certain: who has k ahead waits for k + 1 exponential services.
    for (const int ahead : {0, 1, 4, 30}) {
        const Wait wait = waitBehind(motion(0.05), static_cast<std::uint64_t>(ahead), 31);
        QVERIFY(near(wait.mean, 20 * (ahead + 1), 1e-12));
        for (const double t : {5.0, 60.0, 400.0})
            QVERIFY(near(wait.longerThan(t), erlangAbove(ahead + 1, 0.05, t), 1e-10));
        QVERIFY(near(breachChance(motion(0.05), static_cast<std::uint64_t>(ahead), 31, 60s),
                     erlangAbove(ahead + 1, 0.05, 60), 1e-10));
    }
}

void TestForecast::stepsAreThoseOfErlangA()
{
    double mean = 0;
    double variance = 0;
    for (int i = 0; i < 3000; ++i) {
        const double step = 1 / (0.5 + (i * 0.01));
        mean += step;
        variance += step * step;
        if (i != 5 && i != 1500 && i != 2999) continue;
        const Wait wait = waitBehind(motion(0.5, 0.01), static_cast<std::uint64_t>(i), 3000);
        QVERIFY2(near(wait.mean, mean, 1e-6), QByteArray::number(wait.mean - mean));
        QVERIFY2(near(wait.variance, variance, 1e-6), QByteArray::number(wait.variance - variance));
    }
    // The doubt about the rate widens the band and leaves the middle.
    const Wait certain = waitBehind(motion(0.5), 9, 20);
    const Wait doubted = waitBehind(motion(0.5, 0, 0.1), 9, 20);
    QCOMPARE(certain.mean, doubted.mean);
    QVERIFY(doubted.quantile(0.9) > certain.quantile(0.9) && doubted.quantile(0.1) < certain.quantile(0.1));
    // Who gives up before is no breach.
    QVERIFY(breachChance(motion(1e-9, 0.01), 0, 1, 100s) < std::exp(-0.99));
    QCOMPARE(breachChance(motion(0.5), 3, 9, -5s), 1.0);
}

void TestForecast::laterPlacesAndOlderAgesBreachMore()
{
    QVERIFY(rc::check("chance rises with the place and falls with the time left", [] {
        Motion m = motion(*rc::gen::inRange(1, 1000) / 1000.0, *rc::gen::inRange(0, 100) / 10000.0,
                          *rc::gen::inRange(0, 100) / 100.0);
        m.at_once = 1 + (*rc::gen::inRange(0, 50) / 10.0);
        const auto place = static_cast<std::uint64_t>(*rc::gen::inRange(0, 200));
        const Milliseconds left = Seconds{*rc::gen::inRange(1, 2000)};
        const double chance = breachChance(m, place, 300, left);
        RC_ASSERT(chance >= 0 && chance <= 1);
        RC_ASSERT(waitBehind(m, place + 1, 300).mean >= waitBehind(m, place, 300).mean);
        RC_ASSERT(breachChance(m, place, 300, left + 10s) <= chance + 1e-12);
    }));
    const Pace pace = paceOf(60, 60);
    double before = 0;
    for (std::uint64_t waiting = 1; waiting < 12; ++waiting) {
        const std::vector<Milliseconds> ages(waiting, Milliseconds{10s});
        const Forecast f = forecast(lineOf(waiting, ages), pace);
        QVERIFY(f.breaches_10min > before && f.any_10min <= 1);
        before = f.breaches_10min;
    }
}

void TestForecast::cuesAreThoseOfThePlace_data()
{
    QTest::addColumn<int>("waiting");
    QTest::addColumn<int>("free");  // -1: nobody counts agents
    QTest::addColumn<int>("place");
    QTest::addColumn<QString>("expected");
    QTest::newRow("alone, agents not told") << 1 << -1 << 0 << "alone";
    QTest::newRow("alone, none free") << 1 << 0 << 0 << "alone";
    QTest::newRow("alone, one free") << 1 << 1 << 0 << "agent_free";
    QTest::newRow("first of two, none free") << 2 << 0 << 0 << "first";
    QTest::newRow("first of two, one free") << 2 << 1 << 0 << "agent_free";
    QTest::newRow("second of two, one free") << 2 << 1 << 1 << "";
    QTest::newRow("second of two, two free") << 2 << 2 << 1 << "agent_free";
    QTest::newRow("second of two, agents not told") << 2 << -1 << 1 << "";
}

void TestForecast::cuesAreThoseOfThePlace()
{
    QFETCH(int, waiting);
    QFETCH(int, free);
    QFETCH(int, place);
    QFETCH(QString, expected);
    std::vector<Milliseconds> ages;
    for (int i = waiting; i > 0; --i)
        ages.emplace_back(Seconds{15 * i});
    const Line line = lineOf(static_cast<std::uint64_t>(waiting), ages);
    Motion moves = motion(0.05);
    if (free >= 0) moves.free_agents = static_cast<std::uint32_t>(free);
    const auto at = static_cast<std::size_t>(place);
    const BreachCues cues = breachCues(line, moves).at(at);
    QCOMPARE(QString(cues.agent_free ? "agent_free" : "") + (cues.alone ? "alone" : "") + (cues.first ? "first" : ""),
             expected);
    QCOMPARE(cues.waited, 15.0 * (waiting - place) / 60);
    QCOMPARE(cues.chance, breachChance(moves, at, line.waiting, line.target.within - ages[at]));
}

void TestForecast::calibrationReadsChances()
{
    QVERIFY(rc::check(
        "as it comes it changes nothing, and weights move the logit by their sum",
        [] {
            BreachCues cues;
            cues.chance = *rc::gen::inRange(0, 1001) / 1000.0;
            cues.waited = *rc::gen::inRange(0, 1001) / 1000.0;
            const int state = *rc::gen::inRange(0, 4);
            cues.agent_free = state == 1;
            cues.alone = state == 2;
            cues.first = state == 3;
            RC_ASSERT(Calibration{}.chanceOf(cues) == cues.chance);
            RC_ASSERT(Calibration{}.chanceOfAny(cues.chance, cues.alone) == cues.chance);
            Calibration learnt;
            for (double& weight : learnt.customer)
                weight = *rc::gen::inRange(-50, 51);
            const double read = learnt.chanceOf(cues);
            RC_ASSERT(read >= 0 && read <= 1);
            if (cues.chance < 0.01 || cues.chance > 0.99) return;
            learnt = {};
            learnt.customer = {-0.5, 0.9, -3, 0.6, 0.4, 0.3, -1.5};
            const double sum = -0.5 + 0.9 * std::log(cues.chance / (1 - cues.chance)) - 3 * cues.agent_free +
                               cues.alone * (0.6 + 0.3 * cues.waited) + 0.4 * cues.waited - 1.5 * cues.first;
            RC_ASSERT(near(learnt.chanceOf(cues), 1 / (1 + std::exp(-sum)), 1e-9));
        }));
}

void TestForecast::calibrationReadsTheForecast()
{
    const Pace pace = paceOf(60, 70);
    const std::vector<Milliseconds> ages = {20s};
    Line line = lineOf(1, ages);
    const Forecast as_it_is = forecast(line, pace);
    // Who waits alone only rings, nearly always.
    line.calibration.customer[3] = -5;
    const Forecast rings = forecast(line, pace);
    const double chance = breachCues(line, motionOf(pace, {})).front().chance;
    const double less = chance - line.calibration.chanceOf(breachCues(line, motionOf(pace, {})).front());
    QVERIFY(chance > 0.4 && less > 0.3);
    QVERIFY(near(as_it_is.breaches_10min - rings.breaches_10min, less, 1e-9));
    QCOMPARE(rings.any_10min, as_it_is.any_10min);
    line.calibration = {};
    line.calibration.to_come = 2;
    const Forecast more = forecast(line, pace);
    QVERIFY(near(more.breaches_10min - as_it_is.breaches_10min, as_it_is.breaches_10min - chance, 1e-9));
    line.calibration = {};
    line.calibration.any = {-1, 1, 0.5, 0};
    const double any = as_it_is.any_10min;
    QVERIFY(near(forecast(line, pace).any_10min, 1 / (1 + std::exp(0.5 - std::log(any / (1 - any)))), 1e-9));
    line.calibration.customer.fill(Calibration::most_weight);
    line.calibration.to_come = Calibration::most_factor;
    QVERIFY(sane(forecast(line, pace)));
}

void TestForecast::newerSlotsWeighMore()
{
    Tally fast;
    fast.start = noon - 2h;
    fast.length = 5min;
    fast.offered = fast.answered = 50;
    fast.line = {600'000, 300'000, 300'000, 50, 100, 0, 0};
    Tally slow = fast;
    slow.start = noon - 10min;
    slow.answered = slow.offered = slow.line.answered_from_backlog = 10;
    Pace pace;
    pace.add(fast, noon);
    pace.add(slow, noon);
    const Motion moves = motionOf(pace, std::nullopt);
    QVERIFY2(moves.service * 300 > 10 && moves.service * 300 < 14, QByteArray::number(moves.service * 300));
    QVERIFY(moves.arriving * 300 > 10 && moves.arriving * 300 < 11);
    Pace same;
    same.add(slow, noon);
    same.add(fast, noon);
    QCOMPARE(motionOf(same, std::nullopt).service, moves.service);
    // What has not begun says nothing, and of the open slot only what has passed counts.
    slow.start = noon + 5min;
    same.add(slow, noon);
    QCOMPARE(motionOf(same, std::nullopt).service, moves.service);
    Tally open;
    open.start = noon - 1min;
    open.length = 5min;
    open.offered = 4;
    Pace one;
    one.add(open, noon);
    QVERIFY(near(motionOf(one, std::nullopt).arriving, 4.0 / 60, 1e-9));
}

void TestForecast::reasons_data()
{
    QTest::addColumn<int>("expected");
    QTest::addColumn<Pace>("pace");
    QTest::addColumn<int>("within_s");
    QTest::addColumn<int>("standing");  // 0 live, 1 not live, 2 closed
    const auto row = [](const char* name, std::optional<NoForecast> expected, const Pace& pace, int within_s = 60,
                        int standing = 0) {
        QTest::newRow(name) << (expected ? static_cast<int>(*expected) : -1) << pace << within_s << standing;
    };
    Pace by_hand = paceOf(60, 60);
    by_hand.pressed_ms = by_hand.others = 0;
    Pace any_order = paceOf(60, 60);
    any_order.passed_over = any_order.others / 2;
    Pace a_few = paceOf(60, 60);
    a_few.passed_over = a_few.others / 10;
    Pace never_two = paceOf(60, 60);
    never_two.others = 0;
    row("a forecast", std::nullopt, paceOf(60, 60));
    row("nearly in order", std::nullopt, a_few);
    row("not live", NoForecast::NotLive, paceOf(60, 60), 0, 1);
    row("closed", NoForecast::Closed, paceOf(60, 60), 0, 2);
    row("no target", NoForecast::NoTarget, paceOf(60, 60), 0);
    row("order not told", NoForecast::OrderNotTold, by_hand);
    row("nothing seen", NoForecast::TooLittleSeen, Pace{});
    row("too few", NoForecast::TooLittleSeen, paceOf(2, 60));
    row("never two in line", NoForecast::TooLittleSeen, never_two);
    row("not in order", NoForecast::NotInOrder, any_order);
}

void TestForecast::reasons()
{
    QFETCH(int, expected);
    QFETCH(Pace, pace);
    QFETCH(int, within_s);
    QFETCH(int, standing);
    const std::vector<Milliseconds> ages = {20s, 10s};
    Line line = lineOf(2, ages, Seconds{within_s});
    line.live = standing != 1;
    line.open = standing != 2;
    const Forecast f = forecast(line, pace);
    QCOMPARE(f.none ? static_cast<int>(*f.none) : -1, expected);
    QVERIFY((f.breaches_30min > 0) == (expected == -1));
}

void TestForecast::clearsAsItFlows()
{
    // 60 an hour served, 30 come: a line of 10 falls by half a customer a minute.
    const std::vector<Milliseconds> ages(10, Milliseconds{1s});
    const auto clear = [&](std::uint64_t arrived, std::uint64_t gave_up) {
        return forecast(lineOf(10, ages), paceOf(60, arrived, gave_up)).clear;
    };
    QVERIFY2(near(std::chrono::duration<double>(*clear(30, 0)).count(), 1200, 1e-3), "without abandons");
    QVERIFY(*clear(30, 20) < *clear(30, 0));
    QVERIFY(!clear(70, 0));
    QCOMPARE(*forecast(lineOf(0, {}), paceOf(60, 70)).clear, Milliseconds{0});
    QVERIFY(!forecast(lineOf(1'000'000, {}), paceOf(60, 30)).clear);  // not within a day
}

void TestForecast::whoStillComesCounts()
{
    // Twice as many come as are served: soon all of them breach, but not before the target time has passed.
    const Forecast crowded = forecast(lineOf(30, {}), paceOf(60, 120));
    QVERIFY2(crowded.breaches_10min > 16 && crowded.breaches_10min < 18.5, QByteArray::number(crowded.breaches_10min));
    QVERIFY2(crowded.breaches_30min > 55 && crowded.breaches_30min < 58.5, QByteArray::number(crowded.breaches_30min));
    QVERIFY(crowded.any_10min > 0.99);
    const Forecast quiet = forecast(lineOf(0, {}), paceOf(600, 6));
    QVERIFY2(quiet.breaches_30min < 0.01 && quiet.any_10min < 0.01, QByteArray::number(quiet.breaches_30min));
    // Nobody who comes can breach within 30 min of an hour's target.
    QCOMPARE(forecast(lineOf(30, {}, 1h), paceOf(60, 120)).breaches_30min, 0.0);
}

void TestForecast::severalLinesAddUp()
{
    const std::vector<Milliseconds> ages = {30s, 20s, 10s};
    const Forecast one = forecast(lineOf(3, ages), paceOf(60, 60));
    QueueForecast both;
    QCOMPARE(both.result().none, std::optional{NoForecast::NotLive});
    both.add(lineOf(3, ages), paceOf(60, 60));
    QCOMPARE(both.result(), one);
    both.add(lineOf(3, ages), paceOf(60, 60));
    QCOMPARE(both.result().breaches_10min, 2 * one.breaches_10min);
    QCOMPARE(both.result().next, one.next);
    QCOMPARE(both.result().clear, one.clear);
    both.add(lineOf(0, {}), Pace{});  // a source where nothing happens takes nothing away
    QCOMPARE(both.result().breaches_10min, 2 * one.breaches_10min);
    both.add(lineOf(3, ages), Pace{});  // one in whose line customers wait at an unknown pace does
    QCOMPARE(both.result().none, std::optional{NoForecast::TooLittleSeen});
}

void TestForecast::hostileCountsMakeNoNonsense()
{
    QVERIFY(rc::check(
        "finite, bounded, whatever the counts",
        [] {
            const auto count = [] {
                return *rc::gen::element<std::uint64_t>(0, 1, 3, 1000, 1'000'000'000'000,
                                                        std::numeric_limits<std::uint64_t>::max());
            };
            Pace pace;
            for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
                Tally slot;
                slot.start = noon - Seconds{*rc::gen::element(0, 1, 300, 1'000'000, 2'000'000'000)};
                slot.length = Milliseconds{*rc::gen::element(-1, 0, 1, 300'000, 86'400'000)};
                slot.offered = count();
                slot.answered = count();
                slot.abandoned = count();
                slot.line = {count(), count(), count(), count(), count(), count(), count()};
                pace.add(slot, noon);
            }
            std::vector<Milliseconds> ages(static_cast<std::size_t>(*rc::gen::inRange(0, 20)), 5s);
            Line line = lineOf(count(), ages, Milliseconds{*rc::gen::element(1, 1000, 60'000, 100'000'000)});
            if (*rc::gen::element(true, false))
                line.agents = Agents{static_cast<std::uint32_t>(count()), static_cast<std::uint32_t>(count()), 0};
            RC_ASSERT(sane(forecast(line, pace)));
            const Motion moves = motionOf(pace, line.agents);
            const double chance = breachChance(moves, count(), line.waiting, line.target.within);
            RC_ASSERT(chance >= 0 && chance <= 1);
        }));
}

void TestForecast::calibratedOnOneServer()
{
    // M/M/1 at a load of 0.9, a target of five service times, forecast with the pace seen so far, every service time.
    constexpr double service_s = 60;
    constexpr double target_s = 300;
    std::mt19937_64 random{20261122};
    const auto exponential = [&](double mean) { return std::exponential_distribution<double>{1 / mean}(random); };
    struct Case {
        double chance = 0;
        double due = 0;
        double asked = 0;
    };
    std::deque<double> line;
    std::vector<Case> open;
    double expected = 0;
    double breached = 0;
    double brier = 0;
    double cases = 0;
    std::deque<Tally> hours(1);
    hours.back().start = noon;
    double arrives = exponential(service_s / 0.9);
    double served = std::numeric_limits<double>::max();
    double looks = 3600;
    for (double now = 0; now < 30 * 86'400.0;) {
        const double next = std::min({arrives, served, looks});
        const auto ms = static_cast<std::uint64_t>((next - now) * 1000);
        hours.back().line.pressed_ms += line.empty() ? 0 : ms;
        hours.back().line.backlog_ms += line.size() > 1 ? ms : 0;
        now = next;
        Tally& hour = hours.back();
        std::erase_if(open, [&](const Case& one) {
            if (one.due > now) return false;
            const double outcome = std::find(line.begin(), line.end(), one.asked) != line.end() ? 1 : 0;
            expected += one.chance;
            breached += outcome;
            brier += (one.chance - outcome) * (one.chance - outcome);
            ++cases;
            return true;
        });
        if (now == arrives) {
            ++hour.offered;
            arrives = now + exponential(service_s / 0.9);
            if (served == std::numeric_limits<double>::max())
                served = now + exponential(service_s);
            else
                line.push_back(now);
        } else if (now == served) {
            served = line.empty() ? std::numeric_limits<double>::max() : now + exponential(service_s);
            if (line.empty()) continue;
            ++hour.answered;
            hour.line.answered_from_backlog += line.size() > 1 ? 1 : 0;
            hour.line.others_waiting += line.size() - 1;
            line.pop_front();
        } else {
            looks = now + service_s;
            const WallTime at = noon + Milliseconds{static_cast<std::int64_t>(now * 1000)};
            hour.length = at - hour.start;
            Pace pace;
            for (const Tally& slot : hours)
                pace.add(slot, at);
            if (hour.length >= 1h) {
                hours.emplace_back().start = at;
                if (hours.size() > 24) hours.pop_front();
            }
            const Motion moves = motionOf(pace, std::nullopt);
            for (std::size_t place = 0; place < line.size(); ++place) {
                const double left = line[place] + target_s - now;
                if (left <= 0) continue;
                open.push_back(
                    {breachChance(moves, place, line.size(), Milliseconds{static_cast<std::int64_t>(left * 1000)}),
                     now + left, line[place]});
            }
        }
    }
    const double share = breached / cases;
    const QByteArray found = "n " + QByteArray::number(cases) + ", expected " + QByteArray::number(expected) +
                             ", came " + QByteArray::number(breached) + ", Brier " + QByteArray::number(brier / cases);
    qInfo("seed 20261122: %s", found.constData());
    QVERIFY2(cases > 50'000 && std::abs(expected - breached) < 0.05 * breached, found);
    QVERIFY2(brier / cases < 0.7 * share * (1 - share), found);
}

QTEST_GUILESS_MAIN(TestForecast)
#include "tst_forecast.moc"
