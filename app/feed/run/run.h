#pragma once

#include "feed/run/player.h"

#include <optional>

namespace carewall::feed {

/// How a Run plays.
struct RunOptions {
    double speed = 60;                   ///< floor seconds a real second; 0: as fast as the caller calls
    std::optional<core::WallTime> from;  ///< earlier events are folded without a word; empty: the first event
    std::optional<core::WallTime> to;    ///< where floor time ends, itself not included; empty: the last event
};

/// The events of a source that has everything at hand, played at their own times, at a speed. The floor's time starts
/// with the first step and depends on the real time given to each step alone. At speed 0 each step takes the floor to
/// the end of the next slot in which something happens, so that the final state of every slot is told. It has ended
/// when everything was played and the floor's time has come to its end.
class Run final : public Player {
public:
    /// `source` must outlive this.
    Run(RunOptions options, Source& source, Ledger ledger, Reporter reporter);

    core::Result<std::vector<Report>, std::string> step(core::Instant now) override;
    std::vector<Report> last(core::Instant now) override;

private:
    core::Result<void, std::string> begin(core::Instant now);
    core::Result<void, std::string> readNext();
    core::WallTime target(core::Instant now) const;
    double rate(core::Instant now) const;

    RunOptions m_options;
    std::optional<ConversationEvent> m_next;
    bool m_begun = false;
    core::WallTime m_start{};
    core::SteadyTime m_started{};
};

}  // namespace carewall::feed
