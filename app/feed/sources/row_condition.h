#pragma once

#include "feed/sources/row_parser.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace carewall::feed {

class ValuePattern;

/// What a column of a row must say.
struct Condition {
    enum class Test : std::uint8_t { Is, IsNot, Matches, Empty, NotEmpty };
    std::size_t column = 0;
    Test test = Test::Is;
    std::vector<std::string> values;                              ///< any of these, as they are written
    std::vector<std::shared_ptr<const ValuePattern>> patterns{};  ///< of Matches: any of these
};

/// An ICU regular expression, whatever the case. The error is ICU's name of it.
core::Result<std::shared_ptr<const ValuePattern>, std::string> compilePattern(const std::string& pattern);

/// "\"private\" is \"true\"": what it asks, of a column that is called so.
std::string wordsOf(const Condition& condition, std::string_view column);

/// Whether it holds of a row.
bool holds(const Condition& condition, const Row& row);

/// Whether two values are the same to a mapping: whatever the case of ASCII letters and the blanks at their ends, and
/// a whole number with and without ".0".
bool sameValue(std::string_view a, std::string_view b);

/// An id as it is compared with others: blanks cut, letters composed, "101.0" as "101".
std::string plainId(std::string_view text);

}  // namespace carewall::feed
