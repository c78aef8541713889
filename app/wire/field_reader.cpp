#include "wire/field_reader.h"

#include "core/limits.h"
#include "core/topic_name.h"

#include <array>
#include <charconv>
#include <cmath>
#include <concepts>

namespace carewall::wire {
namespace {

namespace limits = core::limits;
using namespace std::chrono_literals;

constexpr std::int64_t end_of_time_ms = 7'258'118'400'000;  // 2200-01-01 UTC
constexpr double longest_s = 7'258'118'400;

std::string number(double value)
{
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), value).ptr;
    return {digits.begin(), end};
}

std::string number(std::integral auto value)
{
    return std::to_string(value);
}

}  // namespace

void Reading::refuse(std::string_view field, std::string_view words)
{
    if (m_refused) return;
    m_refused = true;
    for (const Place& place : m_path) {
        if (!m_why.empty()) m_why += '.';
        m_why += place.field;
        if (place.index >= 0) m_why.append("[").append(number(place.index)).append("]");
    }
    if (!m_why.empty() && !field.empty()) m_why += '.';
    m_why.append(field).append(" ").append(words);
}

std::uint64_t Reading::count(std::string_view field, std::uint64_t value)
{
    if (value <= limits::count) return value;
    refuse(field, "is " + number(value) + "; it must be at most " + number(limits::count));
    return 0;
}

std::uint64_t Reading::part(std::string_view field, std::uint64_t value, std::string_view whole_field,
                            std::uint64_t whole)
{
    if (value <= whole) return value;
    refuse(field, "is " + number(value) + " but " + std::string(whole_field) + " is " + number(whole) +
                      "; it must be at most " + std::string(whole_field));
    return 0;
}

double Reading::finite(std::string_view field, double value)
{
    if (std::isfinite(value)) return value;
    refuse(field, "is " + number(value) + "; it must be a number");
    return 0;
}

double Reading::between(std::string_view field, double value, double least, double most)
{
    if (value >= least && value <= most) return value;
    refuse(field, "is " + number(value) + "; it must be in [" + number(least) + ", " + number(most) + "]");
    return least;
}

double Reading::ratio(std::string_view field, double value)
{
    if (value >= 0 && value <= 1) return value;
    std::string words = "is " + number(value) + "; it must be in [0, 1]";
    if (value > 1 && value <= 100) words += ": " + number(value / 100) + ", not " + number(value);
    refuse(field, words);
    return 0;
}

core::Milliseconds Reading::duration(std::string_view field, double seconds)
{
    if (seconds >= 0 && seconds <= longest_s) return core::Milliseconds{std::llround(seconds * 1000)};
    refuse(field, "is " + number(seconds) + "; it must be seconds, 0 or more");
    return 0ms;
}

core::WallTime Reading::time(std::string_view field, std::int64_t ms)
{
    if (ms >= 0 && ms < end_of_time_ms) return core::wallTimeFromMs(ms);
    refuse(field, "is " + number(ms) + "; it must be ms since 1970, before the year 2200");
    return {};
}

std::optional<core::WallTime> Reading::timeIfSet(std::string_view field, std::int64_t ms)
{
    if (ms == 0) return std::nullopt;
    return time(field, ms);
}

std::string Reading::label(std::string_view text)
{
    return plainText(text, limits::label_chars);
}

std::string Reading::text(std::string_view text)
{
    return plainText(text, limits::text_chars);
}

std::string Reading::told(std::string_view field, std::string_view text)
{
    std::string plain = Reading::text(text);
    if (plain.find_first_not_of(' ') == std::string::npos)
        refuse(field, "is empty; it must be words to show (to clear a topic, publish an empty retained message)");
    return plain;
}

std::string Reading::id(std::string_view field, std::string_view value)
{
    if (const auto trouble = core::idTrouble(value)) {
        refuse(field, *trouble + "; it must be 1 to " + number(limits::id_bytes) + " bytes, as in a topic");
        return {};
    }
    return std::string(value);
}

bool Reading::fits(std::string_view field, int entries, std::size_t most)
{
    if (static_cast<std::size_t>(entries) <= most) return true;
    refuse(field, "has " + number(entries) + " entries; it must have at most " + number(most));
    return false;
}

namespace {

core::Milliseconds slotLength(Reading& in, std::uint32_t length_s, core::Seconds usual)
{
    if (length_s == 0) return usual;
    if (core::Seconds{length_s} <= 24h) return core::Seconds{length_s};
    in.refuse("length_s", "is " + number(length_s) + "; it must be 1 to 86400 seconds");
    return usual;
}

}  // namespace

SlotTimes closedSlot(Reading& in, std::int64_t start_ms, std::uint32_t length_s, core::Seconds usual)
{
    if (start_ms == 0) in.refuse("start_ms", "is left out; it must be the slot's start, ms since 1970");
    return {in.time("start_ms", start_ms), slotLength(in, length_s, usual)};
}

SlotTimes openSlot(Reading& in, std::int64_t start_ms, std::uint32_t length_s, core::Seconds usual,
                   const std::optional<core::WallTime>& time)
{
    const core::Milliseconds length = slotLength(in, length_s, usual);
    if (start_ms != 0) return {in.time("start_ms", start_ms), length};
    if (!time) {
        in.refuse("start_ms", "is left out, and header.time_ms too; one must say which slot it is, in ms since 1970");
        return {{}, length};
    }
    const core::Milliseconds since = time->time_since_epoch();
    return {core::WallTime{since - since % length}, length};
}

void SlotOrder::next(Reading& in, const SlotTimes& slot)
{
    if (m_end && slot.start < *m_end)
        in.refuse("start_ms", "is " + number(core::toMs(slot.start)) + ", before the slot before it ends at " +
                                  number(core::toMs(*m_end)) + "; starts must rise without overlap");
    m_end = slot.start + slot.length;
}

}  // namespace carewall::wire
