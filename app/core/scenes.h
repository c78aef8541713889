#pragma once

#include <array>
#include <string_view>

/// The scenes by name, as settings, commands and statuses call them.
namespace carewall::core {

/// Those that take turns, in their usual order.
inline constexpr std::array<std::string_view, 5> playlist_scenes{"floor", "response", "voice", "moments", "visit"};

/// Those that a command may ask for. "playlist" is none, but the way back to it.
inline constexpr std::array<std::string_view, 8> asked_scenes{"floor", "response", "voice", "moments",
                                                              "visit", "closed",   "alarm", "playlist"};

}  // namespace carewall::core
