#pragma once

#include "core/forecast/forecast.h"
#include "core/time.h"
#include "feed/ledger/ledger.h"

#include <vector>

/// A queue as a board sees it, for the forecasts that a board makes.
namespace carewall::feed {

/// The line at `now`. `ages` holds what the line's ages view.
core::Line lineOf(const QueueLedger& book, core::WallTime now, std::vector<core::Milliseconds>& ages);
/// How fast it has moved, by the slots until `now`.
core::Pace paceOf(const QueueLedger& book, core::WallTime now);

}  // namespace carewall::feed
