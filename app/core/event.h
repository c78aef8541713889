#pragma once

#include "core/report.h"
#include "core/time.h"

#include <string>
#include <variant>

namespace carewall::core {

/// Where a report came from.
enum class Origin : std::uint8_t {
    Live,        ///< from the broker, in this run
    Remembered,  ///< from disk at boot: true once, shown with its age until the broker answers
};

enum class LinkPhase : std::uint8_t { Connecting, Up, Down };

/// A second has passed.
struct Tick {};

struct LinkChanged {
    LinkPhase phase = LinkPhase::Connecting;
    std::string why;  ///< the broker's or the network's own words; empty when up
};

struct QueueNowReported {
    std::string queue;
    std::string source;
    QueueNow report;
};
struct QueueDayReported {
    std::string queue;
    std::string source;
    QueueDay report;
};
struct VoiceNowReported {
    std::string source;
    VoiceNow report;
};
struct VoiceDayReported {
    std::string source;
    VoiceDay report;
};
struct IssueNoted {
    std::string issue;
    IssueNote note;
};
struct MetricReported {
    std::string metric;
    Metric report;
};
struct MomentShared {
    std::string moment;
    Moment moment_told;
};
struct NoticePosted {
    std::string notice;
    Notice words;
};
struct FloorClockSet {
    FloorClock clock;
};
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

/// Fields that this board does not know, from a newer feed. Counted, not an error.
struct UnknownFieldsSeen {
    std::string topic;
    std::uint64_t fields = 0;
};

/// What became of the store: empty `trouble` when writing works.
struct StoreChanged {
    std::string trouble;
};

/// Anything that can happen to a board. `at` is when it reached the board.
struct Event {
    Instant at;
    std::variant<Tick, LinkChanged, QueueNowReported, QueueDayReported, VoiceNowReported, VoiceDayReported, IssueNoted,
                 MetricReported, MomentShared, NoticePosted, FloorClockSet, CommandGiven, Withdrawn, ReportRefused,
                 UnknownFieldsSeen, StoreChanged>
        what;
    Origin origin = Origin::Live;
    bool retained = false;  ///< the broker kept it: told before we listened, we cannot tell when
};

}  // namespace carewall::core
