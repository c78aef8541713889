#include "feed/ledger/ledger.h"

#include "core/calendar.h"
#include "core/limits.h"
#include "core/saturate.h"
#include "core/slots.h"

#include <algorithm>

namespace carewall::feed {

namespace {

constexpr core::Milliseconds hour = std::chrono::hours{1};
const std::string queue_of_nobody = "all";
const std::string queue_of_the_rest = "other";

double seconds(core::Milliseconds time)
{
    return std::chrono::duration<double>(time).count();
}

/// What passes in a slot while so many wait and so many agents are busy.
void addTime(core::LineTally& line, std::uint64_t waiting, std::uint64_t busy, core::Milliseconds time)
{
    const auto ms = static_cast<std::uint64_t>(std::max(time, core::Milliseconds{0}).count());
    line.waited_ms += waiting * ms;
    line.pressed_ms += waiting > 0 ? ms : 0;
    line.backlog_ms += waiting > 1 ? ms : 0;
    line.busy_ms += busy * ms;
}

std::uint64_t busyAgents(const QueueLedger& queue)
{
    return queue.agents ? queue.agents->busy : 0;
}

/// Calls `visit` with the start of each slot between the two times, and how much of it lies between them.
template <typename Visit>
void eachPart(core::WallTime from, core::WallTime until, Visit visit)
{
    while (from < until) {
        const core::WallTime start = core::slotStart(from, core::queue_slot);
        const core::WallTime end = std::min(until, start + core::queue_slot);
        visit(start, end - from);
        from = end;
    }
}

core::Tally& slotAt(QueueLedger& queue, core::WallTime start)
{
    core::Tally& slot = queue.slots[start];
    slot.start = start;
    slot.length = core::queue_slot;
    return slot;
}

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
        remember(queue);
    }
    return queue;
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

void Ledger::accrue(QueueLedger& queue, core::WallTime until)
{
    if (until <= queue.accrued) return;
    const std::uint64_t waiting = queue.waiting.size();
    const std::uint64_t busy = busyAgents(queue);
    if (waiting + busy > 0) {
        eachPart(
            std::max(queue.accrued, m_slots_from), until,
            [&](core::WallTime start, core::Milliseconds part) {
                addTime(slotAt(queue, start).line, waiting, busy, part);
            });
    }
    queue.accrued = until;
}

void Ledger::addWaited(QueueLedger& queue, core::WallTime from, core::WallTime until, bool taken_back)
{
    eachPart(
        std::max(from, m_slots_from), until,
        [&](core::WallTime start, core::Milliseconds part) {
            const auto ms = static_cast<std::uint64_t>(part.count());
            std::uint64_t& waited = slotAt(queue, start).line.waited_ms;
            waited = taken_back ? core::saturatingSubtract(waited, ms) : waited + ms;
        });
}

void Ledger::startWaiting(Conversation& conversation)
{
    QueueLedger& queue = *conversation.queue;
    if (conversation.asked < queue.accrued) addWaited(queue, conversation.asked, queue.accrued, false);
    accrue(queue, conversation.asked);
    queue.waiting.emplace(conversation.asked, conversation.id);
}

void Ledger::countOrder(const Conversation& answered, core::Tally& slot)
{
    const auto& waiting = answered.queue->waiting;
    if (waiting.size() < 2) return;
    std::uint64_t before = 0;
    for (auto other = waiting.begin(); other->first < answered.asked && before < core::limits::waiting_ages; ++other)
        ++before;
    ++slot.line.answered_from_backlog;
    slot.line.others_waiting += std::min<std::uint64_t>(waiting.size() - 1, core::limits::waiting_ages);
    slot.line.passed_over += before;
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
        if (Conversation* conversation = find(event.conversation, event.at))
            abandon(*conversation, event.at);
        else
            ++m_counts.orphans;
        break;
    case Kind::Broadcast:
        m_voices.broadcast(event.at);
        break;
    case Kind::Staffed: {
        QueueLedger& queue = queueOf(event.queue);
        accrue(queue, event.at);
        queue.agents = event.agents;
        ++queue.changes;
        break;
    }
    case Kind::Praised:
        praised(event);
        break;
    case Kind::Left:
    case Kind::Merged:
    case Kind::Agent:
        break;  // next: what they count
    }
}

void Ledger::heard(const ConversationEvent& event)
{
    m_voices.heard(event);
    m_found = m_emerging.heard(event);
    for (const EmergingMention& mention : m_found)
        heardOf(mention);
}

