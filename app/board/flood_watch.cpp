#include "board/flood_watch.h"

#include <utility>

namespace carewall::board {

bool FloodWatch::isOver(std::uint64_t received, core::SteadyTime now)
{
    const auto came = static_cast<double>(received - std::exchange(m_received, received));
    const auto looked = std::exchange(m_looked, now);
    if (!looked || now <= *looked) return false;
    const core::Milliseconds passed = now - *looked;
    if (came * 1000 > static_cast<double>(messages_a_second) * static_cast<double>(passed.count())) {
        m_flooded += passed;
        return false;
    }
    return std::exchange(m_flooded, core::Milliseconds{0}) >= lasts;
}

}  // namespace carewall::board
