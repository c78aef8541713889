#pragma once

#include "feed/run/player.h"

namespace carewall::feed {

/// A live source in wall time: what comes is counted as it comes, until the source ends.
class LiveRun final : public Player {
public:
    /// `source` must outlive this.
    LiveRun(Source& source, Ledger ledger, Reporter reporter);

    /// A clock that an earlier replay left behind is withdrawn.
    std::vector<Report> first() override { return {m_reporter.withdrawnClock()}; }
    /// Takes in what has come, and says what is to be told at `now`.
    core::Result<std::vector<Report>, std::string> step(core::Instant now) override;
    std::vector<Report> last(core::Instant now) override;
};

}  // namespace carewall::feed
