#include "feed/simulation/random.h"

#include "feed/conversation/hash.h"

#include <bit>
#include <cmath>
#include <numbers>
#include <numeric>

namespace carewall::feed {

Random::Random(std::uint64_t seed)
{
    for (std::uint64_t& word : m_state)
        word = splitmix(seed);
}

std::uint64_t Random::bits()
{
    auto& s = m_state;
    const std::uint64_t result = std::rotl(s[0] + s[3], 23) + s[0];
    const std::uint64_t shifted = s[1] << 17U;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = std::rotl(s[3], 45);
    return result;
}

double Random::uniform()
{
    return (static_cast<double>(bits() >> 11U) + 0.5) * 0x1p-53;
}

double Random::uniform(double low, double high)
{
    return low + (high - low) * uniform();
}

std::size_t Random::below(std::size_t n)
{
    return bits() % n;
}

bool Random::chance(double probability)
{
    return uniform() < probability;
}

double Random::exponential(double mean)
{
    return -mean * std::log(uniform());
}

double Random::normal()
{
    const double radius = std::sqrt(-2 * std::log(uniform()));
    return radius * std::cos(2 * std::numbers::pi * uniform());
}

double Random::logNormal(double median, double sigma)
{
    return median * std::exp(sigma * normal());
}

double Random::weibull(double scale, double shape)
{
    return scale * std::pow(-std::log(uniform()), 1 / shape);
}

double Random::pareto(double least, double alpha)
{
    return least * std::pow(uniform(), -1 / alpha);
}

std::size_t Random::pick(std::span<const double> weights)
{
    double left = uniform() * std::accumulate(weights.begin(), weights.end(), 0.0);
    std::size_t last = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] <= 0) continue;
        last = i;
        left -= weights[i];
        if (left < 0) break;
    }
    return last;
}

}  // namespace carewall::feed
