#pragma once

#include "core/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace carewall::feed {

/// Whose midnight a time without a zone counts from.
enum class Zone : std::uint8_t { Utc, Floor };

/// How a column writes its times.
struct TimeForm {
    std::string pattern;  ///< of strptime, such as "%d/%m/%Y %H:%M"; empty: any of those that parseTime knows
    Zone zone = Zone::Utc;
    bool operator==(const TimeForm&) const = default;
};

/// A time as it was read. In the night in which clocks are put back, a floor's clock shows an hour twice.
struct ReadTime {
    core::WallTime at{};
    core::WallTime again{};  ///< the later moment at which the clock shows the same; else `at`
    bool operator==(const ReadTime&) const = default;
};

/// Reads, without a pattern, ISO 8601 ("2024-07-01T00:06:39.5Z", "2024-07-01 00:06 +02:00", "2024-07-01"), RFC 2822
/// ("Mon, 04 Nov 2024 09:00:00 EST"), a number of s, ms, us or ns since 1970, or of days as spreadsheets count them
/// (45355.375, from 1954 to 2119). Empty when it is none of these, or outside the years 1970 to 2199. A number in
/// scientific notation is none: a spreadsheet has rounded it.
std::optional<ReadTime> readTime(std::string_view text, const TimeForm& form = {});

/// The same, the earlier moment of two.
std::optional<core::WallTime> parseTime(std::string_view text, const TimeForm& form = {});

/// Whether a conversation may have been at such a time: from 1990 to 2039. What is outside was written in another unit,
/// or stands for 'never'.
bool isPlausible(core::WallTime time);

/// Hours, minutes and seconds as a spreadsheet writes them ("00:02:23", "1:15:00"), or as parseDuration reads them; a
/// bare number counts `unit`, and so does the first of two parts ("1:15"), which without a unit of a minute or more
/// could be either. Empty when it is none, or negative.
std::optional<core::Milliseconds> parseSpan(std::string_view text, core::Milliseconds unit);

/// "20 s", "5 min", "24 h", "7 d", "500 ms"; a bare number is seconds. Empty when it is none, or negative.
std::optional<core::Milliseconds> parseDuration(std::string_view text);

/// "2024-07-01T00:06:39Z", UTC, to the second.
std::string formatTime(core::WallTime time);

}  // namespace carewall::feed
