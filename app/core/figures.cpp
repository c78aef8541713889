#include "core/figures.h"

#include "core/queue_figures.h"
#include "core/standing.h"
#include "core/voice_figures.h"

#include <algorithm>
#include <set>

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
    sums.day.add(queue.sums.day);
    sums.hour.add(queue.sums.hour);
    const auto earlier = [](std::optional<WallTime>& known, const std::optional<WallTime>& other) {
        if (other && (!known || *other < *known)) known = other;
    };
    earlier(sums.day_since, queue.sums.day_since);
    earlier(sums.hour_since, queue.sums.hour_since);
}

/// The floor is calm while all its queues are; it calls for action as soon as one does.
Tone floorTone(const std::vector<QueueFigures>& queues)
{
    const auto any = [&](Tone tone) {
        return std::any_of(queues.begin(), queues.end(), [tone](const QueueFigures& q) { return q.tone == tone; });
    };
    if (any(Tone::Act)) return Tone::Act;
    if (any(Tone::Watch)) return Tone::Watch;
    return any(Tone::Calm) ? Tone::Calm : Tone::Silent;
}

}  // namespace

FloorFigures figures(const State& state, Instant at)
{
    const Viewed m = viewed(state, at);
    FloorFigures floor;
    floor.time = m.floor;
    Sums sums;
    std::set<AbandonPolicy> policies;
    double target_weight = 0;
    for (const auto& [id, queue] : state.queues) {
        QueueResult result = queueFigures(id, queue, state, m);
        addToFloor(floor, result, sums, target_weight);
        if (result.figures.target.isSet()) policies.insert(result.figures.target.abandons);
        floor.queues.push_back(std::move(result.figures));
    }
    if (target_weight > 0) floor.target_ratio /= target_weight;
    floor.policies.assign(policies.begin(), policies.end());
    floor.day_tally = sums.day;
    floor.last_hour = responseFigure(sums.hour.response, sums.hour_since);
    floor.day = responseFigure(sums.day.response, sums.day_since);
    floor.tone = floorTone(floor.queues);
    std::stable_sort(floor.queues.begin(), floor.queues.end(), [](const QueueFigures& a, const QueueFigures& b) {
        const bool a_acts = a.tone == Tone::Act;
        const bool b_acts = b.tone == Tone::Act;
        return a_acts != b_acts ? a_acts : a.label < b.label;
    });
    floor.voice = voiceFigures(state, m);
    return floor;
}

}  // namespace carewall::core
