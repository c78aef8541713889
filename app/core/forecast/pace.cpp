#include "core/forecast/pace.h"

#include "core/forecast/gamma.h"
#include "core/saturate.h"

#include <algorithm>
#include <cmath>

namespace carewall::core {

namespace {

/// How long ago weighs half for how many give up and how fast a call alone is picked up. Agents' pace is forgotten in a
/// quarter of it, the line's in an eighth, arrivals in a sixteenth: squares, so that one power of two a slot is enough.
/// Found with tests/bench/forecast.cpp.
constexpr double leaving_half_s = 4 * 60 * 60;
/// How much the rate wanders by itself: agents come and go, long calls pile up. Squared coefficient of variation.
constexpr double wander = 0.003;
/// How many service starts the agents' busy time counts as, beside those seen while a line stood: agents help out next
/// door, and a call that rings is no line.
constexpr double agents_evidence = 4;
/// Between 0, work of equal length, and 1, exponential.
constexpr double memoryless = 0.5;
constexpr double slowest = 1e-9;

double seconds(std::uint64_t ms)
{
    return static_cast<double>(ms) / 1000;
}

double count(std::uint64_t n)
{
    return static_cast<double>(n);
}

}  // namespace

void Pace::add(const Tally& slot, WallTime now)
{
    if (slot.start > now || slot.length.count() <= 0) return;
    const double since_start_s = std::chrono::duration<double>(now.time_since_epoch()).count() -
                                 std::chrono::duration<double>(slot.start.time_since_epoch()).count();
    const double length_s = std::min(std::chrono::duration<double>(slot.length).count(), since_start_s);
    const double age_s = since_start_s - (length_s / 2);
    const LineTally& line = slot.line;
    const double leaving = std::exp2(-age_s / leaving_half_s);
    const double by_agents = (leaving * leaving) * (leaving * leaving);
    const double service = by_agents * by_agents;
    const double arrivals = service * service;
    observed_s += arrivals * length_s;
    arrived += arrivals * count(slot.offered);
    backlog_s += service * seconds(line.backlog_ms);
    // While there was a backlog, all agents at work were busy: about as many as on the mean of the slot.
    if (length_s > 0)
        backlog_agents_s += service * seconds(line.busy_ms) * std::min(seconds(line.backlog_ms) / length_s, 1.0);
    from_backlog += service * count(std::min(line.answered_from_backlog, slot.answered));
    alone_s += leaving * seconds(saturatingSubtract(line.pressed_ms, line.backlog_ms));
    // Who was answered at once has not waited: that tells nothing of those who do.
    const std::uint64_t waited = saturatingSubtract(slot.answered, slot.response.zeroCount());
    from_alone += leaving * count(saturatingSubtract(waited, line.answered_from_backlog));
    if (line.busy_ms > 0) {
        busy_s += by_agents * seconds(line.busy_ms);
        served += by_agents * count(slot.answered);
    }
    waited_s += leaving * seconds(line.waited_ms);
    left += leaving * count(slot.abandoned);
    usual_s += leaving * length_s;
    usual_arrived += leaving * count(slot.offered);
    usual_backlog_s += leaving * seconds(line.backlog_ms);
    backlog_answers = saturatingAdd(backlog_answers, line.answered_from_backlog);
    answered = saturatingAdd(answered, slot.answered);
    others = saturatingAdd(others, line.others_waiting);
    passed_over = saturatingAdd(passed_over, line.passed_over);
    pressed_ms = saturatingAdd(pressed_ms, line.pressed_ms);
}

double Wait::longerThan(double seconds) const
{
    if (seconds <= 0) return 1;
    if (mean <= 0) return 0;
    if (variance <= 0) return mean > seconds ? 1 : 0;
    return gammaQ(mean * mean / variance, seconds * mean / variance);
}

double Wait::about(double seconds) const
{
    if (seconds <= 0) return 1;
    if (mean <= 0) return 0;
    constexpr double far = 5;  // standard deviations
    const double off = seconds - mean;
    if (off * off > far * far * variance) return off < 0 ? 1 : 0;
    const double spread = variance / (9 * mean * mean);
    const double z = (std::cbrt(seconds / mean) - (1 - spread)) / std::sqrt(spread);
    return std::erfc(z / std::sqrt(2.0)) / 2;
}

double Wait::quantile(double p) const
{
    if (mean <= 0 || variance <= 0) return std::max(mean, 0.0);
    return gammaQuantile(mean * mean / variance, p) * variance / mean;
}

namespace {

/// Service starts a second that the agents at work make when none of them is free; 0: not told.
double rateByAgents(const Pace& pace, const std::optional<Agents>& agents)
{
    if (!agents || pace.busy_s <= 0) return 0;
    return static_cast<double>(agents->available + agents->busy) * pace.served / pace.busy_s;
}

/// How many of the first in line are in hand at once: with n answered in any order, (n - 1) / 2 are passed over on the
/// mean.
double atOnce(const Pace& pace)
{
    if (pace.backlog_answers == 0) return 1;
    return 1 + (2 * count(pace.passed_over) / count(pace.backlog_answers));
}

/// The rate at which a call alone is picked up, where it is plainly more than that of the line: then it only rings.
double pickupOf(const Pace& pace, double service)
{
    constexpr double cautious = 2;  // starts at the line's pace, so that few seen alone prove nothing
    const double rate = (pace.from_alone + cautious) / (pace.alone_s + (cautious / service));
    return rate > 1.5 * service ? rate : 0;
}

/// How many service starts the agents' busy time counts for. Where many are in hand at once, two who wait are no line
/// yet, and only the agents tell the pace of one.
double toldEvidence(const Pace& pace)
{
    const double at_once = atOnce(pace);
    return std::min(agents_evidence * at_once * at_once, pace.served);
}

/// Erlang C: the chance that all of n agents are busy, at this load of one agent (< 1).
double allBusy(std::uint32_t n, double load)
{
    double blocked = 1;
    const double offered = load * n;
    for (std::uint32_t i = 1; i <= n; ++i)
        blocked = offered * blocked / (i + (offered * blocked));
    return blocked / (1 - (load * (1 - blocked)));
}

/// How many agents of the same joint pace had as much backlog: at least two wait for load^2 of the time in which all
/// are busy. One where the line was overloaded and nothing can be told.
std::uint32_t agentsLike(const Pace& pace, double service)
{
    constexpr std::uint32_t most = 256;
    if (pace.usual_s <= 0) return 1;
    const double load = pace.usual_arrived / pace.usual_s / service;
    if (!(load > 0 && load < 0.98)) return 1;
    const double busy = pace.usual_backlog_s / pace.usual_s / (load * load);
    std::uint32_t n = 1;
    while (n < most && allBusy(n, load) > busy)
        n += 1 + (n / 8);
    return n;
}

}  // namespace

double evidenceOf(const Pace& pace, const std::optional<Agents>& agents)
{
    return pace.from_backlog + (rateByAgents(pace, agents) > 0 ? toldEvidence(pace) : 0);
}

Motion motionOf(const Pace& pace, const std::optional<Agents>& agents)
{
    Motion motion;
    const double by_agents = rateByAgents(pace, agents);
    double starts = pace.from_backlog;
    double time = pace.backlog_s;
    motion.at_once = atOnce(pace);
    if (by_agents > 0) {
        // The backlog's pace is an agent's pace times the agents of then; of now it is that of who is there now.
        const double told = toldEvidence(pace);
        const double there = std::max(static_cast<double>(agents->available + agents->busy), 1.0);
        starts += told;
        time = (pace.backlog_agents_s / there) + (told / by_agents);
        motion.agents = std::max(agents->available + agents->busy, 1U);
        motion.free_agents = agents->available;
    }
    motion.service = std::max(time > 0 ? starts / time : 0, slowest);
    motion.doubt = wander + (1 / std::max(starts, 1.0));
    motion.pickup = pickupOf(pace, motion.service);
    if (pace.waited_s > 0) motion.leaving = pace.left / pace.waited_s;
    if (pace.observed_s > 0) motion.arriving = pace.arrived / pace.observed_s;
    if (!motion.free_agents) motion.agents = agentsLike(pace, motion.service);
    return motion;
}

namespace {

/// A wait that is only ringing: an agent is free, or nobody else waits and such calls are picked up faster.
std::optional<Wait> ringing(const Motion& motion, std::uint64_t waiting)
{
    if (motion.pickup <= 0 || (motion.free_agents.value_or(0) == 0 && waiting != 1)) return std::nullopt;
    return Wait{1 / motion.pickup, 1 / (motion.pickup * motion.pickup)};
}

}  // namespace

WaitsBehind::WaitsBehind(const Motion& motion, std::uint64_t waiting)
    : m_motion(motion), m_rings(ringing(motion, waiting)), m_waits(motion)
{
}

Wait WaitsBehind::next()
{
    if (m_rings) return *m_rings;
    if (m_begun) m_waits.next();
    m_begun = true;
    Wait wait = m_waits.wait();
    wait.variance += wait.mean * wait.mean * m_motion.doubt;
    return wait;
}

Wait waitBehind(const Motion& motion, std::uint64_t ahead, std::uint64_t waiting)
{
    if (const std::optional<Wait> rings = ringing(motion, waiting)) return *rings;
    Waits waits(motion);
    constexpr std::uint64_t exact = 1024;
    for (std::uint64_t i = 0; i < std::min(ahead, exact); ++i)
        waits.next();
    Wait wait = waits.wait();
    if (ahead > exact) {
        // The rest as an integral between the half steps.
        const double first = motion.service + ((static_cast<double>(exact) + 0.5) * motion.leaving);
        const double last = motion.service + ((static_cast<double>(ahead) + 0.5) * motion.leaving);
        const auto rest = static_cast<double>(ahead - exact);
        const bool patient = last - first <= 1e-9 * first;
        wait.mean += patient ? rest / first : std::log(last / first) / motion.leaving;
        wait.variance += rest / (first * last);
    }
    wait.variance += wait.mean * wait.mean * motion.doubt;
    return wait;
}

Waits::Waits(const Motion& motion) : m_motion(motion)
{
    fillOwn();
}

void Waits::next()
{
    ++m_place;
    // A place only partly behind those in hand waits for that part of a step.
    const double part = std::clamp(m_place + 1 - m_motion.at_once, 0.0, 1.0);
    const double step = 1 / (m_motion.service + (m_place * m_motion.leaving));
    m_line.mean += part * step;
    m_line.variance += part * step * step;
    fillOwn();
}

void Waits::fillOwn()
{
    // Between work without memory, where all in hand are alike, and work of equal length, where the first is done
    // first.
    const double in_hand = m_motion.at_once;
    const double steps = (in_hand + std::min(m_place + 1, in_hand)) / 2;
    m_own.mean = steps / m_motion.service;
    m_own.variance = steps * (1 + ((steps - 1) * memoryless)) / (m_motion.service * m_motion.service);
}

}  // namespace carewall::core
