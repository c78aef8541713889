#include "feed/conversation/time_pattern.h"

#include <date/date.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

namespace carewall::feed {

namespace {

constexpr std::string_view known_directives = "YymbBhdejHIMSpfzZaADFTRklPnt%";

bool names(std::string_view pattern, std::string_view any_of)
{
    for (std::size_t i = 0; i + 1 < pattern.size(); ++i) {
        if (pattern[i] != '%') continue;
        if (any_of.find(pattern[i + 1]) != std::string_view::npos) return true;
        ++i;
    }
    return false;
}

/// The pattern in the library's directives; `zone` stands where the text tells its offset.
std::string translated(std::string_view pattern, std::string_view zone)
{
    std::string made;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '%' || i + 1 == pattern.size()) {
            // A fraction is part of the seconds: "%S.%f" and "%S,%f" are "%S".
            const bool before_fraction = pattern.substr(i + 1, 2) == "%f";
            if (before_fraction)
                i += 2;
            else
                made += pattern[i];
            continue;
        }
        switch (pattern[++i]) {
        case 'k':
            made += " %H";
            break;
        case 'l':
            made += " %I";
            break;
        case 'P':
            made += "%p";
            break;
        case 'z':
            made += zone;
            break;
        default:
            made += {'%', pattern[i]};
        }
    }
    return made;
}

std::optional<CivilTime> readBy(const std::string& text, const std::string& pattern)
{
    std::istringstream in{text};
    date::fields<std::chrono::nanoseconds> fields;
    std::string zone;
    std::chrono::minutes offset = std::chrono::minutes::min();
    date::from_stream(in, pattern.c_str(), fields, &zone, &offset);
    if (in.fail() || (in >> std::ws, !in.eof()) || !fields.ymd.ok()) return std::nullopt;
    CivilTime civil;
    civil.shown = date::sys_days{fields.ymd}.time_since_epoch();
    if (fields.has_tod) civil.shown += std::chrono::floor<core::Milliseconds>(fields.tod.to_duration());
    if (offset != std::chrono::minutes::min()) civil.offset_min = static_cast<int>(offset.count());
    if (!zone.empty()) {
        civil.offset_min = zoneOffset(zone);
        if (!civil.offset_min) return std::nullopt;
    }
    return civil;
}

}  // namespace

std::optional<int> zoneOffset(std::string_view name)
{
    // Those of RFC 2822, and names that no two zones share.
    constexpr std::array<std::pair<std::string_view, int>, 34> zones{
        {{"Z", 0},      {"UT", 0},     {"UTC", 0},    {"GMT", 0},    {"EST", -300}, {"EDT", -240},  {"CST", -360},
         {"CDT", -300}, {"MST", -420}, {"MDT", -360}, {"PST", -480}, {"PDT", -420}, {"AKST", -540}, {"AKDT", -480},
         {"HST", -600}, {"WET", 0},    {"WEST", 60},  {"CET", 60},   {"CEST", 120}, {"MEZ", 60},    {"MESZ", 120},
         {"EET", 120},  {"EEST", 180}, {"MSK", 180},  {"IRST", 210}, {"IRDT", 270}, {"SAST", 120},  {"JST", 540},
         {"KST", 540},  {"AEST", 600}, {"AEDT", 660}, {"NZST", 720}, {"NZDT", 780}, {"NDT", -150}}};
    const auto* const found = std::ranges::find(zones, name, &std::pair<std::string_view, int>::first);
    return found == zones.end() ? std::nullopt : std::optional{found->second};
}

std::string timePatternTrouble(std::string_view pattern)
{
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '%') continue;
        const std::string_view directive = pattern.substr(i, 2);
        if (directive == "%s") return "has %s; leave the format out: a number of seconds is known by itself";
        if (directive.size() < 2 || known_directives.find(directive[1]) == std::string_view::npos)
            return "has " + std::string{directive} + ", which is not known; strptime's %Y %m %d %H %M %S and such are";
        ++i;
    }
    if (!names(pattern, "dejDF")) return "has no day; times of one day alone cannot be told apart from another's";
    if (!names(pattern, "YyDF")) return "has no year";
    if (!names(pattern, "jDF") && !names(pattern, "mbBh")) return "has no month";
    if (names(pattern, "pP") && !names(pattern, "Il"))
        return "has %p beside an hour of 24; with AM and PM the hour is %I";
    if (names(pattern, "Il") && !names(pattern, "pP")) return "has %I, an hour of 12, without %p, AM or PM";
    if (names(pattern, "f")) {
        const std::size_t at = pattern.find("%f");
        if (at < 3 || pattern.substr(at - 3, 2) != "%S" || (pattern[at - 1] != '.' && pattern[at - 1] != ','))
            return "has %f elsewhere than behind the seconds, as in %S.%f";
    }
    return {};
}

std::optional<CivilTime> readByPattern(std::string_view text, std::string_view pattern)
{
    std::string plain{text};
    // The library reads fractions behind a point.
    if (const std::size_t at = pattern.find(",%f"); at != std::string_view::npos)
        if (const std::size_t comma = plain.find_last_of(','); comma != std::string::npos) plain[comma] = '.';
    if (!names(pattern, "z")) return readBy(plain, translated(pattern, {}));
    for (const std::string_view zone : {"%z", "%Ez", "%Z"})
        if (auto read = readBy(plain, translated(pattern, zone))) return read;
    return std::nullopt;
}

}  // namespace carewall::feed
