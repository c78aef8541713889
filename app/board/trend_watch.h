#pragma once

#include "core/state.h"
#include "core/trend/trend.h"
#include "store/store.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace carewall::board {

/// Keeps a trend detector beside the State: sums up the voices of all sources slot by slot, closes the slots that are
/// over, and remembers on disk what was learned and what trends.
/// It judges up to the moment that the sources have told of: a feed that falls silent is no quiet floor, and slots that
/// nobody tells of are no exposure. Where one of several sources is silent its part is missing.
/// Issues that the feed found by itself (emerging) are bursts already and not watched.
/// A floor in a time of its own (replay, simulation) learns apart from the live one; time that goes back begins anew.
/// Thread: the folding one.
class TrendWatch {
public:
    /// `store` may be null: nothing is kept. The floor's name tells its trends from another's.
    TrendWatch(std::string floor, store::Store* store) : m_floor{std::move(floor)}, m_store{store} {}

    /// After each fold. `now` is that of the State.
    void turn(const core::State& state, core::Instant now);

    /// What trended at the last turn; each trend with its band over the last core::voice_window.
    const core::TrendsNow& now() const { return m_now; }

private:
    void follow(const core::State& state, core::WallTime told);
    void band(core::Trend& trend, core::WallTime open, core::Milliseconds length);
    void save(core::Instant now);

    std::string m_floor;
    store::Store* m_store;
    std::optional<std::string> m_key;  ///< whose trends these are
    core::Trends m_trends;
    core::TrendsNow m_now;
    std::map<std::string, core::Trend> m_bands;  ///< by issue: with the band of its newest slot
    std::vector<std::string> m_noted;            ///< what trended at the last turn
    bool m_unsaved = false;
    std::optional<core::SteadyTime> m_saved;
};

}  // namespace carewall::board
