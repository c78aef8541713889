#pragma once

#include "core/figures/figures.h"
#include "ui/voice/spoken_rows.h"
#include "ui/voice/voice_facts.h"
#include "ui/words/words.h"

#include <vector>

namespace carewall::ui {

/// All that the Voice scene tells.
struct VoiceStory {
    TrendFacts top;
    SpeechFacts speech;
    std::vector<SpokenRow> rows;  ///< what else is unusual; where nothing is, what is most spoken of
};

/// First what trends, as ranked, the whole floor's volume behind the first issue; then what nobody named yet, most
/// voices first. An emerging issue that a named one explains stands under that one while it trends too.
VoiceStory voiceStory(const Words& words, const core::FloorFigures& floor, const core::State& state, core::Instant at);

/// The first of it as visitors may read it, without its curve: customers' own words are left out, and who has it is
/// named only where that is one of the floor's own teams or queues. Figure and what it rests on are empty while
/// nothing is unusual.
TrendFacts visitorsTrend(const Words& words, const core::FloorFigures& floor, const core::State& state,
                         core::Instant at);

}  // namespace carewall::ui
