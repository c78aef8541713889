#pragma once

#include "feed/conversation/conversation_event.h"
#include "feed/sources/mapping.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace carewall::feed {

/// Which queue a name means, as it stands at the source: "600" is billing. By the values of the mapping's queues.
class QueueNames {
public:
    explicit QueueNames(const Mapping& mapping);

    /// Says the queue of an event. A name that the mapping does not know is a queue of its own; an empty one is none.
    void name(std::string_view value, ConversationEvent& what) const;

private:
    std::unordered_map<std::string, std::string> m_ids;  ///< folded value -> id
};

}  // namespace carewall::feed
