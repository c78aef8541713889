#include "core/figures.h"

#include "core/calendar.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <string_view>

namespace carewall::core {
namespace {

constexpr int missed_reports = 3;
constexpr Milliseconds day_length = std::chrono::hours{24};
constexpr Milliseconds hour_length = std::chrono::hours{1};
constexpr std::size_t trend_hours = 12;
constexpr Milliseconds clock_tolerance = Seconds{60};
/// Fewer cases than this in the last hour call nobody to act: one unlucky customer is no alarm.
constexpr std::uint64_t cases_for_alarm = 5;
constexpr double alarm_margin = 0.10;

/// The moment that figures are made for, looked up once.
struct Moments {
    Instant at;
    WallTime floor;
    WallTime today;
    double rate = 1;
    bool lost = false;  ///< the floor's clock died
};

Moments momentsOf(const State& state, Instant at)
{
    Moments m;
    m.at = at;
    m.floor = floorTime(state, at);
    m.today = dayStart(m.floor);
    m.rate = floorRate(state, at);
    m.lost =
        floorStands(state, at) && state.clock->report.phase != ClockPhase::Ended && state.clock->origin == Origin::Live;
    return m;
}

/// Floor time since a held report was true.
template <typename Report>
Milliseconds ageOf(const Held<Report>& held, const State& state, const Moments& m)
{
    if (held.report.header.time) return m.floor - *held.report.header.time;
    if (held.origin == Origin::Remembered) return m.at.wall - held.arrived.wall;
    if (state.clock) return m.floor - floorTime(state, held.arrived);
    return m.at.steady - held.arrived.steady;
}

/// Real time in which the source could have been heard and said nothing. Of a retained report only its own time
/// tells; of others the arrival does, so that a source whose clock is slow is not silent.
template <typename Report>
double quietMs(const Held<Report>& held, Milliseconds age, const State& state, const Moments& m)
{
    if (held.retained) return static_cast<double>(age.count()) / m.rate;
    const SteadyTime since = std::max(held.arrived.steady, state.link.since.steady);
    return static_cast<double>((m.at.steady - since).count());
}

template <typename Report>
Freshness freshnessOf(const Held<Report>& held, const State& state, const Moments& m)
{
    if (held.origin == Origin::Remembered) return Freshness::Remembered;
    if (state.link.phase != LinkPhase::Up) return Freshness::LinkDown;
    if (m.lost) return Freshness::Silent;
    const Milliseconds age = ageOf(held, state, m);
    const double slack = static_cast<double>(clock_tolerance.count()) * std::max(1.0, m.rate);
    if (static_cast<double>(age.count()) < -slack) return Freshness::ClockWrong;
    const Milliseconds promise = missed_reports * held.report.header.interval;
    const bool ended = m.rate <= 0;  // nobody promised to go on
    if (promise.count() > 0 && !ended && quietMs(held, age, state, m) > static_cast<double>(promise.count()))
        return Freshness::Silent;
    return Freshness::Live;
}

/// The one that a viewer should hear about first.
Freshness worse(Freshness a, Freshness b)
{
    const auto rank = [](Freshness f) {
        switch (f) {
        case Freshness::Live:
            return 0;
        case Freshness::ClockWrong:
            return 1;
        case Freshness::Silent:
            return 2;
        case Freshness::LinkDown:
            return 3;
        case Freshness::Remembered:
            return 4;
        }
        return 0;
    };
    return rank(a) >= rank(b) ? a : b;
}

template <typename T>
void raise(std::optional<T>& known, T candidate)
{
    if (!known || *known < candidate) known = candidate;
}

/// Adds how fresh a source is: what it tells of now speaks, and where it tells nothing of now, its day.
template <typename Figures, typename Source>
void addStanding(Figures& f, const Source& source, const State& state, const Moments& m)
{
    const auto add = [&](const auto& held) {
        f.freshness = worse(f.freshness, freshnessOf(held, state, m));
        raise(f.age, std::max(ageOf(held, state, m), Milliseconds{0}));
    };
    if (source.now) {
        add(*source.now);
    } else if (source.day) {
        add(*source.day);
    }
}

ResponseFigure responseFigure(const Sketch& sketch, std::optional<WallTime> since)
{
    ResponseFigure figure;
    figure.n = sketch.count();
    figure.p50 = {sketch.quantile(0.5), sketch.count() >= samplesForBound(0.5)};
    figure.p90 = {sketch.quantile(0.9), sketch.count() >= samplesForBound(0.9)};
    figure.since = since;
    return figure;
}

/// Sums of a queue (or of the floor) while its sources are gone through.
struct Sums {
    Tally day;
    Tally hour;
    std::optional<WallTime> day_since;
    std::optional<WallTime> hour_since;
    std::vector<ServiceLevel> by_hour = std::vector<ServiceLevel>(trend_hours);
    std::uint64_t newly_overdue = 0;  ///< of the waiting, those who passed the target within the last hour

