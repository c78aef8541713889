#pragma once

#include "feed/simulation/simulation_floor.h"

#include <array>
#include <string_view>
#include <vector>

/// The figures and words of the simulated floor, apart from what is done with them.
namespace carewall::feed {

/// By hour from midnight, in any unit.
using HourCurve = std::array<double, 24>;
using WeekdayCurve = std::array<double, 7>;  ///< 0 = Sunday, relative to a mean day

/// When customers ask.
const HourCurve& hourCurve(Medium medium);
/// On which days they do.
const WeekdayCurve& weekdayCurve(Medium medium);
/// All queues; their order is that of the issues' weights.
std::vector<SimulatedQueue> queueTable();
/// All issues.
std::vector<SimulatedIssue> issueTable();
/// Ids of the issues that burst.
const std::vector<std::string_view>& burstIssues();
/// What customers say of an issue only when it bursts; never empty.
const std::vector<std::string_view>& burstWords(std::string_view issue);
/// What they say at any time.
const std::vector<std::string_view>& fillers();

}  // namespace carewall::feed
