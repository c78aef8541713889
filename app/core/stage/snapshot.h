#pragma once

#include "core/figures/figures.h"
#include "core/figures/tones.h"
#include "core/settings.h"
#include "core/stage/stage.h"
#include "core/state.h"
#include "core/time.h"
#include "core/trend/trend.h"

#include <cstdint>

namespace carewall::core {

/// Everything there is to show at an instant: the picture, the status, the keys, the gallery and the tests read it.
struct Snapshot {
    Instant at;
    State state;
    TrendsNow trends;  ///< as of `at`
    ToneMemory tones;  ///< what the tones that hold were called for by
    FloorFigures figures;
    Stage stage;                 ///< what is on the screen, and why
    std::uint64_t received = 0;  ///< messages since the start, those dropped and replaced included
};

/// Works out the figures of `state` and `trends` at an instant, and from them and what went before the tones and the
/// stage. Pure and total; what is in `cache` only saves work.
void workOut(Snapshot& snapshot, Instant at, const Settings& settings, FiguresCache& cache);

}  // namespace carewall::core
