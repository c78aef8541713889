#pragma once

#include "core/calibration.h"
#include "core/forecast/pace.h"
#include "core/service_level.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace carewall::core {

/// Why there is no forecast. The first that applies, in this order.
enum class NoForecast : std::uint8_t {
    NotLive,        ///< the source does not speak, or not of now
    Closed,         ///< outside opening hours nobody serves
    NoTarget,       ///< no target time: nothing can be breached
    OrderNotTold,   ///< the source does not tell how its line moves
    TooLittleSeen,  ///< the line was pressed too rarely to know its pace or its order
    NotInOrder,     ///< first come is not first served here
};

/// The wait that who comes now should expect, in seconds. Of several lines: each weighs as many as come to it.
struct WaitAhead {
    double mean_s = 0;
    double low_s = 0;   ///< 10 % wait less
    double high_s = 0;  ///< 10 % wait more
    bool operator==(const WaitAhead&) const = default;
};

/// What is to come in a queue. A breach is a customer who still waits when the target time has passed: who is answered
/// or gives up before is none. Those who have passed it already are not counted: that has happened.
struct Forecast {
    std::optional<NoForecast> none;  ///< set: nothing below says anything
    double breaches_10min = 0;       ///< expected within 10 min: of those waiting, and of those still to come
    double breaches_30min = 0;
    double any_10min = 0;               ///< probability of at least one within 10 min
    std::optional<Milliseconds> clear;  ///< until nobody waits, at the present pace; empty: not at this pace
    WaitAhead next;
    std::optional<Milliseconds>
        head_of_line;  ///< the peer's answer to the same: as long as the first in line has waited
    double arrivals_per_min = 0;
    bool operator==(const Forecast&) const = default;
};

/// One line as it stands: a queue of one source.
struct Line {
    Target target;
    std::uint64_t waiting = 0;
    std::span<const Milliseconds> ages;  ///< of the waiting, oldest first; those not listed count as the youngest
    std::optional<Agents> agents;
    bool live = true;
    bool open = true;
    Calibration calibration{};
};

/// Whether the pace and the line carry a forecast; empty: they do.
std::optional<NoForecast> noForecast(const Line& line, const Pace& pace);

/// The chance that the customer at `place` (0 = first) of `waiting`, who will have waited for the target time in
/// `left`, still waits then. Pure, never NaN.
double breachChance(const Motion& motion, std::uint64_t place, std::uint64_t waiting, Milliseconds left);

/// What is seen of each customer whose age is listed.
std::vector<BreachCues> breachCues(const Line& line, const Motion& motion);

/// What is to come. Those who wait are judged by their place and what is left of their time (waitBehind), as the line's
/// calibration reads it; those who come within the horizon and would breach within it by a birth-death process
/// (core/still_to_come.h). Cost: 25 us with 5 waiting for 10 agents, 65 us with 100 for 60. Pure, never NaN.
Forecast forecast(const Line& line, const Pace& pace);

/// The forecast of a queue that several sources tell of: each has a line of its own, served at the pace that it saw
/// itself. (Feeds that share one line by conversation each see their share of its pace, so that the waits come out the
/// same.) Breaches add up, the lines' chances of any are taken for independent, the line longest to clear is the
/// queue's. A line with somebody in it and no forecast leaves the queue without; one with nobody in it only its own.
class QueueForecast {
public:
    void add(const Line& line, const Pace& pace);
    /// Without any line: NotLive.
    Forecast result() const;

private:
    std::optional<Forecast> m_sum;
    std::optional<NoForecast> m_none;    ///< of a line with somebody in it
    std::optional<NoForecast> m_silent;  ///< of one with nobody
};

}  // namespace carewall::core
