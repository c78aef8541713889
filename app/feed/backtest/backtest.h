#pragma once

#include "core/forecast/forecast.h"
#include "core/report.h"
#include "core/result.h"
#include "core/service_level.h"
#include "core/time.h"
#include "core/trend/trend.h"
#include "feed/backtest/forecast_score.h"
#include "feed/conversation/source.h"
#include "feed/ledger/ledger.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

/// History through the code that runs on the floor: what the wall would have said, and whether it would have been
/// right.
namespace carewall::feed {

/// Something that is known to have happened, to measure whether it was found, and when.
struct KnownBurst {
    core::WallTime from{};
    core::WallTime to{};
    bool operator==(const KnownBurst&) const = default;
};

/// So long without a single event is no quiet floor but a hole in the data: nothing is learned from it.
inline constexpr core::Milliseconds hole_in_data = std::chrono::hours{72};

struct BacktestOptions {
    std::optional<core::WallTime> from;  ///< earlier events are folded and learned without a word
    std::optional<core::WallTime> to;    ///< where it ends, itself not included; empty: the last event
    std::vector<KnownBurst> known;
    core::TrendOptions trends;
};

/// A burst as the wall would have told it.
struct Burst {
    enum class Kind : std::uint8_t {
        Issue,     ///< of an issue that has a name
        Emerging,  ///< of one that nobody had named
        Volume,    ///< of the whole floor
    };
    Kind kind = Kind::Issue;
    std::string id;          ///< of the issue; empty for Volume
    std::string label;       ///< of an emerging one, in the customers' own words
    core::WallTime since{};  ///< its onset, as it was seen when it was noticed
    core::WallTime noticed{};
    std::optional<core::WallTime> ended;
    core::Mentions voices;  ///< since its onset
    double expected = 0;    ///< voices that were usual over the same time
    bool learning = false;  ///< noticed while what is usual was still being learned
    std::string part_of;    ///< of an emerging one: the named issue that explains it; empty: none
    /// voices / expected; 0 where nothing at all is usual.
    double timesUsual() const { return expected > 0 ? static_cast<double>(voices.mentions) / expected : 0; }
    bool operator==(const Burst&) const = default;
};

/// One thing that the wall would have said.
struct BacktestEvent {
    struct Began {
        Burst burst;
    };
    struct Ended {
        Burst burst;
    };
    struct Forecasted {  ///< each hour; without a forecast only when the reason changes
        std::string queue;
        std::uint64_t waiting = 0;
        core::Forecast forecast;
    };
    struct Closed {
        std::string queue;
        std::uint64_t waiting = 0;
        std::optional<core::WallTime> opens;
    };
    struct Opened {
        std::string queue;
        std::uint64_t waiting = 0;
    };
    core::WallTime at{};
    std::variant<Began, Ended, Forecasted, Closed, Opened> what;
};

/// A day of one queue, or of the floor. Each event counts in the day in which it happened.
struct DayRecord {
    core::WallTime day{};  ///< its midnight on the floor; the first and last may be counted in part
    core::Tally tally;
    core::ServiceLevel service_level;
    std::uint64_t voices = 0;  ///< of the floor's days: distinct in three hours
};

struct QueueRecord {
    QueueFacts facts;
    std::vector<DayRecord> days;  ///< rising; only those on which something happened
    core::Tally all;
    core::ServiceLevel service_level;
    std::uint64_t waiting = 0;  ///< at the end
};

/// What was found of something known: each kind's first burst that was noticed within it.
struct Finding {
    KnownBurst known;
    std::vector<Burst> found;
};

struct Backtested {
    core::WallTime from{};
    core::WallTime to{};
    std::vector<std::pair<core::WallTime, core::WallTime>> holes;
    double weeks = 0;  ///< from `from` to `to` without the holes
    std::uint64_t events = 0;
    QueueRecord floor;  ///< all queues together: sketches merged, never averaged; facts: the target that all share
    std::map<std::string, QueueRecord> queues;
    std::vector<Burst> bursts;      ///< in the order in which they were noticed
    std::vector<Finding> findings;  ///< one for each of BacktestOptions::known
    std::size_t outside = 0;        ///< bursts noticed outside everything known
    double weeks_outside = 0;
    std::map<std::string, QueueForecasts> forecasts;  ///< of the queues with a target
    ForecastScores customers;                         ///< all of them together
    LedgerCounts counts;
};

/// Runs history through the ledger and the detectors as they run live: voice slots close as they end, the open one is
/// watched with every voice and every five minutes, forecasts are scored each minute, or where the shortest target is
/// longer than 48 minutes, 48 times within it and at least each half hour. `tell` hears the
/// events in the order of their times. The source has everything at hand; its error is this one's. Ends early once
/// `stopped`, where it is given, says so.
core::Result<Backtested, std::string> backtest(const BacktestOptions& options, LedgerOptions counting, Source& source,
                                               const std::function<void(const BacktestEvent&)>& tell,
                                               const std::function<bool()>& stopped = {});

}  // namespace carewall::feed
