#pragma once

#include "core/figures.h"
#include "core/standing.h"

/// What customers speak of, from the voices of all sources. Inside of core.
namespace carewall::core {

VoiceFigures voiceFigures(const State& state, const Viewed& m, const TrendsNow& trends);

}  // namespace carewall::core
