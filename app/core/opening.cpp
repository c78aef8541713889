#include "core/opening.h"

#include "core/calendar.h"

#include <algorithm>
#include <vector>

namespace carewall::core {
namespace {

constexpr std::chrono::days a_week_ahead{8};
constexpr Milliseconds exact_for = std::chrono::hours{24 * 60};
constexpr int most_days = 64;

struct Span {
    WallTime from;
    WallTime to;
};

bool on(const OpeningHours& hours, int weekday)
{
    return hours.weekdays == 0 || (hours.weekdays & (1U << static_cast<unsigned>(weekday))) != 0;
}

/// The spans that open on the day which begins at `midnight`.
void addDay(const Opening& week, WallTime midnight, std::vector<Span>& spans)
{
    if (!week.holidays.empty() && std::ranges::binary_search(week.holidays, dateOf(midnight))) return;
    const int weekday = clockFace(midnight).weekday;
    const WallTime next = nextDay(midnight);
    for (const OpeningHours& hours : week.hours) {
        if (!on(hours, weekday)) continue;
        const WallTime from = onDay(midnight, hours.open);
        const WallTime to = hours.close > hours.open ? onDay(midnight, hours.close) : onDay(next, hours.close);
        if (to > from) spans.push_back({from, to});
    }
}

/// Spans that may touch [from, to), rising, those that overlap made one.
std::vector<Span> spansBetween(const Opening& week, WallTime from, WallTime to)
{
    std::vector<Span> spans;
    WallTime midnight = dayStart(dayStart(from) - Seconds{1});  // one that opened yesterday may still be open
    for (int day = 0; day < most_days && midnight < to; ++day, midnight = nextDay(midnight))
        addDay(week, midnight, spans);
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.from < b.from; });
    std::vector<Span> joined;
    for (const Span& span : spans)
        if (!joined.empty() && span.from <= joined.back().to)
            joined.back().to = std::max(joined.back().to, span.to);
        else
            joined.push_back(span);
    return joined;
}

}  // namespace

std::vector<Date> inOrder(std::vector<Date> days)
{
    std::ranges::sort(days);
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

OpenSpell openSpell(const Opening& week, WallTime at)
{
    if (week.hours.empty()) return {true, std::nullopt, WallTime::min(), WallTime::max()};
    for (const std::chrono::days ahead : {a_week_ahead, farthest_opening}) {
        for (const Span& span : spansBetween(week, at, at + ahead)) {
            if (span.to <= at) continue;
            if (span.from <= at) return {true, std::nullopt, at, span.to};
            return {false, span.from, at, span.from};
        }
        if (week.holidays.empty()) break;
    }
    return {false, std::nullopt, at, at + Milliseconds{1}};  // the next moment may see a day more
}

bool isOpen(const Opening& week, WallTime at)
{
    if (week.hours.empty()) return true;
    return std::ranges::any_of(spansBetween(week, at, at + Milliseconds{1}),
                               [at](const Span& span) { return span.from <= at && at < span.to; });
}

std::optional<WallTime> opens(const Opening& week, WallTime at)
{
    const OpenSpell spell = openSpell(week, at);
    return spell.open ? at : spell.opens;
}

Milliseconds openTime(const Opening& week, WallTime from, WallTime to)
{
    if (to <= from) return Milliseconds{0};
    if (week.hours.empty()) return to - from;
    const WallTime exact = std::max(from, to - exact_for);
    Milliseconds open = exact - from;
    for (const Span& span : spansBetween(week, exact, to)) {
        const WallTime first = std::max(span.from, exact);
        const WallTime last = std::min(span.to, to);
        if (last > first) open += last - first;
    }
    return open;
}

}  // namespace carewall::core
