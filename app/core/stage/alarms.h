#pragma once

#include "core/figures/figures.h"
#include "core/settings.h"
#include "core/time.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// Which queues call for action so that somebody must look up. Few by design: a call must last, the end of it too,
/// and the screen is taken only so often.
namespace carewall::core {

/// One queue's alarm. What it calls is measured in floor time, so that a replay x60 alarms as its day did; silence and
/// a lost link are no evidence either way.
struct QueueAlarm {
    bool seen = false;                ///< heard since the queue was last silent
    WallTime heard{};                 ///< when it was heard last, floor time
    SteadyTime seen_at{};             ///< when it was heard again
    bool found = false;               ///< it called for action as it was heard again, and has not stopped since
    bool called = false;              ///< when it was heard last
    Milliseconds acting{0};           ///< how long it has called without a break
    Milliseconds quiet_for{0};        ///< how long it has not, while the alarm stands
    bool active = false;              ///< from `after` of calling until `over` without
    bool due = false;                 ///< stands and has not been judged for the screen
    WallTime since{};                 ///< from when it called
    bool since_known = true;          ///< false: it called already when it was heard again
    std::optional<SteadyTime> taken;  ///< the screen, last
    bool operator==(const QueueAlarm&) const = default;
};

/// An alarm that has the screen.
struct AlarmOnScreen {
    std::string queue;
    SteadyTime until{};
    bool operator==(const AlarmOnScreen&) const = default;
};

/// An alarm that is over: told for a while.
struct Recovery {
    std::string label;       ///< of the queue
    Milliseconds lasted{0};  ///< floor time
    bool at_least = false;   ///< it may have begun earlier
    SteadyTime until{};
    bool calm = true;  ///< false: it need not be acted on any more, but is to be watched
    bool operator==(const Recovery&) const = default;
};

/// All alarms of a floor.
struct Alarms {
    std::map<std::string, QueueAlarm> queues;
    std::vector<SteadyTime> takes;  ///< of the screen, within the last hour, rising
    std::optional<AlarmOnScreen> on_screen;
    std::optional<Recovery> recovery;
    bool operator==(const Alarms&) const = default;
};

/// A queue that calls for action as it is heard again may be told by half: it is believed after this.
inline constexpr Seconds alarm_settles{5};
/// How long a recovery is told.
inline constexpr Seconds recovery_told{60};

/// The alarms a moment later, by what the figures say at each (QueueFigures::judged, not the tone that is shown for a
/// while longer), so that what an alarm says of its length is true. `passed` floor time has gone by; `free`: nothing
/// that a person asked to see, nor another alarm, has the screen. Pure and total. An alarm that is due while the screen
/// is not free waits; one that is over the budget, or of a queue that took the screen a short while ago, never takes
/// it: it stands in its tile alone. A queue that nobody heard for longer than `settings.over`, silent or jumped over by
/// the floor's clock, has no alarm any more: whether it went on and when it ended is not known, so no end is told, and
/// who still calls then begins anew.
Alarms watch(Alarms alarms, const FloorFigures& floor, Milliseconds passed, bool free, const AlarmSettings& settings,
             Instant at);

}  // namespace carewall::core
