#pragma once

#include "core/settings.h"
#include "core/time.h"

#include <cstdint>

namespace carewall::core {

/// Which colours the wall has.
enum class Scheme : std::uint8_t { Dark, Light, Contrast };

/// The scheme that `theme` asks for at that time of the floor's day. With Theme::Hours it is light in
/// [light_from, light_until), past midnight where the latter is earlier, all day where they are the same.
Scheme schemeAt(Theme theme, const DisplaySettings& display, WallTime floor);

}  // namespace carewall::core
