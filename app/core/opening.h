#pragma once

#include "core/report.h"
#include "core/time.h"

#include <optional>
#include <vector>

/// When a queue is open. Hours are those of the clock on the floor's wall: a day on which the clocks change is longer
/// or shorter, and opens at the same hour. No hours at all: always open. A span past midnight belongs to the day on
/// which it opens: one of the day before a holiday runs on into it.
namespace carewall::core {

/// How far ahead an opening is looked for past holidays; without them eight days hold every weekday.
inline constexpr std::chrono::days farthest_opening{36};

/// Rising, and each once: as holidays stand in an Opening.
std::vector<Date> inOrder(std::vector<Date> days);

/// A while in which a queue is open throughout, or closed throughout.
struct OpenSpell {
    bool open = true;
    std::optional<WallTime> opens;  ///< when closed: at, where it opens within farthest_opening
    WallTime from{};
    WallTime until{};
};

/// The one around `at`, as far as it is known: from `at` until the queue closes or opens. Without hours it is endless.
OpenSpell openSpell(const Opening& week, WallTime at);

bool isOpen(const Opening& week, WallTime at);

/// The next moment at or after `at` at which the queue is open; `at` itself when it is. Empty when it does not open
/// within farthest_opening.
std::optional<WallTime> opens(const Opening& week, WallTime at);

/// How much of [from, to) the queue was open; 0 when to <= from. Exact for the last 60 days before `to`; what lies
/// further back counts whole.
Milliseconds openTime(const Opening& week, WallTime from, WallTime to);

}  // namespace carewall::core
