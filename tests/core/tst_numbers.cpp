// Goal: service levels, tallies and sentiments are those that a person works out by hand.
// Method: the worked example of DESIGN.md section 5, contradictory counters, and sums in any order.
#include "core/properties.h"
#include "core/report.h"
#include "core/service_level.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace carewall::core;

namespace {

constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();

/// 70 answered within the target, 10 gave up within it, 20 answered too late.
Tally workedExample()
{
    Tally tally;
    tally.offered = 100;
    tally.answered = 90;
    tally.answered_within_target = 70;
    tally.abandoned = 10;
    tally.abandoned_within_target = 10;
    return tally;
}

Tally slot(std::int64_t start_ms, std::int64_t length_ms)
{
    Tally tally;
    tally.start = wallTimeFromMs(start_ms);
    tally.length = Milliseconds{length_ms};
    return tally;
}

Tally anySlot()
{
    const auto number = [] { return static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000)); };
    Tally tally = slot(*rc::gen::inRange(-1000, 1000), *rc::gen::inRange(0, 3) * 300);
    tally.offered = number();
    tally.answered = number();
    tally.answered_within_target = number();
    tally.abandoned = number();
    tally.abandoned_within_target = number();
    tally.resolved = number();
    tally.fcr = number();
    tally.answered_by_community = number();
    tally.abandoned_short = number();
    tally.line = {number(), number(), number(), number(), number(), number(), number()};
    tally.response.add(static_cast<double>(number()), number());
    if (tally.length.count() == 0) tally.start = {};
    return tally;
}

Tally sum(Tally a, const Tally& b)
{
    a.add(b);
    return a;
}

}  // namespace

class TestNumbers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { carewall::tests::seedProperties(); }

    void serviceLevelVariants_data();
    void serviceLevelVariants();
    void serviceLevelOfNothing();
    void contradictoryCountersAreBounded();
    void serviceLevelsSum();
    void talliesSpanBoth();
    void talliesSumInAnyOrder();
    void talliesOfWildTimesAddUp();
    void countersStandStillAtTheTop();
    void netSentiment();
    void laddersSum();
};

void TestNumbers::serviceLevelVariants_data()
{
    QTest::addColumn<AbandonPolicy>("policy");
    QTest::addColumn<quint64>("brief");
    QTest::addColumn<quint64>("met");
    QTest::addColumn<quint64>("counted");
    QTest::addColumn<double>("percent");
    const auto row = [](const char* name, AbandonPolicy policy, quint64 brief, quint64 met, quint64 counted,
                        double percent) { QTest::newRow(name) << policy << brief << met << counted << percent; };
    row("ignored", AbandonPolicy::Ignored, 0, 70, 90, 77.8);
    row("negative", AbandonPolicy::Negative, 0, 70, 100, 70.0);
    row("positive", AbandonPolicy::Positive, 0, 80, 100, 80.0);
    // Four of the ten gave up before the cut-off: they are in no number.
    row("ignored, 4 short", AbandonPolicy::Ignored, 4, 70, 90, 77.8);
    row("negative, 4 short", AbandonPolicy::Negative, 4, 70, 96, 72.9);
    row("positive, 4 short", AbandonPolicy::Positive, 4, 76, 96, 79.2);
    row("negative, all short", AbandonPolicy::Negative, 10, 70, 90, 77.8);
    row("positive, more short than there are", AbandonPolicy::Positive, 99, 70, 90, 77.8);
}

void TestNumbers::serviceLevelVariants()
{
    QFETCH(AbandonPolicy, policy);
    QFETCH(quint64, brief);
    QFETCH(quint64, met);
    QFETCH(quint64, counted);
    QFETCH(double, percent);
    Tally tally = workedExample();
    tally.abandoned_short = brief;
    const ServiceLevel level = serviceLevel(tally, policy);
    QCOMPARE(quint64{level.met}, met);
    QCOMPARE(quint64{level.counted}, counted);
    QCOMPARE(std::round(level.ratio().value() * 1000) / 10, percent);
}

void TestNumbers::serviceLevelOfNothing()
{
    for (const auto policy : {AbandonPolicy::Ignored, AbandonPolicy::Negative, AbandonPolicy::Positive})
        QCOMPARE(serviceLevel(Tally{}, policy).ratio(), std::nullopt);
    Tally only_quitters;
    only_quitters.abandoned = 4;
    only_quitters.abandoned_within_target = 4;
    QCOMPARE(serviceLevel(only_quitters, AbandonPolicy::Ignored).ratio(), std::nullopt);
    QCOMPARE(serviceLevel(only_quitters, AbandonPolicy::Negative).ratio(), 0.0);
    QCOMPARE(serviceLevel(only_quitters, AbandonPolicy::Positive).ratio(), 1.0);
}

