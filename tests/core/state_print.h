#pragma once

#include "core/figures/figures.h"
#include "core/state.h"

#include <algorithm>
#include <array>
#include <iomanip>
#include <iterator>
#include <sstream>
#include <string>
#include <type_traits>
#include <vector>

/// A State, or its figures, as sorted lines of "path = value", to compare two of them and to say where they differ.
/// Every field is printed: the structured bindings no longer compile when a struct gets another one.
namespace carewall::tests {

class Lines {
public:
    template <typename Value>
    void put(const std::string& path, const Value& value)
    {
        std::ostringstream line;
        line << std::setprecision(17) << path << " = " << value;
        m_lines.push_back(line.str());
    }
    std::vector<std::string> sorted() const
    {
        std::vector<std::string> lines = m_lines;
        std::sort(lines.begin(), lines.end());
        return lines;
    }

private:
    std::vector<std::string> m_lines;
};

template <typename Value>
requires std::is_arithmetic_v<Value>
void print(Lines& lines, const std::string& path, Value value)
{
    lines.put(path, +value);
}

template <typename Value>
requires std::is_enum_v<Value>
void print(Lines& lines, const std::string& path, Value value)
{
    lines.put(path, static_cast<int>(value));
}

inline void print(Lines& lines, const std::string& path, const std::string& value)
{
    lines.put(path, '"' + value + '"');
}

inline void print(Lines& lines, const std::string& path, core::Milliseconds value)
{
    lines.put(path, std::to_string(value.count()) + " ms");
}

template <typename Clock>
void print(Lines& lines, const std::string& path, std::chrono::time_point<Clock, core::Milliseconds> value)
{
    lines.put(path, std::to_string(value.time_since_epoch().count()) + " ms");
}

inline void print(Lines& lines, const std::string& path, core::Date value)
{
    lines.put(path, std::to_string(value.time_since_epoch().count()) + " d");
}

template <typename Value>
void print(Lines& lines, const std::string& path, const std::optional<Value>& value)
{
    if (value)
        print(lines, path, *value);
    else
        lines.put(path, "none");
}

template <typename List>
void printList(Lines& lines, const std::string& path, const List& list)
{
    lines.put(path + ".size", list.size());
    std::size_t at = 0;
    for (const auto& entry : list)
        print(lines, path + "[" + std::to_string(at++) + "]", entry);
}

template <typename Value>
void print(Lines& lines, const std::string& path, const std::vector<Value>& list)
{
    printList(lines, path, list);
}

template <typename Value, std::size_t N>
void print(Lines& lines, const std::string& path, const std::array<Value, N>& list)
{
    printList(lines, path, list);
}

template <typename Value>
void print(Lines& lines, const std::string& path, const std::deque<Value>& list)
{
    printList(lines, path, list);
}

template <typename Value>
void print(Lines& lines, const std::string& path, const std::map<std::string, Value>& map)
{
    lines.put(path + ".size", map.size());
    for (const auto& [id, value] : map)
        print(lines, path + "/" + id, value);
}

/// Prints fields under their names: "a, b" as bound by the caller.
template <typename... Fields>
void printFields(Lines& lines, const std::string& path, const char* names, const Fields&... fields)
{
    std::istringstream in(names);
    const auto next = [&in] {
        std::string name;
        std::getline(in >> std::ws, name, ',');
        return name;
    };
    (print(lines, path + "." + next(), fields), ...);
}

inline void print(Lines& lines, const std::string& path, const core::Sketch& sketch)
{
    lines.put(path + ".scale", sketch.scale());
    lines.put(path + ".count", sketch.count());
    lines.put(path + ".zero_count", sketch.zeroCount());
    lines.put(path + ".offset", sketch.offset());
    print(lines, path + ".counts", sketch.counts());
}

/// CAREWALL_PRINT(core::Link, phase, why, since): a `print` of all the struct's fields.
#define CAREWALL_PRINT(Type, ...)                                                                                      \
    inline void print(Lines& lines, const std::string& path, const Type& whole)                                        \
    {                                                                                                                  \
        const auto& [__VA_ARGS__] = whole;                                                                             \
        printFields(lines, path, #__VA_ARGS__, __VA_ARGS__);                                                           \
    }

CAREWALL_PRINT(core::Instant, wall, steady)
CAREWALL_PRINT(core::Revision, epoch, sequence)
CAREWALL_PRINT(core::Header, revision, time, interval)
CAREWALL_PRINT(core::Agents, available, busy, away)
CAREWALL_PRINT(core::Target, within, ratio, abandons, short_abandon, open_hours_only)
CAREWALL_PRINT(core::LineTally, waited_ms, pressed_ms, backlog_ms, answered_from_backlog, others_waiting, passed_over,
               busy_ms)
CAREWALL_PRINT(core::Tally, start, length, offered, answered, answered_within_target, abandoned,
               abandoned_within_target, resolved, fcr, answered_by_community, response, abandoned_short, line)
CAREWALL_PRINT(core::Calibration, customer, any, to_come)
CAREWALL_PRINT(core::QueueNow, header, label, channel, team, target, waiting, ages, agents, open, calibration)
CAREWALL_PRINT(core::OpeningHours, open, close, weekdays)
CAREWALL_PRINT(core::Opening, hours, holidays)
CAREWALL_PRINT(core::QueueDay, header, slots, opening)
CAREWALL_PRINT(core::Mentions, mentions, positive, negative, reach)
CAREWALL_PRINT(core::Emergence, since, until, usual_per_hour, part_of)
CAREWALL_PRINT(core::IssueMentions, issue, label, voices, emerging)
CAREWALL_PRINT(core::Ladder, anger, like, love, defend)
CAREWALL_PRINT(core::VoiceSlot, start, length, total, ladder, replies, broadcasts, issues)
CAREWALL_PRINT(core::VoiceNow, header, open)
CAREWALL_PRINT(core::VoiceDay, header, slots)
CAREWALL_PRINT(core::IssueNote, header, label, stage, to, text, names_nobody)
CAREWALL_PRINT(core::MetricSlot, start, length, value)
CAREWALL_PRINT(core::Metric, header, label, unit, value, target, good, slots)
CAREWALL_PRINT(core::Moment, header, text, team, channel, thanks, until, names_nobody)
CAREWALL_PRINT(core::Notice, header, text, severity, until)
CAREWALL_PRINT(core::FloorClock, header, floor, at, rate, phase, label)
CAREWALL_PRINT(core::BoardCommand, header, kind, scene, dim, notice, hold, language, issue, theme)

template <typename Value>
void print(Lines& lines, const std::string& path, const core::Asked<Value>& asked)
{
    printFields(lines, path, "what, number", asked.what, asked.number);
}

CAREWALL_PRINT(core::Requests, number, steps, scene, hold, dim, language, identify, qr, theme)
CAREWALL_PRINT(core::Link, phase, why, since, reason)
CAREWALL_PRINT(core::Refusal, topic, why, at)
CAREWALL_PRINT(core::UnknownFields, topic, names)
CAREWALL_PRINT(core::Refusals, reports, unknown_fields, over_limit, newest, unknown)

template <typename Report>
void print(Lines& lines, const std::string& path, const core::Held<Report>& held)
{
    const auto& [report, arrived, origin, retained] = held;
    printFields(lines, path, "report, arrived, origin, retained", report, arrived, origin, retained);
}

CAREWALL_PRINT(core::QueueSource, now, day)
CAREWALL_PRINT(core::Queue, sources)
CAREWALL_PRINT(core::VoiceSource, now, day)
CAREWALL_PRINT(core::PastDay, start, queues, voices)
CAREWALL_PRINT(core::State, now, link, clock, queues, voices, notes, metrics, moments, notices, command, requests,
               history, refusals, other_floors, store_trouble, reports, newest_sequence, changes)

CAREWALL_PRINT(core::Percentile, seconds, enough)
CAREWALL_PRINT(core::ResponseFigure, p50, p90, n, since, covered)
CAREWALL_PRINT(core::ServiceLevel, met, counted)
CAREWALL_PRINT(core::WaitAhead, mean_s, low_s, high_s)
CAREWALL_PRINT(core::Forecast, none, breaches_10min, breaches_30min, any_10min, clear, next, head_of_line,
               arrivals_per_min)
CAREWALL_PRINT(core::GroupFigures, name, queues, silent, waiting, target, service_level, last_hour, day, forecasts,
               breaches_10min, breaches_30min, freshness, age, tone)
CAREWALL_PRINT(core::QueueFigures, queue, label, channel, team, target, waiting, breached, oldest, agents,
               service_level, hour_level, last_hour, day, day_tally, freshness, age, sources, day_only, closed, opens,
               forecast, judged, tone)
CAREWALL_PRINT(core::IssueFigures, issue, label, window, before, stage, handed_to, emerging, tone)
CAREWALL_PRINT(core::Expected, mentions, low, high)
CAREWALL_PRINT(core::ExpectedSlot, start, length, usual)
CAREWALL_PRINT(core::Trend, issue, since, noticed, over, during, expected, times_usual, surprise, usual, learning, band)
CAREWALL_PRINT(core::TrendFigures, trend, label, stage, handed_to, mentions, tone)
CAREWALL_PRINT(core::VoiceFigures, window, total, ladder, replies, broadcasts, since, freshness, age, issues, trends,
               volume, baseline_since, baseline_learns)
CAREWALL_PRINT(core::FloorFigures, time, service_level, service_tone, target_ratio, policies, waiting, day_tally, tone,
               all, channels, teams, queues, voice)

#undef CAREWALL_PRINT

template <typename Whole>
std::vector<std::string> linesOf(const Whole& whole)
{
    Lines lines;
    print(lines, "", whole);
    return lines.sorted();
}

/// What the second has not, with "-" before it, and what the first has not, with "+"; empty when they are equal. At
/// most 40 lines.
inline std::string difference(const std::vector<std::string>& left, const std::vector<std::string>& right)
{
    if (left == right) return {};
    std::vector<std::string> gone;
    std::vector<std::string> come;
    std::set_difference(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(gone));
    std::set_difference(right.begin(), right.end(), left.begin(), left.end(), std::back_inserter(come));
    constexpr std::size_t shown = 20;
    std::string text;
    const auto append = [&](const char* sign, const std::vector<std::string>& some) {
        for (std::size_t i = 0; i < std::min(some.size(), shown); ++i)
            text += sign + some[i] + "\n";
        if (some.size() > shown) text += sign + std::to_string(some.size() - shown) + " more lines\n";
    };
    append("- ", gone);
    append("+ ", come);
    return text;
}

template <typename Whole>
std::string difference(const Whole& expected, const Whole& actual)
{
    return difference(linesOf(expected), linesOf(actual));
}

}  // namespace carewall::tests
