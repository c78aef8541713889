#pragma once

#include "core/time.h"

#include <cstdint>
#include <optional>

namespace carewall::board {

/// Sees when a flood of messages is over: then all retained ones are to be asked for again. A broker whose queue for us
/// was full dropped the newest, and a topic that falls silent after it would stay stale on the wall. A value.
class FloodWatch {
public:
    /// A flood is more a second than half of what mosquitto queues for one subscriber (max_queued_messages, 1000).
    static constexpr std::uint64_t messages_a_second = 500;
    /// For three looks a second apart, however they jitter: the retained messages that a refresh brings may be many,
    /// but not for so long.
    static constexpr core::Milliseconds lasts{2'500};

    /// Looks at the number of messages received so far; once a second, or as often as one likes. Whether a flood has
    /// just ended.
    bool isOver(std::uint64_t received, core::SteadyTime now);

private:
    std::optional<core::SteadyTime> m_looked;
    std::uint64_t m_received = 0;
    core::Milliseconds m_flooded{0};
};

}  // namespace carewall::board
