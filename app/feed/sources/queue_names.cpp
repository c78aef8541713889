#include "feed/sources/queue_names.h"

#include "feed/conversation/clean_text.h"

namespace carewall::feed {

QueueNames::QueueNames(const Mapping& mapping)
{
    for (const QueueMapping& queue : mapping.queues)
        for (const std::string& value : queue.values)
            m_ids.emplace(folded(value), queue.facts.id);
}

void QueueNames::name(std::string_view value, ConversationEvent& what) const
{
    if (value.empty()) return;
    if (const auto known = m_ids.find(folded(value)); known != m_ids.end()) {
        what.queue = known->second;
        return;
    }
    what.queue = ownTopicId(value);
    what.queue_name = value;
}

}  // namespace carewall::feed
