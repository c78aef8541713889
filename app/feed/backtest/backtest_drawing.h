#pragma once

#include "feed/backtest/backtest.h"

#include <cstddef>
#include <string>
#include <string_view>

/// The pictures of a back-test's page: SVG that takes its colours from the page's classes and refers to nothing.
namespace carewall::feed {

/// Text between tags or in an attribute: whatever customers wrote stays words.
std::string escaped(std::string_view text);

/// "45 s", "12 min", "3 h 10 min", "2.5 days".
std::string durationWords(double seconds);
/// "4,654"
std::string countWords(std::uint64_t count);
/// "Wed 10 Mar, 18:41" on the floor.
std::string timeWords(core::WallTime time);
std::string dayWords(core::WallTime day);
/// What a burst is called: the label, else the id; of the floor "All conversations".
std::string nameWords(const Burst& burst);

/// Rows of one kind that are drawn; the bursts with most voices, where there are more.
inline constexpr std::size_t max_rows_drawn = 40;

/// Conversations a day as a strip, and under it on the same axis what burst, one row an issue.
std::string drawDays(const Backtested& tested);
/// Half and nine tenths of the first answers by day, with the target time. Days with too few answers for an honest p90
/// are pale. `wide`: across the page.
std::string drawResponse(const QueueRecord& record, const Backtested& tested, bool wide);
/// Told against come true, by tenths. Requires cases.
std::string drawCalibration(const ForecastScores& scores);

}  // namespace carewall::feed
