#pragma once

#include <cstddef>
#include <string_view>

/// UTF-8 by the code point, and those that may not stand in a name or on a wall.
namespace carewall::core {

/// U+FFFD and one byte where it is not valid.
struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 1;
    bool valid = true;
};

/// The code point at the front of `text`, which is not empty.
CodePoint firstCodePoint(std::string_view text);

/// C0, DEL and C1.
constexpr bool isControl(char32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

/// Characters that turn the order of what stands beside them, past their own text.
constexpr bool turnsDirection(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// Line and paragraph ends, and tabs.
constexpr bool breaksLine(char32_t c)
{
    return c == '\n' || c == '\t' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

}  // namespace carewall::core
