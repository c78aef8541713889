#pragma once

#include "core/day_history.h"
#include "core/link.h"
#include "core/report.h"
#include "core/time.h"

#include <string>
#include <variant>
#include <vector>

namespace carewall::core {

/// Where a report came from.
enum class Origin : std::uint8_t {
    Live,        ///< from the broker, in this run
    Remembered,  ///< from disk at boot: true once, shown with its age until the broker answers
};

/// A second has passed.
struct Tick {};

/// The link to the broker came up or went down.
struct LinkChanged {
    LinkPhase phase = LinkPhase::Connecting;
    std::string why;  ///< the broker's or the network's own words; empty when up
    LinkReason reason = LinkReason::None;
};

/// A source told how a queue stands now.
struct QueueNowReported {
    std::string queue;
    std::string source;
    QueueNow report;
};
/// A source told the day's closed slots of a queue.
struct QueueDayReported {
    std::string queue;
    std::string source;
    QueueDay report;
};
/// A source told the voices of the slot still running.
struct VoiceNowReported {
    std::string source;
    VoiceNow report;
};
/// A source told the closed slots of voices.
struct VoiceDayReported {
    std::string source;
    VoiceDay report;
};
/// Somebody noted what becomes of an issue.
struct IssueNoted {
    std::string issue;
    IssueNote note;
};
/// Somebody told any other figure.
struct MetricReported {
    std::string metric;
    Metric report;
};
/// Somebody went above and beyond.
struct MomentShared {
    std::string moment;
    Moment moment_told;
};
/// Somebody has words for the floor.
struct NoticePosted {
    std::string notice;
    Notice words;
};
/// The floor lives in a time of its own from now on.
struct FloorClockSet {
    FloorClock clock;
};
/// Somebody asked something of this board.
struct CommandGiven {
    BoardCommand command;
};

/// What a topic is about.
enum class Subject : std::uint8_t {
    QueueNow,
    QueueDay,
    VoiceNow,
    VoiceDay,
    IssueNote,
    Metric,
    Moment,
    Notice,
    Clock,
    BoardStatus,
    BoardCommand,
};

/// A retained message was cleared (empty payload): forget what that topic told.
struct Withdrawn {
    Subject subject = Subject::QueueNow;
    std::string id;      ///< queue, issue, metric, moment, notice; empty for voice and clock
    std::string source;  ///< of queue and voice
};

/// A message that the wire could not or would not read.
struct ReportRefused {
    std::string topic;
    std::string why;  ///< what was wrong, where, and what would be right
    std::uint64_t times = 1;
};

/// While the board awaits its first report, one came for another floor.
struct OtherFloorHeard {
    std::string floor;
};

/// Fields that this board does not know, of a newer feed or misspelt. Counted and named, not an error in themselves.
struct UnknownFieldsSeen {
    std::string topic;
    std::uint64_t fields = 0;
    std::vector<std::string> names;  ///< plain, each once, at most limits::unknown_names of limits::unknown_name_bytes
};

/// What became of the store: empty `trouble` when writing works.
struct StoreChanged {
    std::string trouble;
};

/// The store looked up the days before today.
struct HistoryRead {
    DayHistory days;
};

/// Anything that can happen to a board. `at` is when it reached the board.
struct Event {
    Instant at;
    std::variant<Tick, LinkChanged, QueueNowReported, QueueDayReported, VoiceNowReported, VoiceDayReported, IssueNoted,
                 MetricReported, MomentShared, NoticePosted, FloorClockSet, CommandGiven, Withdrawn, ReportRefused,
                 UnknownFieldsSeen, OtherFloorHeard, StoreChanged, HistoryRead>
        what;
    Origin origin = Origin::Live;
    bool retained = false;  ///< the broker kept it: told before we listened, we cannot tell when
};

}  // namespace carewall::core
