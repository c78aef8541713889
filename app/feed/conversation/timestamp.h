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
    std::string pattern;  ///< of strptime, such as "%d/%m/%Y %H:%M"; empty: ISO 8601, or seconds or ms since 1970
    Zone zone = Zone::Utc;
    bool operator==(const TimeForm&) const = default;
};

/// Reads "2024-07-01T00:06:39.5Z", "2024-07-01 00:06 +02:00", "2024-07-01", "1719792399", "1719792399500", or by the
/// form's pattern. Empty when it is none of these, or outside the years 1970 to 2199.
std::optional<core::WallTime> parseTime(std::string_view text, const TimeForm& form = {});

/// "20 s", "5 min", "24 h", "7 d", "500 ms"; a bare number is seconds. Empty when it is none, or negative.
std::optional<core::Milliseconds> parseDuration(std::string_view text);

/// "2024-07-01T00:06:39Z", UTC, to the second.
std::string formatTime(core::WallTime time);

}  // namespace carewall::feed
