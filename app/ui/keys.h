#pragma once

#include "core/figures/figures.h"
#include "core/settings.h"
#include "core/stage/stage.h"

#include <optional>

namespace carewall::ui {

/// What a key pressed at the board (Qt::Key) asks for, in the words of a command from afar: Right, Left, Space, 1..9,
/// L, T, D, I, Q, Escape. Empty: nothing. `stage` and `floor` are what is shown: some keys go on from it.
std::optional<core::BoardCommand> commandOf(int key, const core::Settings& settings, const core::Stage& stage,
                                            const core::FloorFigures& floor);

}  // namespace carewall::ui
