#include "feed/conversation/timestamp.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <ctime>

namespace carewall::feed {

namespace {

constexpr std::int64_t last_ms = 7'258'118'400'000;  // 2200-01-01

std::string_view trimmed(std::string_view text)
{
    const std::size_t from = text.find_first_not_of(" \t");
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

std::optional<core::WallTime> inRange(std::int64_t ms)
{
    if (ms < 0 || ms >= last_ms) return std::nullopt;
    return core::wallTimeFromMs(ms);
}

std::optional<core::WallTime> fromCalendar(std::tm when, int milliseconds, Zone zone)
{
    when.tm_isdst = -1;
    const std::time_t seconds = zone == Zone::Utc ? timegm(&when) : mktime(&when);
    return inRange((std::int64_t{seconds} * 1000) + milliseconds);
}

/// Consumes digits from the front of a text.
class Digits {
public:
    explicit Digits(std::string_view text) : m_rest{text} {}

    bool number(std::size_t digits, int& value)
    {
        if (m_rest.size() < digits) return false;
        const char* end = m_rest.data() + digits;
        const auto read = std::from_chars(m_rest.data(), end, value);
        if (read.ec != std::errc{} || read.ptr != end || value < 0) return false;
        m_rest.remove_prefix(digits);
        return true;
    }
    bool take(std::string_view any)
    {
        if (m_rest.empty() || any.find(m_rest.front()) == std::string_view::npos) return false;
        m_rest.remove_prefix(1);
        return true;
    }
    /// A fraction of a second, as milliseconds.
    int fraction()
    {
        int value = 0;
        int weight = 100;
        while (!m_rest.empty() && m_rest.front() >= '0' && m_rest.front() <= '9') {
            value += (m_rest.front() - '0') * weight;
            weight /= 10;
            m_rest.remove_prefix(1);
        }
        return value;
    }
    std::string_view rest() const { return m_rest; }

private:
    std::string_view m_rest;
};

/// "Z", "UTC", "+02:00", "+0200", "-05", or nothing: the offset in minutes. False when it is something else.
bool readOffset(std::string_view text, std::optional<int>& minutes)
{
    text = trimmed(text);
    if (text.empty()) return true;
    if (text == "Z" || text == "z" || text == "UTC" || text == "GMT") {
        minutes = 0;
        return true;
    }
    const int sign = text.front() == '-' ? -1 : 1;
    Digits digits{text};
    int hours = 0;
    int rest = 0;
    if (!digits.take("+-") || !digits.number(2, hours)) return false;
    digits.take(":");
    if (!digits.rest().empty() && !digits.number(2, rest)) return false;
    minutes = sign * ((hours * 60) + rest);
    return digits.rest().empty() && hours <= 14 && rest < 60;
}

std::optional<core::WallTime> parseIso(std::string_view text, Zone zone)
{
    Digits digits{text};
    std::tm when{};
    int milliseconds = 0;
    if (!digits.number(4, when.tm_year) || !digits.take("-/") || !digits.number(2, when.tm_mon) || !digits.take("-/") ||
        !digits.number(2, when.tm_mday))
        return std::nullopt;
    if (digits.take("Tt ")) {
        if (!digits.number(2, when.tm_hour) || !digits.take(":") || !digits.number(2, when.tm_min)) return std::nullopt;
        if (digits.take(":") && !digits.number(2, when.tm_sec)) return std::nullopt;
        if (digits.take(".,")) milliseconds = digits.fraction();
    }
    const std::chrono::year_month_day day{std::chrono::year{when.tm_year},
                                          std::chrono::month{static_cast<unsigned>(when.tm_mon)},
                                          std::chrono::day{static_cast<unsigned>(when.tm_mday)}};
    std::optional<int> offset;
    if (!day.ok() || when.tm_hour > 23 || when.tm_min > 59 || when.tm_sec > 60 || !readOffset(digits.rest(), offset))
        return std::nullopt;
    when.tm_year -= 1900;
    when.tm_mon -= 1;
    if (offset) {
        when.tm_min -= *offset;
        return fromCalendar(when, milliseconds, Zone::Utc);
    }
    return fromCalendar(when, milliseconds, zone);
}

std::optional<core::WallTime> parseNumber(std::string_view text)
{
    double value = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(value)) return std::nullopt;
    // Seconds stay below 1e11 until the year 5138; milliseconds pass it in 1973.
    const double ms = std::abs(value) < 1e11 ? value * 1000 : value;
    if (ms < 0 || ms >= static_cast<double>(last_ms)) return std::nullopt;
    return inRange(std::llround(ms));
}

}  // namespace

std::optional<core::WallTime> parseTime(std::string_view text, const TimeForm& form)
{
    text = trimmed(text);
    if (text.empty() || text.size() > 64) return std::nullopt;
    if (form.pattern.empty()) {
        const auto iso = parseIso(text, form.zone);
        return iso ? iso : parseNumber(text);
    }
    std::tm when{};
    when.tm_mday = 1;
    const std::string terminated{text};
    const char* end = strptime(terminated.c_str(), form.pattern.c_str(), &when);
    if (end == nullptr || *end != '\0') return std::nullopt;
    // Read before timegm or mktime, which overwrite it: set only where the pattern has %z.
    const std::int64_t offset_ms = std::int64_t{when.tm_gmtoff} * 1000;
    const bool has_offset = form.pattern.find("%z") != std::string::npos;
    const auto time = fromCalendar(when, 0, has_offset ? Zone::Utc : form.zone);
    return has_offset && time ? inRange(core::toMs(*time) - offset_ms) : time;
}

std::optional<core::Milliseconds> parseDuration(std::string_view text)
{
    text = trimmed(text);
    double value = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc{} || !(value >= 0) || value > 1e9) return std::nullopt;
    const std::string_view unit = trimmed(text.substr(static_cast<std::size_t>(read.ptr - text.data())));
    constexpr std::array<std::pair<std::string_view, double>, 9> units{{{"", 1e3},
                                                                        {"ms", 1},
                                                                        {"s", 1e3},
                                                                        {"min", 6e4},
                                                                        {"m", 6e4},
                                                                        {"h", 3.6e6},
                                                                        {"d", 8.64e7},
                                                                        {"days", 8.64e7},
                                                                        {"w", 6.048e8}}};
    for (const auto& [name, ms] : units)
        if (unit == name && value * ms < 1e12) return core::Milliseconds{std::llround(value * ms)};
    return std::nullopt;
}

std::string formatTime(core::WallTime time)
{
    const std::time_t seconds =
        static_cast<std::time_t>(std::chrono::floor<core::Seconds>(time.time_since_epoch()).count());
    std::tm when{};
    gmtime_r(&seconds, &when);
    std::array<char, 32> text{};
    const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &when);
    return {text.data(), size};
}

}  // namespace carewall::feed
