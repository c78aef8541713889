#include "core/forecast/gamma.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace carewall::core {

namespace {

constexpr double large_shape = 5000;
constexpr double smallest_shape = 1e-8;
constexpr double precision = 1e-15;
constexpr int most_terms = 2000;  // some sqrt(large_shape) are needed

/// x^a e^-x / Gamma(a), by which both series are scaled.
double front(double a, double x)
{
    return std::exp((a * std::log(x)) - x - std::lgamma(a));
}

double series(double a, double x)
{
    double term = 1 / a;
    double sum = term;
    for (int n = 1; n < most_terms && term > sum * precision; ++n) {
        term *= x / (a + n);
        sum += term;
    }
    return sum * front(a, x);
}

double fraction(double a, double x)
{
    constexpr double tiny = std::numeric_limits<double>::min() / precision;
    double b = x + 1 - a;
    double c = 1 / tiny;
    double d = 1 / b;
    double value = d;
    for (int n = 1; n < most_terms; ++n) {
        const double coefficient = -n * (n - a);
        b += 2;
        d = (coefficient * d) + b;
        c = b + (coefficient / c);
        if (std::abs(d) < tiny) d = tiny;
        if (std::abs(c) < tiny) c = tiny;
        d = 1 / d;
        const double step = d * c;
        value *= step;
        if (std::abs(step - 1) < precision) break;
    }
    return value * front(a, x);
}

/// The chance that a standard normal is more.
double normalAbove(double z)
{
    return std::erfc(z / std::sqrt(2.0)) / 2;
}

double cubeRootScore(double a, double x)
{
    const double spread = 1 / (9 * a);
    return (std::cbrt(x / a) - (1 - spread)) / std::sqrt(spread);
}

}  // namespace

double gammaQ(double a, double x)
{
    if (std::isnan(x) || x <= 0) return 1;
    a = std::isnan(a) ? smallest_shape : std::max(a, smallest_shape);
    if (std::isinf(a)) return std::isinf(x) ? 0 : 1;
    if (std::isinf(x)) return 0;
    if (a > large_shape) return normalAbove(cubeRootScore(a, x));
    return std::clamp(x < a + 1 ? 1 - series(a, x) : fraction(a, x), 0.0, 1.0);
}

double gammaP(double a, double x)
{
    if (std::isnan(x) || x <= 0) return 0;
    a = std::isnan(a) ? smallest_shape : std::max(a, smallest_shape);
    if (a > large_shape || std::isinf(x)) return 1 - gammaQ(a, x);
    return std::clamp(x < a + 1 ? series(a, x) : 1 - fraction(a, x), 0.0, 1.0);
}

double gammaQuantile(double a, double p)
{
    constexpr double edge = 1e-12;
    p = std::isnan(p) ? edge : std::clamp(p, edge, 1 - edge);
    a = std::isnan(a) ? smallest_shape : std::clamp(a, smallest_shape, 1e12);
    double low = 0;
    double high = a + 1;
    while (gammaP(a, high) < p)
        high *= 2;
    while (high - low > 1e-9 * high && high > std::numeric_limits<double>::min()) {
        const double middle = low + ((high - low) / 2);
        (gammaP(a, middle) < p ? low : high) = middle;
    }
    return low + ((high - low) / 2);
}

}  // namespace carewall::core
