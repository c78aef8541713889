#pragma once

#include "core/report.h"
#include "core/time.h"
#include "feed/simulation/simulation_floor.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <span>
#include <vector>

namespace carewall::feed {

/// Away for lunch or a short rest.
struct Break {
    core::WallTime at{};
    core::Milliseconds length{0};
};

/// One agent's working day.
struct Shift {
    std::size_t home = 0;  ///< index of the queue that they serve first
    core::WallTime from{};
    core::WallTime until{};
    std::vector<Break> breaks;  ///< rising
};

/// The shifts of one queue that begin on the day from `midnight`: square-root staffing of the forecast, covered half
/// hour by half hour with shifts of 4 to 8 hours, staggered starts, lunch about the middle, now and then somebody ill.
/// The planners do not reckon with breaks, as is the custom. `before`: shifts of this queue that may last into the day.
std::vector<Shift> planShifts(const SimulationFloor& floor, std::size_t queue, core::WallTime midnight,
                              std::span<const Shift> before);

using AgentId = std::uint32_t;

/// The agents on shift: who is idle, busy, away. An idle or absent agent counts at the home queue, a busy one at the
/// queue served, so that the queues sum up to the people there.
class Crew {
public:
    explicit Crew(std::size_t queues) : m_idle(queues), m_counts(queues), m_changed(queues, true) {}

    /// What an agent does after work, a break or a word from the planners.
    enum class Next : std::uint8_t { Idle, Break, Gone };
    struct After {
        Next next = Next::Idle;
        std::size_t home = 0;
        core::Milliseconds break_length{0};
    };

    /// Somebody comes to work, idle.
    AgentId join(std::size_t home);
    /// How many agents of this home queue are idle.
    std::size_t idle(std::size_t home) const { return m_idle[home].size(); }
    /// The agent of this home longest idle, now busy with a conversation of `queue`. Requires idle(home) > 0.
    AgentId take(std::size_t home, std::size_t queue, std::uint64_t conversation);
    /// The conversation of a busy agent.
    std::uint64_t conversation(AgentId agent) const { return m_agents.at(agent).conversation; }

    /// Work or break is over.
    After finish(AgentId id);
    /// A break is due, at once or after the work in hand; nothing happens to who has left.
    void sendToBreak(AgentId id, core::Milliseconds length);
    /// The shift is over, at once or after the work in hand.
    void sendHome(AgentId id);
    /// False for who has left.
    bool isIdle(AgentId id) const;

    /// As the queue reports them.
    const core::Agents& counts(std::size_t queue) const { return m_counts[queue]; }
    /// Whether the counts changed since last asked.
    bool takeChanged(std::size_t queue);
    /// How many are there.
    std::size_t size() const { return m_agents.size(); }

private:
    enum class Doing : std::uint8_t { Idle, Busy, Away };
    struct Agent {
        std::size_t home = 0;
        std::size_t serving = 0;
        std::uint64_t conversation = 0;
        core::Milliseconds pending_break{0};
        Doing doing = Doing::Idle;
        bool leaving = false;
    };
    std::map<AgentId, Agent> m_agents;
    std::vector<std::deque<AgentId>> m_idle;
    std::vector<core::Agents> m_counts;
    std::vector<bool> m_changed;
    AgentId m_newest = 0;

    std::uint32_t& count(const Agent& agent);
    void put(AgentId id, Agent& agent, Doing doing);
    void lift(AgentId id, const Agent& agent);
};

}  // namespace carewall::feed
