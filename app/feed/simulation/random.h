#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace carewall::feed {

/// Random numbers that a seed decides: xoshiro256++ (Blackman, Vigna, 2021) seeded by splitmix64. The distributions are
/// our own, by inverse or Box-Muller, because those of std differ between libraries.
/// Value type; a copy goes on with the same numbers.
class Random {
public:
    explicit Random(std::uint64_t seed);

    /// 64 of them, all alike.
    std::uint64_t bits();
    /// In the open interval (0, 1), 53 bits.
    double uniform();
    /// In (low, high).
    double uniform(double low, double high);
    /// In [0, n); n > 0.
    std::size_t below(std::size_t n);
    /// True with this probability.
    bool chance(double probability);
    /// mean > 0.
    double exponential(double mean);
    /// Mean 0, variance 1.
    double normal();
    /// exp(N(ln median, sigma^2)): the mean is median * exp(sigma^2 / 2).
    double logNormal(double median, double sigma);
    /// shape 1 is exponential(scale); above 1 few give up at once.
    double weibull(double scale, double shape);
    /// Heavy tail from `least` up: P(X > x) = (least / x)^alpha.
    double pareto(double least, double alpha);
    /// An index, each as likely as its weight; weights >= 0 with a sum > 0.
    std::size_t pick(std::span<const double> weights);

private:
    std::array<std::uint64_t, 4> m_state{};
};

}  // namespace carewall::feed
