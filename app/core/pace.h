#pragma once

#include "core/report.h"
#include "core/tally.h"
#include "core/time.h"

#include <cstdint>
#include <optional>

namespace carewall::core {

/// How a line moved lately: sums over its slots in which newer ones weigh more, each quantity with a memory of its own.
/// Times in seconds.
struct Pace {
    double observed_s = 0;  ///< of `arrived`
    double arrived = 0;
    double backlog_s = 0;  ///< time with at least two waiting, of `from_backlog`
    double from_backlog = 0;
    double alone_s = 0;  ///< time with one waiting, of `from_alone`
    double from_alone = 0;
    double busy_s = 0;  ///< agents' busy time, of `served`
    double served = 0;
    double waited_s = 0;  ///< customers' time, of `left`
    double left = 0;
    std::uint64_t answered = 0;  ///< what follows is not weighted
    std::uint64_t others = 0;
    std::uint64_t passed_over = 0;
    std::uint64_t pressed_ms = 0;

    /// Adds a slot, closed or still open, as seen at `now`; slots that begin later say nothing.
    void add(const Tally& slot, WallTime now);
};

/// How a line is taken to move from now on. Rates a second.
struct Motion {
    double service = 0;            ///< rate of service starts while somebody waits for an agent
    double doubt = 0;              ///< squared coefficient of variation of `service`
    double pickup = 0;             ///< rate at which a call is taken up when an agent is free; 0: not seen
    double leaving = 0;            ///< rate at which one who waits gives up
    double arriving = 0;           ///< rate of arrivals
    std::uint32_t staffed = 0;     ///< agents at work, busy or free; 0: nobody counts them
    std::uint32_t free_agents = 0;
};

/// How long somebody waits, as a Gamma of this mean and variance (s, s^2).
struct Wait {
    double mean = 0;
    double variance = 0;
    /// The chance that it is longer than `seconds`; 0 seconds and less are always passed.
    double longerThan(double seconds) const;
    /// Seconds that it stays below with probability p.
    double quantile(double p) const;
};

/// The motion that a pace and the agents of now make; `evidence` is how many service starts the rate rests on.
Motion motionOf(const Pace& pace, const std::optional<Agents>& agents);
/// How many service starts motionOf has seen, weighted.
double evidenceOf(const Pace& pace, const std::optional<Agents>& agents);

/// The wait of somebody with `ahead` others ahead, and `waiting` in line in all, until service: the sum of
/// exponential steps of rates service + i leaving, i = 0..ahead, so mean sum 1/(r + i th) and variance
/// sum 1/(r + i th)^2 (Erlang-A), widened by the doubt about r. When an agent is free, or the line is one call whose
/// agents nobody counts, it is the time to pick up.
Wait waitBehind(const Motion& motion, std::uint64_t ahead, std::uint64_t waiting);

}  // namespace carewall::core
