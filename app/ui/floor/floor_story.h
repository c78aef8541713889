#pragma once

#include "core/figures/figures.h"
#include "ui/floor/floor_facts.h"
#include "ui/words/words.h"

namespace carewall::ui {

/// How old what the queues tell is.
struct FloorAge {
    QString caveat;  ///< empty while all are live; else which are silent, or since when nothing is heard
    double fade = 0;
    bool silent = false;  ///< none is live
};
FloorAge floorAge(const Words& words, const core::FloorFigures& floor);

/// The day's service level over all queues, beside its target; faded where nothing of it is live.
ServiceFacts serviceFacts(const Words& words, const core::FloorFigures& floor);

/// What stands over the issues.
IssueHeadFacts issueHeadFacts(const Words& words, const core::VoiceFigures& voice);

}  // namespace carewall::ui
