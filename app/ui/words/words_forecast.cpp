#include "ui/words/words.h"

#include <algorithm>
#include <cmath>

namespace carewall::ui {

namespace {

using namespace std::chrono_literals;

int rounded(double expected)
{
    return static_cast<int>(std::clamp(std::round(expected), 0.0, 1e6));
}

}  // namespace

QString Words::breachForecast(const core::QueueFigures& queue, core::WallTime now) const
{
    if (!queue.forecast.none) return breachesSoon(queue.forecast.breaches_10min, queue.forecast.breaches_30min, now);
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

QString Words::breachesSoon(double in_10min, double in_30min, core::WallTime now) const
{
    const int soon = rounded(in_10min);
    const int later = std::max(soon, rounded(in_30min));
    const auto number = [this](int customers) { return roughCount(static_cast<std::uint64_t>(customers)); };
    const QString by_10 = timeOfDay(now + 10min);
    const QString by_30 = timeOfDay(now + 30min);
    if (later == 0) return tr("nobody late by %1", "a time of day").arg(by_30);
    const auto only = [&](int customers, const QString& by) {
        return tr("%1 more late by %2", "customers, a time of day").arg(number(customers), by);
    };
    constexpr int many = 10'000;  // no half has room for more
    if (soon == 0 || later >= many) return only(later, by_30);
    // Each half stays together.
    const auto half = [](QString said) { return said.replace(QLatin1Char{' '}, QChar{0x00A0}); };
    return tr("%1, %2", "'3 more late by 14:12', '8 by 14:32'")
        .arg(half(only(soon, by_10)),
             half(tr("%1 by %2", "customers more who are late, a time of day").arg(number(later), by_30)));
}

QString Words::level(double seconds) const
{
    constexpr double minute = 60;
    constexpr double hour = 60 * minute;
    if (seconds < 1.45 && std::abs(seconds - std::round(seconds)) > 0.05)
        return tr("%1 s", "seconds, short").arg(m_locale.toString(seconds, 'f', 1));
    const bool hours = seconds >= 90 * minute || (seconds >= hour && std::fmod(seconds, hour) == 0);
    if (hours && seconds < 48 * hour)
        return tr("%1 h", "hours on an axis, short").arg(digits(std::llround(seconds / hour)));
    return span(core::Milliseconds{std::llround(std::min(seconds, 1e11) * 1000)});
}

QString Words::orMore(const QString& level) const
{
    return tr("%1 +", "a time or more").arg(level);
}

QString Words::now() const
{
    return tr("now", "the end of an axis of time");
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
