// Goal: random numbers are the same everywhere, and distributed as they say.
// Method: compare with published generators, then moments and shares of 200,000 draws within five standard errors.

#include "feed/simulated.h"
#include "feed/simulation/random.h"

#include <QtTest>

#include <array>
#include <cmath>

using namespace carewall;
using namespace carewall::feed;

class TestRandom : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void randomNumbersAreTheKnownOnes();
    void distributionsHaveTheirMoments();
};

void TestRandom::randomNumbersAreTheKnownOnes()
{
    // From an independent implementation checked against the authors' published values.
    Random random(42);
    QCOMPARE(random.bits(), 15021278609987233951U);
    QCOMPARE(random.bits(), 5881210131331364753U);
    QCOMPARE(random.bits(), 18149643915985481100U);
}

void TestRandom::distributionsHaveTheirMoments()
{
    constexpr int n = 200'000;
    Random random(3);
    double exponential = 0;
    double normal = 0;
    double square = 0;
    int below_median = 0;
    int before_scale = 0;
    int above_double = 0;
    std::array<int, 3> picked{};
    const std::array<double, 3> weights = {1, 0, 3};
    for (int i = 0; i < n; ++i) {
        exponential += random.exponential(7) / n;
        const double z = random.normal();
        normal += z / n;
        square += z * z / n;
        below_median += random.logNormal(20, 0.7) < 20 ? 1 : 0;
        before_scale += random.weibull(30, 1.4) < 30 ? 1 : 0;
        above_double += random.pareto(5, 1) > 10 ? 1 : 0;
        ++picked.at(random.pick(weights));
        const double u = random.uniform();
        QVERIFY(u > 0 && u < 1);
    }
    // Five standard errors each.
    IN_BAND("exponential mean", exponential, 7 - 5 * 7 / std::sqrt(n), 7 + 5 * 7 / std::sqrt(n));
    IN_BAND("normal mean", normal, -5 / std::sqrt(n), 5 / std::sqrt(n));
    IN_BAND("normal variance", square, 1 - 5 * std::sqrt(2.0 / n), 1 + 5 * std::sqrt(2.0 / n));
    const double half = 2.5 / std::sqrt(n);
    IN_BAND("log-normal below its median", 1.0 * below_median / n, 0.5 - half, 0.5 + half);
    IN_BAND("Weibull before its scale", 1.0 * before_scale / n, 1 - std::exp(-1) - half, 1 - std::exp(-1) + half);
    IN_BAND("Pareto above twice its least", 1.0 * above_double / n, 0.5 - half, 0.5 + half);
    QCOMPARE(picked[1], 0);
    IN_BAND("picked", 1.0 * picked[2] / n, 0.75 - half, 0.75 + half);
}

QTEST_GUILESS_MAIN(TestRandom)
#include "tst_random.moc"
