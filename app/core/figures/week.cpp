#include "core/figures/week.h"

#include "core/calendar.h"
#include "core/figures/judgement.h"
#include "core/figures/report_age.h"
#include "core/saturate.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace carewall::core {
namespace {

void add(WeekDay& day, const QueueFigures& queue, const Tally& tally, bool promised)
{
    const bool measured = queue.target.within.count() > 0 || tally.answered_within_target > 0;
    if (measured) day.service_level += serviceLevel(tally, queue.target.abandons);
    if (promised) day.response.merge(tally.response);
    day.answered = saturatingAdd(day.answered, tally.answered);
    day.resolved = saturatingAdd(day.resolved, tally.resolved);
    day.fcr = saturatingAdd(day.fcr, tally.fcr);
}

/// Voices of all sources since midnight.
Mentions voicesSince(const State& state, WallTime midnight, WallTime now)
{
    Mentions sum;
    const auto take = [&](const VoiceSlot& slot) {
        if (slot.start >= midnight && slot.start <= now) sum.add(slot.total);
    };
    for (const auto& [name, source] : state.voices) {
        const VoiceSlot* open = source.now && source.now->report.open ? &*source.now->report.open : nullptr;
        if (source.day) {
            for (const VoiceSlot& slot : source.day->report.slots) {
                take(slot);
                if (open && slot.start == open->start) open = nullptr;
            }
        }
        if (open) take(*open);
    }
    return sum;
}

const PastDay* pastDay(const State& state, WallTime start)
{
    const auto found = std::ranges::find(state.history, start, &PastDay::start);
    return found == state.history.end() ? nullptr : &*found;
}

std::uint64_t answersInWeek(const State& state, const QueueFigures& queue, WallTime first)
{
    std::uint64_t sum = queue.day_tally.answered;
    for (const PastDay& day : state.history) {
        const auto known = day.queues.find(queue.queue);
        if (day.start >= first && known != day.queues.end()) sum = saturatingAdd(sum, known->second.answered);
    }
    return sum;
}

Promise promiseOf(const State& state, const FloorFigures& floor, WallTime first)
{
    std::map<Milliseconds, std::uint64_t> answers;
    for (const QueueFigures& queue : floor.queues)
        answers[queue.target.isSet() ? queue.target.within : Milliseconds{0}] += answersInWeek(state, queue, first);
    Promise promise;
    std::uint64_t most = 0;
    for (const auto& [within, number] : answers) {
        if (within.count() == 0 || (promise.within.count() > 0 && number <= most)) continue;
        promise.within = within;
        most = number;
    }
    if (promise.within.count() == 0) return promise;
    std::set<std::string> channels;
    std::set<std::string> others;
    promise.of = floor.queues.size();
    for (const QueueFigures& queue : floor.queues) {
        const bool promised = queue.target.isSet() && queue.target.within == promise.within;
        (promised ? channels : others).insert(queue.channel);
        if (!promised) {
            promise.everybody = promise.everybody && answersInWeek(state, queue, first) == 0;
            continue;
        }
        promise.ratio += queue.target.ratio;
        ++promise.queues;
    }
    promise.ratio /= static_cast<double>(promise.queues);
    if (channels.size() == 1 && !others.contains(*channels.begin())) promise.channel = *channels.begin();
    return promise;
}

std::array<std::optional<double>, week_days> daysOf(const Metric& metric, const Week& week)
{
    std::array<std::optional<double>, week_days> values;
    for (std::size_t i = 0; i + 1 < week_days; ++i) {
        double sum = 0;
        double weight = 0;
        for (const MetricSlot& slot : metric.slots) {
            if (slot.start < week.days[i].start || slot.start >= week.days[i + 1].start) continue;
            const auto length = static_cast<double>(std::max<std::int64_t>(slot.length.count(), 1));
            sum += slot.value * length;
            weight += length;
        }
        if (weight > 0 && std::isfinite(sum)) values[i] = sum / weight;
    }
    if (std::isfinite(metric.value)) values.back() = metric.value;
    return values;
}

}  // namespace

Week week(const State& state, const FloorFigures& floor)
{
    Week week;
    WallTime start = dayStart(floor.time);
    for (std::size_t day = week_days; day-- > 0;) {
        week.days[day].start = start;
        start = dayStart(start - Milliseconds{1});
    }
    week.promise = promiseOf(state, floor, week.days.front().start);
    const Milliseconds within = week.promise.within;
    for (WeekDay& day : week.days) {
        const bool today = &day == &week.days.back();
        const PastDay* past = today ? nullptr : pastDay(state, day.start);
        if (today) day.voices = voicesSince(state, day.start, floor.time);
        if (past && past->voices) day.voices = *past->voices;
        for (const QueueFigures& queue : floor.queues) {
            const bool promised = within.count() == 0 || (queue.target.isSet() && queue.target.within == within);
            if (today) {
                add(day, queue, queue.day_tally, promised);
            } else if (past) {
                const auto known = past->queues.find(queue.queue);
                if (known != past->queues.end()) add(day, queue, known->second, promised);
            }
        }
    }
    return week;
}

std::vector<MetricFigures> metricFigures(const State& state, Instant at, const Week& week)
{
    const Viewed m = viewed(state, at);
    std::vector<MetricFigures> all;
    for (const auto& [id, held] : state.metrics) {
        MetricFigures figures;
        figures.metric = id;
        figures.told = &held.report;
        figures.days = daysOf(held.report, week);
        figures.freshness = freshnessOf(held, state, m);
        figures.age = std::max(ageOf(held, state, m), Milliseconds{0});
        figures.tone = judgeMetric(held.report, figures.freshness);
        all.push_back(std::move(figures));
    }
    std::stable_partition(all.begin(), all.end(),
                          [](const MetricFigures& each) { return each.told->target.has_value(); });
    return all;
}

}  // namespace carewall::core
