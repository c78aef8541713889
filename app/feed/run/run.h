#pragma once

#include "core/result.h"
#include "core/time.h"
#include "feed/conversation/conversation_event.h"
#include "feed/ledger/ledger.h"
#include "feed/ledger/reporter.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace carewall::feed {

/// Gives the next event, in the order of their times; empty at the end; an error ends the run.
using Pull = std::function<core::Result<std::optional<ConversationEvent>, std::string>()>;

struct RunOptions {
    double speed = 60;                   ///< floor seconds a real second; 0: as fast as the caller calls
    std::optional<core::WallTime> from;  ///< earlier events are folded without a word; empty: the first event
    std::optional<core::WallTime> to;    ///< where floor time ends, itself not included; empty: the last event
};

/// Events played at their own times, at a speed. The floor's time starts with the first step and depends on the
/// real time given to each step alone: no clock is read here. At speed 0 each step takes the floor to the end of the
/// next slot in which something happens, so that the final state of every slot is told.
class Run {
public:
    Run(RunOptions options, Ledger ledger, Reporter reporter, Pull pull);

    /// Plays up to now and says what is to be told.
    core::Result<std::vector<Report>, std::string> step(core::Instant now);
    /// Everything was played and the floor's time has come to its end.
    bool ended() const { return m_ended; }
    /// The last words, also when it is stopped before its end.
    std::vector<Report> last(core::Instant now);

    core::WallTime floor() const { return m_floor; }
    const Ledger& ledger() const { return m_ledger; }
    Reporter& reporter() { return m_reporter; }
    /// Events played, those before `from` included.
    std::uint64_t played() const { return m_played; }

private:
    core::Result<void, std::string> begin(core::Instant now);
    core::Result<void, std::string> pullNext();
    core::WallTime target(core::Instant now) const;
    double rate(core::Instant now) const;

    RunOptions m_options;
    Ledger m_ledger;
    Reporter m_reporter;
    Pull m_pull;
    std::optional<ConversationEvent> m_next;
    bool m_begun = false;
    bool m_ended = false;
    core::WallTime m_start{};
    core::WallTime m_floor{};
    core::SteadyTime m_started{};
    std::uint64_t m_played = 0;
};

}  // namespace carewall::feed
