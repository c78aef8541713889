#include "feed/sources/text_decoder.h"

#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace carewall::feed {

namespace {

constexpr std::size_t look_at = 4;  // bytes that tell what it is
constexpr std::string_view mark = "\xEF\xBB\xBF";

/// 0x80 to 0x9F; the five that are not used stand for themselves.
constexpr std::array<char16_t, 32> upper_controls{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                  0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

}  // namespace

core::Result<void, std::string> TextDecoder::begin()
{
    m_begun = true;
    const auto at = [&](std::size_t i) { return i < m_open.size() ? static_cast<unsigned char>(m_open[i]) : 0x100U; };
    if (at(0) == 0x1F && at(1) == 0x8B) return core::failure(std::string{"is compressed (gzip); unpack it first"});
    if (at(0) == 'P' && at(1) == 'K' && at(2) == 3 && at(3) == 4)
        return core::failure(std::string{"is a spreadsheet or an archive (zip); save it as CSV in UTF-8"});
    if (m_encoding == TextEncoding::Windows1252)
        m_as = As::Windows1252;
    else if ((at(0) == 0xFF && at(1) == 0xFE) || (at(0) != 0 && at(0) < 0x100 && at(1) == 0))
        m_as = As::Utf16Little;
    else if ((at(0) == 0xFE && at(1) == 0xFF) || (at(0) == 0 && at(1) != 0 && at(1) < 0x100))
        m_as = As::Utf16Big;
    else if (m_encoding == TextEncoding::Utf16)
        return core::failure(std::string{"line 1: is not UTF-16, as the mapping says"});
    if (m_as == As::Utf8 && m_open.starts_with(mark)) m_open.erase(0, mark.size());
    return {};
}

core::Result<std::string, std::string> TextDecoder::feed(std::string_view bytes)
{
    m_open += bytes;
    if (!m_begun) {
        const bool might_be_mark =
            m_open.size() < look_at && (m_open.empty() || mark.starts_with(m_open.substr(0, 3)) ||
                                        static_cast<unsigned char>(m_open.front()) >= 0xFE);
        const bool short_of_two = m_open.size() < 2;
        if (might_be_mark || short_of_two) return std::string{};
        if (auto begun = begin(); !begun) return core::failure(begun.error());
    }
    return decode();
}

core::Result<std::string, std::string> TextDecoder::finish()
{
    if (!m_begun)
        if (auto begun = begin(); !begun) return core::failure(begun.error());
    auto text = decode();
    if (text && m_as == As::Utf8) *text += std::exchange(m_open, {});
    return text;
}

core::Result<std::string, std::string> TextDecoder::decode()
{
    switch (m_as) {
    case As::Utf8:
        return utf8();
    case As::Windows1252:
        return windows1252();
    case As::Utf16Little:
        return utf16(true);
    case As::Utf16Big:
        return utf16(false);
    }
    return std::string{};
}

core::Result<std::string, std::string> TextDecoder::utf8()
{
    const auto size = static_cast<std::int32_t>(m_open.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(m_open.data());
    std::int32_t i = 0;
    std::int32_t whole = 0;  // up to here nothing is cut off
    while (i < size) {
        if (bytes[i] < 0x80) {
            m_line += bytes[i] == '\n' ? 1 : 0;
            whole = ++i;
            continue;
        }
        UChar32 letter = 0;
        U8_NEXT(bytes, i, size, letter);
        if (letter < 0 && size - whole < U8_MAX_LENGTH && i == size) break;  // the next chunk may complete it
        if (letter < 0 && m_strict && !m_several_bytes) {
            return core::failure("line " + std::to_string(m_line) +
                                 ": is not UTF-8; save the file as UTF-8, or write encoding = \"windows-1252\" in its "
                                 "[[file]] if that is what it is");
        }
        m_several_bytes = m_several_bytes || letter >= 0;
        whole = i;
    }
    std::string text = m_open.substr(0, static_cast<std::size_t>(whole));
    m_open.erase(0, static_cast<std::size_t>(whole));
    return text;
}

std::string TextDecoder::windows1252()
{
    icu::UnicodeString letters;
    for (const char byte : m_open) {
        const auto code = static_cast<unsigned char>(byte);
        letters.append(code >= 0x80 && code < 0xA0 ? upper_controls.at(code - 0x80U) : static_cast<char16_t>(code));
    }
    m_open.clear();
    std::string text;
    return letters.toUTF8String(text);
}

std::string TextDecoder::utf16(bool little)
{
    icu::UnicodeString letters;
    std::size_t i = 0;
    for (; i + 1 < m_open.size(); i += 2) {
        const auto first = static_cast<unsigned char>(m_open[i]);
        const auto second = static_cast<unsigned char>(m_open[i + 1]);
        letters.append(static_cast<char16_t>(little ? second << 8U | first : first << 8U | second));
    }
    // Half of a pair waits for its other half.
    if (!letters.isEmpty() && U16_IS_LEAD(letters[letters.length() - 1])) {
        letters.truncate(letters.length() - 1);
        i -= 2;
    }
    m_open.erase(0, i);
    if (!letters.isEmpty() && letters[0] == 0xFEFF) letters.remove(0, 1);
    std::string text;
    return letters.toUTF8String(text);
}

}  // namespace carewall::feed
