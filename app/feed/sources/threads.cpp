#include "feed/sources/threads.h"

namespace carewall::feed {

bool Threads::follow(Reading reading, std::vector<ConversationEvent>& out)
{
    const std::string& conversation = reading.what.conversation;
    if (reading.skipped) {
        if (!conversation.empty() && m_skipped.insert(conversation).second) {
            m_skipped_order.push_back(conversation);
            if (m_skipped_order.size() > max_references) {
                m_skipped.erase(m_skipped_order.front());
                m_skipped_order.pop_front();
            }
        }
        return false;
    }
    if (!conversation.empty() && m_skipped.contains(conversation)) return false;
    if (!reading.solved_by.empty() && m_solutions.try_emplace(reading.solved_by, conversation).second) {
        m_solutions_order.push_back(reading.solved_by);
        if (m_solutions_order.size() > max_references) {
            m_solutions.erase(m_solutions_order.front());
            m_solutions_order.pop_front();
        }
    }
    const auto solution = reading.id.empty() ? m_solutions.end() : m_solutions.find(reading.id);
    const bool resolves = solution != m_solutions.end() && solution->second == conversation;
    out.push_back(std::move(reading.what));
    if (resolves) {
        ConversationEvent resolved;
        resolved.at = out.back().at;
        resolved.kind = Kind::Resolved;
        resolved.by = out.back().by;
        resolved.conversation = out.back().conversation;
        resolved.queue = out.back().queue;
        out.push_back(std::move(resolved));
    }
    return true;
}

}  // namespace carewall::feed
