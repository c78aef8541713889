#pragma once

#include "core/time.h"

/// The lengths in which figures are counted, and where a slot begins.
namespace carewall::core {

/// Of a queue's tallies.
inline constexpr Seconds queue_slot = std::chrono::minutes{5};
/// Of what customers speak of.
inline constexpr Seconds voice_slot = std::chrono::minutes{15};
/// A source tells the voices of so long: the last three hours and the same hours the day before, and a little.
inline constexpr Milliseconds voice_kept = std::chrono::hours{28};

/// The start of the slot of a length that holds `time`. Slots begin at multiples of their length since 1970 UTC, which
/// are the same on the clock of every zone whose offset is in quarters of an hour.
constexpr WallTime slotStart(WallTime time, Milliseconds length)
{
    auto past = time.time_since_epoch() % length;
    if (past.count() < 0) past += length;
    return time - past;
}

}  // namespace carewall::core
