#include "core/stage/snapshot.h"

#include <utility>

namespace carewall::core {

void workOut(Snapshot& snapshot, Instant at, const Settings& settings, FiguresCache& cache)
{
    snapshot.at = at;
    snapshot.figures = figures(snapshot.state, at, snapshot.trends, cache, snapshot.tones);
    snapshot.stage = direct(std::move(snapshot.stage), snapshot.state, snapshot.figures, settings, at);
}

}  // namespace carewall::core
