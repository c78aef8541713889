#include "feed/sources/threads.h"

#include <utility>

namespace carewall::feed {

namespace {

constexpr std::size_t longest_id = 256;

/// Ids are one's own within a conversation, and a row may tell several things that happened.
std::string keyOf(const ConversationEvent& event, const std::string& id)
{
    return std::to_string(static_cast<int>(event.kind)) + '/' + event.conversation + '/' + id;
}

}  // namespace

bool Threads::References::add(const std::string& id, const std::string& stands_for)
{
    if (!m_known.try_emplace(id, stands_for).second) return false;
    m_order.push_back(id);
    if (m_order.size() > max_references) {
        m_known.erase(m_order.front());
        m_order.pop_front();
    }
    return true;
}

const std::string* Threads::References::find(const std::string& id) const
{
    const auto known = m_known.find(id);
    return known == m_known.end() ? nullptr : &known->second;
}

Threads::Followed Threads::follow(Reading reading, std::vector<ConversationEvent>& out)
{
    ConversationEvent& what = reading.what;
    if (!reading.parent.empty()) {
        const std::string* first = m_answered.find(reading.parent);
        what.conversation = first == nullptr ? reading.parent : *first;
    }
    if (reading.outcome == Reading::Outcome::PassedOver) {
        if (!what.conversation.empty() && m_passed.add(what.conversation, {})) ++m_passed_count;
        return Followed::PassedOver;
    }
    if (!what.conversation.empty() && m_passed.find(what.conversation) != nullptr) return Followed::PassedOver;
    if (!reading.id.empty() && reading.id.size() <= longest_id) {
        what.key = keyOf(what, reading.id);
        m_answered.add(reading.id, what.conversation);
        if (!m_told.add(what.key, {})) return Followed::Double;
    }
    if (!reading.solved_by.empty()) m_solutions.add(reading.solved_by, what.conversation);
    const std::string* solves = reading.id.empty() ? nullptr : m_solutions.find(reading.id);
    const bool resolves = solves != nullptr && *solves == what.conversation;
    out.push_back(std::move(what));
    if (resolves) {
        ConversationEvent resolved;
        resolved.at = out.back().at;
        resolved.kind = Kind::Resolved;
        resolved.by = out.back().by;
        resolved.conversation = out.back().conversation;
        resolved.queue = out.back().queue;
        resolved.key = keyOf(resolved, reading.id);
        out.push_back(std::move(resolved));
    }
    return Followed::Taken;
}

}  // namespace carewall::feed
