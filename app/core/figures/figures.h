#pragma once

#include "core/forecast/forecast.h"
#include "core/report.h"
#include "core/state.h"
#include "core/time.h"
#include "core/trend/trend.h"

#include <optional>
#include <string>
#include <vector>

/// What the wall shows, worked out from the State at an instant. Pure; every figure has its n and its coverage.
namespace carewall::core {

/// How a tile stands. Each has its own shape and word on the wall, never colour alone.
enum class Tone : std::uint8_t { Calm, Watch, Act, Silent, Closed };

/// Why a value may not be taken for live.
enum class Freshness : std::uint8_t {
    Live,
    Remembered,  ///< from disk, the broker has not spoken yet
    LinkDown,    ///< we cannot hear
    Silent,      ///< we could hear, the source says nothing though it promised to
    ClockWrong,  ///< the source's clock is ahead of the floor's: its ages cannot be trusted
};

/// A percentile with what it rests on.
struct Percentile {
    std::optional<double> seconds;
    bool enough = false;  ///< n >= samplesForBound(q): not greyed
};

struct ResponseFigure {
    Percentile p50;
    Percentile p90;
    std::uint64_t n = 0;
    std::optional<WallTime> since;  ///< start of the earliest slot counted
    Milliseconds covered{0};        ///< how much of its time the slots cover, by the source that covers most
};

struct QueueFigures {
    std::string queue;
    std::string label;
    std::string channel;
    std::string team;
    Target target;
    std::uint64_t waiting = 0;
    std::uint64_t breached = 0;          ///< of the listed waiting, those past the target time
    std::optional<Milliseconds> oldest;  ///< ticks with the floor's time while its source is live
    std::optional<Agents> agents;
    ServiceLevel service_level;  ///< of the floor's day so far; nothing where no target time is known
    ServiceLevel hour_level;  ///< of the last hour, who is late and still waits counted as missed: what the tone says
    ResponseFigure last_hour;
    ResponseFigure day;
    Tally day_tally;  ///< of the floor's day so far
    Freshness freshness = Freshness::Live;
    std::optional<Milliseconds> age;  ///< of the oldest of its sources' newest reports, in floor time
    std::size_t sources = 0;
    bool day_only = false;          ///< no source tells how it stands now
    bool closed = false;            ///< outside its opening hours
    std::optional<WallTime> opens;  ///< when closed: at, where it opens within weeks
    Forecast forecast;
    Tone judged = Tone::Calm;  ///< by what the figures say at this moment
    Tone tone = Tone::Calm;  ///< as shown: gets worse at once, better when the figures have stood better for tone_holds
};

/// The queues of one channel, or of one team, together: sketches merged, never averaged.
struct GroupFigures {
    std::string name;
    std::size_t queues = 0;
    std::size_t silent = 0;  ///< of them, those that are not live
    std::uint64_t waiting = 0;
    Target target;  ///< where all of its queues have a target and the same time in it; else none
    ServiceLevel service_level;
    ResponseFigure last_hour;
    ResponseFigure day;
    std::size_t forecasts = 0;  ///< queues that have one
    double breaches_10min = 0;  ///< expected, of those queues
    double breaches_30min = 0;
    Freshness freshness = Freshness::Live;  ///< of the queue heard last
    std::optional<Milliseconds> age;
    Tone tone = Tone::Silent;  ///< that of the queue which calls loudest
};

struct IssueFigures {
    std::string issue;
    std::string label;
    Mentions window;                      ///< voices within VoiceFigures::window
    std::optional<std::uint64_t> before;  ///< mentions in the same hours the day before; empty: not known
    std::optional<HandOff> hand_off;      ///< of the hand-off, when there is a note
    std::string handed_to;
    std::optional<Emergence> emerging;  ///< of one that nobody named, as its newest slot tells
    Tone tone = Tone::Calm;             ///< of an emerging one, while it goes on
    bool operator==(const IssueFigures&) const = default;
};

/// A trend as the wall shows it.
struct TrendFigures {
    Trend trend;
    std::string label;                ///< empty: the whole floor
    std::optional<HandOff> hand_off;  ///< of the hand-off, when there is a note
    std::string handed_to;
    std::vector<std::uint64_t> mentions;  ///< slot by slot beside trend.band
    Tone tone = Tone::Calm;
};

struct VoiceFigures {
    Milliseconds window{0};
    Mentions total;
    Ladder ladder;
    std::uint64_t replies = 0;
    std::uint64_t broadcasts = 0;
    std::optional<WallTime> since;
    Freshness freshness = Freshness::Live;
    std::optional<Milliseconds> age;
    std::vector<IssueFigures> issues;  ///< most mentioned first, ties by id
    std::vector<TrendFigures> trends;  ///< as TrendsNow ranks them
    std::optional<TrendFigures> volume;
    std::optional<WallTime> baseline_since;  ///< when what is usual began to be learned
    bool baseline_learns = true;
};

struct FloorFigures {
    WallTime time{};                      ///< floor time
    ServiceLevel service_level;           ///< of the day so far, all queues
    Tone service_tone = Tone::Calm;       ///< of it beside target_ratio
    double target_ratio = 0;              ///< counted-weighted mean of the queues' target ratios; 0: none set
    std::vector<AbandonPolicy> policies;  ///< in use, each once, rising
    std::uint64_t waiting = 0;
    Tally day_tally;
    Tone tone = Tone::Calm;
    GroupFigures all;                    ///< all queues, as channels and teams are told
    std::vector<GroupFigures> channels;  ///< by name; queues without one are in none
    std::vector<GroupFigures> teams;
    std::vector<QueueFigures> queues;  ///< those that call for action first, else by label: tiles keep their places
    VoiceFigures voice;
};

inline constexpr Milliseconds last_hour_window = std::chrono::minutes{60};
inline constexpr Milliseconds voice_window = std::chrono::hours{3};

struct FiguresCache;
struct ToneMemory;

/// Everything at once. Costs one pass over the held slots; sketches of closed slots merge here. `trends` as of `at`.
/// Nothing is remembered: each queue's tone is its `judged`.
FloorFigures figures(const State& state, Instant at, const TrendsNow& trends = {});
/// The same with what went before, of the same State's history. `cache` only saves work, closed slots are not gone
/// through again: all is as with an empty one, but for forecasts, which may be up to a second old. `tones` is what
/// makes tones hold.
FloorFigures figures(const State& state, Instant at, const TrendsNow& trends, FiguresCache& cache, ToneMemory& tones);

}  // namespace carewall::core
