#include "core/figures.h"

#include "core/queue_figures.h"
#include "core/standing.h"
#include "core/voice_figures.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace carewall::core {
namespace {

void addToFloor(FloorFigures& floor, const QueueResult& queue, Sums& sums, double& target_weight)
{
    const QueueFigures& f = queue.figures;
    floor.service_level += f.service_level;
    floor.waiting += f.waiting;
    if (f.oldest && (!floor.oldest || *floor.oldest < *f.oldest)) {
        floor.oldest = f.oldest;
        floor.oldest_queue = f.label;
    }
    if (f.agents) {
        Agents all = floor.agents.value_or(Agents{});
        all.available += f.agents->available;
        all.busy += f.agents->busy;
        all.away += f.agents->away;
        floor.agents = all;
    }
    if (f.target.isSet()) {
        const auto weight = static_cast<double>(std::max<std::uint64_t>(f.service_level.counted, 1));
        floor.target_ratio += f.target.ratio * weight;
        target_weight += weight;
    }
    if (!f.forecast.none) {
        ++floor.forecasts;
        floor.breaches_10min += f.forecast.breaches_10min;
        floor.breaches_30min += f.forecast.breaches_30min;
    }
    sums.add(queue.sums);
}

using Groups = std::map<std::string, std::pair<GroupFigures, Sums>>;

void addToGroup(Groups& groups, const std::string& name, const QueueResult& queue)
{
    if (name.empty()) return;
    auto& [figures, sums] = groups[name];
    ++figures.queues;
    figures.waiting += queue.figures.waiting;
    figures.service_level += queue.figures.service_level;
    sums.add(queue.sums);
}

std::vector<GroupFigures> groupFigures(Groups& groups)
{
    std::vector<GroupFigures> all;
    for (auto& [name, group] : groups) {
        auto& [figures, sums] = group;
        figures.name = name;
        figures.last_hour = sums.hour.response();
        figures.day = sums.day.response();
        all.push_back(std::move(figures));
    }
    return all;
}

/// The floor is calm while all its queues are; it calls for action as soon as one does, and rests when all are closed.
Tone floorTone(const std::vector<QueueFigures>& queues)
{
    const auto any = [&](Tone tone) {
        return std::any_of(queues.begin(), queues.end(), [tone](const QueueFigures& q) { return q.tone == tone; });
    };
    if (any(Tone::Act)) return Tone::Act;
    if (any(Tone::Watch)) return Tone::Watch;
    if (any(Tone::Calm)) return Tone::Calm;
    return any(Tone::Closed) ? Tone::Closed : Tone::Silent;
}

}  // namespace

FloorFigures figures(const State& state, Instant at, const TrendsNow& trends)
{
    const Viewed m = viewed(state, at);
    FloorFigures floor;
    floor.time = m.floor;
    Sums sums;
    std::set<AbandonPolicy> policies;
    Groups channels;
    Groups teams;
    double target_weight = 0;
    for (const auto& [id, queue] : state.queues) {
        QueueResult result = queueFigures(id, queue, state, m);
        addToFloor(floor, result, sums, target_weight);
        addToGroup(channels, result.figures.channel, result);
        addToGroup(teams, result.figures.team, result);
        if (result.figures.target.isSet()) policies.insert(result.figures.target.abandons);
        floor.queues.push_back(std::move(result.figures));
    }
    if (target_weight > 0) floor.target_ratio /= target_weight;
    floor.policies.assign(policies.begin(), policies.end());
    floor.channels = groupFigures(channels);
    floor.teams = groupFigures(teams);
    floor.day_tally = sums.day.tally;
    floor.last_hour = sums.hour.response();
    floor.day = sums.day.response();
    floor.tone = floorTone(floor.queues);
    std::stable_sort(floor.queues.begin(), floor.queues.end(), [](const QueueFigures& a, const QueueFigures& b) {
        const bool a_acts = a.tone == Tone::Act;
        const bool b_acts = b.tone == Tone::Act;
        return a_acts != b_acts ? a_acts : a.label < b.label;
    });
    floor.voice = voiceFigures(state, m, trends);
    return floor;
}

}  // namespace carewall::core
