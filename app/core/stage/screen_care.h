#pragma once

#include "core/requests.h"
#include "core/settings.h"
#include "core/time.h"

#include <optional>

/// What keeps a panel that shows the same picture for years: it dims at night and while nobody works, and the picture
/// wanders by a few pixels.
namespace carewall::core {

struct ScreenCare {
    double dim = 0;                 ///< in [0, 1], 0 = full light
    int x = 0;                      ///< the picture's place, in [-3, 3]
    int y = 0;                      ///< in [-3, 3]
    double planned = 0;             ///< what the hour alone would say
    std::optional<double> by_hand;  ///< what a person asked for: until the hour says something else than it did
    std::uint64_t heard = 0;        ///< number of the command behind it
    bool operator==(const ScreenCare&) const = default;
};

/// How long the picture stays at one place.
inline constexpr Seconds wander_dwell{180};

/// What is dimmed and shifted now. `floor` is floor time, `on` how long the board has been on, `bright` that somebody
/// must see it whatever the hour. Each of 49 places has its turn, the middle first.
ScreenCare screenCare(ScreenCare before, const DisplaySettings& settings, const std::optional<Asked<double>>& asked,
                      WallTime floor, bool closed, bool bright, Milliseconds on);

}  // namespace carewall::core
