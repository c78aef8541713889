#pragma once

namespace carewall::ui {

/// Which side prevails, -1, 0 or 1, of net sentiment in [-1, 1]: within a tenth of balance neither does.
inline int moodOf(double net)
{
    constexpr double neutral = 0.1;
    return net > neutral ? 1 : net < -neutral ? -1 : 0;
}

}  // namespace carewall::ui
