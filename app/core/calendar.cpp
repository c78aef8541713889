#include "core/calendar.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <tuple>

namespace carewall::core {

namespace {

// Far beyond any floor, near enough that a day's arithmetic cannot overflow.
constexpr Milliseconds farthest = std::chrono::hours{24} * 100'000'000;

Seconds wholeSeconds(WallTime time)
{
    const Milliseconds bounded = std::clamp(time.time_since_epoch(), -farthest, farthest);
    return std::chrono::floor<Seconds>(bounded);
}

std::tm local(Seconds time)
{
    const std::time_t seconds = time.count();
    std::tm face{};
    localtime_r(&seconds, &face);
    return face;
}

std::tuple<int, int> date(Seconds time)
{
    const std::tm face = local(time);
    return {face.tm_year, face.tm_yday};
}

Seconds sinceMidnight(const std::tm& face)
{
    return std::chrono::hours{face.tm_hour} + std::chrono::minutes{face.tm_min} + Seconds{face.tm_sec};
}

/// Where the machine's zones are.
std::string zoneFile(std::string_view name)
{
    const char* folder = std::getenv("TZDIR");
    std::string path = folder != nullptr && *folder != '\0' ? folder : "/usr/share/zoneinfo";
    return path.append("/").append(name);
}

}  // namespace

bool isTimeZone(std::string_view name)
{
    if (name.empty() || name.front() == '/' || name.front() == ':' || name.find("..") != std::string_view::npos ||
        name.find('\0') != std::string_view::npos)
        return false;
    // A compiled zone file, not a folder nor one of the tables beside them.
    std::ifstream file(zoneFile(name), std::ios::binary);
    std::string magic(4, '\0');
    return file.read(magic.data(), 4) && magic == "TZif";
}

bool useTimeZone(std::string_view name)
{
    if (name.empty()) return true;
    if (!isTimeZone(name) || setenv("TZ", std::string{name}.c_str(), 1) != 0) return false;
    tzset();
    return true;
}

WallTime dayStart(WallTime time)
{
    const Seconds now = wholeSeconds(time);
    const auto today = date(now);
    const Seconds guess = now - sinceMidnight(local(now));
    if (date(guess) == today && date(guess - Seconds{1}) != today) return WallTime{guess};

    // The clocks changed since midnight, or there was no midnight: look for the day's first second.
    Seconds before = now - std::chrono::hours{36};
    Seconds within = now;
    while (within - before > Seconds{1}) {
        const Seconds half = before + (within - before) / 2;
        (date(half) == today ? within : before) = half;
    }
    return WallTime{within};
}

WallTime nextDay(WallTime midnight)
{
    // No day has less than 22 hours or more than 26.
    return dayStart(midnight + std::chrono::hours{34});
}

Date dateOf(WallTime time)
{
    const ClockFace face = clockFace(time);
    return Date{std::chrono::year{face.year} / face.month / face.day};
}

std::string isoDate(Date date)
{
    const std::chrono::year_month_day day{date};
    std::string text = std::to_string(static_cast<int>(day.year()));
    for (const unsigned part : {static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day())})
        text.append(part < 10 ? "-0" : "-").append(std::to_string(part));
    return text;
}

std::optional<Date> dateFrom(std::string_view text)
{
    constexpr std::string_view form = "0000-00-00";
    if (text.size() != form.size()) return std::nullopt;
    std::array<int, 3> parts{};
    auto part = parts.begin();
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (digit != (form[i] == '0') || (!digit && text[i] != '-')) return std::nullopt;
        if (digit)
            *part = *part * 10 + (text[i] - '0');
        else
            ++part;
    }
    const std::chrono::year_month_day day{std::chrono::year{parts[0]},
                                          std::chrono::month(static_cast<unsigned>(parts[1])),
                                          std::chrono::day(static_cast<unsigned>(parts[2]))};
    if (!day.ok() || parts[0] < 1970 || parts[0] >= 2200) return std::nullopt;
    return Date{day};
}

WallTime momentEnd(WallTime time)
{
    return nextDay(dayStart(time));
}

WallTime onDay(WallTime midnight, Milliseconds time_of_day)
{
    constexpr Milliseconds whole_day = std::chrono::hours{24};
    if (time_of_day >= whole_day) return nextDay(midnight);
    std::tm face = local(wholeSeconds(midnight));
    const auto seconds = std::chrono::floor<Seconds>(std::max(time_of_day, Milliseconds{0}));
    // Hours and minutes apart: mktime counts seconds past 60 as they pass, not as the clock shows them.
    face.tm_hour = static_cast<int>(seconds / std::chrono::hours{1});
    face.tm_min = static_cast<int>(seconds % std::chrono::hours{1} / std::chrono::minutes{1});
    face.tm_sec = static_cast<int>(seconds.count() % 60);
    face.tm_isdst = -1;
    const WallTime found{Seconds{std::mktime(&face)}};
    if (timeOfDay(found) == seconds) return found + (time_of_day - seconds);

    // The clocks jump over it: look for the first second after the jump.
    WallTime before = midnight;
    WallTime after = nextDay(midnight);
    while (after - before > Seconds{1}) {
        const WallTime half = before + std::chrono::floor<Seconds>((after - before) / 2);
        (timeOfDay(half) >= seconds ? after : before) = half;
    }
    return after;
}

Milliseconds timeOfDay(WallTime time)
{
    const Seconds whole = wholeSeconds(time);
    const Milliseconds rest = std::clamp(time.time_since_epoch(), -farthest, farthest) - whole;
    return sinceMidnight(local(whole)) + rest;
}

ClockFace clockFace(WallTime time)
{
    const std::tm face = local(wholeSeconds(time));
    return {face.tm_year + 1900, face.tm_mon + 1, face.tm_mday, face.tm_wday, face.tm_hour, face.tm_min, face.tm_sec};
}

}  // namespace carewall::core
