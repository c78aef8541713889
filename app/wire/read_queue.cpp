#include "core/calendar.h"
#include "core/limits.h"
#include "core/opening.h"
#include "core/slots.h"
#include "wire/reads.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <tuple>
#include <utility>

namespace carewall::wire {
namespace {

namespace limits = core::limits;
using namespace std::chrono_literals;

constexpr std::uint32_t most_agents = 1'000'000;
constexpr std::uint32_t minutes_a_day = 1440;

core::Target readTarget(Reading& in, const v1::Target& from)
{
    const auto step = in.in("target");
    return {in.duration("within_s", from.within_s()), in.ratio("ratio", from.ratio()),
            in.choice(from.abandons(), core::AbandonPolicy::Positive),
            in.duration("short_abandon_s", from.short_abandon_s()), from.open_hours_only()};
}

std::uint32_t readAgentCount(Reading& in, const char* field, std::uint32_t value)
{
    if (value <= most_agents) return value;
    in.refuse(field, "is " + std::to_string(value) + "; it must be at most " + std::to_string(most_agents));
    return 0;
}

core::Agents readAgents(Reading& in, const v1::Agents& from)
{
    const auto step = in.in("agents");
    return {readAgentCount(in, "available", from.available()), readAgentCount(in, "busy", from.busy()),
            readAgentCount(in, "away", from.away())};
}

core::LineTally readLine(Reading& in, const v1::Tally& from)
{
    core::LineTally line;
    line.waited_ms = in.count("waited_ms", from.waited_ms());
    line.pressed_ms = in.count("pressed_ms", from.pressed_ms());
    line.backlog_ms = in.part("backlog_ms", from.backlog_ms(), "pressed_ms", from.pressed_ms());
    line.answered_from_backlog =
        in.part("answered_from_backlog", from.answered_from_backlog(), "answered", from.answered());
    line.others_waiting = in.count("others_waiting", from.others_waiting());
    line.passed_over = in.part("passed_over", from.passed_over(), "others_waiting", from.others_waiting());
    line.busy_ms = in.count("busy_ms", from.busy_ms());
    return line;
}

core::Tally readTally(Reading& in, const v1::Tally& from, const SlotTimes& slot)
{
    core::Tally tally;
    tally.start = slot.start;
    tally.length = slot.length;
    tally.offered = in.count("offered", from.offered());
    tally.answered = in.count("answered", from.answered());
    tally.answered_within_target =
        in.part("answered_within_target", from.answered_within_target(), "answered", from.answered());
    tally.abandoned = in.count("abandoned", from.abandoned());
    tally.abandoned_within_target =
        in.part("abandoned_within_target", from.abandoned_within_target(), "abandoned", from.abandoned());
    tally.resolved = in.count("resolved", from.resolved());
    tally.fcr = in.part("resolved_in_one", from.resolved_in_one(), "resolved", from.resolved());
    tally.answered_by_community =
        in.part("answered_by_community", from.answered_by_community(), "answered", from.answered());
    tally.abandoned_short = in.part("abandoned_short", from.abandoned_short(), "abandoned", from.abandoned());
    tally.line = readLine(in, from);
    const auto step = in.in("response");
    tally.response = readSketch(in, from.response());
    return tally;
}

std::vector<core::Milliseconds> readAges(Reading& in, const v1::QueueNow& from)
{
    std::vector<core::Milliseconds> ages;
    if (!in.fits("ages_s", from.ages_s_size(), limits::waiting_ages)) return ages;
    ages.reserve(static_cast<std::size_t>(from.ages_s_size()));
    for (int i = 0; i < from.ages_s_size() && !in.refused(); ++i)
        ages.push_back(in.duration("ages_s[" + std::to_string(i) + "]", from.ages_s(i)));
    std::sort(ages.begin(), ages.end(), std::greater<>{});
    return ages;
}

template <std::size_t N>
std::array<double, N> readWeights(Reading& in, const char* field, const google::protobuf::RepeatedField<double>& from)
{
    std::array<double, N> weights{};
    if (static_cast<std::size_t>(from.size()) != N) {
        in.refuse(field, "has " + std::to_string(from.size()) + " weights; it must have " + std::to_string(N));
        return weights;
    }
    constexpr double most = core::Calibration::most_weight;
    for (std::size_t i = 0; i < N; ++i)
        weights[i] = in.between(field, from[static_cast<int>(i)], -most, most);
    return weights;
}

std::optional<core::Calibration> readCalibration(Reading& in, const v1::Calibration& from)
{
    if (from.revision() != core::Calibration::revision) return std::nullopt;
    const auto step = in.in("calibration");
    core::Calibration learnt;
    learnt.customer = readWeights<std::tuple_size_v<core::Calibration::CustomerTerms>>(in, "customer", from.customer());
    learnt.any = readWeights<std::tuple_size_v<core::Calibration::AnyTerms>>(in, "any", from.any());
    learnt.to_come =
        in.between("to_come", from.to_come(), core::Calibration::least_factor, core::Calibration::most_factor);
    return learnt;
}

core::OpeningHours readHours(Reading& in, const v1::OpeningHours& from)
{
    const auto step = in.in("hours");
    const auto minutes = [&in](const char* field, std::uint32_t value) -> core::Milliseconds {
        if (value <= minutes_a_day) return std::chrono::minutes{value};
        in.refuse(field, "is " + std::to_string(value) + "; it must be 0 to 1440 minutes after midnight");
        return 0ms;
    };
    core::OpeningHours hours{minutes("open_min", from.open_min()), minutes("close_min", from.close_min())};
    for (const std::uint32_t day : from.weekdays()) {
        if (day < 1 || day > 7) {
            in.refuse("weekdays", "has " + std::to_string(day) + "; each must be 1 (Monday) to 7 (Sunday)");
            break;
        }
        hours.weekdays = static_cast<std::uint8_t>(hours.weekdays | 1U << day % 7);
    }
    return hours;
}

std::vector<core::Date> readHolidays(Reading& in, const v1::QueueDay& from)
{
    std::vector<core::Date> days;
    if (!in.fits("holidays", from.holidays_size(), limits::holidays)) return days;
    for (const std::string& text : from.holidays()) {
        const auto day = core::dateFrom(text);
        if (day)
            days.push_back(*day);
        else
            in.refuse("holidays", "has \"" + Reading::label(text) + "\"; each must be " + std::string{core::date_form});
    }
    return core::inOrder(std::move(days));
}

}  // namespace

core::QueueNow readQueueNow(Reading& in, const v1::QueueNow& from)
{
    core::QueueNow now;
    now.header = readHeader(in, from.header());
    now.label = Reading::label(from.label());
    now.channel = Reading::label(from.channel());
    now.team = Reading::label(from.team());
    now.target = readTarget(in, from.target());
    now.ages = readAges(in, from);
    now.waiting = in.count("waiting", from.waiting());
    // A person who lists ages need not count them too.
    if (now.waiting == 0) now.waiting = now.ages.size();
    if (now.ages.size() > now.waiting)
        in.refuse("ages_s", "lists " + std::to_string(now.ages.size()) + " but waiting is " +
                                std::to_string(now.waiting) + "; it must list at most waiting");
    if (from.has_agents()) now.agents = readAgents(in, from.agents());
    if (from.has_calibration()) now.calibration = readCalibration(in, from.calibration());
    if (from.has_open()) {
        const auto step = in.in("open");
        now.open =
            readTally(in, from.open(),
                      openSlot(in, from.open().start_ms(), from.open().length_s(), core::queue_slot, now.header.time));
    }
    return now;
}

core::QueueDay readQueueDay(Reading& in, const v1::QueueDay& from)
{
    core::QueueDay day;
    day.header = readHeader(in, from.header());
    if (in.fits("hours", from.hours_size(), limits::opening_hours))
        for (const v1::OpeningHours& hours : from.hours())
            day.opening.hours.push_back(readHours(in, hours));
    day.opening.holidays = readHolidays(in, from);
    if (!in.fits("slots", from.slots_size(), limits::day_slots)) return day;
    day.slots.reserve(static_cast<std::size_t>(from.slots_size()));
    SlotOrder order;
    for (int i = 0; i < from.slots_size() && !in.refused(); ++i) {
        const auto step = in.in("slots", i);
        const v1::Tally& slot = from.slots(i);
        const SlotTimes times = closedSlot(in, slot.start_ms(), slot.length_s(), core::queue_slot);
        order.next(in, times);
        day.slots.push_back(readTally(in, slot, times));
    }
    return day;
}

}  // namespace carewall::wire
