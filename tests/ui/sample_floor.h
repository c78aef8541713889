#pragma once

#include "core/settings.h"
#include "core/state.h"
#include "core/trend/trend.h"

#include <string>
#include <string_view>

namespace carewall::support {

/// Tuesday 3 June 2025, 14:02:36 UTC: when the sample floors are looked at.
core::Instant sampleInstant();

/// A believable afternoon. "busy": seven queues in all four tones, nine issues, labels in three scripts and of any
/// length; the others are the same with a difference: "down" (no connection), "replay", "ended", "notice", "few" (two
/// queues, two issues), "remembered" (from disk), "calm"; "empty" has nothing yet, "elsewhere" other floors have. With
/// voices in quarters of an hour, new words and notes: "voices", "voices-notice" (two issues and the volume trend),
/// "voices-few" (only what the feed found does), "voices-calm", "voices-learning" (nothing does). With moments:
/// "moments", "moments-long". With moments, a week and a metric: "visit", "visit-calm", "visit-few" (without those, and
/// no voices), "visit-long" (long labels, figures of seven digits). With opening hours that are over: "closed",
/// "closed-few" (one queue), "closed-long". Any of them with "-notice" or
/// "-down".
core::State sampleFloor(std::string_view variant = "busy");

/// What trends there; of the other variants nothing is known.
core::TrendsNow sampleTrends(std::string_view variant);

/// Settings that go with it.
core::Settings sampleSettings(const std::string& language = "en");

/// Makes `scene` the one that such a board shows; of an alarm its queue has called since a while when the board is
/// shown six seconds later.
void putOnStage(core::Scene scene, core::State& state, core::Settings& settings);

/// `count` answers with response times log-normal around `median_s`, of which `within` came in time.
core::Tally sampleTally(core::WallTime start, std::uint64_t count, std::uint64_t within, double median_s);

}  // namespace carewall::support
