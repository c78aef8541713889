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
constexpr double least_evidence = 4;
constexpr std::uint64_t least_pairs = 6;
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
        : m_motion(motion), m_target_s(target_s), m_free(std::min<std::size_t>(motion.agents, most_free))
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
        spreadStart();
        for (double at = step / 2; at + m_target_s < half_an_hour; at += step) {
            advance(m_chance, m_factors, m_pivots, m_up);
            double breaching = 0;
            for (std::size_t s = 0; s < m_states; ++s)
                breaching += m_chance[s] * m_breaching[s];
            const double came = motion.arriving * step * breaching;
            sums.within_30 += came;
            if (at + m_target_s >= ten_minutes) continue;
            sums.within_10 += came;
            advance(m_unharmed, m_factors, m_pivots, m_up);
            for (std::size_t s = 0; s < m_states; ++s) {
                sums.any_10 += m_unharmed[s] * m_harm[s];
                m_unharmed[s] *= 1 - m_harm[s];
            }
        }
        return sums;
    }

private:
    static constexpr double step = 60;
    static constexpr std::size_t most_free = 128;
    static constexpr double least_waiting = 16;
    static constexpr double most_waiting = 512;

    Motion m_motion;
    double m_target_s;
    std::size_t m_free;
    std::size_t m_start = 0;
    std::size_t m_states = 0;
    std::vector<double> m_chance, m_unharmed, m_breaching, m_harm, m_up, m_factors, m_pivots;

    /// Chance that who comes in a state still waits after the target time.
    void fillBreaching(const Motion& motion)
    {
        m_breaching.assign(m_states, 0);
        m_harm.assign(m_states, 0);
        Waits waits(motion);
        const double stays = std::exp(-motion.leaving * m_target_s);
        const double harm = 1 - std::exp(-motion.arriving * stays * step);
        for (std::size_t s = m_free; s < m_states; ++s) {
            if (s > m_free) waits.next();
            const Wait wait = waits.wait();
            m_breaching[s] = wait.about(m_target_s) * stays;
            // Whoever comes while the work in line is more than the target time breaches: the line's way is one way
            // for all, so its state is held against the threshold, and not each arrival against a chance of its own.
            m_harm[s] = harm * std::clamp(((wait.mean - m_target_s) / waits.step()) + 0.5, 0.0, 1.0);
        }
    }

    /// The implicit step (I - step * G^T) p' = p as a tridiagonal system, its elimination done once.
    void fillMatrix(const Motion& motion)
    {
        std::vector<double> down(m_states);
        m_up.assign(m_states, motion.arriving * step);
        m_up.back() = 0;
        const double all = motion.agents;
        const double agent = motion.service / all;
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

    /// What the waiting will take is not certain yet: the start for `any`, spread as their work is.
    void spreadStart()
    {
        m_unharmed = m_chance;
        const auto middle = static_cast<double>(m_free + m_start);
        if (m_start == 0 || m_chance[m_free + m_start] <= 0) return;
        const double sigma = std::sqrt(static_cast<double>(m_start));
        double sum = 0;
        for (std::size_t s = m_free; s < m_states; ++s) {
            const double z = (static_cast<double>(s) - middle) / sigma;
            sum += m_unharmed[s] = std::exp(-z * z / 2);
        }
        for (double& chance : m_unharmed)
            chance /= sum;
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
        if (motion.free_agents.value_or(0) > 0) {
            m_chance[m_free - std::min<std::size_t>(*motion.free_agents, m_free)] = 1;
        } else if (m_start > 0 || motion.free_agents) {
            m_chance[m_free + m_start] = 1;
        } else {
            // Nobody waits and nobody counts agents: as many are busy as usual then.
            const double agent = motion.service / motion.agents;
            double sum = 0;
            double chance = 1;
            for (std::size_t s = m_free + 1; s-- > 0;) {
                sum += m_chance[s] = chance;
                const double busy = static_cast<double>(motion.agents) - static_cast<double>(m_free - s);
                chance *= std::min(busy * agent / std::max(motion.arriving, 1e-12), 1e12);
                if (sum > 1e100) break;
            }
            for (double& each : m_chance)
                each /= sum;
        }
    }
};

/// The service rate as its doubt allows: a log-normal by the two nodes of Gauss and Hermite.
constexpr std::array<double, 2> nodes = {-1, 1};

