#include "core/figures/figures.h"

#include "core/figures/figures_cache.h"
#include "core/figures/judgement.h"
#include "core/figures/queue_figures.h"
#include "core/figures/report_age.h"
#include "core/figures/tones.h"
#include "core/figures/voice_figures.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace carewall::core {
namespace {

void addTarget(FloorFigures& floor, const QueueFigures& f, double& target_weight)
{
    if (!f.target.isSet()) return;
    const auto weight = static_cast<double>(std::max<std::uint64_t>(f.service_level.counted, 1));
    floor.target_ratio += f.target.ratio * weight;
    target_weight += weight;
}

struct Group {
    GroupFigures figures;
    Sums sums;
};
using Groups = std::map<std::string, Group>;

void addToGroup(Group& to, const QueueResult& queue)
{
    auto& [group, sums] = to;
    const QueueFigures& f = queue.figures;
    const bool first = group.queues == 0;
    if (first) group.target = f.target;
    if (!f.target.isSet() || f.target.within != group.target.within) group.target = {};
    if (first || (f.age && (!group.age || *f.age < *group.age))) {
        group.freshness = f.freshness;
        group.age = f.age;
    }
    ++group.queues;
    if (f.freshness != Freshness::Live) ++group.silent;
    group.waiting += f.waiting;
    group.service_level += f.service_level;
    group.tone = louder(group.tone, f.tone);
    if (!f.forecast.none) {
        ++group.forecasts;
        group.breaches_10min += f.forecast.breaches_10min;
        group.breaches_30min += f.forecast.breaches_30min;
    }
    sums.add(queue.sums);
}

GroupFigures groupFigures(const std::string& name, Group& group)
{
    group.figures.name = name;
    group.figures.last_hour = group.sums.hour.response();
    group.figures.day = group.sums.day.response();
    return std::move(group.figures);
}

std::vector<GroupFigures> groupFigures(Groups& groups)
{
    std::vector<GroupFigures> all;
    for (auto& [name, group] : groups)
        all.push_back(groupFigures(name, group));
    return all;
}

}  // namespace

FloorFigures figures(const State& state, Instant at, const TrendsNow& trends)
{
    FiguresCache nothing;
    ToneMemory none;
    return figures(state, at, trends, nothing, none);
}

FloorFigures figures(const State& state, Instant at, const TrendsNow& trends, FiguresCache& cache, ToneMemory& tones)
{
    const Viewed m = viewed(state, at);
    FloorFigures floor;
    floor.time = m.floor;
    std::set<AbandonPolicy> policies;
    Group all;
    Groups channels;
    Groups teams;
    double target_weight = 0;
    for (const auto& [id, queue] : state.queues) {
        QueueResult result = queueFigures(id, queue, state, m, cache.queues[id]);
        QueueFigures& f = result.figures;
        f.tone = shownTone(f.judged, tones.queues[id], m);
        addTarget(floor, f, target_weight);
        addToGroup(all, result);
        if (!f.channel.empty()) addToGroup(channels[f.channel], result);
        if (!f.team.empty()) addToGroup(teams[f.team], result);
        if (f.target.isSet()) policies.insert(f.target.abandons);
        f.day_tally = std::move(result.sums.day.tally);
        floor.queues.push_back(std::move(f));
    }
    const auto gone = [&](const auto& known) { return !state.queues.contains(known.first); };
    if (cache.queues.size() > state.queues.size()) std::erase_if(cache.queues, gone);
    if (tones.queues.size() > state.queues.size()) std::erase_if(tones.queues, gone);
    if (target_weight > 0) floor.target_ratio /= target_weight;
    floor.policies.assign(policies.begin(), policies.end());
    floor.channels = groupFigures(channels);
    floor.teams = groupFigures(teams);
    floor.all = groupFigures({}, all);
    floor.waiting = floor.all.waiting;
    floor.service_level = floor.all.service_level;
    floor.service_tone = judgeService(floor);
    floor.tone = floor.all.tone;
    floor.day_tally = std::move(all.sums.day.tally);
    std::stable_sort(floor.queues.begin(), floor.queues.end(), [](const QueueFigures& a, const QueueFigures& b) {
        const bool a_acts = a.tone == Tone::Act;
        const bool b_acts = b.tone == Tone::Act;
        return a_acts != b_acts ? a_acts : a.label < b.label;
    });
    floor.voice = voiceFigures(state, m, trends, cache.voice);
    return floor;
}

}  // namespace carewall::core
