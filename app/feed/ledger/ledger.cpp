#include "feed/ledger/ledger.h"

#include "core/calendar.h"
#include "core/limits.h"
#include "core/slots.h"

#include <algorithm>

namespace carewall::feed {

namespace {

constexpr core::Milliseconds hour = std::chrono::hours{1};
const std::string queue_of_nobody = "all";
const std::string queue_of_the_rest = "other";

}  // namespace

Ledger::Ledger(LedgerOptions options)
    : m_options{std::move(options)}, m_voices{m_options.thresholds}, m_emerging{m_options.emerging}
{
    for (const QueueFacts& facts : m_options.queues)
        m_queues[facts.id].facts = facts;
    for (const IssueFacts& facts : m_options.issues)
        m_labels.emplace(facts.id, facts.label);
}

LedgerCounts Ledger::counts() const
{
    LedgerCounts all = m_counts;
    all.voices_not_told_apart = m_voices.notToldApart();
    all.bursts_crowded_out = m_emerging.crowdedOut();
    return all;
}

std::string Ledger::issueLabel(const std::string& issue) const
{
    const auto known = m_labels.find(issue);
    return known == m_labels.end() ? std::string{} : known->second;
}

QueueLedger& Ledger::queueOf(const std::string& id)
{
    const std::string& asked_for = id.empty() ? queue_of_nobody : id;
    if (const auto known = m_queues.find(asked_for); known != m_queues.end()) return known->second;
    const bool full = m_queues.size() + 1 >= core::limits::queues;
    m_counts.queues_folded += full ? 1 : 0;
    const std::string& used = full ? queue_of_the_rest : asked_for;
    QueueLedger& queue = m_queues[used];
    if (queue.facts.id.empty()) {
        queue.facts = {used, {}, m_options.channel, m_options.team, m_options.target, {}};
        queue.slots_from = m_slots_from;
        remember(queue);
    }
    return queue;
}

bool Ledger::isCalled(const QueueFacts& facts, const std::string& id)
{
    return facts.id == id || facts.id == queue_of_the_rest;
}

core::Tally* Ledger::slotOf(QueueLedger& queue, core::WallTime at)
{
    const core::WallTime start = core::slotStart(at, core::queue_slot);
    ++queue.changes;
    if (start < m_slots_from) {
        ++m_counts.too_late;
        return nullptr;
    }
    if (start < core::slotStart(m_now, core::queue_slot)) ++queue.late_changes;
    return &slotAt(queue, start);
}

Ledger::Conversation* Ledger::find(const std::string& id, core::WallTime at)
{
    const auto known = m_by_id.find(id);
    if (known == m_by_id.end()) return nullptr;
    Conversation& conversation = *known->second;
    conversation.touched = std::max(conversation.touched, at);
    m_conversations.splice(m_conversations.end(), m_conversations, known->second);
    return &conversation;
}

void Ledger::take(const ConversationEvent& event)
{
    if (!m_since) m_since = core::slotStart(event.at, core::voice_slot);
    m_found.clear();
    advanceTo(event.at);
    switch (event.kind) {
    case Kind::Asked:
        asked(event);
        break;
    case Kind::Replied:
        replied(event);
        break;
    case Kind::Resolved:
        resolved(event);
        break;
    case Kind::Abandoned:
        abandoned(event);
        break;
    case Kind::Broadcast:
        m_voices.broadcast(event.at);
        break;
    case Kind::Staffed:
        staffed(event);
        break;
    case Kind::Praised:
        praised(event);
        break;
    case Kind::Left:
        left(event);
        break;
    case Kind::Merged:
        merged(event);
        break;
    case Kind::Agent:
        agent(event);
        break;
    }
}

void Ledger::staffed(const ConversationEvent& event)
{
    QueueLedger& queue = queueOf(event.queue);
    queue.accrue(event.at);
    queue.agents = event.agents;
    ++queue.changes;
}

void Ledger::agent(const ConversationEvent& event)
{
    if (!event.agent || event.author.empty()) {
        ++m_counts.agents_left_out;
        return;
    }
    if (!event.queue.empty()) return agentOf(queueOf(event.queue), event);
    bool known = *event.agent == AgentState::Gone;
    for (auto& [id, queue] : m_queues) {
        if (!queue.roster.contains(event.author)) continue;
        known = true;
        agentOf(queue, event);
    }
    m_counts.agents_left_out += known ? 0 : 1;
}

void Ledger::agentOf(QueueLedger& queue, const ConversationEvent& event)
{
    const auto known = queue.roster.find(event.author);
    if (known == queue.roster.end() && *event.agent == AgentState::Gone) return;
    if (known == queue.roster.end() && m_agents >= max_agents) {
        ++m_counts.agents_left_out;
        return;
    }
    if (known != queue.roster.end() && event.at < known->second.at) return;
    queue.accrue(event.at);
    if (*event.agent == AgentState::Gone)
        m_agents -= queue.roster.erase(event.author);
    else
        m_agents += queue.roster.insert_or_assign(event.author, AgentNow{*event.agent, event.at}).second ? 1 : 0;
    queue.agents = countOf(queue.roster);
    ++queue.changes;
}

void Ledger::heard(const ConversationEvent& event)
{
    m_voices.heard(event);
    m_found = m_emerging.heard(event);
    for (const EmergingMention& mention : m_found)
        heardOf(mention);
}

void Ledger::praised(const ConversationEvent& event)
{
    // The same however much of what was before is still known: a feed that starts again tells no moment twice.
    const auto place = 1 + std::ranges::count(m_praises, event.at, &Praise::at);
    Praise praise;
    praise.id = std::to_string(core::toMs(event.at)) + "-" + std::to_string(place);
    praise.at = event.at;
    praise.text = event.text;
    praise.names_nobody = event.names_nobody;
    const auto queue = m_queues.find(event.queue);
    const QueueFacts facts = queue == m_queues.end() ? QueueFacts{} : queue->second.facts;
    praise.team = event.team.empty() ? facts.team : event.team;
    praise.channel = event.channel.empty() ? facts.channel : event.channel;
    m_praises.push_back(std::move(praise));
    if (m_praises.size() > max_moments) m_praises.pop_front();
}

void Ledger::advanceTo(core::WallTime now)
{
    if (now <= m_now) return;
    if (m_options.abandon_after) {
        for (auto& [id, queue] : m_queues) {
            while (!queue.waiting.empty() && queue.waiting.begin()->first + *m_options.abandon_after <= now) {
                const auto [since, conversation] = *queue.waiting.begin();
                endWait(*m_by_id.at(conversation), Wait::End::Abandoned, since + *m_options.abandon_after);
            }
        }
    }
    for (auto& [id, queue] : m_queues)
        queue.calibrator.advanceTo(queue, now);
    const bool new_slot = core::slotStart(now, core::queue_slot) != core::slotStart(m_now, core::queue_slot);
    m_now = now;
    if (new_slot) {
        const core::WallTime midnight = core::dayStart(now);
        m_slots_from = std::max(m_slots_from, core::slotStart(std::min(midnight, now - hour), core::queue_slot));
        for (auto& [id, queue] : m_queues) {
            queue.accrue(core::slotStart(now, core::queue_slot));
            queue.forgetBefore(m_slots_from);
        }
        while (!m_praises.empty() && m_praises.front().at < midnight)
            m_praises.pop_front();
        m_voices.advanceTo(now);
        m_emerging.advanceTo(now);
        forgetOld();
    }
}

void Ledger::forgetOld()
{
    while (!m_conversations.empty() && m_conversations.front().touched + m_options.forget_after < m_now) {
        ++m_counts.forgotten;
        forgetFirst();
    }
}

void Ledger::forget(Conversations::iterator which)
{
    if (which->wait.isOn()) {
        which->wait.end = Wait::End::Left;
        which->wait.until = m_now;
        feed::endWait(which->wait, which->id);
    }
    m_by_id.erase(which->id);
    m_conversations.erase(which);
}

void Ledger::forgetFirst()
{
    forget(m_conversations.begin());
}

}  // namespace carewall::feed
