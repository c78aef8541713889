#pragma once

#include "core/figures/figures.h"
#include "core/state.h"

#include <optional>

namespace carewall::core {

/// A day whose service level is the best of all that the board remembers.
struct BestDay {
    double ratio = 0;  ///< of today so far
    int days = 0;      ///< that it was compared with and has beaten
    bool operator==(const BestDay&) const = default;
};

/// How long before its end a day is judged.
inline constexpr std::chrono::minutes judged_before_end{30};

/// Whether today is such a day, near its end: all queues are closed within half an hour, or it is nearly midnight.
/// Honest: at least seven days are remembered, at least half as many cases as on a middling one have been counted, the
/// target is met, and no remembered day was as good. Each day's cases are counted by the targets of today.
std::optional<BestDay> bestDay(const State& state, const FloorFigures& floor);

}  // namespace carewall::core
