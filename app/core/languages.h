#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// The one table of languages that the wall speaks: settings, commands, keys, gallery and words take from it what they
/// need. What is said in one is in ui/languages/.
namespace carewall::core {

/// By which a date is told.
enum class Calendar : std::uint8_t { Gregorian, SolarHijri };

/// Where a line begins.
enum class Direction : std::uint8_t { LeftToRight, RightToLeft };

struct Language {
    std::string_view code;  ///< ISO 639-1, as settings, commands and statuses call it
    std::string_view name;  ///< its own name for itself, UTF-8
    Calendar calendar = Calendar::Gregorian;
    char16_t zero = u'0';  ///< the first of its ten digits
    Direction direction = Direction::LeftToRight;
};

/// In the order in which the key L goes through them.
inline constexpr std::array<Language, 4> languages{{
    {"de", "Deutsch", Calendar::Gregorian, u'0', Direction::LeftToRight},
    {"en", "English", Calendar::Gregorian, u'0', Direction::LeftToRight},
    {"fa", "\u0641\u0627\u0631\u0633\u06CC", Calendar::SolarHijri, u'\u06F0', Direction::RightToLeft},
    {"ru", "\u0420\u0443\u0441\u0441\u043A\u0438\u0439", Calendar::Gregorian, u'0', Direction::LeftToRight},
}};

/// What sentences are written in before they are translated.
inline constexpr std::string_view source_language = "en";

/// The language of that code; where there is none, the source language.
constexpr const Language& languageOf(std::string_view code)
{
    const auto named = [](std::string_view wanted) {
        return std::find_if(languages.begin(), languages.end(),
                            [&](const Language& known) { return known.code == wanted; });
    };
    const auto* const found = named(code);
    return found != languages.end() ? *found : *named(source_language);
}

/// Their codes, in the table's order.
inline constexpr auto language_codes = [] {
    std::array<std::string_view, languages.size()> codes{};
    std::transform(languages.begin(), languages.end(), codes.begin(), [](const Language& each) { return each.code; });
    return codes;
}();

}  // namespace carewall::core
