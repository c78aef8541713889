#pragma once

#include "core/trend/trend.h"
#include "feed/backtest/backtest.h"
#include "feed/ledger/ledger.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace carewall::feed {

/// Watches a ledger's voices for what a wall would call a burst.
class BurstWatch {
public:
    using Tell = std::function<void(const BacktestEvent&)>;
    BurstWatch(core::TrendOptions options, Tell tell) : m_trends{options}, m_tell{std::move(tell)} {}

    /// The ledger's time has come to `now`: at least once a voice slot, and after each voice. Rising.
    void look(const Ledger& ledger, core::WallTime now);
    /// Nothing is to be learned up to `until`: a hole in the data, after everything before was looked at.
    void leaveOut(core::WallTime until);

    /// In the order in which they were noticed; those that go on with their figures of the last look.
    const std::vector<Burst>& bursts() const { return m_bursts; }

private:
    struct Growing {
        std::size_t burst = 0;  ///< index into m_bursts
        core::Mentions closed;  ///< voices in closed slots
    };

    void close(const Ledger& ledger, core::WallTime now);
    void take(const core::TrendsNow& trends, const Ledger& ledger, core::WallTime now);
    void trending(const core::Trend& trend, Burst::Kind kind, const Ledger& ledger, core::WallTime now);
    void emerge(const Ledger& ledger, core::WallTime now);
    void grow(Growing& growing, const EmergingIssue& issue, const Ledger& ledger, core::WallTime now);
    void end(std::size_t burst, core::WallTime now);

    core::Trends m_trends;
    Tell m_tell;
    std::vector<Burst> m_bursts;
    std::map<std::string, std::size_t> m_going;  ///< trends that go on, by issue; "" is the volume
    std::map<std::string, Growing> m_emerging;   ///< those that go on
    core::WallTime m_slot{};                     ///< start of the first that is not closed
    std::uint64_t m_changes = 0;                 ///< of Emerging when it was looked at last
};

}  // namespace carewall::feed
