#pragma once

#include "core/figures/figures.h"
#include "core/state.h"
#include "ui/moments/moment_facts.h"
#include "ui/words/words.h"

#include <vector>

namespace carewall::ui {

/// Moments with a story that stand at `now`, oldest first.
std::vector<const core::Moment*> standingMoments(const core::State& state, core::WallTime now);

/// Whether the story names whom it thanks: any word of three letters or more that stands in both.
bool namesThanked(const core::Moment& moment);

/// The one whose turn it is, newest first, and what the community answered today.
MomentFacts momentFacts(const Words& words, const core::FloorFigures& floor, const core::State& state, int page);

}  // namespace carewall::ui