    void add(const Tally& slot, const Moments& m, AbandonPolicy policy)
    {
        if (slot.start > m.floor) return;  // a source ahead of its time says nothing about today
        if (slot.start >= m.today) {
            day.add(slot);
            day_since = day_since ? std::min(*day_since, slot.start) : slot.start;
        }
        if (slot.start >= m.floor - last_hour_window) {
            hour.add(slot);
            hour_since = hour_since ? std::min(*hour_since, slot.start) : slot.start;
        }
        const auto hours_ago = static_cast<std::size_t>((m.floor - slot.start) / hour_length);
        if (hours_ago < trend_hours) by_hour[trend_hours - 1 - hours_ago] += serviceLevel(slot, policy);
    }
};

/// Calls `visit` with each slot that a source told, the open one once.
template <typename Visit>
void eachSlot(const QueueSource& source, Visit visit)
{
    bool open_is_closed = false;
    if (source.day) {
        for (const Tally& slot : source.day->report.slots) {
            visit(slot);
            if (source.now && source.now->report.open && slot.start == source.now->report.open->start)
                open_is_closed = true;
        }
    }
    if (source.now && source.now->report.open && !open_is_closed) visit(*source.now->report.open);
}

/// The waiting of one source, their ages grown by the floor's time since it told of them.
void addWaiting(QueueFigures& f, Sums& sums, const Held<QueueNow>& now, Milliseconds grown)
{
    f.waiting += now.report.waiting;
    for (const Milliseconds age : now.report.ages) {
        const Milliseconds waited = age + grown;
        raise(f.oldest, waited);
        const Milliseconds late = waited - now.report.target.within;
        if (!now.report.target.isSet() || late <= Milliseconds{0}) continue;
        ++f.overdue;
        if (late <= last_hour_window) ++sums.newly_overdue;
    }
    if (now.report.agents) {
        Agents sum = f.agents.value_or(Agents{});
        sum.available += now.report.agents->available;
        sum.busy += now.report.agents->busy;
        sum.away += now.report.agents->away;
        f.agents = sum;
    }
}

void describe(QueueFigures& f, const QueueNow& now)
{
    if (f.label.empty()) f.label = now.label;
    if (f.channel.empty()) f.channel = now.channel;
    if (f.team.empty()) f.team = now.team;
    if (!f.target.isSet()) f.target = now.target;
}

/// How the last hour went, those who passed the target while waiting counted as missed: a lead that only counts the
/// answered sees the breach when it is over.
Tone toneOf(const Sums& sums, const Target& target, Freshness freshness, std::uint64_t waiting, std::uint64_t overdue)
{
    if (freshness != Freshness::Live) return Tone::Silent;
    if (!target.isSet()) return Tone::Calm;
    const ServiceLevel hour = serviceLevel(sums.hour, target.abandons);
    const std::uint64_t counted = hour.counted + sums.newly_overdue;
    const double ratio = counted > 0 ? static_cast<double>(hour.met) / static_cast<double>(counted) : 1;
    if (counted >= cases_for_alarm && waiting > 0 && ratio < target.ratio - alarm_margin) return Tone::Act;
    if ((counted >= cases_for_alarm && ratio < target.ratio) || overdue > 0) return Tone::Watch;
    return Tone::Calm;
}

struct QueueResult {
    QueueFigures figures;
    Sums sums;
};

QueueResult queueFigures(const std::string& id, const Queue& queue, const State& state, const Moments& m)
{
    QueueResult result;
    QueueFigures& f = result.figures;
    Sums& sums = result.sums;
    f.queue = id;
    f.sources = queue.sources.size();
    for (const auto& [name, source] : queue.sources) {
        if (source.now) describe(f, source.now->report);
    }
    for (const auto& [name, source] : queue.sources) {
        addStanding(f, source, state, m);
        if (source.now) {
            // A value that is not live does not grow: nobody knows whether they still wait.
            const bool live = freshnessOf(*source.now, state, m) == Freshness::Live;
            const Milliseconds age = live ? ageOf(*source.now, state, m) : Milliseconds{0};
            addWaiting(f, sums, *source.now, std::max(age, Milliseconds{0}));
        }
        eachSlot(source, [&](const Tally& slot) { sums.add(slot, m, f.target.abandons); });
    }
    if (f.label.empty()) f.label = id;
    f.day_tally = sums.day;
    // Where no target time is set, nothing is within it: that is no level, and none of the floor's.
    const bool measured = f.target.within.count() > 0 || sums.day.answered_within_target > 0;
    if (measured) f.service_level = serviceLevel(sums.day, f.target.abandons);
    f.last_hour = responseFigure(sums.hour.response, sums.hour_since);
    f.day = responseFigure(sums.day.response, sums.day_since);
    f.tone = toneOf(sums, f.target, f.freshness, f.waiting, f.overdue);
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    for (const ServiceLevel& hour : sums.by_hour)
        f.service_level_by_hour.push_back(measured ? hour.ratio().value_or(nothing) : nothing);
    return result;
}

/// Voices while the slots are gone through.
struct VoiceSums {
    std::map<std::string_view, IssueFigures> issues;
    std::map<std::string_view, double> before;
    bool before_known = false;
    WallTime window_start{};
    WallTime earlier_start{};
    WallTime earlier_end{};

