#include "core/forecast/forecast.h"

#include "core/forecast/still_to_come.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace carewall::core {

namespace {

/// Below so many weighted service starts nobody knows the pace.
constexpr double least_evidence = 4;
constexpr std::uint64_t least_pairs = 6;
/// Of the pairs of one answered and one waiting on, those in the wrong order. Chance makes it 0.5.
constexpr double most_passed_over = 0.2;

double inSeconds(Milliseconds time)
{
    return std::chrono::duration<double>(time).count();
}

double breachChance(const Motion& motion, const Wait& wait, double left_s)
{
    left_s = std::max(left_s, 0.0);
    return wait.longerThan(left_s) * std::exp(-motion.leaving * left_s);
}

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
    return breachChance(motion, waitBehind(motion, place, waiting), inSeconds(left));
}

std::vector<BreachCues> breachCues(const Line& line, const Motion& motion)
{
    const std::uint64_t waiting = std::max<std::uint64_t>(line.waiting, line.ages.size());
    const double within = inSeconds(line.target.within);
    std::vector<BreachCues> all;
    all.reserve(line.ages.size());
    WaitsBehind waits(motion, waiting);
    for (std::size_t place = 0; place < line.ages.size(); ++place) {
        const double left = within - inSeconds(line.ages[place]);
        BreachCues& cues = all.emplace_back();
        cues.chance = breachChance(motion, waits.next(), left);
        cues.waited = within > 0 ? std::clamp(inSeconds(line.ages[place]) / within, 0.0, 1.0) : 1;
        cues.agent_free = motion.free_agents.value_or(0) > place;
        cues.alone = !cues.agent_free && waiting == 1;
        cues.first = !cues.agent_free && waiting > 1 && place == 0;
    }
    return all;
}

Forecast forecast(const Line& line, const Pace& pace)
{
    Forecast result;
    result.none = noForecast(line, pace);
    if (result.none) return result;
    const Motion motion = motionOf(pace, line.agents);
    const std::uint64_t waiting = std::max<std::uint64_t>(line.waiting, line.ages.size());
    const std::vector<BreachCues> cues = breachCues(line, motion);
    double none_of_them = 1;
    for (std::size_t place = 0; place < line.ages.size(); ++place) {
        const Milliseconds left = line.target.within - line.ages[place];
        if (left.count() <= 0 || inSeconds(left) > half_an_hour) continue;
        const double chance = line.calibration.chanceOf(cues[place]);
        result.breaches_30min += chance;
        if (inSeconds(left) > ten_minutes) continue;
        result.breaches_10min += chance;
        none_of_them = std::min(none_of_them, 1 - chance);
    }
    const double target_s = inSeconds(line.target.within);
    if (target_s < half_an_hour) {
        const StillToCome::Expected come = StillToCome(motion, waiting, target_s).expected();
        result.breaches_10min += line.calibration.to_come * come.within_10;
        result.breaches_30min += line.calibration.to_come * come.within_30;
        // Both hang on the same agents: they are far from independent.
        none_of_them = std::min(none_of_them, 1 - come.any_10);
    }
    result.any_10min = line.calibration.chanceOfAny(1 - none_of_them, waiting > 0);
    result.clear = timeToClear(motion, waiting);
    result.next = waitOfTheNext(motion, waiting);
    if (!line.ages.empty()) result.head_of_line = line.ages.front();
    result.arrivals_per_min = motion.arriving * 60;
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
}

Forecast QueueForecast::result() const
{
    if (m_sum && !m_none) return *m_sum;
    Forecast nothing;
    nothing.none = m_none ? *m_none : m_silent.value_or(NoForecast::NotLive);
    return nothing;
}

}  // namespace carewall::core
