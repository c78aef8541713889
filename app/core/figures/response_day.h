#pragma once

#include "core/state.h"
#include "core/time.h"

#include <cstdint>
#include <optional>
#include <vector>

/// How the response times of a day went, for drawing: by half hours, and the last hour by size. Sketches of all sources
/// merged, never averaged. Pure.
namespace carewall::core {

/// Half an hour of the floor's day.
struct ResponseSpan {
    WallTime start{};
    std::optional<double> p50_s;
    std::optional<double> p90_s;
    std::uint64_t n = 0;
    bool operator==(const ResponseSpan&) const = default;
};

inline constexpr Milliseconds response_span = std::chrono::minutes{30};
/// Of the last hour's histogram: a factor of 2 each. Bin i holds (centre 2^(i-5), centre 2^(i-4)]; the first also what
/// is faster, the last also what is slower.
inline constexpr int response_bins = 8;
/// Bins up to the centre, which is the target where one is set.
inline constexpr int response_bins_within = 5;

struct ResponseDay {
    std::vector<ResponseSpan> spans;  ///< rising, only those in which somebody was answered
    std::vector<std::uint64_t> bins;  ///< of the last hour, response_bins of them
    double centre_s = 0;              ///< the target, or the power of 2 next to the day's median; 0: nothing to draw
    bool operator==(const ResponseDay&) const = default;
};

/// The floor's day, and that of each channel, team and queue in the order in which its figures list them.
struct ResponseDays {
    ResponseDay floor;
    std::vector<ResponseDay> channels;
    std::vector<ResponseDay> teams;
    std::vector<ResponseDay> queues;
};

struct FloorFigures;

/// Worked out at once: each slot is merged but for its queue, the rest are sums of queues. `floor` says what there is
/// and what belongs together, as of `at`. Of several queues the centre is a target only where all that have one have
/// the same.
ResponseDays responseDays(const State& state, Instant at, const FloorFigures& floor);

}  // namespace carewall::core
