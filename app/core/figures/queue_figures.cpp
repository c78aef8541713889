#include "core/figures/queue_figures.h"

#include "core/figures/judgement.h"
#include "core/opening.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace carewall::core {
namespace {

/// The waiting of one source, their ages grown by the floor's time since it told of them.
void addWaiting(QueueFigures& f, Sums& sums, const Held<QueueNow>& now, Milliseconds grown)
{
    f.waiting += now.report.waiting;
    for (const Milliseconds age : now.report.ages) {
        const Milliseconds waited = age + grown;
        raise(f.oldest, waited);
        const Milliseconds late = waited - now.report.target.within;
        if (!now.report.target.isSet() || late <= Milliseconds{0}) continue;
        ++f.breached;
        if (late <= last_hour_window) ++sums.newly_breached;
    }
    if (now.report.agents) {
        Agents sum = f.agents.value_or(Agents{});
        sum.available += now.report.agents->available;
        sum.busy += now.report.agents->busy;
        sum.away += now.report.agents->away;
        f.agents = sum;
    }
}

/// How a line is judged.
struct LineContext {
    Target target;
    bool live = true;
    bool open = true;
};

void addForecast(QueueForecast& forecast, const QueueNow& now, Milliseconds grown, const Pace& pace,
                 const LineContext& context)
{
    std::vector<Milliseconds> ages = now.ages;
    for (Milliseconds& age : ages)
        age += grown;
    forecast.add({context.target, now.waiting, ages, now.agents, context.live, context.open,
                  now.calibration.value_or(Calibration{})},
                 pace);
}

void describe(QueueFigures& f, const QueueNow& now)
{
    if (f.label.empty()) f.label = now.label;
    if (f.channel.empty()) f.channel = now.channel;
    if (f.team.empty()) f.team = now.team;
    if (!f.target.isSet()) f.target = now.target;
}

/// Keeps the hours that any of its sources tells, and whether it is open.
void keepHours(QueueCache& cache, const Queue& queue, WallTime floor)
{
    static const Opening always;
    const Opening* told = &always;
    for (const auto& [name, source] : queue.sources)
        if (source.day && told->hours.empty()) told = &source.day->report.opening;
    const bool right = cache.opening == *told && cache.spell.from <= floor && floor < cache.spell.until;
    if (right) return;
    cache.opening = *told;
    cache.spell = openSpell(cache.opening, floor);
}

/// How much longer the waiting have waited since their source told of them. What is not live does not grow: nobody
/// knows whether they still wait.
Milliseconds grownBy(const Held<QueueNow>& now, const QueueCache& hours, const State& state, const Viewed& m)
{
    if (freshnessOf(now, state, m) != Freshness::Live) return Milliseconds{0};
    const Milliseconds age = std::max(ageOf(now, state, m), Milliseconds{0});
    if (!now.report.target.open_hours_only) return age;
    if (m.floor - age < hours.spell.from) return openTime(hours.opening, m.floor - age, m.floor);
    return hours.spell.open ? age : Milliseconds{0};
}

/// How the last hour went, those who passed the target while waiting counted as missed: a lead that only counts the
/// answered sees the breach when it is over.
ServiceLevel hourLevel(const Target& target, const Sums& sums)
{
    if (!target.isSet()) return {};
    ServiceLevel hour = serviceLevel(sums.hour.tally, target.abandons);
    hour.counted += sums.newly_breached;
    return hour;
}

}  // namespace

void Sums::Window::add(const Tally& slot, WallTime floor)
{
    tally.add(slot);
    since = since ? std::min(*since, slot.start) : slot.start;
    covered += std::clamp(floor - slot.start, Milliseconds{0}, slot.length);
}

void Sums::Window::add(const Window& other)
{
    tally.add(other.tally);
    if (other.since) since = since ? std::min(*since, *other.since) : other.since;
    covered = std::max(covered, other.covered);
}

ResponseFigure Sums::Window::response() const
{
    const Sketch& sketch = tally.response;
    ResponseFigure figure;
    figure.n = sketch.count();
    figure.p50 = {sketch.quantile(0.5), sketch.count() >= samplesForBound(0.5)};
    figure.p90 = {sketch.quantile(0.9), sketch.count() >= samplesForBound(0.9)};
    figure.since = since;
    figure.covered = covered;
    return figure;
}

void Sums::add(const Sums& other)
{
    day.add(other.day);
    hour.add(other.hour);
    newly_breached += other.newly_breached;
}

void Sums::add(const Tally& slot, const Viewed& m)
{
    if (slot.start > m.floor) return;  // a source ahead of its time says nothing about today
    if (slot.start >= m.today) day.add(slot, m.floor);
    if (slot.start >= m.floor - last_hour_window) hour.add(slot, m.floor);
}

