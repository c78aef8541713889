#pragma once

#include "core/time.h"

#include <optional>
#include <string>
#include <string_view>

/// Days and hours on the floor. The floor's time zone is the process's (TZ), set once by `useTimeZone` before any
/// thread starts: the board stands on the floor, so it has no other.
namespace carewall::core {

/// What a zone's name must be, for whoever complains of one.
inline constexpr std::string_view time_zone_form =
    "a time zone that this machine knows, such as \"Europe/Berlin\" (timedatectl list-timezones)";

/// Whether the machine has a zone of that IANA name.
bool isTimeZone(std::string_view name);

/// Sets the process's zone to an IANA name such as "Europe/Berlin"; empty keeps the machine's.
/// False when the machine has no such zone: nothing is changed. Before any thread starts.
bool useTimeZone(std::string_view name);

/// The midnight at or before `time` on the floor.
WallTime dayStart(WallTime time);

/// The midnight after the one at `midnight`.
WallTime nextDay(WallTime midnight);

/// The date that the floor has at `time`.
Date dateOf(WallTime time);

/// "2024-12-25", and back: empty for anything else, and outside of 1970 to 2199.
std::string isoDate(Date date);
std::optional<Date> dateFrom(std::string_view text);
/// What a date must be, for whoever complains of one.
inline constexpr std::string_view date_form = "a date such as \"2024-12-25\"";

/// When a story told at `time` comes off the wall where its writer does not say: at the end of its day.
WallTime momentEnd(WallTime time);

/// The moment at which the clock on the wall shows `time_of_day`, in [0, 24 h], on the day that begins at `midnight`.
/// Where the clocks jump over it, the moment after the jump; where it comes twice, either.
WallTime onDay(WallTime midnight, Milliseconds time_of_day);

/// Since the floor's midnight, by the clock on the wall (an hour may be missing or twice on the day that DST changes).
Milliseconds timeOfDay(WallTime time);

/// "14:02", 24 hours, on the floor.
struct ClockFace {
    int year = 1970;
    int month = 1;    ///< 1..12
    int day = 1;      ///< 1..31
    int weekday = 4;  ///< 0 = Sunday
    int hour = 0;
    int minute = 0;
    int second = 0;
};
ClockFace clockFace(WallTime time);

}  // namespace carewall::core
