#include "wire/plain_text.h"

#include "core/limits.h"

#include <algorithm>

namespace carewall::wire {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr std::string_view replacement_utf8 = "\xEF\xBF\xBD";
constexpr std::string_view ellipsis_utf8 = "\xE2\x80\xA6";

struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 1;
    bool valid = true;
};

unsigned byteAt(std::string_view text, std::size_t i)
{
    return static_cast<unsigned char>(text[i]);
}

/// The code point at the front of `text`, which is not empty.
CodePoint firstCodePoint(std::string_view text)
{
    constexpr CodePoint wrong{replacement, 1, false};
    const unsigned lead = byteAt(text, 0);
    if (lead < 0x80) return {lead, 1, true};
    std::size_t bytes = 0;
    char32_t value = 0;
    char32_t least = 0;
    if (lead >= 0xC2 && lead <= 0xDF)
        bytes = 2, value = lead & 0x1FU, least = 0x80;
    else if (lead >= 0xE0 && lead <= 0xEF)
        bytes = 3, value = lead & 0x0FU, least = 0x800;
    else if (lead >= 0xF0 && lead <= 0xF4)
        bytes = 4, value = lead & 0x07U, least = 0x10000;
    else
        return wrong;
    if (text.size() < bytes) return wrong;
    for (std::size_t i = 1; i < bytes; ++i) {
        const unsigned next = byteAt(text, i);
        if ((next & 0xC0U) != 0x80U) return wrong;
        value = (value << 6U) | (next & 0x3FU);
    }
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < least || surrogate || value > 0x10FFFF) return wrong;
    return {value, bytes, true};
}

bool isControl(char32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

/// Characters that turn the order of what stands beside them, past their own text.
bool turnsDirection(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool breaksLine(char32_t c)
{
    return c == '\n' || c == '\t' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

}  // namespace

std::string plainText(std::string_view text, std::size_t max_chars)
{
    std::string plain;
    plain.reserve(std::min(text.size(), max_chars * 4));
    std::size_t chars = 0;
    std::size_t before_last = 0;  // where the ellipsis would go
    while (!text.empty()) {
        const CodePoint c = firstCodePoint(text);
        const std::string_view bytes = c.valid ? text.substr(0, c.bytes) : replacement_utf8;
        text.remove_prefix(c.bytes);
        const bool space = breaksLine(c.value);
        if (!space && (isControl(c.value) || turnsDirection(c.value))) continue;
        if (chars == max_chars) {
            plain.resize(before_last);
            plain += ellipsis_utf8;
            break;
        }
        before_last = plain.size();
        plain += space ? std::string_view{" "} : bytes;
        ++chars;
    }
    return plain;
}

std::string validUtf8(std::string_view text)
{
    std::string valid;
    valid.reserve(text.size());
    while (!text.empty()) {
        const CodePoint c = firstCodePoint(text);
        valid += c.valid ? text.substr(0, c.bytes) : replacement_utf8;
        text.remove_prefix(c.bytes);
    }
    return valid;
}

std::optional<std::string> idTrouble(std::string_view id)
{
    if (id.empty()) return "is empty";
    if (id.size() > core::limits::id_bytes)
        return "is longer than " + std::to_string(core::limits::id_bytes) + " bytes";
    while (!id.empty()) {
        const CodePoint c = firstCodePoint(id);
        if (!c.valid) return "is not valid UTF-8";
        if (isControl(c.value) || turnsDirection(c.value) || breaksLine(c.value)) return "has a control character";
        if (c.value == '/' || c.value == '+' || c.value == '#') return "has a '/', '+' or '#'";
        id.remove_prefix(c.bytes);
    }
    return std::nullopt;
}

}  // namespace carewall::wire
