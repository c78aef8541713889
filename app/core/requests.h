#pragma once

#include "core/scenes.h"
#include "core/theme.h"

#include <cstdint>
#include <optional>
#include <string>

namespace carewall::core {

/// Something that was asked of this board, and by which of its commands.
template <typename T>
struct Asked {
    T what{};
    std::uint64_t number = 0;  ///< of the command, rising from 1
    bool operator==(const Asked&) const = default;
};

/// What people asked of this board so far, folded: each kind counts for itself, so that one command in a burst does
/// not undo another. Who acts on it compares the numbers.
struct Requests {
    std::uint64_t number = 0;                          ///< of the newest command
    std::int64_t steps = 0;                            ///< through the playlist: next less previous
    std::optional<Asked<std::optional<Scene>>> scene;  ///< none: the playlist
    std::optional<Asked<bool>> hold;
    std::optional<Asked<double>> dim;
    std::optional<Asked<std::string>> language;
    std::optional<Asked<bool>> identify;
    std::optional<Asked<std::string>> qr;  ///< an issue's id
    std::optional<Asked<Theme>> theme;
    bool operator==(const Requests&) const = default;
};

}  // namespace carewall::core
