#include "feed/simulation/simulation_engine.h"

#include <algorithm>

// How the floor serves its customers: lines, agents, answers.
namespace carewall::feed {

namespace {

using namespace std::chrono_literals;

constexpr double never_heard_again = 0.05;  ///< of those whose issue one answer did not solve

}  // namespace

void Simulation::Engine::enqueue(std::uint64_t id, Conversation& conversation)
{
    const std::size_t index = conversation.queue;
    conversation.phase = Phase::Waiting;
    m_lines[index].push_back({id, conversation.turn});
    if (m_teams[index].size() > 1)
        schedule(conversation.since + fromSeconds(queue(index).help_after_s), What::HelpDue, index);
    wake(index);
}

void Simulation::Engine::comesBack(std::uint64_t id, Conversation& conversation)
{
    const double waits = toSeconds(conversation.waited) / toSeconds(queue(conversation.queue).target.within);
    ++conversation.turn;
    conversation.since = m_now;
    say(id, conversation, 1 + waits);
    enqueue(id, conversation);
}

const std::uint64_t* Simulation::Engine::head(std::size_t index)
{
    std::deque<Place>& line = m_lines[index];
    while (!line.empty()) {
        const Conversation* conversation = find(line.front().conversation);
        if (conversation != nullptr && conversation->phase == Phase::Waiting && conversation->turn == line.front().turn)
            return &line.front().conversation;
        line.pop_front();
    }
    return nullptr;
}

void Simulation::Engine::wake(std::size_t index)
{
    const std::vector<std::size_t>& team = m_teams[index];
    for (const std::size_t home : team)
        while (m_crew.idle(home) > 0 && head(home) != nullptr)
            serve(home, home);
    for (const std::size_t q : team) {
        for (const std::uint64_t* id = head(q); id != nullptr; id = head(q)) {
            if (m_now - m_conversations.at(*id).since < fromSeconds(queue(q).help_after_s)) break;
            const std::size_t home = *std::ranges::max_element(team, {}, [&](std::size_t h) { return m_crew.idle(h); });
            if (m_crew.idle(home) < 2)  // one stays for the own customers
                break;
            serve(q, home);
        }
    }
}

void Simulation::Engine::serve(std::size_t index, std::size_t home)
{
    const SimulatedQueue& q = queue(index);
    const std::uint64_t id = m_lines[index].front().conversation;
    m_lines[index].pop_front();
    Conversation& conversation = m_conversations.at(id);
    conversation.phase = Phase::Served;
    const AgentId agent = m_crew.take(home, index, id);
    core::WallTime begins = m_now;
    if (isLive(q.medium)) {
        begins += fromSeconds(m_work.logNormal(q.ring_s, 0.4));
        schedule(begins, What::PicksUp, agent);
    }
    const double work = m_work.logNormal(q.work_s * conversation.customer.work, q.work_sigma);
    schedule(begins + fromSeconds(std::max(5.0, work)), What::WorkEnds, agent);
}

void Simulation::Engine::answer(std::uint64_t id, Conversation& conversation, AgentId agent)
{
    conversation.answered = true;
    conversation.waited = m_now - conversation.since;
    ConversationEvent reply = about(id, conversation, Kind::Replied, Role::Agent);
    reply.author = m_customers.agent(agent);
    m_out.push_back(std::move(reply));
}

void Simulation::Engine::workEnds(AgentId agent)
{
    const std::uint64_t id = m_crew.conversation(agent);
    Conversation& conversation = m_conversations.at(id);
    if (!isLive(queue(conversation.queue).medium)) answer(id, conversation, agent);
    afterAnswer(id, conversation);
    released(agent);
}

void Simulation::Engine::afterAnswer(std::uint64_t id, const Conversation& conversation)
{
    const SimulatedQueue& q = queue(conversation.queue);
    if (m_work.chance(conversation.turn < 2 ? q.resolved_at_once : 0.95)) {
        m_out.push_back(about(id, conversation, Kind::Resolved, Role::Agent));
        m_conversations.erase(id);
    } else if (m_work.chance(never_heard_again)) {
        m_conversations.erase(id);
    } else {
        m_conversations.at(id).phase = Phase::Away;
        schedule(m_now + fromSeconds(m_work.logNormal(q.return_s, 0.8)), What::ComesBack, id);
    }
}

void Simulation::Engine::communityAnswers(std::uint64_t id, Conversation& conversation)
{
    conversation.phase = Phase::Away;
    conversation.answered = true;
    conversation.waited = m_now - conversation.since;
    ConversationEvent reply = about(id, conversation, Kind::Replied, Role::Community);
    reply.author = m_customers.helper();
    reply.sentiment = m_customers.helperSentiment();
    reply.reach = m_customers.reach(queue(conversation.queue).medium);
    m_out.push_back(std::move(reply));
    const bool solved = m_work.chance(queue(conversation.queue).resolved_at_once);
    schedule(m_now + fromSeconds(m_work.logNormal(12 * 60, 1)), solved ? What::Settles : What::ComesBack, id);
}

void Simulation::Engine::beginShift(std::uint64_t number)
{
    const Shift shift = std::move(m_coming.at(number));
    m_coming.erase(number);
    const AgentId agent = m_crew.join(shift.home);
    for (const Break& each : shift.breaks)
        schedule(each.at, What::BreakBegins, agent, each.length);
    schedule(shift.until, What::ShiftEnds, agent);
    wake(shift.home);
}

void Simulation::Engine::released(AgentId agent)
{
    const Crew::After after = m_crew.finish(agent);
    if (after.next == Crew::Next::Break)
        schedule(m_now + after.break_length, What::BreakEnds, agent);
    else if (after.next == Crew::Next::Idle)
        wake(after.home);
}

void Simulation::Engine::reportStaff()
{
    for (std::size_t q = 0; q < m_staff.size(); ++q) {
        if (!m_crew.takeChanged(q) || m_staff_due[q]) continue;
        if (m_now - m_staff_told[q] >= staff_interval) {
            tellStaff(q);
        } else {
            m_staff_due[q] = true;
            schedule(m_staff_told[q] + staff_interval, What::ReportStaff, q);
        }
    }
}

void Simulation::Engine::tellStaff(std::size_t index)
{
    if (m_staff[index] == m_crew.counts(index)) return;
    m_staff[index] = m_crew.counts(index);
    m_staff_told[index] = m_now;
    const SimulatedQueue& q = queue(index);
    ConversationEvent staffed;
    staffed.at = m_now;
    staffed.kind = Kind::Staffed;
    staffed.by = Role::Agent;
    staffed.queue = q.id;
    staffed.channel = q.channel;
    staffed.team = q.team;
    staffed.agents = m_staff[index];
    m_out.push_back(std::move(staffed));
}

}  // namespace carewall::feed
