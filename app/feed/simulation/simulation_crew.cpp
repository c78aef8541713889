#include "feed/simulation/simulation_crew.h"

#include "feed/conversation/hash.h"
#include "feed/simulation/random.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace carewall::feed {

namespace {

using namespace std::chrono_literals;

constexpr core::Milliseconds slot = 30min;
constexpr int slots = 48;
constexpr std::array<int, 3> lengths = {16, 12, 8};  ///< slots of a shift, the longest that serves is taken
constexpr double ill = 0.03;

double needed(const SimulationFloor& floor, std::size_t queue, core::WallTime at)
{
    const SimulatedQueue& q = floor.queues()[queue];
    const double load = floor.forecast(queue, at + slot / 2) * floor.meanWork(queue) / 3600;
    return std::max<double>(q.least_agents, std::round(q.load_factor * load + q.slack * std::sqrt(load)));
}

std::vector<Break> drawBreaks(Random& random, core::WallTime from, core::WallTime until)
{
    const auto at = [&](double low, double high) {
        return from + core::Milliseconds(static_cast<std::int64_t>(static_cast<double>((until - from).count()) *
                                                                   random.uniform(low, high)));
    };
    if (until - from < 6h) return {{at(0.4, 0.6), 15min}};
    return {{at(0.2, 0.3), 15min}, {at(0.42, 0.58), 30min}, {at(0.72, 0.82), 15min}};
}

}  // namespace

std::vector<Shift> planShifts(const SimulationFloor& floor, std::size_t queue, core::WallTime midnight,
                              std::span<const Shift> before)
{
    std::array<double, std::size_t{2} * slots> open{};  // agents still missing, by half hour
    for (int i = 0; i < 2 * slots; ++i) {
        const core::WallTime at = midnight + slot * i;
        open.at(i) = needed(floor, queue, at);
        open.at(i) -= static_cast<double>(std::ranges::count_if(
            before, [&](const Shift& s) { return s.home == queue && s.from <= at && s.until >= at + slot; }));
    }
    Random random(mix(floor.daySeed(midnight), 2000 + queue));
    std::vector<Shift> plan;
    for (int i = 0; i < slots; ++i) {
        while (open.at(i) >= 1) {
            // A shift's last two hours must be worth the most of an agent, or a shorter one is enough.
            int length = lengths.back();
            for (const int candidate : lengths) {
                double last = 0;
                for (int k = i + candidate - 4; k < i + candidate; ++k)
                    last += open.at(k) / 4;
                if (last >= 0.5) {
                    length = candidate;
                    break;
                }
            }
            for (int k = i; k < i + length; ++k)
                open.at(k) -= 1;
            const core::Milliseconds early = std::chrono::seconds(random.below(720));
            const core::WallTime from = std::max(midnight, midnight + slot * i - early);
            const core::WallTime until = midnight + slot * (i + length) + std::chrono::seconds(random.below(240));
            const bool comes = !random.chance(ill);
            std::vector<Break> breaks = drawBreaks(random, from, until);
            if (comes) plan.push_back({queue, from, until, std::move(breaks)});
        }
    }
    return plan;
}

std::uint32_t& Crew::count(const Agent& agent)
{
    core::Agents& counts = m_counts[agent.doing == Doing::Busy ? agent.serving : agent.home];
    switch (agent.doing) {
    case Doing::Idle:
        return counts.available;
    case Doing::Busy:
        return counts.busy;
    case Doing::Away:
        break;
    }
    return counts.away;
}

void Crew::put(AgentId id, Agent& agent, Doing doing)
{
    agent.doing = doing;
    if (doing == Doing::Idle) m_idle[agent.home].push_back(id);
    ++count(agent);
    m_changed[doing == Doing::Busy ? agent.serving : agent.home] = true;
}

void Crew::lift(AgentId id, const Agent& agent)
{
    if (agent.doing == Doing::Idle) std::erase(m_idle[agent.home], id);
    --count(agent);
    m_changed[agent.doing == Doing::Busy ? agent.serving : agent.home] = true;
}

AgentId Crew::join(std::size_t home)
{
    const AgentId id = ++m_newest;
    Agent& agent = m_agents[id];
    agent.home = home;
    put(id, agent, Doing::Idle);
    return id;
}

AgentId Crew::take(std::size_t home, std::size_t queue, std::uint64_t conversation)
{
    const AgentId id = m_idle[home].front();
    Agent& agent = m_agents.at(id);
    lift(id, agent);
    agent.serving = queue;
    agent.conversation = conversation;
    put(id, agent, Doing::Busy);
    return id;
}

Crew::After Crew::finish(AgentId id)
{
    Agent& agent = m_agents.at(id);
    After after{Next::Idle, agent.home, agent.pending_break};
    lift(id, agent);
    if (agent.leaving) {
        after.next = Next::Gone;
        m_agents.erase(id);
    } else if (agent.pending_break.count() > 0) {
        after.next = Next::Break;
        agent.pending_break = core::Milliseconds{0};
        put(id, agent, Doing::Away);
    } else {
        put(id, agent, Doing::Idle);
    }
    return after;
}

void Crew::sendToBreak(AgentId id, core::Milliseconds length)
{
    if (const auto found = m_agents.find(id); found != m_agents.end()) found->second.pending_break = length;
}

void Crew::sendHome(AgentId id)
{
    if (const auto found = m_agents.find(id); found != m_agents.end()) found->second.leaving = true;
}

bool Crew::isIdle(AgentId id) const
{
    const auto found = m_agents.find(id);
    return found != m_agents.end() && found->second.doing == Doing::Idle;
}

bool Crew::takeChanged(std::size_t queue)
{
    const bool changed = m_changed[queue];
    m_changed[queue] = false;
    return changed;
}

}  // namespace carewall::feed
