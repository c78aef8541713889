#include "feed/ledger/queue_ledger.h"

#include "core/limits.h"
#include "core/saturate.h"
#include "core/slots.h"

#include <algorithm>

namespace carewall::feed {

namespace {

double seconds(core::Milliseconds time)
{
    return std::chrono::duration<double>(time).count();
}

/// What passes in a slot while so many wait and so many agents are busy.
void addTime(core::LineTally& line, std::uint64_t waiting, std::uint64_t busy, core::Milliseconds time)
{
    const auto ms = static_cast<std::uint64_t>(std::max(time, core::Milliseconds{0}).count());
    line.waited_ms += waiting * ms;
    line.pressed_ms += waiting > 0 ? ms : 0;
    line.backlog_ms += waiting > 1 ? ms : 0;
    line.busy_ms += busy * ms;
}

std::uint64_t busyAgents(const QueueLedger& queue)
{
    return queue.agents ? queue.agents->busy : 0;
}

/// Calls `visit` with the start of each slot between the two times, and how much of it lies between them.
template <typename Visit>
void eachPart(core::WallTime from, core::WallTime until, Visit visit)
{
    while (from < until) {
        const core::WallTime start = core::slotStart(from, core::queue_slot);
        const core::WallTime end = std::min(until, start + core::queue_slot);
        visit(start, end - from);
        from = end;
    }
}

/// One customer waited from one time to another, or did not after all.
void addWaited(QueueLedger& queue, core::WallTime from, core::WallTime until, bool taken_back)
{
    eachPart(
        std::max(from, queue.slots_from), until,
        [&](core::WallTime start, core::Milliseconds part) {
            const auto ms = static_cast<std::uint64_t>(part.count());
            std::uint64_t& waited = slotAt(queue, start).line.waited_ms;
            waited = taken_back ? core::saturatingSubtract(waited, ms) : waited + ms;
        });
}

/// Among whom it was answered.
void keepOrder(Wait& wait)
{
    const auto& waiting = wait.queue->waiting;
    if (waiting.size() < 2) return;
    const auto most = std::min<std::size_t>(waiting.size() - 1, core::limits::waiting_ages);
    wait.others = static_cast<std::uint16_t>(most);
    for (auto other = waiting.begin(); other->first < wait.since && wait.passed_over < most; ++other)
        ++wait.passed_over;
}

}  // namespace

core::Agents countOf(const Roster& roster)
{
    core::Agents count;
    for (const auto& [who, now] : roster) {
        count.available += now.state == AgentState::Available ? 1 : 0;
        count.busy += now.state == AgentState::Busy ? 1 : 0;
        count.away += now.state == AgentState::Away ? 1 : 0;
    }
    return count;
}

core::Tally& slotAt(QueueLedger& queue, core::WallTime start)
{
    core::Tally& slot = queue.slots[start];
    slot.start = start;
    slot.length = core::queue_slot;
    return slot;
}

void QueueLedger::accrue(core::WallTime until)
{
    if (until <= accrued) return;
    const std::uint64_t busy = busyAgents(*this);
    if (waiting.size() + busy > 0) {
        eachPart(
            std::max(accrued, slots_from), until,
            [&](core::WallTime start, core::Milliseconds part) {
                addTime(slotAt(*this, start).line, waiting.size(), busy, part);
            });
    }
    accrued = until;
}

void QueueLedger::forgetBefore(core::WallTime time)
{
    slots_from = time;
    slots.erase(slots.begin(), slots.lower_bound(time));
}

void beginWait(const Wait& wait, const std::string& conversation)
{
    QueueLedger& queue = *wait.queue;
    if (wait.since < queue.accrued) addWaited(queue, wait.since, queue.accrued, false);
    queue.accrue(wait.since);
    queue.waiting.emplace(wait.since, conversation);
}

void endWait(Wait& wait, const std::string& conversation)
{
    QueueLedger& queue = *wait.queue;
    // Who waited at a time that has passed is not known any more.
    if (wait.end == Wait::End::Answered && wait.until >= queue.accrued) keepOrder(wait);
    if (wait.until < queue.accrued) addWaited(queue, std::max(wait.until, wait.since), queue.accrued, true);
    queue.accrue(wait.until);
    queue.calibrator.left(queue, {wait.since, conversation}, wait.until);
    queue.waiting.erase({wait.since, conversation});
    ++queue.changes;
}

void undoWait(const Wait& wait, const std::string& conversation, core::WallTime now)
{
    QueueLedger& queue = *wait.queue;
    ++queue.changes;
    ++queue.late_changes;
    if (!wait.isOn()) return addWaited(queue, wait.since, wait.until, true);
    queue.accrue(now);
    addWaited(queue, wait.since, queue.accrued, true);
    queue.calibrator.forget({wait.since, conversation});
    queue.waiting.erase({wait.since, conversation});
}

core::Tally countedAtEnd(const Wait& wait)
{
    core::Tally counted;
    if (wait.end != Wait::End::Answered && wait.end != Wait::End::Abandoned) return counted;
    const core::Target& target = wait.queue->facts.target;
    const core::Milliseconds waited = wait.queue->facts.waited(wait.since, wait.until);
    const bool in_time = target.isSet() && waited <= target.within;
    if (wait.end == Wait::End::Answered) {
        counted.answered = 1;
        counted.answered_within_target = in_time ? 1 : 0;
        counted.answered_by_community = wait.by_community ? 1 : 0;
        counted.response.add(seconds(waited));
        counted.line.answered_from_backlog = wait.others > 0 ? 1 : 0;
        counted.line.others_waiting = wait.others;
        counted.line.passed_over = wait.passed_over;
    } else {
        const bool brief = waited < target.short_abandon;
        counted.abandoned = 1;
        counted.abandoned_short = brief ? 1 : 0;
        counted.abandoned_within_target = brief || in_time ? 1 : 0;
    }
    return counted;
}

void takeBack(QueueLedger& queue, core::WallTime at, const core::Tally& added)
{
    ++queue.changes;
    ++queue.late_changes;
    const auto held = queue.slots.find(core::slotStart(at, core::queue_slot));
    if (held == queue.slots.end()) return;
    core::Tally& slot = held->second;
    const auto take = [](std::uint64_t& from, std::uint64_t count) { from = core::saturatingSubtract(from, count); };
    take(slot.offered, added.offered);
    take(slot.answered, added.answered);
    take(slot.answered_within_target, added.answered_within_target);
    take(slot.answered_by_community, added.answered_by_community);
    take(slot.abandoned, added.abandoned);
    take(slot.abandoned_within_target, added.abandoned_within_target);
    take(slot.abandoned_short, added.abandoned_short);
    take(slot.resolved, added.resolved);
    take(slot.fcr, added.fcr);
    take(slot.line.answered_from_backlog, added.line.answered_from_backlog);
    take(slot.line.others_waiting, added.line.others_waiting);
    take(slot.line.passed_over, added.line.passed_over);
    if (!added.response.empty()) slot.response.subtract(added.response);
}

core::Tally openSlot(const QueueLedger& queue, core::WallTime floor)
{
    core::Tally open;
    open.start = core::slotStart(floor, core::queue_slot);
    open.length = core::queue_slot;
    if (const auto running = queue.slots.find(open.start); running != queue.slots.end()) open = running->second;
    addTime(open.line, queue.waiting.size(), busyAgents(queue), floor - std::max(queue.accrued, open.start));
    return open;
}

}  // namespace carewall::feed
