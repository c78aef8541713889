#include "feed/conversation/timestamp.h"

#include "feed/conversation/time_pattern.h"

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

/// The floor's time at which its clock shows this, where it counts summer time (1) or not (0).
std::optional<std::int64_t> onFloor(std::tm when, int summer)
{
    const std::tm shown = when;
    when.tm_isdst = summer;
    const std::time_t seconds = mktime(&when);
    if (when.tm_hour != shown.tm_hour || when.tm_min != shown.tm_min || when.tm_mday != shown.tm_mday)
        return std::nullopt;
    return std::int64_t{seconds};
}

std::optional<ReadTime> once(std::int64_t ms)
{
    const auto time = inRange(ms);
    return time ? std::optional{ReadTime{*time, *time}} : std::nullopt;
}

std::optional<ReadTime> fromCivil(const CivilTime& civil, Zone zone)
{
    const std::int64_t shown = civil.shown.count();
    if (civil.offset_min) return once(shown - (std::int64_t{*civil.offset_min} * 60'000));
    if (zone == Zone::Utc) return once(shown);
    const auto whole = std::chrono::floor<core::Seconds>(civil.shown);
    const std::int64_t rest = (civil.shown - whole).count();
    const std::time_t seconds = whole.count();
    std::tm when{};
    gmtime_r(&seconds, &when);
    const auto summer = onFloor(when, 1);
    const auto winter = onFloor(when, 0);
    if (!summer && !winter) {  // the clock jumps over it
        when.tm_isdst = -1;
        return once((std::int64_t{mktime(&when)} * 1000) + rest);
    }
    const auto first = inRange((std::min(summer.value_or(*winter), winter.value_or(*summer)) * 1000) + rest);
    const auto later = inRange((std::max(summer.value_or(*winter), winter.value_or(*summer)) * 1000) + rest);
    return first && later ? std::optional{ReadTime{*first, *later}} : std::nullopt;
}

core::Milliseconds onCalendar(const std::chrono::year_month_day& day, int hour, int minute, int second, int ms)
{
    return std::chrono::sys_days{day}.time_since_epoch() + std::chrono::hours{hour} + std::chrono::minutes{minute} +
           core::Seconds{second} + core::Milliseconds{ms};
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

/// "Z", "EST", "+02:00", "+0200", "-05", or nothing: the offset in minutes. False when it is something else.
bool readOffset(std::string_view text, std::optional<int>& minutes)
{
    text = trimmed(text);
    if (text.empty()) return true;
    if (text == "z") text = "Z";
    if (minutes = zoneOffset(text); minutes) return true;
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

std::optional<CivilTime> readIso(std::string_view text)
{
    Digits digits{text};
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int milliseconds = 0;
    if (!digits.number(4, year) || !digits.take("-/") || !digits.number(2, month) || !digits.take("-/") ||
        !digits.number(2, day))
        return std::nullopt;
    if (digits.take("Tt ")) {
        if ((!digits.number(2, hour) && !digits.number(1, hour)) || !digits.take(":") || !digits.number(2, minute))
            return std::nullopt;
        if (digits.take(":") && !digits.number(2, second)) return std::nullopt;
        if (digits.take(".,")) milliseconds = digits.fraction();
    }
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    CivilTime civil;
    if (!date.ok() || hour > 23 || minute > 59 || second > 60 || !readOffset(digits.rest(), civil.offset_min))
        return std::nullopt;
    civil.shown = onCalendar(date, hour, minute, second, milliseconds);
    return civil;
}

/// "Mon, 04 Nov 2024 09:00:00 EST", the day of the week and the seconds left out or not.
std::optional<CivilTime> readMailDate(std::string_view text)
{
    if (const std::size_t comma = text.find(','); comma != std::string_view::npos)
        text = trimmed(text.substr(comma + 1));
    if (text.empty() || text.front() < '0' || text.front() > '9') return std::nullopt;
    for (const std::string_view pattern : {"%d %b %Y %H:%M:%S %z", "%d %b %Y %H:%M %z", "%d %b %Y %H:%M:%S"})
        if (auto civil = readByPattern(text, pattern)) return civil;
    return std::nullopt;
}

/// Days since 1899-12-30, to the second, as spreadsheets count them.
CivilTime fromSerial(double days)
{
    constexpr core::Milliseconds before = std::chrono::hours{24} * 25'569;  // until 1970
    return {std::chrono::seconds{std::llround(days * 86'400)} - before, {}};
}

std::optional<ReadTime> readNumber(std::string_view text, Zone zone)
{
    std::string plain{text};
    // A spreadsheet's decimal comma: "45355,375".
    if (text.find(',') == 5 && text.find(',', 6) == std::string_view::npos) plain[5] = '.';
    double value = 0;
    const char* end = plain.data() + plain.size();
    const auto read = std::from_chars(plain.data(), end, value, std::chars_format::fixed);
    if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(value) || value < 0) return std::nullopt;
    // As seconds these are an hour of the evening of 1970-01-01.
    if (value >= 20'000 && value < 80'000) return fromCivil(fromSerial(value), zone);
    // Seconds stay below 1e11 until the year 5138; ms pass it in 1973, and us and ns likewise.
    const double ms = value < 1e11 ? value * 1e3 : value < 1e14 ? value : value < 1e17 ? value / 1e3 : value / 1e6;
    if (ms >= static_cast<double>(last_ms)) return std::nullopt;
    return once(std::llround(ms));
}

}  // namespace

std::optional<ReadTime> readTime(std::string_view text, const TimeForm& form)
{
    text = trimmed(text);
    if (text.empty() || text.size() > 64) return std::nullopt;
    if (!form.pattern.empty()) {
        const auto civil = readByPattern(text, form.pattern);
        return civil ? fromCivil(*civil, form.zone) : std::nullopt;
    }
    if (const auto civil = readIso(text)) return fromCivil(*civil, form.zone);
    if (const auto time = readNumber(text, form.zone)) return time;
    const auto civil = readMailDate(text);
    return civil ? fromCivil(*civil, form.zone) : std::nullopt;
}

std::optional<core::WallTime> parseTime(std::string_view text, const TimeForm& form)
{
    const auto time = readTime(text, form);
    return time ? std::optional{time->at} : std::nullopt;
}

bool isPlausible(core::WallTime time)
{
    using namespace std::chrono;
    return time >= core::WallTime{sys_days{year{1990} / 1 / 1}} && time < core::WallTime{sys_days{year{2040} / 1 / 1}};
}

std::optional<core::Milliseconds> parseSpan(std::string_view text, core::Milliseconds unit)
{
    text = trimmed(text);
    double count = 0;
    const char* end = text.data() + text.size();
    const auto bare = std::from_chars(text.data(), end, count);
    if (bare.ec == std::errc{} && bare.ptr == end) {
        const double ms = count * static_cast<double>(unit.count());
        return ms >= 0 && ms < 1e12 ? std::optional{core::Milliseconds{std::llround(ms)}} : std::nullopt;
    }
    int hours = 0;
    const auto first = std::from_chars(text.data(), end, hours);
    if (first.ec == std::errc{} && first.ptr != end && *first.ptr == ':' && hours >= 0 && hours < 10'000) {
        Digits rest{text.substr(static_cast<std::size_t>(first.ptr - text.data()) + 1)};
        int minutes = 0;
        int seconds = 0;
        if (!rest.number(2, minutes) || minutes > 59) return std::nullopt;
        const bool three = rest.take(":");
        if (three && (!rest.number(2, seconds) || seconds > 59)) return std::nullopt;
        const int ms = rest.take(".,") ? rest.fraction() : 0;
        if (!rest.rest().empty()) return std::nullopt;
        if (three) {
            return std::chrono::hours{hours} + std::chrono::minutes{minutes} + core::Seconds{seconds} +
                   core::Milliseconds{ms};
        }
        // Two parts are hours and minutes or minutes and seconds, which the unit tells.
        if (unit < std::chrono::minutes{1} || ms > 0) return std::nullopt;
        return (hours * unit) + (minutes * unit / 60);
    }
    return parseDuration(text);
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
