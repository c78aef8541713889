#pragma once

#include "core/day_history.h"
#include "core/event.h"
#include "core/report.h"
#include "core/requests.h"
#include "core/time.h"

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace carewall::core {

/// A report as the board holds it: the value, when it arrived, and whether it is only remembered from disk.
template <typename Report>
struct Held {
    Report report;
    Instant arrived;
    Origin origin = Origin::Live;
    bool retained = false;  ///< arrived as a retained message
    bool operator==(const Held&) const = default;
};

/// What one feed says of one queue.
struct QueueSource {
    std::optional<Held<QueueNow>> now;
    std::optional<Held<QueueDay>> day;
    bool operator==(const QueueSource&) const = default;
};

/// A queue: the sum of its sources.
struct Queue {
    std::map<std::string, QueueSource> sources;
    bool operator==(const Queue&) const = default;
};

/// What one feed says of voices.
struct VoiceSource {
    std::optional<Held<VoiceNow>> now;
    std::optional<Held<VoiceDay>> day;
    bool operator==(const VoiceSource&) const = default;
};

/// The broker as the board hears it: since when, and why not.
struct Link {
    LinkPhase phase = LinkPhase::Connecting;
    std::string why;  ///< in the system's or the broker's own words
    Instant since;    ///< of the phase: a link that is down for another reason is not down anew
    LinkReason reason = LinkReason::None;
    bool operator==(const Link&) const = default;
};

/// One message that was not taken: which, why and when.
struct Refusal {
    std::string topic;
    std::string why;
    Instant at;
    bool operator==(const Refusal&) const = default;
};

/// What one topic told in fields that this board does not know, by their names: "wating", "target.percent", "#17".
struct UnknownFields {
    std::string topic;
    std::vector<std::string> names;
    bool operator==(const UnknownFields&) const = default;
};

/// What the board did not take, kept for the wall and the log.
struct Refusals {
    std::uint64_t reports = 0;  ///< messages refused: unreadable, over a limit
    std::uint64_t unknown_fields = 0;
    std::uint64_t over_limit = 0;       ///< readable reports refused because the board is full
    std::deque<Refusal> newest;         ///< newest first, at most limits::refusals_kept
    std::deque<UnknownFields> unknown;  ///< newest first, a topic once, at most limits::unknown_topics_kept
    bool operator==(const Refusals&) const = default;
};

/// A source that stays silent for so many of its promised intervals has gone.
inline constexpr int missed_reports = 3;

/// The whole truth of a board, as a value.
struct State {
    Instant now;
    Link link;
    std::optional<Held<FloorClock>> clock;
    std::map<std::string, Queue> queues;
    std::map<std::string, VoiceSource> voices;
    std::map<std::string, Held<IssueNote>> notes;
    std::map<std::string, Held<Metric>> metrics;
    std::map<std::string, Held<Moment>> moments;
    std::map<std::string, Held<Notice>> notices;
    std::optional<Held<BoardCommand>> command;  ///< the newest
    Requests requests;                          ///< what all of them come to
    DayHistory history;                         ///< empty: not read, or there is no store
    Refusals refusals;
    std::vector<std::string> other_floors;  ///< reported for while this one awaits its first; see limits::other_floors
    std::string store_trouble;
    std::uint64_t reports = 0;          ///< taken into the state, repeats not counted
    std::uint64_t newest_sequence = 0;  ///< highest revision.sequence taken
    std::uint64_t changes = 0;          ///< rises when anything but `now` changes
    bool operator==(const State&) const = default;
};

/// The whole behaviour of the board. Pure and total: no clock, no I/O, no failure.
/// Live, at boot, in a replay and in the tests it is this function.
/// A report at or below the revision already held changes nothing but turns a remembered value live.
State reduce(State state, const Event& event);

/// Whether nobody has told of a queue or of voices yet: the wall then says what it waits for.
bool awaitsReports(const State& state);

/// The floor's time at an instant: the wall's, or the floor clock's where one is set. Stands still when the clock has
/// ended, was lost, is only remembered, or missed three of its promised reports.
WallTime floorTime(const State& state, Instant at);

/// Whether the floor lives by a clock of its own that no longer runs.
bool floorStopped(const State& state, Instant at);

/// Floor seconds a real second now: 1 live, the rate of a running floor clock, 0 when it stopped.
double floorRate(const State& state, Instant at);

}  // namespace carewall::core
