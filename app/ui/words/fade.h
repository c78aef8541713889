#pragma once

#include "core/figures/figures.h"

#include <optional>

namespace carewall::ui {

/// How far a value has faded: 0 while it is live, then 0.5, 1 from ten minutes on. In steps, so that an ageing wall
/// is not drawn anew each second.
inline double fade(core::Freshness freshness, const std::optional<core::Milliseconds>& age)
{
    if (freshness == core::Freshness::Live) return 0;
    return age && *age < std::chrono::minutes{10} ? 0.5 : 1;
}

}  // namespace carewall::ui
