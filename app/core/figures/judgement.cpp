#include "core/figures/judgement.h"

#include <algorithm>

namespace carewall::core {
namespace {

/// Fewer cases than this in the last hour call nobody to act: one unlucky customer is no alarm.
constexpr std::uint64_t cases_for_alarm = 5;
constexpr double alarm_margin = 0.10;

}  // namespace

Tone judgeQueue(const QueueFigures& f)
{
    if (f.freshness != Freshness::Live) return Tone::Silent;
    if (f.closed) return Tone::Closed;
    if (!f.target.isSet()) return Tone::Calm;
    const std::uint64_t counted = f.hour_level.counted;
    const double ratio = f.hour_level.ratio().value_or(1);
    if (counted >= cases_for_alarm && f.waiting > 0 && ratio < f.target.ratio - alarm_margin) return Tone::Act;
    if ((counted >= cases_for_alarm && ratio < f.target.ratio) || f.breached > 0) return Tone::Watch;
    return Tone::Calm;
}

Tone louder(Tone a, Tone b)
{
    const auto rank = [](Tone tone) {
        switch (tone) {
        case Tone::Silent:
            return 0;
        case Tone::Closed:
            return 1;
        case Tone::Calm:
            return 2;
        case Tone::Watch:
            return 3;
        case Tone::Act:
            return 4;
        }
        return 0;
    };
    return rank(a) >= rank(b) ? a : b;
}

Tone judgeService(const FloorFigures& floor)
{
    const auto live = [](const QueueFigures& queue) { return queue.freshness == Freshness::Live; };
    if (!floor.queues.empty() && std::ranges::none_of(floor.queues, live)) return Tone::Silent;
    const std::optional<double> ratio = floor.service_level.ratio();
    return ratio && floor.target_ratio > 0 && *ratio < floor.target_ratio ? Tone::Watch : Tone::Calm;
}

Tone judgeMetric(const Metric& metric, Freshness freshness)
{
    const bool missed = metric.target && ((metric.good == Good::Up && metric.value < *metric.target) ||
                                          (metric.good == Good::Down && metric.value > *metric.target));
    return calmWhenOld(missed ? Tone::Watch : Tone::Calm, freshness);
}

Tone judgeUnusual(const std::optional<HandOff>& hand_off)
{
    return hand_off.value_or(HandOff::New) == HandOff::New ? Tone::Watch : Tone::Calm;
}

Tone judgeNotice(Severity severity)
{
    switch (severity) {
    case Severity::Act:
        return Tone::Act;
    case Severity::Watch:
        return Tone::Watch;
    case Severity::Info:
        break;
    }
    return Tone::Calm;
}

int judgeMood(double net)
{
    constexpr double neutral = 0.1;
    return net > neutral ? 1 : net < -neutral ? -1 : 0;
}

Tone calmWhenOld(Tone tone, Freshness freshness)
{
    return freshness == Freshness::Live ? tone : Tone::Calm;
}

}  // namespace carewall::core
