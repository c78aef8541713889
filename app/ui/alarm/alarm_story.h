#pragma once

#include "core/figures/figures.h"
#include "core/settings.h"
#include "core/stage/stage.h"
#include "ui/alarm/alarm_facts.h"
#include "ui/frame/frame_facts.h"
#include "ui/words/words.h"

#include <QSize>

#include <optional>

/// What the scenes that take the screen say, and the strip that tells what has come to a good end.
namespace carewall::ui {

/// Of the queue that the stage's alarm is about.
AlarmFacts alarmFacts(const Words& words, const core::FloorFigures& floor, const core::Stage& stage);
/// `screen` in pixels.
IdentityFacts identityFacts(const Words& words, const core::Settings& settings, QSize screen);
QrFacts qrFacts(const Words& words, const core::FloorFigures& floor, const core::Settings& settings,
                const core::Stage& stage);

/// What the stage has to tell in the strip: that a scene has nothing to show, a recovery, the best day. Empty: nothing.
std::optional<NoticeFacts> stageNotice(const Words& words, const core::Stage& stage);

}  // namespace carewall::ui
