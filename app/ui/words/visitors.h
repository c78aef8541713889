#pragma once

#include "core/figures/figures.h"

#include <string>

/// What of the wire's words a visitor may read. A name cannot be told from another word, so nothing is searched for
/// names: shown is what the floor itself is made of, and what its writer vouches for.
namespace carewall::ui {

/// Whether it is what one of the floor's queues is called, or the team or the channel of one; in any case of letters.
bool isOfFloor(const std::string& name, const core::FloorFigures& floor);

}  // namespace carewall::ui
