#pragma once

#include "feed/conversation/conversation_event.h"
#include "feed/sources/row_reader.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

namespace carewall::feed {

/// Ids from a source that refer to each other across rows: at most so many are remembered, the oldest forgotten first.
inline constexpr std::size_t max_references = 200'000;

/// Follows what one row says of another, over readings in the order of their times: a conversation that a row passes
/// over is passed over from there on; a row that answers another is of its conversation; the row that a question names
/// as its solution resolves the conversation; what is told again under the same id counts once.
class Threads {
public:
    enum class Followed : std::uint8_t { Taken, PassedOver, Double };

    /// Appends what the reading amounts to: nothing, one event, or a reply and the resolution that it is.
    Followed follow(Reading reading, std::vector<ConversationEvent>& out);
    /// How many conversations rows passed over.
    std::uint64_t passedOver() const { return m_passed_count; }

private:
    /// What ids stand for, the oldest forgotten first.
    class References {
    public:
        /// False where it was known; then it keeps what it stood for.
        bool add(const std::string& id, const std::string& stands_for);
        const std::string* find(const std::string& id) const;

    private:
        std::unordered_map<std::string, std::string> m_known;
        std::deque<std::string> m_order;
    };

    References m_passed;     ///< conversations
    References m_solutions;  ///< id of a row -> conversation
    References m_answered;   ///< id of a row -> conversation
    References m_told;       ///< keys
    std::uint64_t m_passed_count = 0;
};

}  // namespace carewall::feed
