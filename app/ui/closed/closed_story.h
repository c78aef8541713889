#pragma once

#include "core/figures/figures.h"
#include "core/state.h"
#include "ui/closed/closed_facts.h"
#include "ui/words/words.h"

namespace carewall::ui {

/// When the floor opens, and how the last day went on which anybody was answered: today, or the one before.
ClosedFacts closedFacts(const Words& words, const core::FloorFigures& floor, const core::State& state);

}  // namespace carewall::ui
