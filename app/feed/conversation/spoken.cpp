#include "feed/conversation/spoken.h"

#include "feed/conversation/hash.h"

#include <string>

namespace carewall::feed {

Spoken spoken(const ConversationEvent& event)
{
    // Somebody without a name is told apart by the conversation; without that too, not at all.
    const std::string& who = event.author.empty() ? event.conversation : event.author;
    return {event.at, who.empty() ? 0 : hashOf(who), event.sentiment, event.reach};
}

}  // namespace carewall::feed
