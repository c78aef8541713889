#include "mqtt/outbox.h"

#include <utility>

namespace carewall::mqtt {
namespace {

std::size_t sizeOf(const Outgoing& message)
{
    return message.topic.size() + message.payload.size();
}

}  // namespace

bool Outbox::put(Outgoing message)
{
    const std::size_t size = sizeOf(message);
    if (message.retain) {
        if (const auto known = m_retained.find(message.topic); known != m_retained.end()) {
            Outgoing& older = *known->second;
            const std::size_t bytes = m_bytes - sizeOf(older) + size;
            if (bytes > m_max_bytes) return false;
            m_bytes = bytes;
            older.payload = std::move(message.payload);
            older.qos = message.qos;
            return true;
        }
    }
    if (m_waiting.size() >= m_max_messages || m_bytes + size > m_max_bytes) return false;
    m_bytes += size;
    m_waiting.push_back(std::move(message));
    const auto added = std::prev(m_waiting.end());
    if (added->retain) m_retained.emplace(added->topic, added);
    return true;
}

std::optional<Outgoing> Outbox::take()
{
    if (m_waiting.empty()) return std::nullopt;
    Outgoing& first = m_waiting.front();
    if (first.retain) m_retained.erase(first.topic);
    m_bytes -= sizeOf(first);
    std::optional<Outgoing> taken = std::move(first);
    m_waiting.pop_front();
    return taken;
}

void Outbox::putBack(Outgoing message)
{
    if (message.retain && m_retained.contains(message.topic)) return;
    m_bytes += sizeOf(message);
    m_waiting.push_front(std::move(message));
    const auto added = m_waiting.begin();
    if (added->retain) m_retained.emplace(added->topic, added);
}

void Outbox::clear()
{
    m_retained.clear();
    m_waiting.clear();
    m_bytes = 0;
}

}  // namespace carewall::mqtt
