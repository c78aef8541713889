#include "feed/conversation/queue_facts.h"

#include "core/opening.h"

#include <algorithm>

namespace carewall::feed {

core::Milliseconds QueueFacts::waited(core::WallTime from, core::WallTime until) const
{
    if (target.open_hours_only) return core::openTime(opening, from, until);
    return std::max(until - from, core::Milliseconds{0});
}

}  // namespace carewall::feed
