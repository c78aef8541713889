#pragma once

#include "core/figures/figures.h"
#include "core/state.h"
#include "core/time.h"

#include <algorithm>
#include <optional>

/// How a held report stands at a moment: its age, and whether it may be taken for live. Inside of core.
namespace carewall::core {

inline constexpr Milliseconds clock_tolerance = Seconds{60};

/// The moment that figures are made for, looked up once.
struct Viewed {
    Instant at;
    WallTime floor;
    WallTime today;
    double rate = 1;
    bool lost = false;  ///< the floor's clock died
};

Viewed viewed(const State& state, Instant at);

/// Floor time since a held report was true.
template <typename Report>
Milliseconds ageOf(const Held<Report>& held, const State& state, const Viewed& m)
{
    if (held.report.header.time) return m.floor - *held.report.header.time;
    if (held.origin == Origin::Remembered) return m.at.wall - held.arrived.wall;
    if (state.clock) return m.floor - floorTime(state, held.arrived);
    return m.at.steady - held.arrived.steady;
}

/// Real time in which the source could have been heard and said nothing. Of a retained report only its own time
/// tells; of others the arrival does, so that a source whose clock is slow is not silent.
template <typename Report>
double quietMs(const Held<Report>& held, Milliseconds age, const State& state, const Viewed& m)
{
    if (held.retained) return static_cast<double>(age.count()) / m.rate;
    const SteadyTime since = std::max(held.arrived.steady, state.link.since.steady);
    return static_cast<double>((m.at.steady - since).count());
}

/// The one that a viewer should hear about first.
Freshness worse(Freshness a, Freshness b);

template <typename Report>
Freshness freshnessOf(const Held<Report>& held, const State& state, const Viewed& m)
{
    if (held.origin == Origin::Remembered) return Freshness::Remembered;
    if (state.link.phase != LinkPhase::Up) return Freshness::LinkDown;
    if (m.lost) return Freshness::Silent;
    const Milliseconds age = ageOf(held, state, m);
    const double slack = static_cast<double>(clock_tolerance.count()) * std::max(1.0, m.rate);
    if (static_cast<double>(age.count()) < -slack) return Freshness::ClockWrong;
    const Milliseconds promise = missed_reports * held.report.header.interval;
    const bool ended = m.rate <= 0;  // nobody promised to go on
    if (promise.count() > 0 && !ended && quietMs(held, age, state, m) > static_cast<double>(promise.count()))
        return Freshness::Silent;
    return Freshness::Live;
}

template <typename T>
void raise(std::optional<T>& known, T candidate)
{
    if (!known || *known < candidate) known = candidate;
}

/// Adds how fresh a source is: what it tells of now speaks, and where it tells nothing of now, its day.
template <typename Figures, typename Source>
void addFreshness(Figures& f, const Source& source, const State& state, const Viewed& m)
{
    const auto add = [&](const auto& held) {
        f.freshness = worse(f.freshness, freshnessOf(held, state, m));
        raise(f.age, std::max(ageOf(held, state, m), Milliseconds{0}));
    };
    if (source.now)
        add(*source.now);
    else if (source.day)
        add(*source.day);
}

}  // namespace carewall::core
