#include "feed/ledger/reporter.h"

#include "core/calendar.h"
#include "core/limits.h"
#include "core/opening.h"
#include "core/slots.h"
#include "feed/conversation/clean_text.h"
#include "wire/topic.h"

#include <algorithm>
#include <ranges>
#include <set>

namespace carewall::feed {

namespace {

constexpr core::Milliseconds clock_gap{1000};
constexpr core::Milliseconds clock_interval{3000};
constexpr double fastest = 1e7;

/// A busy day in JSON can pass what a board takes: coarser response times then, which still sum up right.
std::string encodeWithin(core::QueueDay day, wire::Encoding encoding)
{
    std::string payload = wire::encode(day, encoding);
    for (int scale = core::Sketch::max_scale - 1; payload.size() > core::limits::payload_bytes && scale >= 0; --scale) {
        for (core::Tally& slot : day.slots)
            slot.response.downscale(scale);
        payload = wire::encode(day, encoding);
    }
    return payload;
}

/// The same for issues: the least mentioned of each slot go first.
std::string encodeWithin(core::VoiceDay day, wire::Encoding encoding)
{
    std::string payload = wire::encode(day, encoding);
    for (std::size_t most = core::limits::slot_issues / 2; payload.size() > core::limits::payload_bytes && most > 0;
         most /= 2) {
        for (core::VoiceSlot& slot : day.slots)
            keepMostMentioned(slot, most);
        payload = wire::encode(day, encoding);
    }
    return payload;
}

/// Start of the newest closed slot in which more happened than that time was waited.
core::WallTime newestEventful(const QueueLedger& queue, core::WallTime open)
{
    for (auto slot = queue.slots.lower_bound(open); slot != queue.slots.begin();) {
        --slot;
        const core::Tally& tally = slot->second;
        if (tally.offered + tally.answered + tally.abandoned + tally.resolved > 0) return slot->first;
    }
    return {};
}

}  // namespace

core::QueueNow queueNow(const QueueLedger& queue, core::WallTime floor)
{
    core::QueueNow now;
    now.label = queue.facts.label;
    now.channel = queue.facts.channel;
    now.team = queue.facts.team;
    now.target = queue.facts.target;
    now.agents = queue.agents;
    now.waiting = queue.waiting.size();
    for (const auto& [since, conversation] : queue.waiting) {
        if (now.ages.size() == core::limits::waiting_ages) break;
        now.ages.push_back(queue.facts.waited(since, floor));
    }
    now.open = openSlot(queue, floor);
    if (queue.calibrator.hasLearned()) now.calibration = queue.calibrator.calibration();
    return now;
}

namespace {

/// With the holidays that a board can see: from yesterday, whose hours may run on past midnight.
core::Opening comingOpening(const core::Opening& known, core::WallTime floor)
{
    core::Opening coming{known.hours, {}};
    if (known.holidays.empty()) return coming;
    const core::Date today = core::dateOf(floor);
    const auto from = std::ranges::lower_bound(known.holidays, today - std::chrono::days{1});
    const auto to = std::ranges::upper_bound(known.holidays, today + core::farthest_opening);
    coming.holidays.assign(from, to);
    return coming;
}

}  // namespace

core::QueueDay queueDay(const QueueLedger& queue, const Ledger& ledger, core::WallTime floor)
{
    core::QueueDay day;
    day.opening = comingOpening(queue.facts.opening, floor);
    if (!ledger.since()) return day;
    const core::WallTime open = core::slotStart(floor, core::queue_slot);
    for (core::WallTime start = std::max(*ledger.since(), ledger.slotsFrom()); start < open;
         start += core::queue_slot) {
        const auto kept = queue.slots.find(start);
        core::Tally empty;
        empty.start = start;
        empty.length = core::queue_slot;
        day.slots.push_back(kept == queue.slots.end() ? empty : kept->second);
    }
    return day;
}

namespace {

/// What it is called, and what is known of one that emerges.
void describe(core::IssueMentions& issue, const Ledger& ledger)
{
    issue.label = ledger.issueLabel(issue.issue);
    if (const EmergingIssue* emerging = ledger.emerging().find(issue.issue)) {
        issue.label = emerging->label;
        issue.emerging = {emerging->since, emerging->ended, emerging->usual_per_hour, emerging->part_of};
    }
}

}  // namespace

core::VoiceNow voiceNow(const Ledger& ledger, core::WallTime floor)
{
    core::VoiceNow now;
    now.open = ledger.voices().slot(core::slotStart(floor, core::voice_slot));
    for (core::IssueMentions& issue : now.open->issues)
        describe(issue, ledger);
    return now;
}

core::VoiceDay voiceDay(const Ledger& ledger, core::WallTime floor)
{
    core::VoiceDay day;
    if (!ledger.since()) return day;
    const core::WallTime open = core::slotStart(floor, core::voice_slot);
    const core::WallTime oldest = core::slotStart(floor - core::voice_kept, core::voice_slot);
    for (core::WallTime start = std::max(*ledger.since(), oldest); start < open; start += core::voice_slot)
        day.slots.push_back(ledger.voices().slot(start));
    std::set<std::string> labelled;
    for (std::size_t newest = day.slots.size(); newest-- > 0;) {
        for (core::IssueMentions& issue : day.slots[newest].issues)
            if (labelled.insert(issue.issue).second) describe(issue, ledger);
    }
    return day;
}

Reporter::Reporter(ReporterOptions options) : m_options{std::move(options)}
{
}

std::string Reporter::topic(core::Subject subject, const std::string& id) const
{
    return wire::topicName({m_options.floor, subject, id, m_options.source});
}

core::Header Reporter::header(core::WallTime floor)
{
    return {{m_options.epoch, ++m_sequence}, floor, m_options.heartbeat};
}

bool Reporter::due(const std::string& name, const Told& state, core::SteadyTime now, bool quiet_slot)
{
    Told next = state;
    next.at = now;
    const auto [told, is_new] = m_told.try_emplace(name, next);
    if (is_new) return true;
    const core::Milliseconds gap = now - told->second.at;
    const bool changed = quiet_slot ? state.changes != told->second.changes : !(state == told->second);
    if ((changed && (m_urgent || gap >= m_options.least_gap)) || gap >= m_options.heartbeat) {
        told->second = next;
        return true;
    }
    return false;
}

void Reporter::queueReports(const QueueLedger& queue, const Ledger& ledger, core::WallTime floor, core::SteadyTime now,
                            std::vector<Report>& out)
{
    const core::WallTime open = core::slotStart(floor, core::queue_slot);
    const bool quiet = m_options.least_gap.count() == 0 && !m_urgent;
    // With slots that close in silence left out, a day is told when the slot that closed has something in it.
    const std::string day_topic = topic(core::Subject::QueueDay, queue.facts.id);
    const core::WallTime closed = quiet ? newestEventful(queue, open) : open;
    if (due(day_topic, {now, queue.late_changes, closed}, now, false)) {
        core::QueueDay day = queueDay(queue, ledger, floor);
        day.header = header(floor);
        out.push_back({day_topic, encodeWithin(std::move(day), m_options.encoding)});
    }
    const std::string now_topic = topic(core::Subject::QueueNow, queue.facts.id);
    if (due(now_topic, {now, queue.changes, open}, now, quiet)) {
        core::QueueNow report = queueNow(queue, floor);
        report.header = header(floor);
        out.push_back({now_topic, wire::encode(report, m_options.encoding)});
    }
}

void Reporter::voiceReports(const Ledger& ledger, core::WallTime floor, core::SteadyTime now, std::vector<Report>& out)
{
    const core::WallTime open = core::slotStart(floor, core::voice_slot);
    const std::string day_topic = topic(core::Subject::VoiceDay);
    if (due(day_topic, {now, ledger.voices().lateChanges() + ledger.emerging().changes(), open}, now, false)) {
        core::VoiceDay day = voiceDay(ledger, floor);
        day.header = header(floor);
        out.push_back({day_topic, encodeWithin(std::move(day), m_options.encoding)});
    }
    const std::string now_topic = topic(core::Subject::VoiceNow);
    if (due(now_topic, {now, ledger.voices().changes() + ledger.emerging().changes(), open}, now, false)) {
        core::VoiceNow report = voiceNow(ledger, floor);
        report.header = header(floor);
        out.push_back({now_topic, wire::encode(report, m_options.encoding)});
    }
}

void Reporter::momentReports(const Ledger& ledger, core::WallTime floor, std::vector<Report>& out)
{
    std::map<std::string, core::WallTime> standing;
    for (const Praise& praise : ledger.praises()) {
        const std::string name = topic(core::Subject::Moment, topicId(praise.id + "-" + m_options.source));
        const core::WallTime until = core::momentEnd(praise.at);
        if (until <= floor) continue;
        standing.emplace(name, until);
        if (!m_moments.contains(name)) {
            core::Moment moment;
            moment.header = header(floor);
            moment.header.interval = core::Milliseconds{0};
            moment.text = praise.text;
            moment.team = praise.team;
            moment.channel = praise.channel;
            moment.until = until;
            moment.names_nobody = praise.names_nobody;
            out.push_back({name, wire::encode(moment, m_options.encoding)});
        }
    }
    for (const auto& [name, until] : m_moments)
        if (!standing.contains(name)) out.push_back({name, {}});
    m_moments = std::move(standing);
}

void Reporter::clockReport(core::WallTime floor, core::Instant real, double rate, core::ClockPhase phase,
                           std::vector<Report>& out)
{
    if (m_options.clock_label.empty()) return;
    core::FloorClock clock;
    clock.header = header(floor);
    clock.header.interval = phase == core::ClockPhase::Running ? clock_interval : core::Milliseconds{0};
    clock.floor = floor;
    clock.at = real.wall;
    clock.rate = std::clamp(rate, 1.0 / 1000, fastest);
    clock.phase = phase;
    clock.label = m_options.clock_label;
    m_clock_told = real.steady;
    out.push_back({topic(core::Subject::Clock), wire::encode(clock, m_options.encoding)});
}

std::vector<Report> Reporter::turn(const Ledger& ledger, core::WallTime floor, core::Instant real, double rate)
{
    std::vector<Report> out;
    if (!m_clock_told || m_options.least_gap.count() == 0 || real.steady - *m_clock_told >= clock_gap)
        clockReport(floor, real, rate, core::ClockPhase::Running, out);
    for (const auto& [id, queue] : ledger.queues())
        queueReports(queue, ledger, floor, real.steady, out);
    voiceReports(ledger, floor, real.steady, out);
    momentReports(ledger, floor, out);
    return out;
}

std::vector<Report> Reporter::last(const Ledger& ledger, core::WallTime floor, core::Instant real)
{
    m_urgent = true;
    std::vector<Report> out;
    for (const auto& [id, queue] : ledger.queues())
        queueReports(queue, ledger, floor, real.steady, out);
    voiceReports(ledger, floor, real.steady, out);
    momentReports(ledger, floor, out);
    clockReport(floor, real, 1, core::ClockPhase::Ended, out);
    m_urgent = false;
    return out;
}

void Reporter::forgetTold()
{
    m_told.clear();
    m_moments.clear();
    m_clock_told.reset();
}

std::optional<Report> Reporter::lostClock() const
{
    if (m_options.clock_label.empty()) return std::nullopt;
    core::FloorClock clock;
    clock.phase = core::ClockPhase::Lost;
    clock.label = m_options.clock_label;
    return Report{topic(core::Subject::Clock), wire::encode(clock, m_options.encoding)};
}

Report Reporter::withdrawnClock() const
{
    return {topic(core::Subject::Clock), {}};
}

}  // namespace carewall::feed
