#include "core/slots.h"
#include "feed/ledger/ledger.h"

#include <algorithm>
#include <utility>

/// What each event does to its conversation.
namespace carewall::feed {

namespace {

void describe(QueueFacts& facts, const ConversationEvent& event)
{
    if (facts.channel.empty()) facts.channel = event.channel;
    if (facts.team.empty()) facts.team = event.team;
    // Of a queue that is folded into another the name is not the other's.
    if (facts.label.empty() && event.queue == facts.id && event.queue_name != facts.id) facts.label = event.queue_name;
}

}  // namespace

bool Ledger::couldEnd(const Conversation& conversation, core::WallTime at)
{
    // What comes late may have ended an earlier wait, and not the one that goes on.
    return conversation.wait.isOn() && (conversation.earlier.empty() || at >= conversation.wait.since);
}

void Ledger::wait(Conversation& conversation, QueueLedger& queue, core::WallTime since)
{
    if (conversation.wait.queue != nullptr) {
        if (conversation.earlier.size() == max_waits_kept) conversation.earlier.erase(conversation.earlier.begin());
        conversation.earlier.push_back(conversation.wait);
    }
    conversation.wait = {};
    conversation.wait.queue = &queue;
    conversation.wait.since = since;
    conversation.left = false;
    beginWait(conversation.wait, conversation.id);
    if (core::Tally* slot = slotOf(queue, since)) ++slot->offered;
}

void Ledger::endWait(Conversation& conversation, Wait::End end, core::WallTime at, bool by_community)
{
    Wait& wait = conversation.wait;
    wait.end = end;
    wait.until = at;
    wait.by_community = by_community;
    feed::endWait(wait, conversation.id);
    if (end == Wait::End::Left) return;
    core::Tally* slot = slotOf(*wait.queue, at);
    if (slot == nullptr) return;
    slot->add(countedAtEnd(wait));
    if (end == Wait::End::Answered) wait.queue->last_wait = wait.queue->facts.waited(wait.since, at);
}

void Ledger::undo(Conversation& conversation, const Wait& wait)
{
    core::Tally offered;
    offered.offered = 1;
    takeBack(*wait.queue, wait.since, offered);
    takeBack(*wait.queue, wait.until, countedAtEnd(wait));
    undoWait(wait, conversation.id, m_now);
}

bool Ledger::isAnother(const Conversation& conversation, const ConversationEvent& event)
{
    const bool over = conversation.resolution && event.at > conversation.resolution->at && !conversation.wait.isOn();
    const bool named = !event.author.empty() && !conversation.asker.empty();
    return over && !event.continues && named && event.author != conversation.asker;
}

void Ledger::asked(const ConversationEvent& event)
{
    heard(event);
    if (Conversation* known = find(event.conversation, event.at)) {
        if (!isAnother(*known, event)) return spokeAgain(*known, event);
        ++m_counts.reused_ids;
        forget(m_by_id.at(event.conversation));
    }
    if (event.continues)
        ++m_counts.orphans;
    else
        open(event);
}

void Ledger::open(const ConversationEvent& event)
{
    QueueLedger& queue = queueOf(event.queue);
    describe(queue.facts, event);
    Conversation& opened = m_conversations.emplace_back();
    opened.id = event.conversation;
    opened.asker = event.author;
    opened.touched = event.at;
    m_by_id.emplace(event.conversation, std::prev(m_conversations.end()));
    ++m_counts.conversations;
    wait(opened, queue, event.at);
    while (m_conversations.size() > m_options.max_conversations) {
        ++m_counts.crowded_out;
        forgetFirst();
    }
}

void Ledger::spokeAgain(Conversation& conversation, const ConversationEvent& event)
{
    if (conversation.merged) return;
    if (conversation.replies > 0) {
        ++conversation.customer_after;
        conversation.last_customer = std::max(conversation.last_customer, event.at);
    }
    // Who only goes on with it may say thanks.
    if (!event.continues && conversation.resolution && event.at > conversation.resolution->at)
        notInOne(*conversation.resolution);
    if (QueueLedger* queue = nextQueue(conversation, event)) {
        describe(queue->facts, event);
        if (conversation.wait.isOn()) endWait(conversation, Wait::End::Left, event.at);
        wait(conversation, *queue, event.at);
    }
}

QueueLedger* Ledger::nextQueue(const Conversation& conversation, const ConversationEvent& event)
{
    const Wait& wait = conversation.wait;
    if (wait.isOn()) {
        // A transfer without a word for it.
        if (event.continues || event.queue.empty() || !couldEnd(conversation, event.at)) return nullptr;
        QueueLedger& queue = queueOf(event.queue);
        return &queue == wait.queue ? nullptr : &queue;
    }
    const bool waits = m_options.customers_wait_again || (conversation.left && !event.continues);
    if (!waits || event.at < wait.until) return nullptr;
    return event.queue.empty() ? wait.queue : &queueOf(event.queue);
}

void Ledger::notInOne(Resolution& resolution)
{
    if (!std::exchange(resolution.in_one, false)) return;
    core::Tally counted;
    counted.fcr = 1;
    takeBack(*resolution.queue, resolution.at, counted);
}

void Ledger::left(const ConversationEvent& event)
{
    Conversation* known = find(event.conversation, event.at);
    if (known == nullptr) {
        ++m_counts.orphans;
        return;
    }
    if (known->merged) return;
    // Told late of a queue that it went on from.
    if (!event.queue.empty() && !isCalled(known->wait.queue->facts, event.queue)) return;
    if (couldEnd(*known, event.at)) endWait(*known, Wait::End::Left, event.at);
    if (!known->wait.isOn() && event.at >= known->wait.until) known->left = true;
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
    if (couldEnd(*known, event.at))
        endWait(*known, Wait::End::Answered, event.at, event.by == Role::Community);
    else if (known->wait.end == Wait::End::Abandoned && !std::exchange(known->wait.answered_late, true))
        ++m_counts.late_answers;
}

void Ledger::resolved(const ConversationEvent& event)
{
    Conversation* known = find(event.conversation, event.at);
    if (known == nullptr) {
        ++m_counts.orphans;
        return;
    }
    if (known->merged) return;
    if (couldEnd(*known, event.at)) {
        // The words that resolve it wait for nobody.
        const bool again = !known->earlier.empty() && known->earlier.back().end == Wait::End::Answered;
        if (again && known->wait.since == event.at) {
            undo(*known, known->wait);
            known->wait = known->earlier.back();
            known->earlier.pop_back();
        } else {
            endWait(*known, Wait::End::Answered, event.at);
        }
    }
    if (known->resolution) return;
    QueueLedger& queue = *known->wait.queue;
    known->resolution = Resolution{&queue, event.at, false};
    core::Tally* slot = slotOf(queue, event.at);
    if (slot == nullptr) return;
    const std::uint32_t resolving_words = known->customer_after > 0 && known->last_customer == event.at ? 1 : 0;
    known->resolution->in_one = known->replies == 1 && known->customer_after == resolving_words;
    ++slot->resolved;
    slot->fcr += known->resolution->in_one ? 1 : 0;
}

void Ledger::abandoned(const ConversationEvent& event)
{
    Conversation* known = find(event.conversation, event.at);
    if (known == nullptr)
        ++m_counts.orphans;
    else if (couldEnd(*known, event.at))
        endWait(*known, Wait::End::Abandoned, event.at);
}

void Ledger::merged(const ConversationEvent& event)
{
    Conversation* known = find(event.conversation, event.at);
    if (known == nullptr) {
        ++m_counts.orphans;
        return;
    }
    if (std::exchange(known->merged, true)) return;
    for (const Wait& wait : known->earlier)
        undo(*known, wait);
    undo(*known, known->wait);
    if (known->resolution) {
        core::Tally counted;
        counted.resolved = 1;
        counted.fcr = known->resolution->in_one ? 1 : 0;
        takeBack(*known->resolution->queue, known->resolution->at, counted);
    }
    // It stays as nothing, so that what is still told of it does not begin another.
    known->wait.end = Wait::End::Left;
    known->earlier.clear();
    --m_counts.conversations;
}

}  // namespace carewall::feed
