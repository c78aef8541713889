#include "feed/conversation/clean_text.h"

#include "core/limits.h"
#include "feed/conversation/hash.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace carewall::feed {

namespace {

icu::UnicodeString unicode(std::string_view text)
{
    return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(
        text, [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

bool isBlank(UChar32 letter)
{
    return u_isUWhiteSpace(letter) != 0 || letter == 0xFEFF || letter == 0x200B;
}

}  // namespace

bool isUtf8(std::string_view text)
{
    if (isAscii(text)) return true;
    const auto size = static_cast<std::int32_t>(text.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::int32_t i = 0; i < size;) {
        UChar32 letter = 0;
        U8_NEXT(bytes, i, size, letter);
        if (letter < 0) return false;
    }
    return true;
}

void compose(std::string& text)
{
    if (isAscii(text)) return;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status) || nfc->isNormalizedUTF8(text, status) != 0 || U_FAILURE(status)) return;
    std::string composed;
    icu::StringByteSink<std::string> sink{&composed};
    nfc->normalizeUTF8(0, text, sink, nullptr, status);
    if (U_SUCCESS(status)) text = std::move(composed);
}

std::string plainKey(std::string_view text)
{
    if (isAscii(text)) {
        constexpr std::string_view blanks = " \t\r\n\v\f";
        const std::size_t from = text.find_first_not_of(blanks);
        if (from == std::string_view::npos) return {};
        return std::string{text.substr(from, text.find_last_not_of(blanks) - from + 1)};
    }
    if (!isUtf8(text)) return std::string{text};
    icu::UnicodeString letters = unicode(text);
    letters.findAndReplace(icu::UnicodeString{UChar32{0xA0}}, icu::UnicodeString{UChar32{' '}});
    std::int32_t from = 0;
    std::int32_t until = letters.length();
    while (from < until && isBlank(letters.char32At(from)))
        from = letters.moveIndex32(from, 1);
    while (until > from && isBlank(letters.char32At(until - 1)))
        --until;
    std::string key;
    letters.tempSubStringBetween(from, until).toUTF8String(key);
    compose(key);
    return key;
}

std::string topicId(std::string_view text)
{
    icu::UnicodeString letters = unicode(text.substr(0, 4 * core::limits::id_bytes));
    letters.trim().foldCase();
    icu::UnicodeString kept;
    for (std::int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
        const UChar32 letter = letters.char32At(i);
        const bool plain = u_isalnum(letter) != 0 || letter == '.' || letter == '_' || letter == '-' ||
                           u_charType(letter) == U_NON_SPACING_MARK;
        kept.append(plain ? letter : UChar32{'-'});
    }
    std::string id;
    kept.toUTF8String(id);
    while (id.size() > core::limits::id_bytes) {
        kept.truncate(kept.moveIndex32(kept.length(), -1));
        id.clear();
        kept.toUTF8String(id);
    }
    return id;
}

std::string ownTopicId(std::string_view text)
{
    std::string id = topicId(text);
    const icu::UnicodeString letters = unicode(text);
    bool told_by_marks = false;
    for (std::int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
        const UChar32 letter = letters.char32At(i);
        told_by_marks = told_by_marks || !(u_isalnum(letter) != 0 || letter == '.' || letter == '_' || letter == '-' ||
                                           u_charType(letter) == U_NON_SPACING_MARK || u_isUWhiteSpace(letter) != 0);
    }
    if (!told_by_marks) return id;
    std::array<char, 8> ending{};
    std::snprintf(ending.data(), ending.size(), "-%04x", static_cast<unsigned>(hashOf(folded(text)) & 0xFFFFU));
    return std::string{startOf(id, core::limits::id_bytes - 5)} + ending.data();
}

std::string cleanText(std::string_view text)
{
    if (std::ranges::all_of(text, [](char byte) { return byte >= 0x20 && byte < 0x7F; })) return std::string{text};
    const icu::UnicodeString read = unicode(text);
    icu::UnicodeString kept;
    for (std::int32_t i = 0; i < read.length(); i = read.moveIndex32(i, 1)) {
        const UChar32 letter = read.char32At(i);
        kept.append(u_iscntrl(letter) != 0 ? UChar32{' '} : letter);
    }
    std::string clean;
    kept.toUTF8String(clean);
    return clean;
}

std::string folded(std::string_view text)
{
    std::string out;
    unicode(text).foldCase().toUTF8String(out);
    return out;
}

std::string_view startOf(std::string_view text, std::size_t most)
{
    if (text.size() <= most) return text;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return text.substr(0, end);
}

}  // namespace carewall::feed
