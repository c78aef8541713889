#pragma once

#include "core/sketch.h"
#include "core/time.h"

#include <cstdint>

namespace carewall::core {

/// What happened in one slot of one queue. Counters are cumulative within the slot, so that a report repeated or
/// skipped changes nothing. Each happening counts in the slot in which it happened.
struct Tally {
    WallTime start{};
    Milliseconds length{0};
    std::uint64_t offered = 0;
    std::uint64_t answered = 0;
    std::uint64_t answered_within_target = 0;
    std::uint64_t abandoned = 0;
    std::uint64_t abandoned_within_target = 0;
    std::uint64_t resolved = 0;
    std::uint64_t resolved_in_one = 0;        ///< in a single interaction
    std::uint64_t answered_by_community = 0;  ///< by customers who help each other; part of answered
    Sketch response;                          ///< from asking to the first answer

    /// Adds the other's counts and sketch; start is the earlier, length spans both (a length of 0 is no slot: the
    /// other's stands).
    void add(const Tally& other);
    bool operator==(const Tally&) const = default;
};

}  // namespace carewall::core
