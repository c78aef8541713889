#include "wire/unknown.h"

#include "core/limits.h"
#include "wire/plain_text.h"

#include <algorithm>

namespace carewall::wire {

void Unknown::add(std::string_view name)
{
    ++count;
    if (names.size() == core::limits::unknown_names) return;
    std::string plain = plainText(name, core::limits::unknown_name_bytes);
    while (plain.size() > core::limits::unknown_name_bytes) {
        // A whole code point from the end: its following bytes, and its first.
        while ((static_cast<unsigned char>(plain.back()) & 0xC0U) == 0x80U)
            plain.pop_back();
        plain.pop_back();
    }
    if (plain.empty()) plain = "\"\"";
    if (std::ranges::find(names, plain) == names.end()) names.push_back(std::move(plain));
}

}  // namespace carewall::wire
