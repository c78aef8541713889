#include "feed/conversation/conversation_event.h"

namespace carewall::feed {

int rankOf(const ConversationEvent& event)
{
    switch (event.kind) {
    case Kind::Left:
        return 0;
    case Kind::Asked:
        return event.continues ? 2 : 1;
    case Kind::Resolved:
    case Kind::Abandoned:
    case Kind::Merged:
        return 4;
    case Kind::Replied:
    case Kind::Broadcast:
    case Kind::Staffed:
    case Kind::Praised:
    case Kind::Agent:
        break;
    }
    return 3;
}

}  // namespace carewall::feed
