#pragma once

#include "feed/conversation/conversation_event.h"
#include "feed/sources/row_reader.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace carewall::feed {

/// Ids from a source that refer to each other across rows: at most so many are remembered, the oldest forgotten first.
inline constexpr std::size_t max_references = 200'000;

/// Follows what one row says of another, over readings in the order of their times: a conversation whose opening row
/// was passed over is passed over whole; the row that a question names as its solution resolves the conversation.
class Threads {
public:
    /// Appends what the reading amounts to: nothing, one event, or a reply and the resolution that it is.
    /// False when it was passed over.
    bool follow(Reading reading, std::vector<ConversationEvent>& out);

private:
    std::unordered_set<std::string> m_skipped;  ///< conversations
    std::deque<std::string> m_skipped_order;
    std::unordered_map<std::string, std::string> m_solutions;  ///< id of a row -> conversation
    std::deque<std::string> m_solutions_order;
};

}  // namespace carewall::feed
