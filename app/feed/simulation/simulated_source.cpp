#include "feed/simulation/simulated_source.h"

namespace carewall::feed {

core::Result<std::optional<ConversationEvent>, std::string> SimulatedSource::next()
{
    auto event = m_simulation.next();
    if (event) m_counts.handedOut(*event);
    return event;
}

}  // namespace carewall::feed
