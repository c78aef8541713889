#include "board/status_plan.h"

#include "core/theme.h"

#include <utility>

namespace carewall::board {
namespace {

std::vector<std::string> activeAlarms(const core::Stage& stage)
{
    std::vector<std::string> active;
    for (const auto& [queue, alarm] : stage.alarms.queues)
        if (alarm.active) active.push_back(queue);
    return active;
}

}  // namespace

core::BoardStatus statusOf(const core::Snapshot& snapshot, core::BoardStatus identity, const ScreenNow& screen)
{
    core::BoardStatus status = std::move(identity);
    const core::State& state = snapshot.state;
    const core::Stage& stage = snapshot.stage;
    status.scene = core::name(stage.scene);
    status.why = core::word(stage.why);
    status.alarms = activeAlarms(stage);
    status.language = stage.language;
    status.theme = core::themes.at(static_cast<std::size_t>(stage.theme));
    status.scheme = core::themes.at(static_cast<std::size_t>(stage.scheme));
    status.dim = stage.screen_care.dim;
    status.frames = screen.frames;
    status.width = screen.width;
    status.height = screen.height;
    status.link = state.link.phase;
    status.shown = snapshot.figures;
    status.refusals = state.refusals;
    status.store_trouble = state.store_trouble;
    status.reports = state.reports;
    return status;
}

StatusPlan::Awaited StatusPlan::awaited(const core::Snapshot& snapshot)
{
    return {snapshot.stage.scene, snapshot.stage.why, activeAlarms(snapshot.stage)};
}

bool StatusPlan::isDue(const core::Snapshot& snapshot, core::SteadyTime now) const
{
    if (!m_said || awaited(snapshot) != m_awaited) return true;
    return now - *m_said >= (snapshot.state.changes != m_changes ? at_most : at_least);
}

void StatusPlan::said(const core::Snapshot& snapshot, core::SteadyTime now)
{
    m_said = now;
    m_changes = snapshot.state.changes;
    m_awaited = awaited(snapshot);
}

}  // namespace carewall::board
