#pragma once

#include "core/result.h"
#include "feed/ledger/ledger.h"
#include "feed/run/event_order.h"
#include "store/journal.h"

#include <functional>
#include <string>

namespace carewall::feed {

/// The note that tells since when a journal's feed counts, in ms.
inline constexpr const char* since_note = "since";

/// What a ledger is folded with.
struct FoldOptions {
    LedgerOptions counting;
    std::string learned;  ///< of Ledger::save; empty: nothing
};

/// The ledger of all that a journal holds, taken in the order in which it happened; what still waits for its question
/// is in `orphans`, which begins empty. What was learned up to some moment is learned once: it replaces what events of
/// before teach. `seen`, where there is one, is shown each entry. An error is one sentence about the journal, or about
/// what was learned.
core::Result<Ledger, std::string> foldJournal(const store::Journal& journal, const FoldOptions& how, Orphans& orphans,
                                              const std::function<void(const store::JournalEntry&)>& seen = {});

}  // namespace carewall::feed
