#include "core/trend/trend_evidence.h"

#include <algorithm>
#include <cmath>

namespace carewall::core {
namespace {

constexpr double most = 1e200;
constexpr double batch_cut = 0.6;
constexpr double one_in_1e5 = 4.265;  // of the normal distribution

/// The quantile of Gamma(r, 1/r), by Wilson and Hilferty.
double largestFrailty(double shape)
{
    const double ninth = 1 / (9 * shape);
    const double root = 1 - ninth + one_in_1e5 * std::sqrt(ninth);
    return root * root * root;
}

}  // namespace

Tilts::Tilts(Scatter scatter)
    : m_shape{1 / std::clamp(scatter.frailty, 0.005, 1.0)}, m_bend{1 - 1 / largestFrailty(m_shape)}
{
    const double extra = std::clamp(scatter.batch, 1.0, 4.0) - 1;
    for (std::size_t j = 0; j < tilts; ++j) {
        const double rho = extra > 0 ? std::min(burst_times[j], 1 + batch_cut / extra) : burst_times[j];
        m_gain[j] = std::log(rho);
        m_cost[j] = extra > 1e-6 ? -std::log1p(-(rho - 1) * extra) / extra : rho - 1;
    }
}

double Tilts::logRatio(std::size_t tilt, double mentions, double usual) const
{
    const double pull = m_cost[tilt] * usual / m_shape;
    const double bent = std::min(pull, m_bend);
    const double past = (pull - bent) / (1 - m_bend);
    return mentions * m_gain[tilt] + m_shape * (std::log1p(-bent) - past);
}

void Evidence::add(WallTime from, double mentions, double usual, const Tilts& with)
{
    const WallTime hour = std::chrono::floor<std::chrono::hours>(from);
    Parts& p = m_parts;
    if (hour > p.hour) {
        p.carried = sums(with);
        p.hour = hour;
        p.mentions = 0;
        p.usual = 0;
        p.count = 0;
    }
    if (p.count == 0 || (p.count < beginnings && from - p.begun[p.count - 1].at >= spacing)) {
        p.begun[p.count] = {from, p.mentions, p.usual};
        ++p.count;
    }
    p.mentions += mentions;
    p.usual += usual;
}

std::array<double, tilts> Evidence::sums(const Tilts& with) const
{
    const Parts& p = m_parts;
    std::array<double, tilts> made{};
    for (std::size_t j = 0; j < made.size(); ++j) {
        if (p.carried[j] > 0)
            made[j] = std::exp(std::min(500.0, std::log(p.carried[j]) + with.logRatio(j, p.mentions, p.usual)));
        for (std::size_t k = 0; k < p.count; ++k) {
            const Beginning& begun = p.begun[k];
            const double ratio = with.logRatio(j, p.mentions - begun.mentions, p.usual - begun.usual);
            made[j] += std::exp(std::min(500.0, ratio));
        }
        made[j] = std::min(made[j], most);
    }
    return made;
}

Evidence Evidence::fromParts(const Parts& parts)
{
    Evidence evidence;
    evidence.m_parts = parts;
    return evidence;
}

double meanOf(const std::array<double, tilts>& sums)
{
    double sum = 0;
    for (const double one : sums)
        sum += one;
    return sum / static_cast<double>(sums.size());
}

}  // namespace carewall::core
