#include "core/figures/best_day.h"

#include "core/calendar.h"
#include "core/opening.h"

#include <algorithm>
#include <vector>

namespace carewall::core {
namespace {

constexpr std::size_t fewest_days = 7;

bool endsSoon(const State& state, WallTime now)
{
    const WallTime soon = now + judged_before_end;
    if (dayStart(soon) != dayStart(now)) return true;
    return !state.queues.empty() && std::none_of(state.queues.begin(), state.queues.end(), [&](const auto& known) {
        for (const auto& [name, source] : known.second.sources)
            if (source.day && !source.day->report.opening.hours.empty()) {
                const auto next = opens(source.day->report.opening, soon);  // a lunch break is no end
                return isOpen(source.day->report.opening, soon) || (next && dayStart(*next) == dayStart(now));
            }
        return true;  // no hours told: always open
    });
}

ServiceLevel levelOf(const PastDay& day, const FloorFigures& floor)
{
    ServiceLevel level;
    for (const QueueFigures& queue : floor.queues) {
        const auto known = day.queues.find(queue.queue);
        const bool measured = queue.target.within.count() > 0;
        if (measured && known != day.queues.end()) level += serviceLevel(known->second, queue.target.abandons);
    }
    return level;
}

}  // namespace

std::optional<BestDay> bestDay(const State& state, const FloorFigures& floor)
{
    const std::optional<double> today = floor.service_level.ratio();
    if (!today || *today < floor.target_ratio || !endsSoon(state, floor.time)) return std::nullopt;
    std::vector<std::uint64_t> counted;
    for (const PastDay& day : state.history) {
        const ServiceLevel level = levelOf(day, floor);
        if (level.counted == 0) continue;
        if (*level.ratio() >= *today) return std::nullopt;
        counted.push_back(level.counted);
    }
    if (counted.size() < fewest_days) return std::nullopt;
    const auto middle = counted.begin() + static_cast<std::ptrdiff_t>(counted.size() / 2);
    std::nth_element(counted.begin(), middle, counted.end());
    if (2 * floor.service_level.counted < *middle) return std::nullopt;
    return BestDay{*today, static_cast<int>(counted.size())};
}

}  // namespace carewall::core
