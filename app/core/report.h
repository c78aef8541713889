#pragma once

#include "core/calibration.h"
#include "core/scenes.h"
#include "core/service_level.h"
#include "core/tally.h"
#include "core/theme.h"
#include "core/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What travels on the wire, as values. One struct a message of proto/carewall/v1; units are in the types.
namespace carewall::core {

/// Orders one source's reports across its restarts. Higher is newer, whatever any clock says.
struct Revision {
    std::uint64_t epoch = 0;
    std::uint64_t sequence = 0;
    bool isSet() const { return epoch != 0 || sequence != 0; }
    auto operator<=>(const Revision&) const = default;
};

/// What every report says about itself.
struct Header {
    Revision revision;             ///< not set: newest as it arrives
    std::optional<WallTime> time;  ///< the source's (floor) time; empty: as it arrives
    Milliseconds interval{0};      ///< real time between reports the source promises at most; 0: no promise
    bool operator==(const Header&) const = default;
};

/// The people of a queue's team, by what they do now.
struct Agents {
    std::uint32_t available = 0;
    std::uint32_t busy = 0;
    std::uint32_t away = 0;
    std::uint32_t staffed() const { return available + busy + away; }
    bool operator==(const Agents&) const = default;
};

struct QueueNow {
    Header header;
    std::string label;  ///< empty: the queue's id stands in
    std::string channel;
    std::string team;
    Target target;
    std::uint64_t waiting = 0;
    std::vector<Milliseconds> ages;            ///< of the waiting, oldest first; may list fewer than wait
    std::optional<Agents> agents;              ///< empty: nobody counts agents here
    std::optional<Tally> open;                 ///< the slot still running
    std::optional<Calibration> calibration{};  ///< what the source's own forecasts taught; empty: nothing yet
    bool operator==(const QueueNow&) const = default;
};

/// Open from `open` to `close` by the clock on the floor's wall; close <= open: past midnight.
struct OpeningHours {
    Milliseconds open{0};
    Milliseconds close{0};
    std::uint8_t weekdays = 0;  ///< on which it opens: bit 0 Sunday .. bit 6 Saturday; 0: on all
    bool operator==(const OpeningHours&) const = default;
};

/// When a queue is open.
struct Opening {
    std::vector<OpeningHours> hours;  ///< none: always open, on holidays too
    std::vector<Date> holidays;       ///< rising, each once: days on which no hours open
    bool operator==(const Opening&) const = default;
};

/// The closed slots of the floor's day, and before them those of the last hour where it began yesterday.
struct QueueDay {
    Header header;
    std::vector<Tally> slots;  ///< rising start
    Opening opening;           ///< holidays may begin yesterday, and end where the source looks no further
    bool operator==(const QueueDay&) const = default;
};

/// Voices: how many spoke of something, and how.
struct Mentions {
    std::uint64_t mentions = 0;
    std::uint64_t positive = 0;
    std::uint64_t negative = 0;
    std::uint64_t reach = 0;  ///< people who could see it
    void add(const Mentions& other);
    /// (positive - negative) / all, neutrals in the denominator; empty when nobody spoke.
    std::optional<double> netSentiment() const;
    bool operator==(const Mentions&) const = default;
};

/// Of an issue that nobody named: the feed found it in what customers write.
struct Emergence {
    std::optional<WallTime> since;  ///< of its first voice; empty: not told
    std::optional<WallTime> until;  ///< of the burst's end; empty: it goes on
    double usual_per_hour = 0;      ///< voices that would have said so at any other time
    std::string part_of;            ///< the named issue that most of its voices speak of; empty: none
    bool operator==(const Emergence&) const = default;
};

struct IssueMentions {
    std::string issue;
    std::string label;  ///< empty: the issue's id stands in; of an emerging one the customers' own words
    Mentions voices;
    std::optional<Emergence> emerging{};  ///< empty: a named one
    bool operator==(const IssueMentions&) const = default;
};

/// Anger - like - love - defend: how many voices stand on each rung.
struct Ladder {
    std::uint64_t anger = 0;
    std::uint64_t like = 0;
    std::uint64_t love = 0;
    std::uint64_t defend = 0;
    void add(const Ladder& other);
    bool operator==(const Ladder&) const = default;
};

/// The voices of one slot; counters are cumulative within it, as a Tally's are.
struct VoiceSlot {
    WallTime start{};
    Milliseconds length{0};
    Mentions total;
    Ladder ladder;
    std::uint64_t replies = 0;
    std::uint64_t broadcasts = 0;
    std::vector<IssueMentions> issues;
    bool operator==(const VoiceSlot&) const = default;
};

/// The voices of the slot still running.
struct VoiceNow {
    Header header;
    std::optional<VoiceSlot> open;
    bool operator==(const VoiceNow&) const = default;
};

/// Closed slots of the last two days or so: enough for "the same hours before".
struct VoiceDay {
    Header header;
    std::vector<VoiceSlot> slots;  ///< rising start
    bool operator==(const VoiceDay&) const = default;
};

/// How far an issue has come on its way to who can solve it.
enum class HandOff : std::uint8_t { New, HandedOff, Acknowledged, Resolved };

struct IssueNote {
    Header header;
    std::string label;
    HandOff hand_off = HandOff::New;
    std::string to;  ///< whom it was handed to: a team, never a customer
    std::string text;
    bool names_nobody = false;  ///< its writer says that `to` is no person
    bool operator==(const IssueNote&) const = default;
};

/// Which way is good.
enum class Good : std::uint8_t { Unknown, Up, Down };

/// A metric's value over one slot.
struct MetricSlot {
    WallTime start{};
    Milliseconds length{0};
    double value = 0;
    bool operator==(const MetricSlot&) const = default;
};

/// Any other figure: CSAT, share of voice, applause rate, unfollows.
struct Metric {
    Header header;
    std::string label;
    std::string unit;
    double value = 0;
    std::optional<double> target;
    Good good = Good::Unknown;
    std::vector<MetricSlot> slots;
    bool operator==(const Metric&) const = default;
};

/// Somebody went above and beyond.
struct Moment {
    Header header;
    std::string text;
    std::string team;
    std::string channel;
    std::string thanks;  ///< to whom, as the floor wants it said
    std::optional<WallTime> until;
    bool names_nobody = false;  ///< its writer says that the text names no customer and no agent
    bool operator==(const Moment&) const = default;
};

/// How a notice calls: as a tile's tone does.
enum class Severity : std::uint8_t { Info, Watch, Act };

/// Words to the floor.
struct Notice {
    Header header;
    std::string text;
    Severity severity = Severity::Info;
    std::optional<WallTime> until;
    bool operator==(const Notice&) const = default;
};

enum class ClockPhase : std::uint8_t {
    Running,
    Ended,  ///< the replay came to its end
    Lost,   ///< the feed died: its will says so
};

/// The floor's own time: `floor` at the wall's `at`, running at `rate`. Absent, the floor lives in wall time.
struct FloorClock {
    Header header;
    WallTime floor{};
    WallTime at{};
    double rate = 1;  ///< floor seconds a real second, in [0, 1e7]
    ClockPhase phase = ClockPhase::Running;
    std::string label;  ///< "replay", "simulation": what the wall calls it
    bool operator==(const FloorClock&) const = default;
};

/// What somebody asks of one board.
struct BoardCommand {
    enum class Kind : std::uint8_t { Scene, Identify, Dim, Notice, Next, Previous, Hold, Language, Qr, Theme };
    Header header;
    Kind kind = Kind::Identify;
    std::optional<Scene> scene;  ///< one of core::asked_scenes; none: the playlist goes on
    double dim = 0;              ///< in [0, 1], 0 = full light
    Notice notice;
    bool hold = false;     ///< the scene stays; false: the playlist goes on
    std::string language;  ///< code of one of core::languages
    std::string issue;     ///< whose page's QR code is shown; empty: it is taken away
    core::Theme theme = core::Theme::Dark;
    bool operator==(const BoardCommand&) const = default;
};

}  // namespace carewall::core
