#pragma once

#include "core/report.h"
#include "core/time.h"
#include "core/trend/trend_baseline.h"
#include "core/trend/trend_evidence.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace carewall::core {

/// All that a Trends has learned and seen, as a value: for keeping it from one start to the next.
struct TrendMemory {
    static constexpr std::size_t longest_issue = 255;  ///< bytes of an issue's id, at least 1

    /// A rise of the evidence from nothing, seen at one tilt.
    struct Path {
        bool begun = false;  ///< without, the rest says nothing
        WallTime onset{};
        double score = 0;
        double expected = 0;
        Mentions voices;
        bool operator==(const Path&) const = default;
    };
    /// While it trends.
    struct Burst {
        Path shown;  ///< the strongest of the paths, from then on
        WallTime noticed{};
        double calm = 0;     ///< evidence for the usual
        double against = 2;  ///< the burst that the usual is weighed against, times the usual
        bool operator==(const Burst&) const = default;
    };
    struct Watching {
        Evidence::Parts evidence;
        std::array<Path, tilts> paths;
        std::optional<Burst> burst;
        Mentions taken;  ///< of the open slot
        bool operator==(const Watching&) const = default;
    };
    struct Issue {
        std::string issue;
        IssueBaseline::Parts baseline;
        ScatterSeen::Parts seen;
        Watching watching;
        bool operator==(const Issue&) const = default;
    };

    WallTime closed_until{};
    std::optional<WallTime> since;
    double exposure = 0;  ///< hours, none forgotten
    FloorProfile::Parts floor;
    ScatterSeen::Parts volume_seen;
    Watching volume;
    WallTime open{};  ///< start of the slot of which something was taken
    WallTime open_until{};
    std::vector<Issue> issues;  ///< rising id, at most limits::issues
    bool operator==(const TrendMemory&) const = default;
};

/// Whether a Trends could have remembered it: each number finite and in its range, each moment within some thousand
/// years of 1970, the issues in their order.
bool isPossible(const TrendMemory& memory);

}  // namespace carewall::core
