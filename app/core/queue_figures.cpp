#include "core/queue_figures.h"

#include "core/opening.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace carewall::core {
namespace {

constexpr Milliseconds hour_length = std::chrono::hours{1};
/// Fewer cases than this in the last hour call nobody to act: one unlucky customer is no alarm.
constexpr std::uint64_t cases_for_alarm = 5;
constexpr double alarm_margin = 0.10;

/// The waiting of one source, their ages grown by the floor's time since it told of them.
void addWaiting(QueueFigures& f, Sums& sums, const Held<QueueNow>& now, Milliseconds grown)
{
    f.waiting += now.report.waiting;
    for (const Milliseconds age : now.report.ages) {
        const Milliseconds waited = age + grown;
        raise(f.oldest, waited);
        const Milliseconds late = waited - now.report.target.within;
        if (!now.report.target.isSet() || late <= Milliseconds{0}) continue;
        ++f.overdue;
        if (late <= last_hour_window) ++sums.newly_overdue;
    }
    if (now.report.agents) {
        Agents sum = f.agents.value_or(Agents{});
        sum.available += now.report.agents->available;
        sum.busy += now.report.agents->busy;
        sum.away += now.report.agents->away;
        f.agents = sum;
    }
}

/// How a line is judged.
struct Standing {
    Target target;
    bool live = true;
    bool open = true;
};

void addForecast(QueueForecast& forecast, const QueueNow& now, Milliseconds grown, const Pace& pace,
                 const Standing& standing)
{
    std::vector<Milliseconds> ages = now.ages;
    for (Milliseconds& age : ages)
        age += grown;
    forecast.add({standing.target, now.waiting, ages, now.agents, standing.live, standing.open,
                  now.calibration.value_or(Calibration{})},
                 pace);
}

void describe(QueueFigures& f, const QueueNow& now)
{
    if (f.label.empty()) f.label = now.label;
    if (f.channel.empty()) f.channel = now.channel;
    if (f.team.empty()) f.team = now.team;
    if (!f.target.isSet()) f.target = now.target;
}

/// The hours that any of its sources tells.
std::span<const OpeningHours> hoursOf(const Queue& queue)
{
    for (const auto& [name, source] : queue.sources)
        if (source.day && !source.day->report.hours.empty()) return source.day->report.hours;
    return {};
}

/// How much longer the waiting have waited since their source told of them. What is not live does not grow: nobody
/// knows whether they still wait.
Milliseconds grownBy(const Held<QueueNow>& now, std::span<const OpeningHours> hours, const State& state,
                     const Viewed& m)
{
    if (freshnessOf(now, state, m) != Freshness::Live) return Milliseconds{0};
    const Milliseconds age = std::max(ageOf(now, state, m), Milliseconds{0});
    return now.report.target.open_hours_only ? openTime(hours, m.floor - age, m.floor) : age;
}

/// How the last hour went, those who passed the target while waiting counted as missed: a lead that only counts the
/// answered sees the breach when it is over.
Tone toneOf(const QueueFigures& f, const Sums& sums)
{
    if (f.freshness != Freshness::Live) return Tone::Silent;
    if (f.closed) return Tone::Closed;
    if (!f.target.isSet()) return Tone::Calm;
    const ServiceLevel hour = serviceLevel(sums.hour.tally, f.target.abandons);
    const std::uint64_t counted = hour.counted + sums.newly_overdue;
    const double ratio = counted > 0 ? static_cast<double>(hour.met) / static_cast<double>(counted) : 1;
    if (counted >= cases_for_alarm && f.waiting > 0 && ratio < f.target.ratio - alarm_margin) return Tone::Act;
    if ((counted >= cases_for_alarm && ratio < f.target.ratio) || f.overdue > 0) return Tone::Watch;
    return Tone::Calm;
}

}  // namespace

void Sums::Window::add(const Tally& slot, WallTime floor)
{
    tally.add(slot);
    since = since ? std::min(*since, slot.start) : slot.start;
    covered += std::clamp(floor - slot.start, Milliseconds{0}, slot.length);
}

void Sums::Window::add(const Window& other)
{
    tally.add(other.tally);
    if (other.since) since = since ? std::min(*since, *other.since) : other.since;
    covered = std::max(covered, other.covered);
}

ResponseFigure Sums::Window::response() const
{
    const Sketch& sketch = tally.response;
    ResponseFigure figure;
    figure.n = sketch.count();
    figure.p50 = {sketch.quantile(0.5), sketch.count() >= samplesForBound(0.5)};
    figure.p90 = {sketch.quantile(0.9), sketch.count() >= samplesForBound(0.9)};
    figure.since = since;
    figure.covered = covered;
    return figure;
}

void Sums::add(const Sums& other)
{
    day.add(other.day);
    hour.add(other.hour);
    newly_overdue += other.newly_overdue;
    for (std::size_t i = 0; i < by_hour.size(); ++i)
        by_hour[i] += other.by_hour[i];
}

void Sums::add(const Tally& slot, const Viewed& m, AbandonPolicy policy)
{
    if (slot.start > m.floor) return;  // a source ahead of its time says nothing about today
    if (slot.start >= m.today) day.add(slot, m.floor);
    if (slot.start >= m.floor - last_hour_window) hour.add(slot, m.floor);
    const auto hours_ago = static_cast<std::size_t>((m.floor - slot.start) / hour_length);
    if (hours_ago < trend_hours) by_hour[trend_hours - 1 - hours_ago] += serviceLevel(slot, policy);
}

QueueResult queueFigures(const std::string& id, const Queue& queue, const State& state, const Viewed& m)
{
    QueueResult result;
    QueueFigures& f = result.figures;
    Sums& sums = result.sums;
    f.queue = id;
    f.sources = queue.sources.size();
    for (const auto& [name, source] : queue.sources) {
        if (source.now) describe(f, source.now->report);
    }
    const std::span<const OpeningHours> hours = hoursOf(queue);
    QueueForecast forecast;
    for (const auto& [name, source] : queue.sources) {
        addStanding(f, source, state, m);
        Sums mine;
        Pace pace;
        eachSlot(source, [&](const Tally& slot) {
            mine.add(slot, m, f.target.abandons);
            pace.add(slot, m.floor);
        });
        sums.add(mine);
        if (!source.now) continue;
        const Milliseconds grown = grownBy(*source.now, hours, state, m);
        addWaiting(f, sums, *source.now, grown);
        const bool live = freshnessOf(*source.now, state, m) == Freshness::Live;
        addForecast(forecast, source.now->report, grown, pace, {f.target, live, isOpen(hours, m.floor)});
    }
    f.forecast = forecast.result();
    if (f.label.empty()) f.label = id;
    f.closed = !isOpen(hours, m.floor);
    if (f.closed) f.opens = opens(hours, m.floor);
    f.day_tally = sums.day.tally;
    // Where no target time is set, nothing is within it: that is no level, and none of the floor's.
    const bool measured = f.target.within.count() > 0 || f.day_tally.answered_within_target > 0;
    if (measured) f.service_level = serviceLevel(f.day_tally, f.target.abandons);
    f.last_hour = sums.hour.response();
    f.day = sums.day.response();
    f.tone = toneOf(f, sums);
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    for (const ServiceLevel& hour : sums.by_hour)
        f.service_level_by_hour.push_back(measured ? hour.ratio().value_or(nothing) : nothing);
    return result;
}

}  // namespace carewall::core
