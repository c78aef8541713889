#pragma once

#include "core/figures/figures.h"
#include "core/state.h"
#include "ui/visit/visit_facts.h"
#include "ui/visit/yardstick_rows.h"
#include "ui/words/words.h"

#include <vector>

namespace carewall::ui {

/// All that the Visit scene tells.
struct VisitStory {
    VisitFacts facts;
    std::vector<YardstickRow> rows;  ///< four
};

/// What an executive asks of a floor. The four figures: answers in time, and the tail of the response times, of all
/// whom the same is promised; then the first two known of: solved in one go, metrics that have a target, the mood,
/// other metrics. Names no customer and no agent whatever the settings say: customers' own words are left out; who has
/// an issue, and whose a moment is, is named only where it is one of the floor's teams, queues or channels; a moment is
/// told whose writer says that it names nobody, of others how many there are. A notice stands over this scene as over
/// all: its words are the owner's own, said on purpose to whoever is before the wall, an evacuation too.
VisitStory visitStory(const Words& words, const core::FloorFigures& floor, const core::State& state, core::Instant at);

}  // namespace carewall::ui
