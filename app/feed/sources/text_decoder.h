#pragma once

#include "core/result.h"
#include "feed/sources/mapping.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace carewall::feed {

/// Turns a file's bytes, in chunks of any size, into UTF-8: takes a byte order mark away, and reads UTF-16 by its look
/// and Windows-1252 where that is said. Not for several threads.
class TextDecoder {
public:
    /// `strict`: the first byte that cannot be UTF-8, before any letter that took several bytes, ends the file.
    TextDecoder(TextEncoding encoding, bool strict) : m_encoding{encoding}, m_strict{strict} {}

    /// The text that the bytes complete. An error says of the whole file why it cannot be read, and what to do, without
    /// its name: "line 2: is not UTF-8; ...".
    core::Result<std::string, std::string> feed(std::string_view bytes);
    /// What was still open.
    core::Result<std::string, std::string> finish();

private:
    enum class As : std::uint8_t { Utf8, Windows1252, Utf16Little, Utf16Big };
    core::Result<void, std::string> begin();
    core::Result<std::string, std::string> decode();
    core::Result<std::string, std::string> utf8();
    std::string windows1252();
    std::string utf16(bool little);

    TextEncoding m_encoding;
    bool m_strict;
    bool m_begun = false;
    bool m_several_bytes = false;  ///< a letter outside ASCII was read
    As m_as = As::Utf8;
    std::uint64_t m_line = 1;
    std::string m_open;  ///< bytes not decoded yet
};

}  // namespace carewall::feed
