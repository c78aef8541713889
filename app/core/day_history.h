#pragma once

#include "core/report.h"
#include "core/tally.h"
#include "core/time.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// The floor's days before today, as the store remembers them.
namespace carewall::core {

/// What one day came to.
struct PastDay {
    WallTime start{};                     ///< the floor's midnight
    std::map<std::string, Tally> queues;  ///< by queue, all its sources together; what is not there is not known
    std::optional<Mentions> voices;       ///< of all sources; empty: not known
    bool operator==(const PastDay&) const = default;
};

/// Oldest first, one day after the other up to yesterday: a day that nothing is known of is there, with nothing in it.
using DayHistory = std::vector<PastDay>;

/// How far a board looks back.
inline constexpr int history_days = 28;
/// So many of its newest days have their response times; the older ones have counts alone.
inline constexpr int history_sketch_days = 7;

}  // namespace carewall::core
