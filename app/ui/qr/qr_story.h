#pragma once

#include "core/figures/figures.h"
#include "core/settings.h"
#include "core/stage/stage.h"
#include "ui/qr/qr_facts.h"

namespace carewall::ui {

/// Of the issue that somebody wants to read more of.
QrFacts qrFacts(const core::FloorFigures& floor, const core::Settings& settings, const core::Stage& stage);

}  // namespace carewall::ui
