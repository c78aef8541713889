#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace carewall::mqtt {

/// A message on its way out.
struct Outgoing {
    std::string topic;
    std::string payload;
    int qos = 1;  ///< 0, 1 or 2
    bool retain = false;
};

/// What waits for the broker: first in, first out, but a retained message replaces the one of its topic that still
/// waits, in its place: the broker would keep only the newest anyway. Bounded in messages and bytes.
/// Thread: none of its own; the owner locks.
class Outbox {
public:
    Outbox(std::size_t messages, std::size_t bytes) : m_max_messages(messages), m_max_bytes(bytes) {}

    /// False, and nothing is changed, when it would pass a limit.
    bool put(Outgoing message);
    /// The message that has waited longest; empty when none waits.
    std::optional<Outgoing> take();
    /// Back to the front: it could not be sent after all. Not bounded, since it was just taken. Does not displace a
    /// newer one of its topic.
    void putBack(Outgoing message);
    void clear();

    bool empty() const { return m_waiting.empty(); }
    std::size_t size() const { return m_waiting.size(); }
    std::size_t bytes() const { return m_bytes; }

private:
    std::size_t m_max_messages;
    std::size_t m_max_bytes;
    std::size_t m_bytes = 0;  ///< of topics and payloads
    std::list<Outgoing> m_waiting;
    std::unordered_map<std::string_view, std::list<Outgoing>::iterator> m_retained;  ///< by topic, into m_waiting
};

}  // namespace carewall::mqtt
