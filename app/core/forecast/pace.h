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
    double backlog_agents_s = 0;  ///< agents' busy time during backlog_s
    double alone_s = 0;           ///< time with one waiting, of `from_alone`
    double from_alone = 0;
    double busy_s = 0;  ///< agents' busy time, of `served`
    double served = 0;
    double waited_s = 0;  ///< customers' time, of `left`
    double left = 0;
    double usual_s = 0;          ///< observed, as long remembered as `left`
    double usual_arrived = 0;    ///< in usual_s
    double usual_backlog_s = 0;  ///< of usual_s, with at least two waiting
    std::uint64_t answered = 0;  ///< what follows is not weighted
    std::uint64_t others = 0;
    std::uint64_t passed_over = 0;
    std::uint64_t backlog_answers = 0;
    std::uint64_t pressed_ms = 0;

    /// Adds a slot, closed or still open, as seen at `now`; slots that begin later say nothing.
    void add(const Tally& slot, WallTime now);
};

/// How a line is taken to move from now on. Rates a second.
struct Motion {
    double service = 0;        ///< rate of service starts while somebody waits for an agent
    double doubt = 0;          ///< squared coefficient of variation of `service`
    double pickup = 0;         ///< rate at which a call is taken up when an agent is free; 0: not seen
    double leaving = 0;        ///< rate at which one who waits gives up
    double arriving = 0;       ///< rate of arrivals
    double at_once = 1;        ///< how many of the first in line are in hand at once, and answered in any order
    std::uint32_t agents = 1;  ///< at work, busy or free
    std::optional<std::uint32_t> free_agents;  ///< of `agents`, where somebody counts them
};

/// How long somebody waits, as a Gamma of this mean and variance (s, s^2).
struct Wait {
    double mean = 0;
    double variance = 0;
    /// The chance that it is longer than `seconds`; 0 seconds and less are always passed.
    double longerThan(double seconds) const;
    /// The same within 0.01 and much faster: by Wilson and Hilferty's cube root.
    double about(double seconds) const;
    /// Seconds that it stays below with probability p.
    double quantile(double p) const;
};

/// The motion that a pace and the agents of now make. Where nobody counts agents, as many are taken as make the share
/// of time with a backlog what it was (Erlang C).
Motion motionOf(const Pace& pace, const std::optional<Agents>& agents);
/// How many service starts motionOf has seen, weighted.
double evidenceOf(const Pace& pace, const std::optional<Agents>& agents);

/// The waits of one place in line after the other, without doubt: see waitBehind.
class Waits {
public:
    /// Of the first in line.
    explicit Waits(const Motion& motion);
    /// Goes on to the next place.
    void next();
    Wait wait() const { return {m_own.mean + m_line.mean, m_own.variance + m_line.variance}; }
    /// What the present place waits longer than the one before.
    double step() const { return 1 / (m_motion.service + (m_place * m_motion.leaving)); }

private:
    Motion m_motion;
    double m_place = 0;
    Wait m_own;
    Wait m_line;

    void fillOwn();
};

/// waitBehind of one place after the other, the first first.
class WaitsBehind {
public:
    WaitsBehind(const Motion& motion, std::uint64_t waiting);
    Wait next();

private:
    Motion m_motion;
    std::optional<Wait> m_rings;  ///< it only rings, wherever in line
    Waits m_waits;
    bool m_begun = false;
};

/// The wait of somebody with `ahead` others ahead, and `waiting` in line in all, until service: the sum of
/// exponential steps of rates service + i leaving, i = 0..ahead, so mean sum 1/(r + i th) and variance
/// sum 1/(r + i th)^2 (Erlang-A), widened by the doubt about r. Where several are in hand at once, as e-mails are that
/// wait until they are written, the first of them share the time that their work takes. When an agent is free, or
/// nobody else waits, it is the time that a call alone takes to be picked up, where that is shorter.
Wait waitBehind(const Motion& motion, std::uint64_t ahead, std::uint64_t waiting);

}  // namespace carewall::core
