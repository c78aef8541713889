#pragma once

#include "core/settings.h"
#include "core/stage/stage.h"
#include "core/state.h"
#include "ui/frame/frame_facts.h"
#include "ui/words/words.h"

#include <optional>

/// What stands around every scene.
namespace carewall::ui {

HeaderFacts headerFacts(const Words& words, const core::Settings& settings, const core::State& state, core::Instant at);

/// That the link is down; else the words to the floor that have their turn, the most severe first.
NoticeFacts noticeFacts(const Words& words, const core::State& state, core::Instant at, int page);

/// What the stage has to tell in the strip: that a scene has nothing to show, a recovery, the best day. Empty: nothing.
std::optional<NoticeFacts> stageNotice(const Words& words, const core::Stage& stage);

/// Shown while no report was ever taken.
AwaitFacts awaitFacts(const Words& words, const core::Settings& settings, const QString& version,
                      const core::State& state);

}  // namespace carewall::ui
