#include "connect/asterisk/ami_gaps.h"

#include <algorithm>

namespace carewall::connect {

namespace {

/// Counts of Asterisk begin anew with it, also where nobody could tell us so.
std::uint64_t difference(std::uint64_t now, std::uint64_t before)
{
    return now >= before ? now - before : now;
}

}  // namespace

AmiGaps::Queue& AmiGaps::of(std::string_view queue)
{
    const auto known = m_queues.find(queue);
    return known != m_queues.end() ? known->second : m_queues[std::string{queue}];
}

void AmiGaps::away(const std::map<std::string, std::uint64_t, std::less<>>& talking)
{
    for (auto& [name, queue] : m_queues) {
        queue.away = true;
        queue.was_away = queue.known;
        const auto found = talking.find(name);
        queue.talking = found == talking.end() ? 0 : found->second;
    }
}

void AmiGaps::restarted()
{
    for (auto& [name, queue] : m_queues) {
        queue.base = {};
        queue.since = {};
        queue.talking = 0;
        queue.ambiguous = 0;
    }
}

void AmiGaps::completed(std::string_view name, bool seen)
{
    Queue& queue = of(name);
    ++queue.since.completed;
    // Answered in a gap. Before the first one it was answered before we listened at all.
    if (!seen && queue.was_away) ++m_not_seen;
    if (!seen || queue.talking == 0) return;
    --queue.talking;
    settle(queue);
}

void AmiGaps::abandoned(std::string_view name)
{
    ++of(name).since.abandoned;
}

/// More ended in the gap than are still unaccounted for: the others were never seen.
void AmiGaps::settle(Queue& queue)
{
    const std::uint64_t likely = std::min(queue.ambiguous, queue.talking);
    m_not_seen += queue.ambiguous - likely;
    queue.ambiguous = likely;
}

void AmiGaps::told(std::string_view name, QueueTotals totals)
{
    Queue& queue = of(name);
    if (queue.known && queue.away) {
        const std::uint64_t completed = difference(totals.completed, queue.base.completed);
        const std::uint64_t abandoned = difference(totals.abandoned, queue.base.abandoned);
        m_not_seen += abandoned - std::min(abandoned, queue.since.abandoned);
        queue.ambiguous += completed - std::min(completed, queue.since.completed);
        settle(queue);
    }
    queue.known = true;
    queue.away = false;
    queue.base = totals;
    queue.since = {};
}

}  // namespace carewall::connect
