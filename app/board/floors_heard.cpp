#include "board/floors_heard.h"

#include "core/limits.h"
#include "wire/topic.h"

namespace carewall::board {
namespace {

/// What is retained has come by then.
constexpr core::Seconds link_settles{1};

}  // namespace

bool listensForOtherFloors(const core::State& state, core::SteadyTime now)
{
    const bool settled = now - state.link.since.steady >= link_settles;
    return state.link.phase == core::LinkPhase::Up && settled && core::awaitsReports(state);
}

std::optional<std::string> FloorsHeard::hear(const std::string& topic)
{
    const auto parsed = wire::parseTopic(topic);
    if (!parsed || parsed->floor == m_own || m_known.size() >= core::limits::other_floors) return std::nullopt;
    if (!m_known.insert(parsed->floor).second) return std::nullopt;
    return parsed->floor;
}

}  // namespace carewall::board