std::optional<Milliseconds> timeToClear(const Motion& motion, std::uint64_t waiting)
{
    constexpr double longest_s = 24 * 3600;
    const auto n = static_cast<double>(waiting);
    const double surplus = motion.service - motion.arriving;
    double seconds = 0;
    if (n > 0 && surplus <= 0) return std::nullopt;
    if (n > 0)
        seconds = motion.leaving > 1e-12 ? std::log1p(n * motion.leaving / surplus) / motion.leaving : n / surplus;
    if (!(seconds <= longest_s)) return std::nullopt;
    return Milliseconds{static_cast<std::int64_t>(seconds * 1000)};
}

WaitAhead waitOfTheNext(const Motion& motion, std::uint64_t waiting)
{
    const Wait wait = waitBehind(motion, waiting, waiting + 1);
    return {wait.mean, wait.quantile(0.1), wait.quantile(0.9)};
}

}  // namespace

std::optional<NoForecast> noForecast(const Line& line, const Pace& pace)
{
    if (!line.live) return NoForecast::NotLive;
    if (!line.open) return NoForecast::Closed;
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

BreachCues breachCues(const Line& line, const Motion& motion, std::size_t place)
{
    const std::uint64_t waiting = std::max<std::uint64_t>(line.waiting, line.ages.size());
    const double within = inSeconds(line.target.within);
    BreachCues cues;
    cues.chance = breachChance(motion, place, waiting, line.target.within - line.ages[place]);
    cues.waited = within > 0 ? std::clamp(inSeconds(line.ages[place]) / within, 0.0, 1.0) : 1;
    cues.agent_free = motion.free_agents.value_or(0) > place;
    cues.alone = !cues.agent_free && waiting == 1;
    cues.first = !cues.agent_free && waiting > 1 && place == 0;
    return cues;
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
        const double chance = line.calibration.chanceOf(breachCues(line, motion, place));
        result.breaches_30min += chance;
        if (inSeconds(left) > ten_minutes) continue;
        result.breaches_10min += chance;
        none_of_them = std::min(none_of_them, 1 - chance);
    }
    const double target_s = inSeconds(line.target.within);
    if (target_s < half_an_hour) {
        Arrivals arrivals(motion, waiting, target_s);
        double none_of_those = 0;
        for (const double node : nodes) {
            const Arrivals::Expected come = arrivals.expected(std::exp(node * std::sqrt(std::log1p(motion.doubt))));
            result.breaches_10min += line.calibration.to_come * come.within_10 / nodes.size();
            result.breaches_30min += line.calibration.to_come * come.within_30 / nodes.size();
            none_of_those += (1 - come.any_10) / nodes.size();
        }
        // Both hang on the same agents: they are far from independent.
        none_of_them = std::min(none_of_them, std::clamp(none_of_those, 0.0, 1.0));
    }
    result.any_10min = line.calibration.chanceOfAny(1 - none_of_them, waiting > 0);
    result.clear = timeToClear(motion, waiting);
    result.next = waitOfTheNext(motion, waiting);
    if (!line.ages.empty()) result.head_of_line = line.ages.front();
    result.arrivals_per_min = motion.arriving * 60;
    result.service_per_min = motion.service * 60;
    return result;
}

void QueueForecast::add(const Line& line, const Pace& pace)
{
    const Forecast one = forecast(line, pace);
    if (one.none) {
        std::optional<NoForecast>& known = line.waiting > 0 || !line.ages.empty() ? m_none : m_silent;
        if (!known || *one.none < *known) known = one.none;
        return;
    }
    if (!m_sum) {
        m_sum = one;
        return;
    }
    Forecast& sum = *m_sum;
    const double come = sum.arrivals_per_min + one.arrivals_per_min;
    const double share = come > 0 ? one.arrivals_per_min / come : 0.5;
    const auto blend = [share](double& a, double b) { a += share * (b - a); };
    blend(sum.next.mean_s, one.next.mean_s);
    blend(sum.next.low_s, one.next.low_s);
    blend(sum.next.high_s, one.next.high_s);
    sum.breaches_10min += one.breaches_10min;
    sum.breaches_30min += one.breaches_30min;
    sum.any_10min = 1 - ((1 - sum.any_10min) * (1 - one.any_10min));
    sum.clear = sum.clear && one.clear ? std::optional{std::max(*sum.clear, *one.clear)} : std::nullopt;
    if (one.head_of_line) sum.head_of_line = std::max(sum.head_of_line.value_or(*one.head_of_line), *one.head_of_line);
    sum.arrivals_per_min = come;
    sum.service_per_min += one.service_per_min;
}

Forecast QueueForecast::result() const
{
    if (m_sum && !m_none) return *m_sum;
    Forecast nothing;
    nothing.none = m_none ? *m_none : m_silent.value_or(NoForecast::NotLive);
    return nothing;
}

}  // namespace carewall::core
