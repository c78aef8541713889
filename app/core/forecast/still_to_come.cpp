#include "core/forecast/still_to_come.h"

#include <algorithm>
#include <cmath>

namespace carewall::core {

namespace {

constexpr double first_step = 60;
constexpr double later_step = 240;
constexpr std::size_t most_free = 128;
constexpr double least_waiting = 16;
constexpr double most_waiting = 512;

/// Equal steps that fill a span.
struct Steps {
    int count = 0;
    double length = 0;
    Steps(double span, double longest)
    {
        if (span <= 0) return;
        count = static_cast<int>(std::ceil(span / longest));
        length = span / count;
    }
};

}  // namespace

StillToCome::StillToCome(const Motion& motion, std::uint64_t waiting, double target_s)
    : m_motions{motion, motion}, m_target_s(target_s), m_free(std::min<std::size_t>(motion.agents, most_free))
{
    // From there nobody comes back below the target time within the horizon: higher states are as that one.
    const double patience = std::min(2 * motion.leaving * target_s, 20.0);
    const double hopeless =
        motion.leaving > 0 ? motion.service * std::expm1(patience) / motion.leaving : motion.service * 2 * target_s;
    const double highest = std::clamp(hopeless + (motion.service * half_an_hour), least_waiting, most_waiting);
    const double drift = std::max(motion.arriving - motion.service, 0.0) * half_an_hour;
    const double spread = std::sqrt((motion.arriving + motion.service) * half_an_hour);
    m_start = static_cast<std::size_t>(std::min(static_cast<double>(waiting), highest));
    const double top =
        std::min(static_cast<double>(m_start) + std::max(drift + (2.5 * spread), least_waiting), highest);
    m_states = m_free + std::max(static_cast<std::size_t>(top), m_start) + 2;
    const double deviation = std::sqrt(std::log1p(motion.doubt));
    m_motions[0].service *= std::exp(-deviation);
    m_motions[1].service *= std::exp(deviation);
    for (Motion& each : m_motions)
        each.doubt = 0;  // the nodes stand for it
}

StillToCome::Expected StillToCome::expected()
{
    Expected sums;
    const double span = half_an_hour - m_target_s;
    if (span <= 0) return sums;
    fillStart();
    spreadStart();
    const Steps first(ten_minutes - m_target_s, first_step);
    const Steps later(span - std::max(ten_minutes - m_target_s, 0.0), later_step);
    const auto came = [&](double step) {
        const Lanes sum = weighed();
        return m_motions[0].arriving * step * (sum[0] + sum[1]) / nodes;
    };
    fillWeights(first.count > 0 ? first.length : later.length);
    if (first.count > 0) fillMatrix(first.length);
    for (int i = 0; i < first.count; ++i) {
        advance();
        sums.within_10 += came(first.length);
        takeHarmed(sums.any_10);
    }
    sums.within_30 = sums.within_10;
    fillMatrix(later.length);
    for (int i = 0; i < later.count; ++i) {
        advance();
        sums.within_30 += came(later.length);
    }
    sums.any_10 = std::clamp(sums.any_10, 0.0, 1.0);
    return sums;
}

void StillToCome::fillStart()
{
    m_chances.assign(m_states, {});
    const auto start = [&](std::size_t state) {
        for (std::size_t node = 0; node < nodes; ++node)
            m_chances[state][node] = 1;
    };
    const Motion& motion = m_motions[0];
    if (motion.free_agents.value_or(0) > 0) {
        start(m_free - std::min<std::size_t>(*motion.free_agents, m_free));
    } else if (m_start > 0 || motion.free_agents) {
        start(m_free + m_start);
    } else {
        // Nobody waits and nobody counts agents: as many are busy as usual then.
        for (std::size_t node = 0; node < nodes; ++node) {
            const double agent = m_motions[node].service / motion.agents;
            double sum = 0;
            double chance = 1;
            for (std::size_t s = m_free + 1; s-- > 0;) {
                sum += m_chances[s][node] = chance;
                const double busy = static_cast<double>(motion.agents) - static_cast<double>(m_free - s);
                chance *= std::min(busy * agent / std::max(motion.arriving, 1e-12), 1e12);
                if (sum > 1e100) break;
            }
            for (Lanes& each : m_chances)
                each[node] /= sum;
        }
    }
}

/// What the waiting will take is not certain yet: the start for `any`, spread as their work is.
void StillToCome::spreadStart()
{
    const bool spread = m_start > 0 && m_chances[m_free + m_start][0] > 0;
    const auto middle = static_cast<double>(m_free + m_start);
    const double sigma = std::sqrt(std::max(static_cast<double>(m_start), 1.0));
    double sum = 0;
    for (std::size_t s = 0; s < m_states; ++s) {
        const double z = (static_cast<double>(s) - middle) / sigma;
        double chance = m_chances[s][0];
        if (spread) chance = s >= m_free && std::abs(z) < 8 ? std::exp(-z * z / 2) : 0;
        sum += chance;
        m_chances[s][nodes] = chance;
        m_chances[s][nodes + 1] = spread ? chance : m_chances[s][1];
    }
    if (!spread) return;
    for (Lanes& each : m_chances) {
        each[nodes] /= sum;
        each[nodes + 1] /= sum;
    }
}

/// By state: the chance that who comes then still waits after the target time; and that somebody does within a step.
void StillToCome::fillWeights(double step)
{
    m_weights.assign(m_states, {});
    for (std::size_t node = 0; node < nodes; ++node) {
        const Motion& motion = m_motions[node];
        Waits waits(motion);
        const double stays = std::exp(-motion.leaving * m_target_s);
        const double harm = 1 - std::exp(-motion.arriving * stays * step);
        for (std::size_t s = m_free; s < m_states; ++s) {
            if (s > m_free) waits.next();
            const Wait wait = waits.wait();
            m_weights[s][node] = wait.about(m_target_s) * stays;
            // Whoever comes while the work in line is more than the target time breaches: the line's way is one way
            // for all, so its state is held against the threshold, and not each arrival against a chance of its own.
            m_weights[s][nodes + node] = harm * std::clamp(((wait.mean - m_target_s) / waits.step()) + 0.5, 0.0, 1.0);
        }
    }
}

/// The implicit step (I - step * G^T) p' = p as a tridiagonal system, its elimination done once.
void StillToCome::fillMatrix(double step)
{
    m_pivots.assign(m_states, {});
    m_carried.assign(m_states, {});
    m_factors.assign(m_states, {});
    for (std::size_t node = 0; node < nodes; ++node) {
        const Motion& motion = m_motions[node];
        const double all = motion.agents;
        const double agent = motion.service / all;
        const double up = motion.arriving * step;
        const auto down = [&](std::size_t s) {
            if (s == 0) return 0.0;
            const auto idle = static_cast<double>(m_free) - static_cast<double>(s);
            return step * (idle >= 0 ? agent * (all - idle) : motion.service - (idle * motion.leaving));
        };
        double below = 0;  // the factor of the state below
        for (std::size_t s = 0; s < m_states; ++s) {
            const bool last = s + 1 == m_states;
            const double pivot = 1 / (1 + (last ? 0 : up) + down(s) - (s > 0 ? up * below : 0));
            below = last ? 0 : down(s + 1) * pivot;
            for (const std::size_t lane : {node, nodes + node}) {
                m_pivots[s][lane] = pivot;
                m_carried[s][lane] = up * pivot;
                m_factors[s][lane] = below;
            }
        }
    }
}

void StillToCome::advance()
{
    for (std::size_t lane = 0; lane < lanes; ++lane)
        m_chances[0][lane] *= m_pivots[0][lane];
    for (std::size_t s = 1; s < m_states; ++s)
        for (std::size_t lane = 0; lane < lanes; ++lane)
            m_chances[s][lane] =
                (m_chances[s][lane] * m_pivots[s][lane]) + (m_carried[s][lane] * m_chances[s - 1][lane]);
    for (std::size_t s = m_states - 1; s > 0; --s)
        for (std::size_t lane = 0; lane < lanes; ++lane)
            m_chances[s - 1][lane] += m_factors[s - 1][lane] * m_chances[s][lane];
}

StillToCome::Lanes StillToCome::weighed() const
{
    Lanes sum{};
    for (std::size_t s = m_free; s < m_states; ++s)
        for (std::size_t lane = 0; lane < lanes; ++lane)
            sum[lane] += m_chances[s][lane] * m_weights[s][lane];
    return sum;
}

/// Those of whose ways one more breach is certain by now are counted and go.
void StillToCome::takeHarmed(double& any)
{
    for (std::size_t s = m_free; s < m_states; ++s) {
        for (std::size_t lane = nodes; lane < lanes; ++lane) {
            const double harmed = m_chances[s][lane] * m_weights[s][lane];
            any += harmed / nodes;
            m_chances[s][lane] -= harmed;
        }
    }
}

}  // namespace carewall::core
