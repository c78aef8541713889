#include "ui/words.h"

#include <algorithm>
#include <cmath>

namespace carewall::ui {

namespace {

int rounded(double expected)
{
    return static_cast<int>(std::clamp(std::round(expected), 0.0, 1e6));
}

}  // namespace

QString Words::late(const core::QueueFigures& queue, core::WallTime now) const
{
    if (!queue.forecast.none) return lateSoon(queue.forecast.breaches_10min, queue.forecast.breaches_30min);
    switch (*queue.forecast.none) {
    case core::NoForecast::NotLive:
        return tr("no forecast: nothing is heard");
    case core::NoForecast::Closed:
        return closed(queue.opens, now);
    case core::NoForecast::NoTarget:
        return tr("no forecast: no target");
    case core::NoForecast::OrderNotTold:
        return tr("no forecast: no order");
    case core::NoForecast::TooLittleSeen:
        return tr("no forecast yet");
    case core::NoForecast::NotInOrder:
        return tr("no forecast: out of order");
    }
    return {};
}

QString Words::lateSoon(double in_10min, double in_30min) const
{
    const int soon = rounded(in_10min);
    const int later = std::max(soon, rounded(in_30min));
    if (later == 0) return tr("nobody late in 30 min");
    const QString brief =
        tr("late: %1 in 30 min", "customers who will be").arg(roughCount(static_cast<std::uint64_t>(later)));
    return orBrief(tr("late: %1 in 10 min, %2 in 30", "customers who will be").arg(digits(soon), digits(later)), brief);
}

QString Words::nextWaits(const core::WaitAhead& wait) const
{
    return tr("wait %1 (%2\u2013%3)", "of who comes now; a duration and its band")
        .arg(duration(std::optional{wait.mean_s}), duration(std::optional{wait.low_s}),
             duration(std::optional{wait.high_s}));
}

QString Words::clearIn(const std::optional<core::Milliseconds>& time) const
{
    return time ? tr("empty in %1", "the queue, at this pace").arg(span(*time)) : tr("empty: not at this pace");
}

QString Words::queuesForeseen(std::size_t with, std::size_t all) const
{
    return tr("forecast for %1 of %2 queues")
        .arg(digits(static_cast<std::int64_t>(with)), digits(static_cast<std::int64_t>(all)));
}

QString Words::allQueues() const
{
    return tr("All queues");
}

}  // namespace carewall::ui
