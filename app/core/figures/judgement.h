#pragma once

#include "core/figures/figures.h"

#include <optional>

/// What a figure calls for: nothing, to be watched, or that somebody acts. Judged here, beside the figures, and nowhere
/// else. Inside of core, but for calmWhenOld(), judgeMood(), judgeNotice() and
/// little_behind.
namespace carewall::core {

/// A queue, by how its last hour went, late customers who still wait included, and by who waits now.
Tone judgeQueue(const QueueFigures& f);

/// The one that calls louder: a group is calm while all its queues are; it calls for action as soon as one does, and
/// rests when all are closed.
Tone louder(Tone a, Tone b);

/// The floor's service level of the day beside its target: it is watched, nobody can act on a day. Silent where no
/// queue is live.
Tone judgeService(const FloorFigures& floor);

/// A metric beside its target. What is old calls nobody.
Tone judgeMetric(const Metric& metric, Freshness freshness);

/// Something unusual that customers say: to be watched until somebody has taken it on.
Tone judgeUnusual(const std::optional<HandOff>& hand_off);

/// A day whose service level is behind its target by no more than this is only a little behind.
inline constexpr double little_behind = 0.05;

/// A notice, as its writer weighs it.
Tone judgeNotice(Severity severity);

/// Which side of customers' feelings prevails, -1, 0 or 1, by net sentiment in [-1, 1]: within a tenth of balance
/// neither.
int judgeMood(double net);

/// For those who cannot look closer: what is old calls nobody, it may have been put right since.
Tone calmWhenOld(Tone tone, Freshness freshness);

}  // namespace carewall::core
