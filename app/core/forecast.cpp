#include "core/forecast.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace carewall::core {

namespace {

constexpr double ten_minutes = 600;
constexpr double half_an_hour = 1800;
/// Below so many weighted service starts nobody knows the pace.
constexpr double least_evidence = 5;
constexpr std::uint64_t least_pairs = 10;
/// Of the pairs of one answered and one waiting on, those in the wrong order. Chance makes it 0.5.
constexpr double most_passed_over = 0.2;

double inSeconds(Milliseconds time)
{
    return std::chrono::duration<double>(time).count();
}

/// How far the line may grow or fall within half an hour, as a process of births and deaths. State x > 0: x wait;
/// x <= 0: nobody waits and -x agents are free.
class Arrivals {
public:
    Arrivals(const Motion& motion, std::uint64_t waiting, double target_s)
        : m_motion(motion), m_target_s(target_s), m_counted(motion.staffed > 0)
    {
        const double spread =
            std::sqrt((motion.arriving + motion.service) * half_an_hour) + (motion.arriving * half_an_hour / 4);
        m_free = m_counted ? std::min<std::size_t>(motion.staffed, most_free) : 1;
        m_start = std::min<std::size_t>(waiting, most_waiting);
        const auto room = static_cast<std::size_t>(std::clamp(3 * spread, 16.0, static_cast<double>(most_waiting)));
        m_states = m_free + m_start + room + 1;
    }

    struct Expected {
        double within_10 = 0;
        double within_30 = 0;
        double any_10 = 0;
    };

    /// For the service rate scaled by `factor`.
    Expected expected(double factor)
    {
        Motion motion = m_motion;
        motion.service *= factor;
        motion.doubt = 0;  // the factors stand for it
        fillBreaching(motion);
        fillMatrix(motion);
        Expected sums;
        fillStart(motion);
        std::vector<double> unharmed = m_chance;
        for (double at = step / 2; at + m_target_s < half_an_hour; at += step) {
            advance(m_chance, m_factors, m_pivots, m_up);
            double breaching = 0;
            for (std::size_t s = 0; s < m_states; ++s)
                breaching += m_chance[s] * m_breaching[s];
            const double came = motion.arriving * step * breaching;
            sums.within_30 += came;
            if (at + m_target_s >= ten_minutes) continue;
            sums.within_10 += came;
            advance(unharmed, m_factors, m_pivots, m_up);
            for (std::size_t s = 0; s < m_states; ++s) {
                const double harm = 1 - std::exp(-motion.arriving * step * m_breaching[s]);
                sums.any_10 += unharmed[s] * harm;
                unharmed[s] *= 1 - harm;
            }
        }
        return sums;
    }

private:
    static constexpr double step = 30;
    static constexpr std::size_t most_free = 128;
    static constexpr std::size_t most_waiting = 512;

    Motion m_motion;
    double m_target_s;
    bool m_counted;
    std::size_t m_free = 0;
    std::size_t m_start = 0;
    std::size_t m_states = 0;
    std::vector<double> m_chance, m_breaching, m_up, m_factors, m_pivots;

    /// Chance that who comes in a state still waits after the target time.
    void fillBreaching(const Motion& motion)
    {
        m_breaching.assign(m_states, 0);
        Wait wait;
        const double stays = std::exp(-motion.leaving * m_target_s);
        for (std::size_t s = m_free; s < m_states; ++s) {
            const double one = 1 / (motion.service + (static_cast<double>(s - m_free) * motion.leaving));
            wait.mean += one;
            wait.variance += one * one;
            m_breaching[s] = wait.longerThan(m_target_s) * stays;
        }
    }

    /// The implicit step (I - step * G^T) p' = p as a tridiagonal system, its elimination done once.
    void fillMatrix(const Motion& motion)
    {
        std::vector<double> down(m_states);
        m_up.assign(m_states, motion.arriving * step);
        m_up.back() = 0;
        const double agent = motion.service / static_cast<double>(m_counted ? motion.staffed : 1);
        const double all = static_cast<double>(m_counted ? motion.staffed : 1);
        for (std::size_t s = 1; s < m_states; ++s) {
            const auto idle = static_cast<double>(m_free) - static_cast<double>(s);
            const double rate = idle >= 0 ? agent * (all - idle) : motion.service - (idle * motion.leaving);
            down[s] = rate * step;
        }
        m_pivots.assign(m_states, 0);
        m_factors.assign(m_states, 0);
        for (std::size_t s = 0; s < m_states; ++s) {
            double diagonal = 1 + m_up[s] + down[s];
            if (s > 0) diagonal -= m_up[s - 1] * m_factors[s - 1];
            m_pivots[s] = 1 / diagonal;
            m_factors[s] = s + 1 < m_states ? down[s + 1] * m_pivots[s] : 0;
        }
    }

    static void advance(std::vector<double>& chance, const std::vector<double>& factors,
                        const std::vector<double>& pivots, const std::vector<double>& up)
    {
        chance[0] *= pivots[0];
        for (std::size_t s = 1; s < chance.size(); ++s)
            chance[s] = (chance[s] + (up[s - 1] * chance[s - 1])) * pivots[s];
        for (std::size_t s = chance.size() - 1; s > 0; --s)
            chance[s - 1] += factors[s - 1] * chance[s];
    }

