#pragma once

#include "core/figures/figures.h"
#include "core/shift.h"

#include <chrono>

/// Small reports around noon, and what they come to.
namespace carewall::tests {

/// A board that hears, and the events.
inline core::State heard(const std::vector<core::Event>& events)
{
    core::State state = core::reduce({}, told(core::LinkChanged{core::LinkPhase::Up, {}}));
    for (const core::Event& event : events)
        state = core::reduce(std::move(state), event);
    return state;
}

inline core::QueueNow nowOf(Milliseconds after_noon, std::vector<Milliseconds> ages = {}, std::uint64_t sequence = 1)
{
    core::QueueNow now;
    now.header = header(sequence, noon + after_noon);
    now.waiting = ages.size();
    now.ages = std::move(ages);
    now.target = {Seconds{60}, 0.8, core::AbandonPolicy::Ignored};
    return now;
}

inline core::Tally slotAt(WallTime start, std::uint64_t answered, std::uint64_t within)
{
    core::Tally slot;
    slot.start = start;
    slot.length = std::chrono::minutes{5};
    slot.offered = answered;
    slot.answered = answered;
    slot.answered_within_target = within;
    if (answered > 0) slot.response.add(30, answered);
    return slot;
}

inline core::QueueDay dayOf(std::vector<core::Tally> of, Milliseconds after_noon = {})
{
    return {header(1, noon + after_noon), std::move(of), {}};
}

inline core::QueueFigures only(const core::FloorFigures& floor)
{
    return floor.queues.size() == 1 ? floor.queues.front() : core::QueueFigures{};
}

inline const char* name(core::Freshness freshness)
{
    switch (freshness) {
    case core::Freshness::Live:
        return "live";
    case core::Freshness::Remembered:
        return "remembered";
    case core::Freshness::LinkDown:
        return "link down";
    case core::Freshness::Silent:
        return "silent";
    case core::Freshness::ClockWrong:
        return "clock wrong";
    }
    return "?";
}

inline const char* name(core::Tone tone)
{
    switch (tone) {
    case core::Tone::Calm:
        return "calm";
    case core::Tone::Watch:
        return "watch";
    case core::Tone::Act:
        return "act";
    case core::Tone::Silent:
        return "silent";
    case core::Tone::Closed:
        return "closed";
    }
    return "?";
}

}  // namespace carewall::tests