    void add(VoiceFigures& f, const VoiceSlot& slot, const Moments& m)
    {
        if (slot.start >= window_start && slot.start <= m.floor) {
            f.total.add(slot.total);
            f.ladder.add(slot.ladder);
            f.replies += slot.replies;
            f.broadcasts += slot.broadcasts;
            f.since = f.since ? std::min(*f.since, slot.start) : slot.start;
            for (const IssueMentions& issue : slot.issues) {
                IssueFigures& known = issues[issue.issue];
                known.window.add(issue.voices);
                if (known.label.empty()) known.label = issue.label;
            }
        }
        if (slot.start <= earlier_start) before_known = true;
        if (slot.start < earlier_start || slot.start >= earlier_end || slot.length.count() <= 0) return;
        // The slot in which the same hours end counts as far as they reach into it.
        const double share = std::min(1.0, static_cast<double>((earlier_end - slot.start).count()) /
                                               static_cast<double>(slot.length.count()));
        for (const IssueMentions& issue : slot.issues)
            before[issue.issue] += static_cast<double>(issue.voices.mentions) * share;
    }
};

void rankIssues(VoiceFigures& f, VoiceSums& sums, const State& state)
{
    for (auto& [id, issue] : sums.issues) {
        issue.issue = id;
        if (issue.label.empty()) issue.label = id;
        const auto earlier = sums.before.find(id);
        if (sums.before_known)
            issue.before = earlier == sums.before.end() ? 0 : static_cast<std::uint64_t>(std::llround(earlier->second));
        if (const auto note = state.notes.find(issue.issue); note != state.notes.end()) {
            issue.stage = note->second.report.stage;
            issue.handed_to = note->second.report.to;
            if (!note->second.report.label.empty()) issue.label = note->second.report.label;
        }
        f.issues.push_back(std::move(issue));
    }
    std::stable_sort(f.issues.begin(), f.issues.end(), [](const IssueFigures& a, const IssueFigures& b) {
        return a.window.mentions > b.window.mentions;
    });
}

VoiceFigures voiceFigures(const State& state, const Moments& m)
{
    VoiceFigures f;
    f.window = voice_window;
    VoiceSums sums;
    sums.window_start = m.floor - voice_window;
    sums.earlier_start = sums.window_start - day_length;
    sums.earlier_end = m.floor - day_length;
    for (const auto& [name, source] : state.voices) {
        const VoiceSlot* open = source.now && source.now->report.open ? &*source.now->report.open : nullptr;
        addStanding(f, source, state, m);
        if (source.day) {
            for (const VoiceSlot& slot : source.day->report.slots) {
                sums.add(f, slot, m);
                if (open && slot.start == open->start) open = nullptr;
            }
        }
        if (open) sums.add(f, *open, m);
    }
    rankIssues(f, sums, state);
    return f;
}

void addToFloor(FloorFigures& floor, const QueueResult& queue, Sums& sums, double& target_weight)
{
    const QueueFigures& f = queue.figures;
    floor.service_level += f.service_level;
    floor.waiting += f.waiting;
    if (f.oldest && (!floor.oldest || *floor.oldest < *f.oldest)) {
        floor.oldest = f.oldest;
        floor.oldest_queue = f.label;
    }
    if (f.agents) {
        Agents all = floor.agents.value_or(Agents{});
        all.available += f.agents->available;
        all.busy += f.agents->busy;
        all.away += f.agents->away;
        floor.agents = all;
    }
    if (f.target.isSet()) {
        const auto weight = static_cast<double>(std::max<std::uint64_t>(f.service_level.counted, 1));
        floor.target_ratio += f.target.ratio * weight;
        target_weight += weight;
    }
    sums.day.add(queue.sums.day);
    sums.hour.add(queue.sums.hour);
    const auto earlier = [](std::optional<WallTime>& known, const std::optional<WallTime>& other) {
        if (other && (!known || *other < *known)) known = other;
    };
    earlier(sums.day_since, queue.sums.day_since);
    earlier(sums.hour_since, queue.sums.hour_since);
}

/// The floor is calm while all its queues are; it calls for action as soon as one does.
Tone floorTone(const std::vector<QueueFigures>& queues)
{
    const auto any = [&](Tone tone) {
        return std::any_of(queues.begin(), queues.end(), [tone](const QueueFigures& q) { return q.tone == tone; });
    };
    if (any(Tone::Act)) return Tone::Act;
    if (any(Tone::Watch)) return Tone::Watch;
    return any(Tone::Calm) ? Tone::Calm : Tone::Silent;
}

}  // namespace

FloorFigures figures(const State& state, Instant at)
{
    const Moments m = momentsOf(state, at);
    FloorFigures floor;
    floor.time = m.floor;
    Sums sums;
    std::set<AbandonPolicy> policies;
    double target_weight = 0;
    for (const auto& [id, queue] : state.queues) {
        QueueResult result = queueFigures(id, queue, state, m);
        addToFloor(floor, result, sums, target_weight);
        if (result.figures.target.isSet()) policies.insert(result.figures.target.abandons);
        floor.queues.push_back(std::move(result.figures));
    }
    if (target_weight > 0) floor.target_ratio /= target_weight;
    floor.policies.assign(policies.begin(), policies.end());
    floor.day_tally = sums.day;
    floor.last_hour = responseFigure(sums.hour.response, sums.hour_since);
    floor.day = responseFigure(sums.day.response, sums.day_since);
    floor.tone = floorTone(floor.queues);
    std::stable_sort(floor.queues.begin(), floor.queues.end(), [](const QueueFigures& a, const QueueFigures& b) {
        const bool a_acts = a.tone == Tone::Act;
        const bool b_acts = b.tone == Tone::Act;
        return a_acts != b_acts ? a_acts : a.label < b.label;
    });
    floor.voice = voiceFigures(state, m);
    return floor;
}

}  // namespace carewall::core