    void fillStart(const Motion& motion)
    {
        m_chance.assign(m_states, 0);
        const std::size_t free_now = std::min<std::size_t>(motion.free_agents, m_free);
        if (m_counted) {
            m_chance[free_now > 0 ? m_free - free_now : m_free + m_start] = 1;
        } else if (m_start > 0) {
            m_chance[m_free + m_start] = 1;
        } else {
            const double load = std::min(1.0, motion.arriving / motion.service);
            m_chance[m_free] = load;
            m_chance[m_free - 1] = 1 - load;
        }
    }
};

/// The service rate as its doubt allows: a log-normal by the three nodes of Gauss and Hermite.
constexpr std::array<double, 3> node_weights = {1.0 / 6, 2.0 / 3, 1.0 / 6};

double nodeFactor(double doubt, std::size_t node)
{
    const double sigma = std::sqrt(std::log1p(doubt));
    return std::exp(sigma * std::sqrt(3.0) * (static_cast<double>(node) - 1));
}

std::optional<Milliseconds> timeToClear(const Motion& motion, std::uint64_t waiting)
{
    constexpr double longest_s = 24 * 3600;
    const auto n = static_cast<double>(waiting);
    const double surplus = motion.service - motion.arriving;
    double seconds = 0;
    if (n > 0 && surplus <= 0) return std::nullopt;
    if (n > 0) seconds = motion.leaving > 1e-12 ? std::log1p(n * motion.leaving / surplus) / motion.leaving : n / surplus;
    if (!(seconds <= longest_s)) return std::nullopt;
    return Milliseconds{static_cast<std::int64_t>(seconds * 1000)};
}

WaitAhead waitOfTheNext(const Motion& motion, std::uint64_t waiting)
{
    const Wait wait = waitBehind(motion, waiting, waiting + 1);
    return {wait.mean, wait.quantile(0.1), wait.quantile(0.9)};
}

}  // namespace

void Forecast::add(const Forecast& other)
{
    breaches_10min += other.breaches_10min;
    breaches_30min += other.breaches_30min;
    any_10min = 1 - ((1 - any_10min) * (1 - other.any_10min));
    clear = clear && other.clear ? std::optional{std::max(*clear, *other.clear)} : std::nullopt;
    if (!head_of_line || (other.head_of_line && *head_of_line < *other.head_of_line)) head_of_line = other.head_of_line;
}

std::optional<NoForecast> noForecast(const Line& line, const Pace& pace)
{
    if (!line.live) return NoForecast::NotLive;
    if (line.target.within.count() <= 0) return NoForecast::NoTarget;
    if (pace.answered > 0 && pace.pressed_ms == 0) return NoForecast::OrderNotTold;
    if (pace.others < least_pairs || evidenceOf(pace, line.agents) < least_evidence) return NoForecast::TooLittleSeen;
    if (static_cast<double>(pace.passed_over) > most_passed_over * static_cast<double>(pace.others))
        return NoForecast::NotInOrder;
    return std::nullopt;
}

double breachChance(const Motion& motion, std::uint64_t place, std::uint64_t waiting, Milliseconds left)
{
    const double seconds = std::max(inSeconds(left), 0.0);
    return waitBehind(motion, place, waiting).longerThan(seconds) * std::exp(-motion.leaving * seconds);
}

Forecast forecast(const Line& line, const Pace& pace)
{
    Forecast result;
    result.none = noForecast(line, pace);
    if (result.none) return result;
    const Motion motion = motionOf(pace, line.agents);
    const std::uint64_t waiting = std::max<std::uint64_t>(line.waiting, line.ages.size());
    double none_of_them = 1;
    for (std::size_t place = 0; place < line.ages.size(); ++place) {
        const Milliseconds left = line.target.within - line.ages[place];
        if (left.count() <= 0 || inSeconds(left) > half_an_hour) continue;
        const double chance = breachChance(motion, place, waiting, left);
        result.breaches_30min += chance;
        if (inSeconds(left) > ten_minutes) continue;
        result.breaches_10min += chance;
        none_of_them = std::min(none_of_them, 1 - chance);
    }
    const double target_s = inSeconds(line.target.within);
    if (target_s < half_an_hour) {
        Arrivals arrivals(motion, waiting, target_s);
        double none_of_those = 0;
        for (std::size_t node = 0; node < node_weights.size(); ++node) {
            const Arrivals::Expected come = arrivals.expected(nodeFactor(motion.doubt, node));
            result.breaches_10min += node_weights[node] * come.within_10;
            result.breaches_30min += node_weights[node] * come.within_30;
            none_of_those += node_weights[node] * (1 - come.any_10);
        }
        // Both hang on the same agents: they are far from independent.
        none_of_them = std::min(none_of_them, std::clamp(none_of_those, 0.0, 1.0));
    }
    result.any_10min = 1 - none_of_them;
    result.clear = timeToClear(motion, waiting);
    result.next = waitOfTheNext(motion, waiting);
    if (!line.ages.empty()) result.head_of_line = line.ages.front();
    return result;
}

}  // namespace carewall::core
