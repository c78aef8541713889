// Goal: percentiles on the wall are within 1.09 % of the exact ones, however the values were split, sent and merged.
// Method: exact nearest-rank quantiles of seeded data, an independent count of every bucket, and algebraic properties.
#include "core/limits.h"
#include "core/properties.h"
#include "core/sketch.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <random>
#include <sstream>

namespace carewall::core {

static std::string show(const Sketch& sketch)
{
    std::ostringstream out;
    out << "scale " << sketch.scale() << ", n " << sketch.count() << ", zeros " << sketch.zeroCount() << ", offset "
        << sketch.offset() << ":";
    for (const std::uint64_t count : sketch.counts())
        out << ' ' << count;
    return out.str();
}

static void showValue(const Sketch& sketch, std::ostream& out)
{
    out << show(sketch);
}

static char* toString(const Sketch& sketch)
{
    return qstrdup(show(sketch).c_str());
}

}  // namespace carewall::core

using carewall::core::Sketch;
namespace limits = carewall::core::limits;

namespace {

constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();

using Values = std::vector<double>;

Sketch sketchOf(const Values& values)
{
    Sketch sketch;
    for (const double value : values)
        sketch.add(value);
    return sketch;
}

Sketch merged(Sketch a, const Sketch& b)
{
    a.merge(b);
    return a;
}

Sketch downscaled(Sketch sketch, int scale)
{
    sketch.downscale(scale);
    return sketch;
}

double exactQuantile(const Values& sorted, double q)
{
    const double rank = std::ceil(q * static_cast<double>(sorted.size()));
    return sorted[static_cast<std::size_t>(std::max(rank, 1.0)) - 1];
}

/// Ages of every order that a floor and its worst clocks can send: bounds, zeros, nonsense and the ends of double.
rc::Gen<double> anyValue()
{
    const auto logUniform = rc::gen::map(
        rc::gen::inRange(-20'000, 20'000), [](int milli_octaves) { return std::exp2(milli_octaves / 1000.0); });
    const auto onBound = rc::gen::map(rc::gen::inRange(-12, 24), [](int octave) { return std::ldexp(1.0, octave); });
    const auto odd = rc::gen::element(0.0, -0.0, -3.0, 0.001, 0.0010000001, std::numeric_limits<double>::quiet_NaN(),
                                      std::numeric_limits<double>::infinity(), std::numeric_limits<double>::max(),
                                      std::numeric_limits<double>::min(), 1e100);
    return rc::gen::weightedOneOf<double>({{12, logUniform}, {3, onBound}, {1, odd}});
}

Values anyValues()
{
    return *rc::gen::container<Values>(anyValue());
}

/// Ages as they are on a floor: a tenth of a second to a month. Wide enough to make the sketch downscale at times.
/// In steps of 1/777 octave: on a bound only where the bound is a power of two, hence exact.
Values floorValues()
{
    const auto age = rc::gen::map(rc::gen::inRange(-2'600, 16'600), [](int steps) { return std::exp2(steps / 777.0); });
    return *rc::gen::nonEmpty(rc::gen::container<Values>(age));
}

}  // namespace

class TestSketch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { carewall::tests::seedProperties(); }

    void errorIsBounded_data();
    void errorIsBounded();
    void errorIsBoundedWhenDownscaled();
    void bucketsHoldTheirValues();
    void powersOfTheBaseFallBelow();
    void mergeIsTheSketchOfTheUnion();
    void mergeCommutesAndAssociates();
    void mergeWithItselfDoubles();
    void subtractUndoesMerge();
    void subtractNeverGoesBelowZero();
    void downscaleIsExact();
    void downscaleCommutesWithMerge();
    void addTimesIsAddRepeated();
    void tooManyBucketsDownscale();
    void partsRoundTrip();
    void partsThatMakeNoSketch_data();
    void partsThatMakeNoSketch();
    void partsAreTrimmed();
    void extremeValues();
    void everyScaleHasFiniteQuantiles();
    void countsStandStillAtTheTop();
    void quantileIsNearestRank();
    void quantileOfNothing();
    void countAtMostGoesByTheMiddle();
    void samplesForBound();
};

