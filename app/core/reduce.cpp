#include "core/calendar.h"
#include "core/limits.h"
#include "core/match.h"
#include "core/state.h"

#include <algorithm>

namespace carewall::core {
namespace {

template <typename Report>
Held<Report> hold(Report report, const Event& event)
{
    return {std::move(report), event.at, event.origin, event.retained};
}

void note(State& state, const Event& event, std::string topic, std::string why)
{
    auto& newest = state.refusals.newest;
    newest.push_front({std::move(topic), std::move(why), event.at});
    if (newest.size() > limits::refusals_kept) newest.pop_back();
    ++state.changes;
}

void refuseOverLimit(State& state, const Event& event, const std::string& what, std::size_t limit)
{
    ++state.refusals.over_limit;
    note(state, event, what, "the board is full: it keeps at most " + std::to_string(limit) + " of these");
}

/// Whether `report` is to replace what is held. Turns a remembered value live on the way when it is that very report.
template <typename Report>
bool supersedes(State& state, Held<Report>& held, const Report& report, const Event& event)
{
    const Revision incoming = report.header.revision;
    const Revision known = held.report.header.revision;
    if (!incoming.isSet()) {
        // As it arrives: the newest. But a retained one told again after a reconnect is no news.
        if (!event.retained || !(held.report == report)) return event.origin == Origin::Live;
    } else if (incoming > known) {
        return true;
    }
    if (incoming == known && held.origin == Origin::Remembered && event.origin == Origin::Live) {
        held.origin = Origin::Live;
        held.retained = event.retained;
        held.arrived.steady = event.at.steady;  // the one on disk was another run's
        if (incoming.isSet()) held.arrived.wall = event.at.wall;
        ++state.changes;
    }
    return false;
}

template <typename Report>
void taken(State& state, const Report& report)
{
    ++state.reports;
    ++state.changes;
    state.newest_sequence = std::max(state.newest_sequence, report.header.revision.sequence);
}

/// Whether it was taken.
template <typename Report>
bool take(State& state, std::optional<Held<Report>>& slot, const Report& report, const Event& event)
{
    if (slot && !supersedes(state, *slot, report, event)) return false;
    slot = hold(report, event);
    taken(state, report);
    return true;
}

template <typename Report>
void take(State& state, std::map<std::string, Held<Report>>& all, const std::string& id, const Report& report,
          const Event& event, std::size_t limit, const char* kind)
{
    const auto known = all.find(id);
    if (known != all.end()) {
        if (!supersedes(state, known->second, report, event)) return;
        known->second = hold(report, event);
    } else {
        if (all.size() >= limit) return refuseOverLimit(state, event, kind + ("/" + id), limit);
        all.emplace(id, hold(report, event));
    }
    taken(state, report);
}

/// The source's place in the state, made if there is room; null when there is none.
QueueSource* placeOf(State& state, const std::string& queue, const std::string& source, const Event& event)
{
    const auto known = state.queues.find(queue);
    if (known == state.queues.end() && state.queues.size() >= limits::queues) {
        refuseOverLimit(state, event, "queue/" + queue, limits::queues);
        return nullptr;
    }
    auto& sources = known == state.queues.end() ? state.queues[queue].sources : known->second.sources;
    if (!sources.contains(source) && sources.size() >= limits::sources) {
        refuseOverLimit(state, event, "queue/" + queue + "/" + source, limits::sources);
        return nullptr;
    }
    return &sources[source];
}

VoiceSource* placeOf(State& state, const std::string& source, const Event& event)
{
    if (!state.voices.contains(source) && state.voices.size() >= limits::sources) {
        refuseOverLimit(state, event, "voice/" + source, limits::sources);
        return nullptr;
    }
    return &state.voices[source];
}

void setClock(State& state, FloorClock clock, const Event& event)
{
    // A will is written before its author knows when it dies: the floor stands where it was last seen.
    if (clock.phase != ClockPhase::Running && clock.floor == WallTime{} && state.clock)
        clock.floor = floorTime(state, event.at);
    if (clock.phase == ClockPhase::Lost && state.clock && clock.label.empty()) clock.label = state.clock->report.label;
    take(state, state.clock, clock, event);
}

void ask(State& state, const BoardCommand& command, const Event& event)
{
    if (event.retained) return;  // asked of whoever listened then; it would be asked again at each reconnection
    if (!take(state, state.command, command, event)) return;
    Requests& asked = state.requests;
    const std::uint64_t number = ++asked.number;
    switch (command.kind) {
    case BoardCommand::Kind::Scene:
        asked.scene = Asked<std::optional<Scene>>{command.scene, number};
        break;
    case BoardCommand::Kind::Identify:
        asked.identify = {true, number};
        break;
    case BoardCommand::Kind::Dim:
        asked.dim = {command.dim, number};
        break;
    case BoardCommand::Kind::Notice:
        // Its id can be no level of a topic: no notice to the whole floor is overwritten.
        if (command.notice.text.empty())
            state.notices.erase("");
        else
            take(state, state.notices, "", command.notice, event, limits::notices, "notice");
        break;
    case BoardCommand::Kind::Next:
        ++asked.steps;
        break;
    case BoardCommand::Kind::Previous:
        --asked.steps;
        break;
    case BoardCommand::Kind::Hold:
        asked.hold = {command.hold, number};
        break;
    case BoardCommand::Kind::Language:
        asked.language = {command.language, number};
        break;
    case BoardCommand::Kind::Qr:
        asked.qr = {command.issue, number};
        break;
    case BoardCommand::Kind::Theme:
        asked.theme = {command.theme, number};
        break;
    }
}

template <typename Map>
bool forget(Map& all, const std::string& id)
{
    return all.erase(id) > 0;
}

/// Whether there was that half of what a source told.
template <typename Source>
bool forgetHalf(Source& source, bool of_now)
{
    const bool known = of_now ? source.now.has_value() : source.day.has_value();
    if (of_now)
        source.now.reset();
    else
        source.day.reset();
    return known;
}

bool forgetQueue(State& state, const Withdrawn& gone)
{
    const auto queue = state.queues.find(gone.id);
    if (queue == state.queues.end()) return false;
    const auto source = queue->second.sources.find(gone.source);
    if (source == queue->second.sources.end()) return false;
    const bool known = forgetHalf(source->second, gone.subject == Subject::QueueNow);
    if (!source->second.now && !source->second.day) queue->second.sources.erase(source);
    if (queue->second.sources.empty()) state.queues.erase(queue);
    return known;
}

bool forgetVoice(State& state, const Withdrawn& gone)
{
    const auto source = state.voices.find(gone.source);
    if (source == state.voices.end()) return false;
    const bool known = forgetHalf(source->second, gone.subject == Subject::VoiceNow);
    if (!source->second.now && !source->second.day) state.voices.erase(source);
    return known;
}

void withdraw(State& state, const Withdrawn& gone)
{
    bool known = false;
    switch (gone.subject) {
    case Subject::QueueNow:
    case Subject::QueueDay:
        known = forgetQueue(state, gone);
        break;
    case Subject::VoiceNow:
    case Subject::VoiceDay:
        known = forgetVoice(state, gone);
        break;
    case Subject::IssueNote:
        known = forget(state.notes, gone.id);
        break;
    case Subject::Metric:
        known = forget(state.metrics, gone.id);
        break;
    case Subject::Moment:
        known = forget(state.moments, gone.id);
        break;
    case Subject::Notice:
        known = forget(state.notices, gone.id);
        break;
    case Subject::Clock:
        known = state.clock.has_value();
        state.clock.reset();
        break;
    case Subject::BoardStatus:
    case Subject::BoardCommand:
        break;
    }
    if (known) ++state.changes;
}

/// What had an end is forgotten after it, in floor time. A moment without one has its day.
void expire(State& state)
{
    const WallTime now = floorTime(state, state.now);
    const auto gone = std::erase_if(state.moments,
                                    [&](const auto& entry) {
                                        const Held<Moment>& held = entry.second;
                                        const WallTime told = held.report.header.time.value_or(held.arrived.wall);
                                        return held.report.until.value_or(momentEnd(told)) <= now;
                                    }) +
                      std::erase_if(state.notices, [&](const auto& entry) {
                          return entry.second.report.until && *entry.second.report.until <= now;
                      });
    if (gone > 0) ++state.changes;
}

void hearOtherFloor(State& state, const std::string& floor)
{
    auto& known = state.other_floors;
    if (!awaitsReports(state) || known.size() >= limits::other_floors) return;
    if (std::find(known.begin(), known.end(), floor) != known.end()) return;
    known.push_back(floor);
    ++state.changes;
}

void countUnknown(State& state, const UnknownFieldsSeen& seen)
{
    state.refusals.unknown_fields += seen.fields;
    ++state.changes;
    if (seen.names.empty()) return;
    auto& unknown = state.refusals.unknown;
    std::erase_if(unknown, [&](const UnknownFields& known) { return known.topic == seen.topic; });
    unknown.push_front({seen.topic, seen.names});
    if (unknown.size() > limits::unknown_topics_kept) unknown.pop_back();
}

/// The newest report's own time: what the floor's clock shows when nothing better is known.
WallTime newestReportTime(const State& state)
{
    WallTime newest{};
    const auto look = [&](const auto& held) {
        if (held && held->report.header.time) newest = std::max(newest, *held->report.header.time);
    };
    for (const auto& [id, queue] : state.queues) {
        for (const auto& [name, source] : queue.sources) {
            look(source.now);
            look(source.day);
        }
    }
    for (const auto& [name, source] : state.voices) {
        look(source.now);
        look(source.day);
    }
    return newest;
}

Milliseconds scaled(Milliseconds real, double rate)
{
    constexpr double farthest = 1e15;  // 30,000 years: a retained clock of 1970 at the highest rate runs past int64
    const double floor = static_cast<double>(real.count()) * rate;
    return Milliseconds{static_cast<std::int64_t>(std::clamp(floor, -farthest, farthest))};
}

/// Real time since the clock showed `floor`.
Milliseconds ranFor(const Held<FloorClock>& clock, Instant at)
{
    const Milliseconds here = at.steady - clock.arrived.steady;
    // A retained clock was told before we listened: only the wall clocks can say how long ago.
    if (!clock.retained || clock.report.at == WallTime{}) return here;
    return here + std::max(clock.arrived.wall - clock.report.at, Milliseconds{0});
}

}  // namespace

State reduce(State state, const Event& event)
{
    state.now = event.at;
    std::visit(
        Match{
            [&](const Tick&) { expire(state); },
            [&](const LinkChanged& link) {
                const bool still_down = link.phase == LinkPhase::Down && state.link.phase == LinkPhase::Down;
                state.link = {link.phase, link.why, still_down ? state.link.since : event.at, link.reason};
                ++state.changes;
            },
            [&](const QueueNowReported& r) {
                if (auto* place = placeOf(state, r.queue, r.source, event)) take(state, place->now, r.report, event);
            },
            [&](const QueueDayReported& r) {
                if (auto* place = placeOf(state, r.queue, r.source, event)) take(state, place->day, r.report, event);
            },
            [&](const VoiceNowReported& r) {
                if (auto* place = placeOf(state, r.source, event)) take(state, place->now, r.report, event);
            },
            [&](const VoiceDayReported& r) {
                if (auto* place = placeOf(state, r.source, event)) take(state, place->day, r.report, event);
            },
            [&](const IssueNoted& n) { take(state, state.notes, n.issue, n.note, event, limits::issues, "issue"); },
            [&](const MetricReported& m) {
                take(state, state.metrics, m.metric, m.report, event, limits::metrics, "metric");
            },
            [&](const MomentShared& m) {
                take(state, state.moments, m.moment, m.moment_told, event, limits::moments, "moment");
            },
            [&](const NoticePosted& n) {
                take(state, state.notices, n.notice, n.words, event, limits::notices, "notice");
            },
            [&](const FloorClockSet& c) { setClock(state, c.clock, event); },
            [&](const CommandGiven& c) { ask(state, c.command, event); },
            [&](const Withdrawn& gone) { withdraw(state, gone); },
            [&](const ReportRefused& refused) {
                state.refusals.reports += refused.times;
                note(state, event, refused.topic, refused.why);
            },
            [&](const UnknownFieldsSeen& seen) { countUnknown(state, seen); },
            [&](const OtherFloorHeard& other) { hearOtherFloor(state, other.floor); },
            [&](const StoreChanged& store) {
                state.store_trouble = store.trouble;
                ++state.changes;
            },
            [&](const HistoryRead& read) {
                if (state.history == read.days) return;
                state.history = read.days;
                ++state.changes;
            },
        },
        event.what);
    if (!state.other_floors.empty() && !awaitsReports(state)) state.other_floors.clear();
    return state;
}

bool awaitsReports(const State& state)
{
    return state.queues.empty() && state.voices.empty();
}

bool floorStopped(const State& state, Instant at)
{
    if (!state.clock) return false;
    const Held<FloorClock>& clock = *state.clock;
    if (clock.report.phase != ClockPhase::Running || clock.origin == Origin::Remembered) return true;
    const Milliseconds promise = clock.report.header.interval;
    return promise.count() > 0 && ranFor(clock, at) > missed_reports * promise;
}

WallTime floorTime(const State& state, Instant at)
{
    if (!state.clock) return at.wall;
    const Held<FloorClock>& held = *state.clock;
    const FloorClock& clock = held.report;
    if (clock.phase != ClockPhase::Running || held.origin == Origin::Remembered)
        return clock.floor == WallTime{} ? newestReportTime(state) : clock.floor;
    Milliseconds ran = ranFor(held, at);
    if (floorStopped(state, at)) ran = std::min(ran, missed_reports * clock.header.interval);
    return clock.floor + scaled(ran, clock.rate);
}

double floorRate(const State& state, Instant at)
{
    if (!state.clock) return 1;
    return floorStopped(state, at) ? 0 : state.clock->report.rate;
}

}  // namespace carewall::core
