#pragma once

#include <array>
#include <string_view>

/// The scenes by name, as settings, commands and statuses call them.
namespace carewall::core {

/// Those that take turns, in their usual order.
inline constexpr std::array<std::string_view, 3> playlist_scenes{"floor", "response", "voice"};

/// Those that a command may ask for. "playlist" is none, but the way back to it.
inline constexpr std::array<std::string_view, 6> asked_scenes{"floor",  "response", "voice",
                                                              "closed", "alarm",    "playlist"};

}  // namespace carewall::core
