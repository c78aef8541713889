#include "core/figures/response_day.h"

#include "core/figures/figures.h"
#include "core/figures/queue_figures.h"
#include "core/figures/report_age.h"

#include <cmath>
#include <map>
#include <string>

namespace carewall::core {
namespace {

struct Merged {
    std::map<WallTime, Sketch> spans;
    Sketch day;
    Sketch hour;
    std::optional<Milliseconds> target;
    bool targets_differ = false;
};

void addSlot(Merged& merged, const Tally& slot, const Viewed& m)
{
    if (slot.start > m.floor) return;
    if (slot.start >= m.floor - last_hour_window) merged.hour.merge(slot.response);
    if (slot.start < m.today || slot.response.empty()) return;
    merged.day.merge(slot.response);
    merged.spans[m.today + (slot.start - m.today) / response_span * response_span].merge(slot.response);
}

Merged mergedOf(const Queue& queue, const Viewed& m)
{
    Merged merged;
    for (const auto& [name, source] : queue.sources) {
        eachSlot(source, [&](const Tally& slot) { addSlot(merged, slot, m); });
        if (!source.now || !source.now->report.target.isSet()) continue;
        const Milliseconds within = source.now->report.target.within;
        merged.targets_differ |= merged.target.value_or(within) != within;
        merged.target = within;
    }
    return merged;
}

void add(Merged& sum, const Merged& queue)
{
    for (const auto& [start, sketch] : queue.spans)
        sum.spans[start].merge(sketch);
    sum.day.merge(queue.day);
    sum.hour.merge(queue.hour);
    if (!queue.target) return;
    sum.targets_differ |= queue.targets_differ || sum.target.value_or(*queue.target) != *queue.target;
    sum.target = queue.target;
}

double centreOf(const Merged& merged)
{
    if (merged.target && !merged.targets_differ) return static_cast<double>(merged.target->count()) / 1000;
    const double median = merged.day.quantile(0.5).value_or(0);
    return median > 0 ? std::exp2(std::round(std::log2(median))) : 0;
}

std::vector<std::uint64_t> binsOf(const Sketch& hour, double centre)
{
    std::vector<std::uint64_t> bins(response_bins, 0);
    std::uint64_t below = 0;
    for (int i = 0; i < response_bins; ++i) {
        const bool last = i == response_bins - 1;
        const double upto = centre * std::exp2(i + 1 - response_bins_within);
        const std::uint64_t all = last ? hour.count() : hour.countAtMost(upto);
        bins[static_cast<std::size_t>(i)] = all - below;
        below = all;
    }
    return bins;
}

ResponseDay dayOf(const Merged& merged)
{
    ResponseDay day;
    day.centre_s = centreOf(merged);
    for (const auto& [start, sketch] : merged.spans)
        day.spans.push_back({start, sketch.quantile(0.5), sketch.quantile(0.9), sketch.count()});
    if (day.centre_s > 0) day.bins = binsOf(merged.hour, day.centre_s);
    return day;
}

std::vector<ResponseDay> daysOf(const std::vector<GroupFigures>& groups, const std::map<std::string, Merged>& merged)
{
    std::vector<ResponseDay> days;
    for (const GroupFigures& group : groups) {
        const auto known = merged.find(group.name);
        days.push_back(known == merged.end() ? ResponseDay{} : dayOf(known->second));
    }
    return days;
}

}  // namespace

ResponseDays responseDays(const State& state, Instant at, const FloorFigures& floor)
{
    const Viewed m = viewed(state, at);
    ResponseDays days;
    Merged all;
    std::map<std::string, Merged> channels;
    std::map<std::string, Merged> teams;
    for (const QueueFigures& figures : floor.queues) {
        const auto queue = state.queues.find(figures.queue);
        const Merged merged = queue == state.queues.end() ? Merged{} : mergedOf(queue->second, m);
        add(all, merged);
        if (!figures.channel.empty()) add(channels[figures.channel], merged);
        if (!figures.team.empty()) add(teams[figures.team], merged);
        days.queues.push_back(dayOf(merged));
    }
    days.floor = dayOf(all);
    days.channels = daysOf(floor.channels, channels);
    days.teams = daysOf(floor.teams, teams);
    return days;
}

}  // namespace carewall::core