void TestSketch::errorIsBounded_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("n");
    for (const char* kind : {"lognormal", "uniform", "bimodal", "constant"})
        for (const int n : {1, 2, 10, 59, 1000, 20'000})
            QTest::addRow("%s, n = %d", kind, n) << QString(kind) << n;
}

void TestSketch::errorIsBounded()
{
    QFETCH(QString, kind);
    QFETCH(int, n);
    const unsigned seed = 7001U + static_cast<unsigned>(n);
    std::mt19937_64 random(seed);
    std::lognormal_distribution<double> lognormal(std::log(120.0), 1.2);
    std::uniform_real_distribution<double> uniform(1.0, 900.0);
    std::normal_distribution<double> quick(20.0, 3.0);
    std::normal_distribution<double> slow(7200.0, 600.0);
    const std::function<double()> draw = [&]() -> double {
        if (kind == "lognormal") return lognormal(random);
        if (kind == "uniform") return uniform(random);
        if (kind == "bimodal") return std::max(1.0, random() % 3 == 0 ? slow(random) : quick(random));
        return 42.0;
    };

    Values values(static_cast<std::size_t>(n));
    std::generate(values.begin(), values.end(), draw);
    const Sketch sketch = sketchOf(values);
    std::sort(values.begin(), values.end());
    QCOMPARE(sketch.scale(), Sketch::max_scale);
    QCOMPARE(sketch.count(), static_cast<std::uint64_t>(n));
    for (const double q : {0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999}) {
        const double exact = exactQuantile(values, q);
        const double error = std::abs(sketch.quantile(q).value() - exact) / exact;
        QVERIFY2(error <= 0.0109, qPrintable(QString("q %1: %2 for %3, off by %4 (seed %5)")
                                                 .arg(q)
                                                 .arg(*sketch.quantile(q))
                                                 .arg(exact)
                                                 .arg(error)
                                                 .arg(seed)));
    }
}

void TestSketch::errorIsBoundedWhenDownscaled()
{
    QVERIFY(rc::check(
        "a quantile is within relativeError() of the exact one at any scale",
        [] {
            Values values = floorValues();
            const Sketch sketch = downscaled(sketchOf(values), *rc::gen::inRange(-2, Sketch::max_scale + 1));
            const double q = *rc::gen::inRange(0, 1001) / 1000.0;
            std::sort(values.begin(), values.end());
            const double exact = exactQuantile(values, q);
            const double error = std::abs(sketch.quantile(q).value() - exact) / exact;
            RC_LOG() << "exact " << exact << ", estimate " << *sketch.quantile(q) << "\n";
            RC_ASSERT(error <= sketch.relativeError() * (1 + 1e-9));
        }));
}

void TestSketch::bucketsHoldTheirValues()
{
    QVERIFY(rc::check(
        "each bucket counts the values in (base^i, base^(i+1)]",
        [] {
            const Values values = floorValues();
            const Sketch sketch = downscaled(sketchOf(values), *rc::gen::inRange(-3, Sketch::max_scale + 1));
            const long double octaves = std::exp2(static_cast<long double>(-sketch.scale()));
            std::uint64_t seen = sketch.zeroCount();
            for (std::size_t j = 0; j < sketch.counts().size(); ++j) {
                const long double index = static_cast<long double>(sketch.offset()) + static_cast<long double>(j);
                const long double lower = std::exp2(index * octaves);
                const long double upper = std::exp2((index + 1) * octaves);
                const auto within = [&](double value) { return value > lower && value <= upper; };
                const auto expected = static_cast<std::uint64_t>(std::count_if(values.begin(), values.end(), within));
                RC_ASSERT(sketch.counts()[j] == expected);
                seen += sketch.counts()[j];
            }
            RC_ASSERT(seen == values.size());
            RC_ASSERT(sketch.count() == values.size());
        }));
}

void TestSketch::powersOfTheBaseFallBelow()
{
    for (int octave = -9; octave <= 1023; ++octave) {
        const double bound = std::ldexp(1.0, octave);
        for (const int scale : {5, 4, 1, 0}) {
            const Sketch on = downscaled(sketchOf({bound}), scale);
            const Sketch above = downscaled(sketchOf({std::nextafter(bound, HUGE_VAL)}), scale);
            QCOMPARE(on.offset(), octave * (1 << scale) - 1);
            QCOMPARE(above.offset(), octave * (1 << scale));
        }
    }
    QCOMPARE(downscaled(sketchOf({4.0}), -1).offset(), 0);     // (1, 4]
    QCOMPARE(downscaled(sketchOf({4.0001}), -1).offset(), 1);  // (4, 16]
    QCOMPARE(downscaled(sketchOf({0.25}), -1).offset(), -2);   // (1/16, 1/4]
    QCOMPARE(downscaled(sketchOf({1.0}), -10).offset(), -1);
}

void TestSketch::mergeIsTheSketchOfTheUnion()
{
    QVERIFY(rc::check(
        "merge(sketch(a), sketch(b)) == sketch(a and b)",
        [] {
            const Values a = anyValues();
            const Values b = anyValues();
            Values both = a;
            both.insert(both.end(), b.begin(), b.end());
            RC_ASSERT(merged(sketchOf(a), sketchOf(b)) == sketchOf(both));
        }));
}

void TestSketch::mergeCommutesAndAssociates()
{
    QVERIFY(rc::check(
        "a + b == b + a and (a + b) + c == a + (b + c), whatever their scales",
        [] {
            const auto anySketch = [] { return downscaled(sketchOf(anyValues()), *rc::gen::inRange(-10, 6)); };
            const Sketch a = anySketch();
            const Sketch b = anySketch();
            const Sketch c = anySketch();
            RC_ASSERT(merged(a, b) == merged(b, a));
            RC_ASSERT(merged(merged(a, b), c) == merged(a, merged(b, c)));
            RC_ASSERT(merged(a, Sketch{}) == a);
        }));
}

void TestSketch::mergeWithItselfDoubles()
{
    Sketch sketch = sketchOf({0, 0.5, 1, 7, 7, 3e6});
    const Sketch copy = sketch;
    sketch.merge(sketch);
    QCOMPARE(sketch, merged(copy, copy));
    QCOMPARE(sketch.count(), std::uint64_t{12});
}

void TestSketch::subtractUndoesMerge()
{
    QVERIFY(rc::check(
        "(a + b) - b == a at the scale of a + b",
        [] {
            const Sketch a = sketchOf(anyValues());
            const Sketch b = downscaled(sketchOf(anyValues()), *rc::gen::inRange(0, 6));
            Sketch difference = merged(a, b);
            const int scale = difference.scale();
            difference.subtract(b);
            RC_ASSERT(difference == downscaled(a, scale));
            difference.subtract(a);
            RC_ASSERT(difference == Sketch{});
        }));
}

void TestSketch::subtractNeverGoesBelowZero()
{
    QVERIFY(rc::check("a bucket never goes below 0 and the count stays the sum", [] {
        Sketch a = sketchOf(anyValues());
        a.subtract(sketchOf(anyValues()));
        std::uint64_t sum = a.zeroCount();
        for (const std::uint64_t count : a.counts())
            sum += count;
        RC_ASSERT(a.count() == sum);
        const bool trimmed = a.counts().empty() || (a.counts().front() != 0 && a.counts().back() != 0);
        RC_ASSERT(trimmed);
    }));
    Sketch few = sketchOf({1, 1, 10});
    few.subtract(sketchOf({1, 1, 1, 0, 500}));
    QCOMPARE(few, sketchOf({10}));
}

void TestSketch::downscaleIsExact()
{
    QVERIFY(rc::check("in one step or many, a coarser bucket is the sum of its finer ones", [] {
        const Sketch fine = sketchOf(anyValues());
        const int target = *rc::gen::inRange(Sketch::min_scale, Sketch::max_scale + 1);
        Sketch stepwise = fine;
        for (int scale = Sketch::max_scale; scale >= target; --scale)
            stepwise.downscale(scale);
        const Sketch coarse = downscaled(fine, target);
        RC_ASSERT(coarse == stepwise);
        RC_ASSERT(coarse.count() == fine.count());
        RC_ASSERT(coarse.zeroCount() == fine.zeroCount());
        if (!coarse.counts().empty()) RC_ASSERT(coarse.scale() == std::min(target, fine.scale()));
    }));
    QCOMPARE(downscaled(sketchOf({5}), 9), sketchOf({5}));
    QCOMPARE(downscaled(sketchOf({5}), -99).scale(), Sketch::min_scale);
}

void TestSketch::downscaleCommutesWithMerge()
{
    QVERIFY(rc::check(
        "downscale(a + b) == downscale(a) + downscale(b)",
        [] {
            const Sketch a = sketchOf(anyValues());
            const Sketch b = sketchOf(anyValues());
            const int scale = *rc::gen::inRange(Sketch::min_scale, Sketch::max_scale + 1);
            RC_ASSERT(downscaled(merged(a, b), scale) == merged(downscaled(a, scale), downscaled(b, scale)));
        }));
}

void TestSketch::addTimesIsAddRepeated()
{
    QVERIFY(rc::check(
        "add(v, n) == n times add(v)",
        [] {
            const double value = *anyValue();
            const int times = *rc::gen::inRange(0, 20);
            Sketch once = sketchOf({3});
            Sketch repeated = once;
            once.add(value, static_cast<std::uint64_t>(times));
            for (int i = 0; i < times; ++i)
                repeated.add(value);
            RC_ASSERT(once == repeated);
        }));
}

void TestSketch::tooManyBucketsDownscale()
{
    Sketch sketch = sketchOf({1.0});  // bucket -1
    sketch.add(std::exp2(20.0 - 1.5 / 32));
    QCOMPARE(sketch.scale(), 5);
    QCOMPARE(sketch.counts().size(), limits::sketch_buckets);
    sketch.add(std::exp2(20.0 - 0.5 / 32));  // the 641st
    QCOMPARE(sketch.scale(), 4);
    QCOMPARE(sketch.counts().size(), std::size_t{321});
    QCOMPARE(sketch.count(), std::uint64_t{3});
    QCOMPARE(merged(sketchOf({1.0}), sketchOf({std::exp2(20.0 - 0.5 / 32)})).scale(), 4);
}

void TestSketch::partsRoundTrip()
{
    QVERIFY(rc::check(
        "fromParts of a sketch's parts is that sketch",
        [] {
            const Sketch sketch = downscaled(sketchOf(anyValues()), *rc::gen::inRange(-10, 6));
            const auto read = Sketch::fromParts(sketch.scale(), sketch.zeroCount(), sketch.offset(), sketch.counts());
            RC_ASSERT(read.has_value());
            RC_ASSERT(*read == sketch);
        }));
}

void TestSketch::partsThatMakeNoSketch_data()
{
    using Counts = std::vector<std::uint64_t>;
    QTest::addColumn<int>("scale");
    QTest::addColumn<int>("offset");
    QTest::addColumn<Counts>("counts");
    QTest::addColumn<bool>("makes");
    const Counts one{1};
    const int highest = std::numeric_limits<int>::max();
    const int lowest = std::numeric_limits<int>::min();
    QTest::newRow("nothing") << 5 << 0 << Counts{} << true;
    QTest::newRow("nothing anywhere") << 5 << highest << Counts{} << true;
    QTest::newRow("scale 6") << 6 << 0 << one << false;
    QTest::newRow("scale -11") << -11 << 0 << one << false;
    QTest::newRow("scale 6 of nothing") << 6 << 0 << Counts{} << false;
    QTest::newRow("640 buckets") << 5 << 0 << Counts(640, 1) << true;
    QTest::newRow("641 buckets") << 5 << 0 << Counts(641, 1) << false;
    QTest::newRow("the largest double") << 5 << 1024 * 32 - 1 << one << true;
    QTest::newRow("beyond the largest double") << 5 << 1024 * 32 << one << false;
    QTest::newRow("reaches beyond it") << 5 << 1024 * 32 - 1 << Counts{1, 1} << false;
    QTest::newRow("the smallest double") << 5 << -1074 * 32 << one << true;
    QTest::newRow("below the smallest double") << 5 << -1074 * 32 - 1 << one << false;
    QTest::newRow("offset at the top") << 0 << highest << Counts{1, 1} << false;
    QTest::newRow("offset at the bottom") << -10 << lowest << one << false;
    QTest::newRow("coarsest") << -10 << -2 << Counts{1, 1, 1} << true;
    QTest::newRow("coarsest, beyond") << -10 << 1 << one << false;
}

void TestSketch::partsThatMakeNoSketch()
{
    QFETCH(int, scale);
    QFETCH(int, offset);
    QFETCH(std::vector<std::uint64_t>, counts);
    QFETCH(bool, makes);
    QCOMPARE(Sketch::fromParts(scale, 3, offset, counts).has_value(), makes);
}

void TestSketch::partsAreTrimmed()
{
    const auto sketch = Sketch::fromParts(3, 2, -4, {0, 0, 5, 0, 6, 0});
    QVERIFY(sketch.has_value());
    QCOMPARE(sketch->offset(), -2);
    QCOMPARE(sketch->counts(), (std::vector<std::uint64_t>{5, 0, 6}));
    QCOMPARE(sketch->count(), std::uint64_t{13});
    const auto zeros = Sketch::fromParts(-3, 2, 1, {0, 0});
    QVERIFY(zeros.has_value());
    QCOMPARE(*zeros, sketchOf({0, 0}));
}

void TestSketch::extremeValues()
{
    constexpr double largest = std::numeric_limits<double>::max();
    for (const double zero : {0.0, -0.0, -1e300, 0.001, 5e-324, std::nan(""), -HUGE_VAL}) {
        const Sketch sketch = sketchOf({zero});
        QCOMPARE(sketch.zeroCount(), std::uint64_t{1});
        QCOMPARE(sketch.quantile(0.5).value(), 0.0);
    }
    QCOMPARE(sketchOf({HUGE_VAL}), sketchOf({largest}));
    const double top = sketchOf({largest}).quantile(1).value();
    QVERIFY(std::isfinite(top));
    QVERIFY(std::abs(top / largest - 1) <= 0.0109);

    const Sketch everything = sketchOf({0.0011, 1.0, largest});
    QCOMPARE(everything.count(), std::uint64_t{3});
    QVERIFY(everything.counts().size() <= limits::sketch_buckets);
    QVERIFY(std::isfinite(everything.quantile(1).value()));
}

void TestSketch::everyScaleHasFiniteQuantiles()
{
    for (int scale = Sketch::min_scale; scale <= Sketch::max_scale; ++scale) {
        for (const double value : {0.002, 1.0, 1.5, 1e6, std::numeric_limits<double>::max()}) {
            const Sketch sketch = downscaled(sketchOf({value}), scale);
            const double estimate = sketch.quantile(0.5).value();
            QVERIFY2(std::isfinite(estimate) && estimate >= 0, qPrintable(QString("%1 at %2").arg(value).arg(scale)));
            QVERIFY(sketch.relativeError() > 0 && sketch.relativeError() <= 1);
        }
        const int lowest = (-1074 * 32) >> (5 - scale);
        QVERIFY(std::isfinite(Sketch::fromParts(scale, 0, lowest, {1})->quantile(0.5).value()));
    }
    QVERIFY(std::abs(Sketch{}.relativeError() - 0.01083) < 0.00001);
}

void TestSketch::countsStandStillAtTheTop()
{
    Sketch sketch;
    sketch.add(10, most - 1);
    sketch.add(10, 5);
    sketch.add(20, 7);
    sketch.add(0, 9);
    QCOMPARE(sketch.count(), most);
    QCOMPARE(sketch.zeroCount(), std::uint64_t{9});
    QCOMPARE(sketch.quantile(0.5), sketchOf({10}).quantile(0.5));

    Sketch doubled = merged(sketch, sketch);
    QCOMPARE(doubled.count(), most);
    doubled.downscale(-5);
    QCOMPARE(doubled.count(), most);
    QCOMPARE(doubled.counts(), std::vector<std::uint64_t>{most});
    QCOMPARE(doubled.countAtMost(1e9), most);
    QCOMPARE(Sketch::fromParts(5, most, 0, {most, most})->count(), most);
    QCOMPARE(Sketch::fromParts(5, most, 0, {most, most})->quantile(1).value(), 0.0);
}

void TestSketch::quantileIsNearestRank()
{
    const Sketch sketch = sketchOf({0, 0, 1, 10, 100, 1000, 1e4, 1e5, 1e5, 1e5});
    const auto about = [&](double q, double value) {
        return std::abs(sketch.quantile(q).value() - value) <= value * 0.0109;
    };
    QVERIFY(about(0, 0) && about(0.2, 0) && about(-1, 0) && about(std::nan(""), 0));
    QVERIFY(about(0.21, 1) && about(0.3, 1) && about(0.31, 10) && about(0.5, 100) && about(0.51, 1000));
    QVERIFY(about(0.7, 1e4) && about(0.71, 1e5) && about(1, 1e5) && about(2, 1e5));
}

void TestSketch::quantileOfNothing()
{
    QCOMPARE(Sketch{}.quantile(0.5), std::nullopt);
    QVERIFY(Sketch{}.empty());
    Sketch none;
    none.add(5, 0);
    QCOMPARE(none, Sketch{});
}

void TestSketch::countAtMostGoesByTheMiddle()
{
    const Sketch sketch = sketchOf({0, 1, 10, 100});
    const double ten = sketchOf({10}).quantile(0.5).value();
    QCOMPARE(sketch.countAtMost(-1), std::uint64_t{0});
    QCOMPARE(sketch.countAtMost(std::nan("")), std::uint64_t{0});
    QCOMPARE(sketch.countAtMost(0), std::uint64_t{1});
    QCOMPARE(sketch.countAtMost(0.5), std::uint64_t{1});
    QCOMPARE(sketch.countAtMost(std::nextafter(ten, 0)), std::uint64_t{2});
    QCOMPARE(sketch.countAtMost(ten), std::uint64_t{3});
    QCOMPARE(sketch.countAtMost(HUGE_VAL), std::uint64_t{4});
    QVERIFY(rc::check("at least the rank's share is at most the quantile", [] {
        const Sketch any = sketchOf(anyValues());
        RC_PRE(!any.empty());
        const double q = *rc::gen::inRange(0, 1001) / 1000.0;
        const double rank = std::ceil(q * static_cast<double>(any.count()));
        RC_ASSERT(static_cast<double>(any.countAtMost(*any.quantile(q))) >= rank);
    }));
}

void TestSketch::samplesForBound()
{
    QCOMPARE(carewall::core::samplesForBound(0.5), std::uint64_t{5});
    QCOMPARE(carewall::core::samplesForBound(0.9), std::uint64_t{29});
    QCOMPARE(carewall::core::samplesForBound(0.95), std::uint64_t{59});
}

QTEST_GUILESS_MAIN(TestSketch)
#include "tst_sketch.moc"
