#pragma once

#include "core/sketch.h"
#include "core/time.h"

#include <cstdint>

namespace carewall::core {

/// How a queue moved in one slot: what the breach forecast rests on. Optional; 0 where a source does not tell. All add
/// up over slots and over sources with lines of their own. Where feeds share one line by conversation, `waited_ms` and
/// `busy_ms` are exact still, the others are those of the parts: each feed sees only its own customers wait.
struct LineTally {
    std::uint64_t waited_ms = 0;              ///< time waited in the slot, summed over customers
    std::uint64_t pressed_ms = 0;             ///< time during which somebody waited
    std::uint64_t backlog_ms = 0;             ///< time during which at least two waited
    std::uint64_t answered_from_backlog = 0;  ///< answers while somebody else waited on
    std::uint64_t others_waiting = 0;         ///< how many others waited on, summed over answers; at most 256 an answer
    std::uint64_t passed_over = 0;            ///< of them, those who had waited longer than who was answered
    std::uint64_t busy_ms = 0;                ///< time that agents were busy, summed over agents; 0: not counted

    /// Adds the other's, each standing still at the largest number.
    void add(const LineTally& other);
    bool operator==(const LineTally&) const = default;
};

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
    std::uint64_t fcr = 0;                    ///< in a single interaction
    std::uint64_t answered_by_community = 0;  ///< by customers who help each other; part of answered
    Sketch response;                          ///< from asking to the first answer
    std::uint64_t abandoned_short = 0;        ///< before Target::short_abandon: part of abandoned, and within target
    LineTally line;                           ///< what a forecast rests on

    /// Adds the other's counts and sketch; start is the earlier, length spans both (a length of 0 is no slot: the
    /// other's stands).
    void add(const Tally& other);
    bool operator==(const Tally&) const = default;
};

}  // namespace carewall::core
