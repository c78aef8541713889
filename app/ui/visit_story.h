#pragma once

#include "core/figures.h"
#include "core/state.h"
#include "ui/visit_facts.h"
#include "ui/words.h"
#include "ui/yardstick_rows.h"

#include <vector>

namespace carewall::ui {

/// All that the Visit scene tells.
struct VisitStory {
    VisitFacts facts;
    std::vector<YardstickRow> rows;  ///< four
};

/// What an executive asks of a floor. The four figures: answers in time, and the tail of the response times, of all
/// whom the same is promised; then the first two known of: solved in one go, metrics that have a target, the mood,
/// other metrics. Names no customer and no agent whatever the settings say: customers' own words are left out, and a
/// moment whose story names whom it thanks.
VisitStory visitStory(const Words& words, const core::FloorFigures& floor, const core::State& state, core::Instant at);

}  // namespace carewall::ui
