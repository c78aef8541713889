#pragma once

#include <chrono>

namespace carewall::core {

using Milliseconds = std::chrono::milliseconds;
using Seconds = std::chrono::seconds;

/// A point on the calendar (UTC, ms). Of the wall clock, or of the floor clock when a replay or a simulation runs
/// the floor at its own time. May jump; never used to measure how long something took.
using WallTime = std::chrono::time_point<std::chrono::system_clock, Milliseconds>;

/// A day of the floor's calendar, wherever the floor stands.
using Date = std::chrono::local_days;

/// A point on the monotonic clock (ms). Never jumps, says nothing about the calendar.
using SteadyTime = std::chrono::time_point<std::chrono::steady_clock, Milliseconds>;

/// Both clocks read at one moment: what "now" means everywhere inside Carewall.
struct Instant {
    WallTime wall{};
    SteadyTime steady{};
    bool operator==(const Instant&) const = default;
};

/// The only reader of clocks. main owns one and hands it on; everything below gets an `Instant`.
/// Thread: any.
class Clock {
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

/// Milliseconds since 1970 (UTC) as they travel on the wire, both ways.
constexpr WallTime wallTimeFromMs(std::int64_t ms)
{
    return WallTime{Milliseconds{ms}};
}
constexpr std::int64_t toMs(WallTime time)
{
    return time.time_since_epoch().count();
}

}  // namespace carewall::core
