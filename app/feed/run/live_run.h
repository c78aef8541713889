#pragma once

#include "feed/run/event_order.h"
#include "feed/run/journal_fold.h"
#include "feed/run/player.h"
#include "store/journal.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace carewall::feed {

struct LiveOptions {
    FoldOptions fold;
    core::Milliseconds hold{2000};                           ///< that an event waits for earlier ones
    core::Milliseconds patience = std::chrono::minutes{10};  ///< with what comes before its question
    core::Milliseconds fold_gap{10'000};  ///< least real time between two folds, of 100,000 events; of more, longer
    /// Entries that a journal in memory holds. Past it late events are counted as they come, and not folded anew.
    std::optional<std::size_t> most_entries;
};

/// A live source in wall time, until the source ends: what comes is in the journal before it is counted, and counted
/// once. It begins with what the journal holds, so that a run that ended in any way goes on as if it had not.
///
/// Events may come in any order within the hold. One that comes later counts in its own slot at once, and within
/// fold_gap all is as if it had come in time: the journal is folded anew. Of that fold nothing is told before it is
/// whole.
///
/// An event is told twice when its source has told its key before; without a key, when the journal held the very same
/// at the start: whoever feeds the day's rows again after a restart changes nothing.
///
/// The journal keeps what happened within voice_kept and six hours (today, and all that the day's voices depend on),
/// the newest word of each queue's staff and agents, and older conversations whole: those that wait, and the newest
/// touched others that may go on, up to most_kept_of_others times that somebody spoke. What words were found to speak
/// of (Emerging) is kept as what was found.
class LiveRun final : public Player {
public:
    static constexpr std::size_t most_kept_of_others = 200'000;
    static constexpr std::size_t most_agents = 10'000;  ///< whose newest word is kept for longer than others

    /// `source` must outlive this.
    LiveRun(Source& source, store::Journal journal, Reporter reporter, LiveOptions options);

    /// Folds what the journal holds; the first step does it unless it was done. An error is one sentence about the
    /// journal, or about what was learned before.
    core::Result<void, std::string> begin();

    /// A clock that an earlier replay left behind is withdrawn.
    std::vector<Report> first() override { return {m_reporter.withdrawnClock()}; }
    /// Takes in what has come, and says what is to be told at `now`. An error is the source's or the journal's.
    core::Result<std::vector<Report>, std::string> step(core::Instant now) override;
    std::vector<Report> last(core::Instant now) override;

    /// Events refused, for they were told before.
    std::uint64_t doubles() const { return m_doubles; }
    /// Times that the day was folded anew for late events.
    std::uint64_t folds() const { return m_folds; }
    /// False once more has come than a journal in memory holds.
    bool isWhole() const { return m_whole; }
    const store::Journal& journal() const { return m_journal; }

private:
    using Done = core::Result<void, std::string>;

    Done receive(core::Instant now);
    bool isToldAgain(const store::JournalEntry& entry);
    void count(const std::vector<ConversationEvent>& events);
    void giveUp(core::WallTime until);
    Done noteFound(core::Instant now);
    bool foldIsDue(core::Instant now) const;
    Done foldAnew(core::Instant now);
    Done forget(core::Instant now);
    void crowdOut();
    bool keeps(const std::string& conversation, core::WallTime at) const;
    void noteAgents(const store::JournalEntry& entry);
    core::WallTime told(core::WallTime now) const;

    store::Journal m_journal;
    LiveOptions m_options;
    EventOrder m_order;
    Orphans m_orphans;
    Orphans::Take m_take;
    bool m_begun = false;
    std::unordered_map<std::uint64_t, std::uint32_t> m_before;  ///< checksums of what the journal held at the start
    bool m_late = false;  ///< something was counted that had happened before what was counted already
    bool m_whole = true;
    std::optional<core::SteadyTime> m_folded;
    std::vector<store::JournalEntry> m_found;  ///< not in the journal yet
    std::uint64_t m_emerging_changes = 0;      ///< as noted last
    std::optional<core::SteadyTime> m_forgot;
    std::optional<core::SteadyTime> m_learned_at;  ///< when what is folded with was new
    bool m_forgetting = false;
    core::WallTime m_forget_until{};
    std::unordered_set<std::string> m_crowded_out;                ///< conversations that the journal has no room for
    std::unordered_map<std::string, core::WallTime> m_of_agents;  ///< the newest of each such entry
    std::uint64_t m_doubles = 0;
    std::uint64_t m_folds = 0;
};

}  // namespace carewall::feed