void TestNumbers::contradictoryCountersAreBounded()
{
    QVERIFY(rc::check(
        "met <= counted, whatever a source sends",
        [] {
            Tally tally;
            tally.answered = *rc::gen::arbitrary<std::uint64_t>();
            tally.answered_within_target = *rc::gen::arbitrary<std::uint64_t>();
            tally.abandoned = *rc::gen::element<std::uint64_t>(0, 3, most);
            tally.abandoned_within_target = *rc::gen::arbitrary<std::uint64_t>();
            tally.abandoned_short = *rc::gen::element<std::uint64_t>(0, 2, most);
            for (const auto policy : {AbandonPolicy::Ignored, AbandonPolicy::Negative, AbandonPolicy::Positive}) {
                const ServiceLevel level = serviceLevel(tally, policy);
                RC_ASSERT(level.met <= level.counted);
            }
        }));
}

void TestNumbers::serviceLevelsSum()
{
    ServiceLevel sum{70, 90};
    sum += ServiceLevel{80, 100};
    QCOMPARE(sum, (ServiceLevel{150, 190}));
    sum += ServiceLevel{most, most};
    QCOMPARE(sum, (ServiceLevel{most, most}));
}

void TestNumbers::talliesSpanBoth()
{
    const Tally both = sum(slot(600, 300), slot(0, 300));
    QCOMPARE(toMs(both.start), std::int64_t{0});
    QCOMPARE(both.length.count(), std::int64_t{900});
    QCOMPARE(sum(Tally{}, slot(600, 300)), slot(600, 300));
    QCOMPARE(sum(slot(600, 300), Tally{}), slot(600, 300));
    QCOMPARE(sum(slot(0, 900), slot(300, 300)), slot(0, 900));
}

void TestNumbers::talliesSumInAnyOrder()
{
    QVERIFY(rc::check(
        "a + b == b + a and (a + b) + c == a + (b + c), sketches included",
        [] {
            const Tally a = anySlot();
            const Tally b = anySlot();
            const Tally c = anySlot();
            RC_ASSERT(sum(a, b) == sum(b, a));
            RC_ASSERT(sum(sum(a, b), c) == sum(a, sum(b, c)));
            RC_ASSERT(sum(a, b).response.count() == a.response.count() + b.response.count());
        }));
}

void TestNumbers::talliesOfWildTimesAddUp()
{
    constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
    constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();
    const Tally both = sum(slot(lowest, 300), slot(highest - 10, 300));
    QCOMPARE(toMs(both.start), lowest);
    QCOMPARE(both.length.count(), highest);
}

void TestNumbers::countersStandStillAtTheTop()
{
    Tally full;
    full.offered = full.answered = full.answered_within_target = full.abandoned = full.abandoned_within_target = most;
    full.resolved = full.fcr = full.answered_by_community = full.abandoned_short = most;
    full.line = {most, most, most, most, most, most, most};
    QCOMPARE(sum(full, full), full);
    QCOMPARE(sum(full, workedExample()), full);
    Mentions voices{most, most, most, most};
    voices.add({1, 1, 1, 1});
    QCOMPARE(voices, (Mentions{most, most, most, most}));
}

void TestNumbers::netSentiment()
{
    QCOMPARE(Mentions{}.netSentiment(), std::nullopt);
    QCOMPARE((Mentions{10, 1, 6, 0}).netSentiment(), -0.5);
    QCOMPARE((Mentions{10, 4, 4, 0}).netSentiment(), 0.0);
    QCOMPARE((Mentions{10, 10, 0, 0}).netSentiment(), 1.0);
    QCOMPARE((Mentions{10, 0, 900, 0}).netSentiment(), -1.0);  // contradicts itself: bounded
    Mentions all{1, 1, 0, 5};
    all.add({3, 0, 2, 7});
    QCOMPARE(all, (Mentions{4, 1, 2, 12}));
}

void TestNumbers::laddersSum()
{
    Ladder all{1, 2, 3, 4};
    all.add({10, 20, 30, 40});
    QCOMPARE(all, (Ladder{11, 22, 33, 44}));
}

QTEST_GUILESS_MAIN(TestNumbers)
#include "tst_numbers.moc"
