#pragma once

#include "core/settings.h"
#include "core/time.h"

namespace carewall::core {

/// Which colours the wall has.
enum class Scheme { Dark, Light, Contrast };

/// The scheme that the settings ask for at that time of the floor's day. With Theme::Hours it is light in
/// [light_from, light_until), past midnight where the latter is earlier, all day where they are the same.
Scheme schemeAt(const DisplaySettings& display, WallTime floor);

}  // namespace carewall::core
