#include "feed/simulation/simulation_floor.h"

#include "feed/conversation/hash.h"
#include "feed/simulation/random.h"
#include "feed/simulation/simulation_tables.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace carewall::feed {

namespace {

using namespace std::chrono_literals;

constexpr double burst_peak = 10;
constexpr core::Milliseconds burst_length = 40min;
constexpr core::Milliseconds burst_rise = 4min;
constexpr core::Milliseconds burst_ebb = 10min;
constexpr double luck_sigma = 0.06;
constexpr double luck_bound = 1.25;

/// Relative to the day's mean, linear between the middles of the hours.
double hourFactor(Medium medium, core::Milliseconds time_of_day)
{
    const HourCurve& curve = hourCurve(medium);
    const double mean = std::accumulate(curve.begin(), curve.end(), 0.0) / static_cast<double>(curve.size());
    const double position = std::chrono::duration<double, std::ratio<3600>>(time_of_day).count() + 23.5;
    const double whole = std::floor(position);
    const auto hour = static_cast<std::size_t>(whole) % curve.size();
    const double part = position - whole;
    return (curve[hour] * (1 - part) + curve[(hour + 1) % curve.size()] * part) / mean;
}

}  // namespace

bool isLive(Medium medium)
{
    return medium == Medium::Phone || medium == Medium::Chat;
}

SimulationFloor::SimulationFloor(std::uint64_t seed, core::WallTime midnight)
    : m_seed(seed), m_midnight(midnight), m_queues(queueTable()), m_issues(issueTable())
{
}

core::WallTime SimulationFloor::dayStart(core::WallTime at) const
{
    return m_midnight + std::chrono::floor<std::chrono::days>(at - m_midnight);
}

std::uint64_t SimulationFloor::daySeed(core::WallTime at) const
{
    // Noon falls on the floor's own date in every zone from UTC-11 to UTC+12.
    const auto date = std::chrono::floor<std::chrono::days>(dayStart(at) + 12h);
    return mix(m_seed, static_cast<std::uint64_t>(date.time_since_epoch().count()));
}

double SimulationFloor::forecast(std::size_t queue, core::WallTime at) const
{
    const core::WallTime midnight = dayStart(at);
    const std::chrono::weekday weekday{std::chrono::floor<std::chrono::days>(midnight + 12h)};
    const SimulatedQueue& q = m_queues[queue];
    return q.asked_per_day / 24 * hourFactor(q.medium, at - midnight) * weekdayCurve(q.medium)[weekday.c_encoding()];
}

double SimulationFloor::demand(std::size_t queue, core::WallTime at) const
{
    Random random(mix(daySeed(at), 1000 + queue));
    return forecast(queue, at) * std::clamp(random.logNormal(1, luck_sigma), 1 / luck_bound, luck_bound);
}

double SimulationFloor::demandBound(std::size_t queue) const
{
    const SimulatedQueue& q = m_queues[queue];
    const HourCurve& hours = hourCurve(q.medium);
    const WeekdayCurve& weekdays = weekdayCurve(q.medium);
    const double mean = std::accumulate(hours.begin(), hours.end(), 0.0) / static_cast<double>(hours.size());
    return q.asked_per_day / 24 * std::ranges::max(hours) / mean * std::ranges::max(weekdays) * luck_bound;
}

double SimulationFloor::issueShare(std::size_t issue, std::size_t queue) const
{
    double sum = 0;
    for (const SimulatedIssue& other : m_issues)
        sum += other.weights[queue];
    return m_issues[issue].weights[queue] / sum;
}

double SimulationFloor::meanWork(std::size_t queue) const
{
    const SimulatedQueue& q = m_queues[queue];
    double issue_factor = 0;
    for (std::size_t i = 0; i < m_issues.size(); ++i)
        issue_factor += issueShare(i, queue) * m_issues[i].work;
    const double once = q.work_s * std::exp(q.work_sigma * q.work_sigma / 2) * issue_factor;
    // The community answers before agents look, or nobody needs to.
    return once * (2 - q.resolved_at_once) * (1 - q.community / 2);
}

SimulatedBurst SimulationFloor::burst(core::WallTime at) const
{
    Random random(mix(daySeed(at), 1));
    const auto& candidates = burstIssues();
    const std::string_view id = candidates[random.below(candidates.size())];
    const auto issue = std::ranges::find(m_issues, id, &SimulatedIssue::id);
    SimulatedBurst burst;
    burst.issue = static_cast<std::size_t>(issue - m_issues.begin());
    burst.from = dayStart(at) + 9h + 30min + std::chrono::minutes(random.below(480));
    burst.until = burst.from + burst_length;
    return burst;
}

double burstStrength(const SimulatedBurst& burst, core::WallTime at)
{
    const auto part = [](core::Milliseconds some, core::Milliseconds whole) {
        return std::clamp(static_cast<double>(some.count()) / static_cast<double>(whole.count()), 0.0, 1.0);
    };
    const double level = std::min(part(at - burst.from, burst_rise), part(burstEnd(burst) - at, burst_ebb));
    return 1 + (burst_peak - 1) * level;
}

core::WallTime burstEnd(const SimulatedBurst& burst)
{
    return burst.until + burst_ebb;
}

}  // namespace carewall::feed
