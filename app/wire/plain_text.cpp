#include "wire/plain_text.h"

#include "core/utf8.h"

#include <algorithm>

namespace carewall::wire {
namespace {

constexpr std::string_view replacement_utf8 = "\xEF\xBF\xBD";
constexpr std::string_view ellipsis_utf8 = "\xE2\x80\xA6";

}  // namespace

std::string plainText(std::string_view text, std::size_t max_chars)
{
    std::string plain;
    plain.reserve(std::min(text.size(), max_chars * 4));
    std::size_t chars = 0;
    std::size_t before_last = 0;  // where the ellipsis would go
    while (!text.empty()) {
        const core::CodePoint c = core::firstCodePoint(text);
        const std::string_view bytes = c.valid ? text.substr(0, c.bytes) : replacement_utf8;
        text.remove_prefix(c.bytes);
        const bool space = core::breaksLine(c.value);
        if (!space && (core::isControl(c.value) || core::turnsDirection(c.value))) continue;
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
        const core::CodePoint c = core::firstCodePoint(text);
        valid += c.valid ? text.substr(0, c.bytes) : replacement_utf8;
        text.remove_prefix(c.bytes);
    }
    return valid;
}

}  // namespace carewall::wire
