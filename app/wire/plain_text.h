#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace carewall::wire {

/// Text as it may stand on a wall: valid UTF-8 (each invalid byte sequence becomes U+FFFD), line breaks and tabs as
/// spaces, no other control characters, no bidi overrides or isolates (U+202A-E, U+2066-9), at most `max_chars` code
/// points, the last of them an ellipsis when it was cut.
std::string plainText(std::string_view text, std::size_t max_chars);

/// Valid UTF-8 with U+FFFD for what was not.
std::string validUtf8(std::string_view text);

}  // namespace carewall::wire
