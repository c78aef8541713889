#pragma once

#include "core/message.h"
#include "core/time.h"

#include <vector>

namespace carewall::support {

/// When the recorded floor is looked at: a Tuesday, 14:02:36 UTC, half an hour into a burst of one issue.
core::Instant recordedEnd();

/// Eight days of the simulated floor as the feed tells them, by its own code and without a broker: each day's last
/// word, then minute by minute the last forty minutes up to recordedEnd(); with them a metric, what became of the issue
/// that bursts, and thanks. The same bytes every time. For the floor "north"; needs TZ=UTC.
std::vector<core::Message> recordedFloor();

}  // namespace carewall::support