namespace {

/// Forecasts move slowly: they are made once a second at most.
constexpr Milliseconds forecast_every = Seconds{1};

ClosedSlots summed(const Held<QueueDay>& day, const Viewed& m)
{
    ClosedSlots closed{day.report.header.revision,
                       day.arrived,
                       day.report.slots.size(),
                       m.today,
                       m.floor,
                       WallTime::max(),
                       WallTime::min(),
                       {}};
    const auto rightUntil = [&closed](WallTime time) { closed.until = std::min(closed.until, time); };
    for (const Tally& slot : day.report.slots) {
        closed.sums.add(slot, m);
        closed.newest = std::max(closed.newest, slot.start);
        const Milliseconds age = m.floor - slot.start;
        if (age < Milliseconds{0}) {
            rightUntil(slot.start);
            continue;
        }
        if (age < slot.length) rightUntil(m.floor + Milliseconds{1});  // it is not all over: it covers more each moment
        if (age <= last_hour_window) rightUntil(slot.start + last_hour_window + Milliseconds{1});
    }
    return closed;
}

const ClosedSlots& closedSlots(ClosedSlots& known, const Held<QueueDay>& day, const Viewed& m)
{
    const bool right = known.revision.isSet() && known.revision == day.report.header.revision &&
                       known.arrived == day.arrived && known.slots == day.report.slots.size() &&
                       known.today == m.today && known.from <= m.floor && m.floor < known.until;
    if (!right) known = summed(day, m);
    return known;
}

/// A source's open slot, where it is not among the closed ones.
const Tally* openSlot(const QueueSource& source, const ClosedSlots* closed)
{
    if (!source.now || !source.now->report.open) return nullptr;
    const Tally& open = *source.now->report.open;
    if (closed == nullptr || closed->newest < open.start) return &open;
    const std::vector<Tally>& slots = source.day->report.slots;
    const bool among = std::ranges::find(slots, open.start, &Tally::start) != slots.end();
    return among ? nullptr : &open;
}

Sums sourceSums(const QueueSource& source, const Viewed& m, ClosedSlots& known)
{
    const ClosedSlots* closed = source.day ? &closedSlots(known, *source.day, m) : nullptr;
    Sums sums = closed != nullptr ? closed->sums : Sums{};
    if (const Tally* open = openSlot(source, closed)) sums.add(*open, m);
    return sums;
}

Forecast foreseen(const QueueCache& hours, const Queue& queue, const Target& target, const State& state,
                  const Viewed& m)
{
    QueueForecast forecast;
    for (const auto& [name, source] : queue.sources) {
        if (!source.now) continue;
        Pace pace;
        eachSlot(source, [&](const Tally& slot) { pace.add(slot, m.floor); });
        const bool live = freshnessOf(*source.now, state, m) == Freshness::Live;
        addForecast(forecast, source.now->report, grownBy(*source.now, hours, state, m), pace,
                    {target, live, hours.spell.open});
    }
    return forecast.result();
}

const Forecast& forecastOf(QueueCache& cache, const QueueFigures& f, const Queue& queue, const State& state,
                           const Viewed& m)
{
    const bool right = cache.foreseen && *cache.foreseen <= m.at.steady &&
                       m.at.steady < *cache.foreseen + forecast_every && cache.target == f.target &&
                       cache.freshness == f.freshness && cache.closed == f.closed && cache.lines == f.sources;
    if (right) return cache.forecast;
    // The first one is renewed sooner, each queue's at a time of its own: no turn has to make them all.
    const Milliseconds sooner{static_cast<std::int64_t>(std::hash<std::string>{}(f.queue) % forecast_every.count())};
    cache.foreseen = cache.foreseen ? m.at.steady : m.at.steady - sooner;
    cache.target = f.target;
    cache.freshness = f.freshness;
    cache.closed = f.closed;
    cache.lines = f.sources;
    cache.forecast = foreseen(cache, queue, f.target, state, m);
    return cache.forecast;
}

}  // namespace

QueueResult queueFigures(const std::string& id, const Queue& queue, const State& state, const Viewed& m,
                         QueueCache& cache)
{
    QueueResult result;
    QueueFigures& f = result.figures;
    Sums& sums = result.sums;
    f.queue = id;
    f.sources = queue.sources.size();
    f.day_only = true;
    for (const auto& [name, source] : queue.sources) {
        if (!source.now) continue;
        f.day_only = false;
        describe(f, source.now->report);
    }
    keepHours(cache, queue, m.floor);
    bool first = true;
    for (const auto& [name, source] : queue.sources) {
        addFreshness(f, source, state, m);
        Sums mine = sourceSums(source, m, cache.sources[name]);
        if (std::exchange(first, false))
            sums = std::move(mine);
        else
            sums.add(mine);
        if (source.now) addWaiting(f, sums, *source.now, grownBy(*source.now, cache, state, m));
    }
    if (cache.sources.size() > queue.sources.size())
        std::erase_if(cache.sources, [&](const auto& known) { return !queue.sources.contains(known.first); });
    if (f.label.empty()) f.label = id;
    f.closed = !cache.spell.open;
    f.opens = cache.spell.opens;
    f.forecast = forecastOf(cache, f, queue, state, m);
    // Where no target time is set, nothing is within it: that is no level, and none of the floor's.
    const Tally& day = sums.day.tally;
    const bool measured = f.target.within.count() > 0 || day.answered_within_target > 0;
    if (measured) f.service_level = serviceLevel(day, f.target.abandons);
    f.hour_level = hourLevel(f.target, sums);
    f.last_hour = sums.hour.response();
    f.day = sums.day.response();
    f.judged = judgeQueue(f);
    return result;
}

}  // namespace carewall::core
