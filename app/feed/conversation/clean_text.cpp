#include "feed/conversation/clean_text.h"

#include "core/limits.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace carewall::feed {

namespace {

icu::UnicodeString unicode(std::string_view text)
{
    return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

}  // namespace

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
