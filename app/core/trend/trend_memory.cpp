#include "core/trend/trend_memory.h"

#include "core/limits.h"
#include "core/sealed.h"
#include "core/trend/trend.h"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <utility>

namespace carewall::core {
namespace {

constexpr double many = 1e15;
constexpr double mass = 1e250;

/// False for NaN.
bool areWithin(double least, double most, std::initializer_list<double> values)
{
    return std::ranges::all_of(
        values, [&](double value) { return value >= least && value <= most; });
}

bool areTimes(std::initializer_list<WallTime> times)
{
    return std::ranges::all_of(
        times, [](WallTime time) { return isKeptTime(toMs(time)); });
}

bool isPossible(const Evidence::Parts& p)
{
    const bool begun =
        p.count <= p.begun.size() && std::all_of(
                                         p.begun.begin(), p.begun.begin() + static_cast<std::ptrdiff_t>(p.count),
                                         [](const Evidence::Beginning& one) {
                                             return areTimes({one.at}) && areWithin(0, mass, {one.mentions, one.usual});
                                         });
    return begun && areTimes({p.hour}) && areWithin(0, mass, {p.mentions, p.usual}) &&
           std::ranges::all_of(p.carried, [](double sum) { return areWithin(0, mass, {sum}); });
}

bool isPossible(const TrendMemory::Path& path)
{
    return areTimes({path.onset}) && areWithin(-mass, mass, {path.score}) && areWithin(0, mass, {path.expected});
}

bool isPossible(const TrendMemory::Burst& burst)
{
    return isPossible(burst.shown) && areTimes({burst.noticed}) && areWithin(0, mass, {burst.calm}) &&
           areWithin(1, many, {burst.against});
}

bool isPossible(const TrendMemory::Watching& watching)
{
    return isPossible(watching.evidence) && (!watching.burst || isPossible(*watching.burst)) &&
           std::ranges::all_of(
               watching.paths, [](const TrendMemory::Path& path) { return isPossible(path); });
}

bool isPossible(const ScatterSeen::Parts& p)
{
    return areTimes({p.hour}) && areWithin(-mass, mass, {p.frailty, p.batch}) &&
           areWithin(0, mass, {p.frailty_weight, p.batch_weight, p.mentions, p.usual, p.squares, p.slots});
}

bool isPossible(const IssueBaseline::Parts& p)
{
    return areWithin(0, many, {p.own.mentions, p.own.hours, p.floor, p.exposure}) &&
           (p.hours.empty() || p.hours.size() == week_hours) &&
           std::ranges::all_of(
               p.hours,
               [](const IssueBaseline::Hour& hour) {
                   return areWithin(0, static_cast<float>(many), {hour.mentions, hour.hours});
               });
}

bool isPossible(const TrendMemory::Issue& issue)
{
    return !issue.issue.empty() && issue.issue.size() <= TrendMemory::longest_issue && isPossible(issue.baseline) &&
           isPossible(issue.seen) && isPossible(issue.watching);
}

}  // namespace

bool isPossible(const TrendMemory& memory)
{
    const auto rises = [](const TrendMemory::Issue& a, const TrendMemory::Issue& b) { return a.issue >= b.issue; };
    const std::vector<TrendMemory::Issue>& issues = memory.issues;
    return areTimes({memory.closed_until, memory.since.value_or(WallTime{}), memory.open, memory.open_until}) &&
           areWithin(0, many, {memory.exposure}) &&
           std::ranges::all_of(memory.floor.hours,
                               [](const Exposed& hour) {
                                   return areWithin(0, many, {hour.mentions, hour.hours});
                               }) &&
           isPossible(memory.volume_seen) && isPossible(memory.volume) && issues.size() <= limits::issues &&
           std::adjacent_find(issues.begin(), issues.end(), rises) == issues.end() &&
           std::ranges::all_of(issues, [](const TrendMemory::Issue& issue) { return isPossible(issue); });
}

TrendMemory::Watching Trends::remembered(const Watching& watching)
{
    TrendMemory::Watching made{watching.evidence.parts(), watching.paths, {}, watching.taken};
    // What is left over from before says nothing.
    for (std::size_t k = made.evidence.count; k < made.evidence.begun.size(); ++k)
        made.evidence.begun[k] = {};
    for (Path& path : made.paths)
        if (!path.begun) path = {};
    if (watching.trending) made.burst = {watching.shown, watching.noticed, watching.calm, watching.against};
    return made;
}

Trends::Watching Trends::recalled(const TrendMemory::Watching& remembered)
{
    Watching made;
    made.evidence = Evidence::fromParts(remembered.evidence);
    made.paths = remembered.paths;
    made.taken = remembered.taken;
    made.trending = remembered.burst.has_value();
    if (remembered.burst) {
        made.shown = remembered.burst->shown;
        made.noticed = remembered.burst->noticed;
        made.calm = remembered.burst->calm;
        made.against = remembered.burst->against;
    }
    return made;
}

TrendMemory Trends::memory() const
{
    TrendMemory made{
        m_closed_until, m_since,      m_exposure, m_floor.parts(), m_volume_seen.parts(), remembered(m_volume),
        m_open,         m_open_until, {}};
    made.issues.reserve(m_issues.size());
    for (const Watched& watched : m_issues)
        made.issues.push_back(
            {watched.issue, watched.baseline.parts(), watched.seen.parts(), remembered(watched.watching)});
    return made;
}

std::optional<Trends> Trends::fromMemory(const TrendMemory& memory, TrendOptions options)
{
    if (!isPossible(memory)) return std::nullopt;
    Trends trends{options};
    trends.m_closed_until = memory.closed_until;
    trends.m_since = memory.since;
    trends.m_exposure = memory.exposure;
    trends.m_floor = FloorProfile{memory.floor, 1};
    trends.m_volume_seen = ScatterSeen{memory.volume_seen};
    trends.m_volume = recalled(memory.volume);
    trends.m_open = memory.open;
    trends.m_open_until = memory.open_until;
    for (const TrendMemory::Issue& issue : memory.issues) {
        Watched watched;
        watched.issue = issue.issue;
        watched.baseline = IssueBaseline{issue.baseline};
        watched.seen = ScatterSeen{issue.seen};
        watched.watching = recalled(issue.watching);
        trends.m_issues.push_back(std::move(watched));
    }
    if (trends.m_exposure > 0) trends.derive();
    return trends;
}

}  // namespace carewall::core
