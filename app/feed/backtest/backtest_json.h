#pragma once

#include "feed/backtest/backtest.h"

#include <string>

/// A back-test as lines of JSON. Times are ISO 8601 in UTC; durations are seconds, keys end in _s.
namespace carewall::feed {

/// {"at": ..., "kind": "trend_began" | "trend_ended" | "emerging" | "emerging_ended" | "volume_began" |
/// "volume_ended" | "forecast" | "closed" | "opened", ...} without a line break.
std::string jsonLine(const BacktestEvent& event);

/// {"at": ..., "kind": "summary", ...}: everything else.
std::string summaryLine(const Backtested& tested);

/// "customers are not served in order": why there is no forecast.
std::string wordsOf(core::NoForecast why);

}  // namespace carewall::feed
