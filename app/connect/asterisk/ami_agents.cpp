#include "connect/asterisk/ami_agents.h"

#include <algorithm>
#include <array>
#include <vector>

namespace carewall::connect {

feed::AgentState memberState(const AmiMessage& message)
{
    using enum feed::AgentState;
    constexpr std::array<std::string_view, 2> not_there{"4", "5"};            // invalid, unavailable
    constexpr std::array<std::string_view, 5> busy{"2", "3", "6", "7", "8"};  // in use, busy, ringing, both, on hold
    const std::string_view status = message.of("status");
    if (message.of("paused") == "1") return Away;
    if (std::ranges::find(not_there, status) != not_there.end()) return Gone;
    if (message.of("incall") == "1" || std::ranges::find(busy, status) != busy.end()) return Busy;
    return Available;
}

void AmiAgents::is(std::string_view queue, std::string_view agent, feed::AgentState state, core::WallTime at)
{
    if (queue.empty() || agent.empty()) return;
    const Member member{queue, agent};
    const auto known = m_members.find(member);
    if (known == m_members.end() ? state == feed::AgentState::Gone : known->second == state) return;
    if (state == feed::AgentState::Gone) {
        m_members.erase(known);
    } else {
        if (known == m_members.end() && m_members.size() >= max_ami_members) return;
        m_members[member] = state;
    }
    feed::ConversationEvent event;
    event.at = at;
    event.kind = feed::Kind::Agent;
    event.by = feed::Role::Agent;
    event.author = m_pseudonyms->of(agent);
    event.agent = state;
    m_names->name(queue, event);
    m_out.push_back(std::move(event));
}

void AmiAgents::listed(std::string_view queue, std::string_view agent)
{
    if (m_in_list.size() < max_ami_members) m_in_list.emplace(queue, agent);
}

void AmiAgents::listEnds(core::WallTime at)
{
    std::vector<Member> gone;
    for (const auto& [member, state] : m_members)
        if (!m_in_list.contains(member)) gone.push_back(member);
    for (const auto& [queue, agent] : gone)
        is(queue, agent, feed::AgentState::Gone, at);
    m_in_list.clear();
}

}  // namespace carewall::connect
