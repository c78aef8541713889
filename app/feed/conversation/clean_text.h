#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace carewall::feed {

/// Of a text, this much is looked at.
inline constexpr std::size_t max_text_bytes = 32 * 1024;

/// An id as it may stand in a topic: case-folded, spaces and reserved characters as "-", cut to limits::id_bytes.
std::string topicId(std::string_view text);

/// The same, of a name whose punctuation tells it from others ("C#", "C++"): what is not letters, digits and blanks
/// gives the id an ending of its own.
std::string ownTopicId(std::string_view text);

/// The text with whatever is not UTF-8 replaced by U+FFFD, control characters as spaces.
std::string cleanText(std::string_view text);

/// A value by which rows are told alike: blanks and byte order marks cut from both ends, no-break spaces as spaces,
/// letters composed (NFC). Bytes that are no UTF-8 stay.
std::string plainKey(std::string_view text);

/// Composes letters (NFC) where some are not.
void compose(std::string& text);

/// Whether it is UTF-8.
bool isUtf8(std::string_view text);

/// Case-folded, so that "STRASSE" equals "straße".
std::string folded(std::string_view text);

/// The first bytes, at most so many, cut between characters.
std::string_view startOf(std::string_view text, std::size_t most = max_text_bytes);

}  // namespace carewall::feed
