#pragma once

#include "core/message.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace carewall::board {

/// The newest message of each topic, between the thread that receives and the one that folds.
/// A newer message replaces the one that waits, so a flood costs freshness, never memory nor truth. Commands alone are
/// no whole reports: they wait one behind the other, up to limits::commands_waiting, then the last is replaced.
/// Threads: `put` on the receiving one, everything else on the folding one; one mutex, held for a copy.
/// Limits: limits::inbox_topics, limits::inbox_bytes, limits::payload_bytes; what passes one is dropped and counted.
class Inbox {
public:
    /// `wake` is called on the receiving thread when the first message arrives after a drain. Must not throw.
    explicit Inbox(std::function<void()> wake = {});

    /// Takes a message; true unless it was over a limit.
    bool put(const core::MessageView& message, core::Instant received);

    struct Dropped {
        std::uint64_t too_large = 0;  ///< payload or topic over its limit
        std::uint64_t no_room = 0;    ///< too many topics or bytes waiting
        std::string topic;            ///< of the newest one, cut to its limit
    };
    /// What waits, in the order in which the topics first waited, and what was dropped since the last drain.
    struct Batch {
        std::vector<core::Message> messages;
        Dropped dropped;
    };
    Batch drain();

    /// Messages received since the start, those dropped and replaced included.
    std::uint64_t received() const { return m_received.load(std::memory_order_relaxed); }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
    };

    bool place(const core::MessageView& message, core::Instant received);

    const std::function<void()> m_wake;
    std::atomic<std::uint64_t> m_received{0};
    std::mutex m_mutex;
    std::vector<core::Message> m_waiting;
    std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> m_place;  ///< topic -> index in m_waiting
    std::size_t m_bytes = 0;
    std::size_t m_commands = 0;
    bool m_idle = true;  ///< nothing has come since the last drain
    Dropped m_dropped;
};

}  // namespace carewall::board