void Ledger::asked(const ConversationEvent& event)
{
    heard(event);
    if (Conversation* known = find(event.conversation, event.at)) {
        if (known->replies > 0) {
            ++known->customer_after;
            known->last_customer = std::max(known->last_customer, event.at);
        }
        return;
    }
    if (event.continues) {
        ++m_counts.orphans;
        return;
    }
    QueueLedger& queue = queueOf(event.queue);
    if (queue.facts.channel.empty()) queue.facts.channel = event.channel;
    if (queue.facts.team.empty()) queue.facts.team = event.team;
    Conversation opened;
    opened.id = event.conversation;
    opened.asker = event.author;
    opened.queue = &queue;
    opened.asked = event.at;
    opened.touched = event.at;
    startWaiting(opened);
    m_conversations.push_back(std::move(opened));
    m_by_id.emplace(event.conversation, std::prev(m_conversations.end()));
    ++m_counts.conversations;
    if (core::Tally* slot = slotOf(queue, event.at)) ++slot->offered;
    while (m_conversations.size() > m_options.max_conversations) {
        ++m_counts.crowded_out;
        forgetFirst();
    }
}

void Ledger::replied(const ConversationEvent& event)
{
    Conversation* known = find(event.conversation, event.at);
    const bool own = known != nullptr && !event.author.empty() && event.author == known->asker;
    if (event.by == Role::Customer || own) {
        ConversationEvent spoke = event;
        spoke.by = Role::Customer;
        spoke.continues = true;
        asked(spoke);
        return;
    }
    if (event.by == Role::Community)
        m_voices.heard(event);
    else
        m_voices.replied(event.at);
    if (known == nullptr) {
        ++m_counts.orphans;
        return;
    }
    ++known->replies;
    if (known->replies > 1) return;
    if (known->abandoned) {
        ++m_counts.late_answers;
        return;
    }
    if (!known->waiting) return;
    core::Tally* slot = slotOf(*known->queue, event.at);
    // Who waited at a time that has passed is not known any more.
    if (slot != nullptr && event.at >= known->queue->accrued) countOrder(*known, *slot);
    stopWaiting(*known, event.at);
    if (slot == nullptr) return;
    const core::Milliseconds response = known->queue->facts.waited(known->asked, event.at);
    const core::Target& target = known->queue->facts.target;
    known->queue->last_wait = response;
    ++slot->answered;
    slot->answered_within_target += target.isSet() && response <= target.within ? 1 : 0;
    slot->answered_by_community += event.by == Role::Community ? 1 : 0;
    slot->response.add(seconds(response));
}

void Ledger::resolved(const ConversationEvent& event)
{
    Conversation* known = find(event.conversation, event.at);
    if (known == nullptr) {
        ++m_counts.orphans;
        return;
    }
    if (known->resolved) return;
    known->resolved = true;
    stopWaiting(*known, event.at);
    core::Tally* slot = slotOf(*known->queue, event.at);
    if (slot == nullptr) return;
    const std::uint32_t resolving_words = known->customer_after > 0 && known->last_customer == event.at ? 1 : 0;
    ++slot->resolved;
    slot->fcr += known->replies == 1 && known->customer_after == resolving_words ? 1 : 0;
}

void Ledger::abandon(Conversation& conversation, core::WallTime at)
{
    if (!conversation.waiting) return;
    conversation.abandoned = true;
    stopWaiting(conversation, at);
    if (core::Tally* slot = slotOf(*conversation.queue, at)) {
        const core::Target& target = conversation.queue->facts.target;
        const core::Milliseconds waited = conversation.queue->facts.waited(conversation.asked, at);
        const bool brief = waited < target.short_abandon;
        ++slot->abandoned;
        slot->abandoned_short += brief ? 1 : 0;
        slot->abandoned_within_target += brief || (target.isSet() && waited <= target.within) ? 1 : 0;
    }
}

void Ledger::stopWaiting(Conversation& conversation, core::WallTime at)
{
    if (!conversation.waiting) return;
    QueueLedger& queue = *conversation.queue;
    if (at < queue.accrued) addWaited(queue, std::max(at, conversation.asked), queue.accrued, true);
    accrue(queue, at);
    queue.calibrator.left(queue, {conversation.asked, conversation.id}, at);
    conversation.waiting = false;
    queue.waiting.erase({conversation.asked, conversation.id});
    ++queue.changes;
}

core::Tally openSlot(const QueueLedger& queue, core::WallTime floor)
{
    core::Tally open;
    open.start = core::slotStart(floor, core::queue_slot);
    open.length = core::queue_slot;
    if (const auto running = queue.slots.find(open.start); running != queue.slots.end()) open = running->second;
    addTime(open.line, queue.waiting.size(), busyAgents(queue), floor - std::max(queue.accrued, open.start));
    return open;
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
                abandon(*m_by_id.at(conversation), since + *m_options.abandon_after);
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
            accrue(queue, core::slotStart(now, core::queue_slot));
            queue.slots.erase(queue.slots.begin(), queue.slots.lower_bound(m_slots_from));
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

void Ledger::forgetFirst()
{
    Conversation& first = m_conversations.front();
    stopWaiting(first, m_now);
    m_by_id.erase(first.id);
    m_conversations.pop_front();
}

}  // namespace carewall::feed
