#include "feed/ledger/queue_line.h"

#include "core/limits.h"
#include "core/opening.h"
#include "core/slots.h"

namespace carewall::feed {

core::Line lineOf(const QueueLedger& book, core::WallTime now, std::vector<core::Milliseconds>& ages)
{
    ages.clear();
    for (const auto& [since, conversation] : book.waiting) {
        if (ages.size() == core::limits::waiting_ages) break;
        ages.push_back(book.facts.waited(since, now));
    }
    return {book.facts.target,
            book.waiting.size(),
            ages,
            book.agents,
            true,
            core::isOpen(book.facts.opening, now),
            book.calibrator.calibration()};
}

core::Pace paceOf(const QueueLedger& book, core::WallTime now)
{
    core::Pace pace;
    const core::WallTime open = core::slotStart(now, core::queue_slot);
    for (auto slot = book.slots.begin(); slot != book.slots.end() && slot->first < open; ++slot)
        pace.add(slot->second, now);
    pace.add(openSlot(book, now), now);
    return pace;
}

}  // namespace carewall::feed
