#include "board/inbox.h"

#include "core/limits.h"

#include <utility>

namespace carewall::board {

Inbox::Inbox(std::function<void()> wake) : m_wake(std::move(wake))
{
}

bool Inbox::put(const core::MessageView& message, core::Instant received)
{
    m_received.fetch_add(1, std::memory_order_relaxed);
    bool first = false;
    bool taken = false;
    {
        const std::lock_guard lock(m_mutex);
        first = std::exchange(m_idle, false);
        taken = place(message, received);
        if (!taken) m_dropped.topic = message.topic.substr(0, core::limits::topic_bytes);
    }
    if (first && m_wake) m_wake();
    return taken;
}

bool Inbox::place(const core::MessageView& message, core::Instant received)
{
    if (message.topic.size() > core::limits::topic_bytes || message.payload.size() > core::limits::payload_bytes) {
        ++m_dropped.too_large;
        return false;
    }
    auto known = m_place.find(message.topic);
    const bool command = message.topic.ends_with("/command");
    const bool behind = command && known != m_place.end() && m_commands < core::limits::commands_waiting;
    if (behind) {
        m_place.erase(known);
        known = m_place.end();
    }
    const std::size_t freed = known == m_place.end() ? 0 : m_waiting[known->second].payload.size();
    const std::size_t bytes = m_bytes - freed + message.payload.size();
    if (bytes > core::limits::inbox_bytes ||
        (known == m_place.end() && m_waiting.size() >= core::limits::inbox_topics)) {
        ++m_dropped.no_room;
        return false;
    }
    m_bytes = bytes;
    if (command) ++m_commands;
    if (known == m_place.end()) {
        m_place.emplace(message.topic, m_waiting.size());
        m_waiting.push_back({std::string{message.topic}, std::string{message.payload}, received, message.retained});
        return true;
    }
    core::Message& waits = m_waiting[known->second];
    waits.payload = message.payload;
    waits.received = received;
    waits.retained = message.retained;
    return true;
}

Inbox::Batch Inbox::drain()
{
    const std::lock_guard lock(m_mutex);
    m_place.clear();
    m_bytes = 0;
    m_commands = 0;
    m_idle = true;
    return {std::exchange(m_waiting, {}), std::exchange(m_dropped, {})};
}

}  // namespace carewall::board
