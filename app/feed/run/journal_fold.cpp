#include "feed/run/journal_fold.h"

#include "core/slots.h"
#include "feed/run/kept_event.h"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <variant>

namespace carewall::feed {

namespace {

/// Slot by slot, as it passes in a run.
void passTime(Ledger& ledger, core::WallTime until)
{
    constexpr core::Milliseconds longest = std::chrono::hours{24};
    if (!ledger.since() || until - ledger.now() > longest) return;
    core::WallTime slot = core::slotStart(ledger.now(), core::queue_slot) + core::queue_slot;
    for (; slot <= until; slot += core::queue_slot)
        ledger.advanceTo(slot);
}

}  // namespace

core::Result<Ledger, std::string> foldJournal(const store::Journal& journal, const FoldOptions& how, Orphans& orphans,
                                              const std::function<void(const store::JournalEntry&)>& seen)
{
    using Done = core::Result<void, std::string>;
    Ledger ledger{how.counting};
    const auto since = journal.note(since_note);
    if (!since) return core::failure(since.error());
    const auto counts_since = core::wallTimeFromMs(std::strtoll(since->c_str(), nullptr, 10));
    bool learns = how.learned.empty();
    core::WallTime learned_until{};
    if (!learns) {
        Ledger learned{how.counting};
        if (auto loaded = learned.load(how.learned); !loaded) return core::failure(loaded.error());
        learned_until = learned.learnedUntil().value_or(learned_until);
    }
    const auto begin = [&]() -> Done {
        if (std::exchange(learns, true)) return {};
        return ledger.load(how.learned);
    };
    const Orphans::Take take = [&](const ConversationEvent& event) { ledger.take(event); };
    const auto folded = journal.each([&](const store::JournalEntry& entry) -> Done {
        const auto kept = readKept(entry);
        if (!kept)
            return core::failure(std::string{"it is damaged (an entry is impossible); move it away to begin anew"});
        if (entry.at > learned_until) {
            if (auto begun = begin(); !begun) return begun;
        }
        if (!ledger.since() && !since->empty())
            ledger.countSince(std::min(counts_since, core::slotStart(entry.at, core::voice_slot)));
        if (seen) seen(entry);
        passTime(ledger, entry.at);
        orphans.giveUp(entry.at, take);
        if (const auto* event = std::get_if<ConversationEvent>(&*kept))
            orphans.pass(*event, ledger.knows(event->conversation), take);
        else
            ledger.heardOf(std::get<EmergingMention>(*kept));
        return {};
    });
    if (!folded) return core::failure(folded.error());
    if (auto begun = begin(); !begun) return core::failure(begun.error());
    if (!ledger.since() && !since->empty()) ledger.countSince(counts_since);
    return ledger;
}

}  // namespace carewall::feed
