#pragma once

#include "core/state.h"
#include "core/time.h"

#include <string_view>
#include <vector>

/// How much was spoken of an issue in the last half day, for drawing. Pure.
namespace carewall::core {

/// Half an hour of it. The voices of a longer slot are taken to be spread evenly over it.
struct SpokenSpan {
    WallTime start{};
    double mentions = 0;
    Milliseconds covered{0};  ///< how much of it the slots tell of, by the source that tells most; 0: nothing is known
    bool operator==(const SpokenSpan&) const = default;
};

inline constexpr Milliseconds spoken_span = std::chrono::minutes{30};
inline constexpr int spoken_spans = 24;

/// The last spoken_spans half hours up to now, rising, of an issue or, where it is empty, of everything. All sources
/// added up.
std::vector<SpokenSpan> spokenDay(const State& state, Instant at, std::string_view issue);

}  // namespace carewall::core
