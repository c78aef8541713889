#include "core/queue_figures.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace carewall::core {
namespace {

constexpr Milliseconds hour_length = std::chrono::hours{1};
/// Fewer cases than this in the last hour call nobody to act: one unlucky customer is no alarm.
constexpr std::uint64_t cases_for_alarm = 5;
constexpr double alarm_margin = 0.10;

/// Calls `visit` with each slot that a source told, the open one once.
template <typename Visit>
void eachSlot(const QueueSource& source, Visit visit)
{
    bool open_is_closed = false;
    if (source.day) {
        for (const Tally& slot : source.day->report.slots) {
            visit(slot);
            if (source.now && source.now->report.open && slot.start == source.now->report.open->start)
                open_is_closed = true;
        }
    }
    if (source.now && source.now->report.open && !open_is_closed) visit(*source.now->report.open);
}

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
    forecast.add({standing.target, now.waiting, ages, now.agents, standing.live, standing.open}, pace);
}

void describe(QueueFigures& f, const QueueNow& now)
{
    if (f.label.empty()) f.label = now.label;
    if (f.channel.empty()) f.channel = now.channel;
    if (f.team.empty()) f.team = now.team;
    if (!f.target.isSet()) f.target = now.target;
}

/// How the last hour went, those who passed the target while waiting counted as missed: a lead that only counts the
/// answered sees the breach when it is over.
Tone toneOf(const Sums& sums, const Target& target, Freshness freshness, std::uint64_t waiting, std::uint64_t overdue)
{
    if (freshness != Freshness::Live) return Tone::Silent;
    if (!target.isSet()) return Tone::Calm;
    const ServiceLevel hour = serviceLevel(sums.hour, target.abandons);
    const std::uint64_t counted = hour.counted + sums.newly_overdue;
    const double ratio = counted > 0 ? static_cast<double>(hour.met) / static_cast<double>(counted) : 1;
    if (counted >= cases_for_alarm && waiting > 0 && ratio < target.ratio - alarm_margin) return Tone::Act;
    if ((counted >= cases_for_alarm && ratio < target.ratio) || overdue > 0) return Tone::Watch;
    return Tone::Calm;
}

}  // namespace

ResponseFigure responseFigure(const Sketch& sketch, std::optional<WallTime> since)
{
    ResponseFigure figure;
    figure.n = sketch.count();
    figure.p50 = {sketch.quantile(0.5), sketch.count() >= samplesForBound(0.5)};
    figure.p90 = {sketch.quantile(0.9), sketch.count() >= samplesForBound(0.9)};
    figure.since = since;
    return figure;
}

void Sums::add(const Tally& slot, const Viewed& m, AbandonPolicy policy)
{
    if (slot.start > m.floor) return;  // a source ahead of its time says nothing about today
    if (slot.start >= m.today) {
        day.add(slot);
        day_since = day_since ? std::min(*day_since, slot.start) : slot.start;
    }
    if (slot.start >= m.floor - last_hour_window) {
        hour.add(slot);
        hour_since = hour_since ? std::min(*hour_since, slot.start) : slot.start;
    }
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
    QueueForecast forecast;
    for (const auto& [name, source] : queue.sources) {
        addStanding(f, source, state, m);
        Pace pace;
        eachSlot(source, [&](const Tally& slot) {
            sums.add(slot, m, f.target.abandons);
            pace.add(slot, m.floor);
        });
        if (source.now) {
            // A value that is not live does not grow: nobody knows whether they still wait.
            const bool live = freshnessOf(*source.now, state, m) == Freshness::Live;
            const Milliseconds age = live ? ageOf(*source.now, state, m) : Milliseconds{0};
            const Milliseconds grown = std::max(age, Milliseconds{0});
            addWaiting(f, sums, *source.now, grown);
            addForecast(forecast, source.now->report, grown, pace, {f.target, live, true});
        }
    }
    f.forecast = forecast.result();
    if (f.label.empty()) f.label = id;
    f.day_tally = sums.day;
    // Where no target time is set, nothing is within it: that is no level, and none of the floor's.
    const bool measured = f.target.within.count() > 0 || sums.day.answered_within_target > 0;
    if (measured) f.service_level = serviceLevel(sums.day, f.target.abandons);
    f.last_hour = responseFigure(sums.hour.response, sums.hour_since);
    f.day = responseFigure(sums.day.response, sums.day_since);
    f.tone = toneOf(sums, f.target, f.freshness, f.waiting, f.overdue);
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    for (const ServiceLevel& hour : sums.by_hour)
        f.service_level_by_hour.push_back(measured ? hour.ratio().value_or(nothing) : nothing);
    return result;
}

}  // namespace carewall::core
