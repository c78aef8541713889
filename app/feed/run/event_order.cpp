#include "feed/run/event_order.h"

#include "feed/run/kept_event.h"

#include <algorithm>
#include <utility>

namespace carewall::feed {

void EventOrder::push(ConversationEvent event, core::WallTime now)
{
    const bool of_now = event.at >= now;
    m_own_times = m_own_times || !of_now;
    m_of_now += of_now ? 1 : 0;
    const Place place{event.at, rankOf(event), ++m_came};
    m_held.emplace(place, Held{std::move(event), of_now});
}

std::vector<ConversationEvent> EventOrder::due(core::WallTime now)
{
    if (m_of_now == m_held.size()) return all();
    std::vector<ConversationEvent> out;
    while (!m_held.empty() && std::get<core::WallTime>(m_held.begin()->first) + m_hold <= now) {
        Held first = std::move(m_held.extract(m_held.begin()).mapped());
        m_of_now -= first.of_now ? 1 : 0;
        out.push_back(std::move(first.event));
    }
    return out;
}

std::vector<ConversationEvent> EventOrder::all()
{
    std::vector<ConversationEvent> out;
    for (auto& [place, held] : m_held)
        out.push_back(std::move(held.event));
    m_held.clear();
    m_of_now = 0;
    return out;
}

namespace {

bool followsAQuestion(const ConversationEvent& event)
{
    return event.kind == Kind::Replied || event.kind == Kind::Resolved || event.kind == Kind::Abandoned ||
           event.kind == Kind::Left;
}

}  // namespace

void Orphans::letGo(std::multimap<core::WallTime, ConversationEvent>::iterator oldest, const Take& take)
{
    const ConversationEvent event = std::move(m_parked.extract(oldest).mapped());
    const auto counted = m_conversations.find(event.conversation);
    if (--counted->second == 0) m_conversations.erase(counted);
    take(event);
}

void Orphans::pass(const ConversationEvent& event, bool known, const Take& take)
{
    if (!known && followsAQuestion(event)) {
        m_parked.emplace(event.at, event);
        ++m_conversations[event.conversation];
        if (m_parked.size() > max_parked) letGo(m_parked.begin(), take);
        return;
    }
    const bool opens = event.kind == Kind::Asked && !event.continues;
    if (!opens || !m_conversations.contains(event.conversation)) {
        take(event);
        return;
    }
    std::vector<ConversationEvent> waited;
    for (auto each = m_parked.begin(); each != m_parked.end();) {
        const bool its = each->second.conversation == event.conversation;
        if (its) waited.push_back(std::move(each->second));
        each = its ? m_parked.erase(each) : std::next(each);
    }
    m_conversations.erase(event.conversation);
    std::ranges::stable_sort(
        waited, {},
        [](const ConversationEvent& one) {
            return std::pair{one.at, rankOf(one)};
        });
    const auto after =
        std::ranges::partition_point(waited, [&](const ConversationEvent& one) { return one.at < event.at; });
    std::for_each(waited.begin(), after, take);
    take(event);
    std::for_each(after, waited.end(), take);
}

void Orphans::giveUp(core::WallTime now, const Take& take)
{
    while (!m_parked.empty() && m_parked.begin()->first + m_patience <= now)
        letGo(m_parked.begin(), take);
}

void Orphans::giveUpAll(const Take& take)
{
    while (!m_parked.empty())
        letGo(m_parked.begin(), take);
}

}  // namespace carewall::feed
