#pragma once

#include "core/figures/figures_cache.h"
#include "core/settings.h"
#include "core/stage/snapshot.h"

#include <string>
#include <utility>

namespace carewall::support {

/// What a board would show of one State after the other, without reports: tones, alarms and scenes go on from one to
/// the next as they do on a board.
class Snapshots {
public:
    explicit Snapshots(core::Settings settings = {}) : m_settings{std::move(settings)} {}

    const core::Snapshot& of(const core::State& state, core::Instant at, const core::TrendsNow& trends = {})
    {
        m_now.state = state;
        m_now.trends = trends;
        core::workOut(m_now, at, m_settings, m_cache);
        return m_now;
    }
    const core::Snapshot& now() const { return m_now; }

private:
    core::Settings m_settings;
    core::Snapshot m_now;
    core::FiguresCache m_cache;
};

/// Settings of a board on that floor.
inline core::Settings onFloor(std::string floor)
{
    core::Settings settings;
    settings.floor = std::move(floor);
    return settings;
}

}  // namespace carewall::support
