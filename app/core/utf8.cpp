#include "core/utf8.h"

namespace carewall::core {
namespace {

constexpr char32_t replacement = 0xFFFD;

unsigned byteAt(std::string_view text, std::size_t i)
{
    return static_cast<unsigned char>(text[i]);
}

}  // namespace

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

}  // namespace carewall::core
