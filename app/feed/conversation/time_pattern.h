#pragma once

#include "core/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace carewall::feed {

/// What a calendar and a clock show, before anybody asks whose they are.
struct CivilTime {
    core::Milliseconds shown{0};    ///< since 1970-01-01 00:00 on that calendar and clock
    std::optional<int> offset_min;  ///< east of UTC, where the text says so
};

/// Why a pattern cannot be used, in words that go behind its name: a directive that is not known, no day or no year, an
/// hour of twelve without its half of the day. Empty: it can.
std::string timePatternTrouble(std::string_view pattern);

/// Reads a text by a pattern of strptime's directives, %f for fractions of a second among them and %Z for a zone's
/// short name. Empty where it does not fit as a whole, or names a zone that is not known. The pattern has no trouble.
std::optional<CivilTime> readByPattern(std::string_view text, std::string_view pattern);

/// "EST", "GMT", "Z": minutes east of UTC. Empty for what is not known, and for names that zones share (IST, BST).
std::optional<int> zoneOffset(std::string_view name);

}  // namespace carewall::feed
