#pragma once

#include "core/figures/figures.h"
#include "core/report.h"
#include "core/service_level.h"
#include "core/sketch.h"
#include "core/state.h"
#include "core/time.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// How today stands among the days before it: the six days that the store remembers, and today so far.
namespace carewall::core {

inline constexpr std::size_t week_days = 7;

/// One of them, over all queues that the floor has now. What a day holds nothing of is not known of it.
struct WeekDay {
    WallTime start{};            ///< the floor's midnight
    ServiceLevel service_level;  ///< of queues with a target time, judged by the targets they have now
    Sketch response;             ///< of the queues of `Week::promise`
    std::uint64_t answered = 0;
    std::uint64_t resolved = 0;
    std::uint64_t fcr = 0;
    Mentions voices;
};

/// What is promised to most customers. Response times are told of the queues that promise the same time, those with
/// most answers in the week: phone calls and letters have no tail in common.
struct Promise {
    Milliseconds within{0};  ///< 0: no queue promises a time, and the response times are of all
    double ratio = 0;        ///< mean of their target ratios
    std::size_t queues = 0;  ///< that promise it
    std::size_t of = 0;      ///< that the floor has
    std::string channel;     ///< the one whose queues they are, all of them; empty: of several, or not all of one
    bool everybody = true;   ///< no other queue answered anybody in the week
};

struct Week {
    Promise promise;
    std::array<WeekDay, week_days> days;  ///< oldest first; the last is today so far
};

/// Adds up what `floor`, the figures of `state`, and its history know.
Week week(const State& state, const FloorFigures& floor);

/// A metric beside its week: of each day the mean of its slots, weighted by their lengths; today its newest value.
struct MetricFigures {
    std::string metric;
    const Metric* told = nullptr;  ///< of the state
    std::array<std::optional<double>, week_days> days;
    Freshness freshness = Freshness::Live;
    Milliseconds age{0};
    Tone tone = Tone::Calm;  ///< beside its target
};

/// All that the state holds, those with a target first, then by id.
std::vector<MetricFigures> metricFigures(const State& state, Instant at, const Week& week);

}  // namespace carewall::core
