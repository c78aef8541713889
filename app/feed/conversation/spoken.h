#pragma once

#include "core/time.h"
#include "feed/conversation/conversation_event.h"

#include <cstdint>
#include <optional>

namespace carewall::feed {

/// What somebody said, without the words.
struct Spoken {
    core::WallTime at{};
    std::uint64_t who = 0;            ///< tells people apart; 0: nobody knows
    std::optional<double> sentiment;  ///< in [-5, 5]
    std::uint64_t reach = 0;
};

/// By the author, and by the conversation where there is none.
Spoken spoken(const ConversationEvent& event);

}  // namespace carewall::feed
