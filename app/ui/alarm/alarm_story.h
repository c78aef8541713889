#pragma once

#include "core/figures/figures.h"
#include "core/stage/stage.h"
#include "ui/alarm/alarm_facts.h"
#include "ui/words/words.h"

namespace carewall::ui {

/// Of the queue that the stage's alarm is about.
AlarmFacts alarmFacts(const Words& words, const core::FloorFigures& floor, const core::Stage& stage);

}  // namespace carewall::ui
