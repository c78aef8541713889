#pragma once

#include "core/figures.h"
#include "ui/facts.h"
#include "ui/words.h"

namespace carewall::ui {

/// The day's service level over all queues, beside its target; faded where nothing of it is live.
ServiceFacts serviceFacts(const Words& words, const core::FloorFigures& floor);

/// What stands over the issues.
VoiceFacts voiceFacts(const Words& words, const core::VoiceFigures& voice);

}  // namespace carewall::ui
