#pragma once

#include "feed/conversation/source.h"

#include <string>
#include <utility>
#include <vector>

namespace carewall::support {

/// Events that a test names, as a source that has them at hand; then its trouble, where it is given one.
class ListSource final : public feed::Source {
public:
    explicit ListSource(std::vector<feed::ConversationEvent> events, std::string trouble = {})
        : m_events{std::move(events)}, m_trouble{std::move(trouble)}
    {
    }

    std::string name() const override { return "a list"; }
    core::Result<std::optional<feed::ConversationEvent>, std::string> next() override
    {
        if (m_at == m_events.size()) {
            if (!m_trouble.empty()) return core::failure(m_trouble);
            return std::nullopt;
        }
        m_counts.handedOut(m_events[m_at]);
        return m_events[m_at++];
    }
    feed::SourceWait wait() const override { return {true, {}, {}}; }
    const feed::ReadCounts& counts() const override { return m_counts; }

private:
    std::vector<feed::ConversationEvent> m_events;
    std::string m_trouble;
    std::size_t m_at = 0;
    feed::ReadCounts m_counts;
};

}  // namespace carewall::support
