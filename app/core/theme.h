#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace carewall::core {

/// How the wall is coloured. Hours: light by day, dark by night.
enum class Theme : std::uint8_t { Dark, Light, Contrast, Hours };

/// By name, as settings, commands and statuses call them; in the order of Theme.
inline constexpr std::array<std::string_view, 4> themes{"dark", "light", "contrast", "hours"};

}  // namespace carewall::core
