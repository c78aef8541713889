#include "core/pace.h"

#include "core/gamma.h"
#include "core/saturate.h"

#include <algorithm>
#include <cmath>

namespace carewall::core {

namespace {

/// How long ago weighs half, found with tests/bench/forecast.cpp; each is a multiple of the next, so that one power
/// of two a slot is enough.
constexpr double leaving_half_s = 4 * 60 * 60;
constexpr double agents_half_s = leaving_half_s / 4;
constexpr double service_half_s = agents_half_s / 2;
constexpr double arrivals_half_s = service_half_s / 2;
/// How much the rate wanders by itself: agents come and go, long calls pile up. Squared coefficient of variation.
constexpr double wander = 0.02;
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
    from_backlog += service * count(std::min(line.answered_from_backlog, slot.answered));
    alone_s += service * seconds(saturatingSubtract(line.pressed_ms, line.backlog_ms));
    from_alone += service * count(saturatingSubtract(slot.answered, line.answered_from_backlog));
    if (line.busy_ms > 0) {
        busy_s += by_agents * seconds(line.busy_ms);
        served += by_agents * count(slot.answered);
    }
    waited_s += leaving * seconds(line.waited_ms);
    left += leaving * count(slot.abandoned);
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

double Wait::quantile(double p) const
{
    if (mean <= 0 || variance <= 0) return std::max(mean, 0.0);
    return gammaQuantile(mean * mean / variance, p) * variance / mean;
}

namespace {

bool byAgents(const Pace& pace, const std::optional<Agents>& agents)
{
    return agents && pace.busy_s > 0;
}

}  // namespace

double evidenceOf(const Pace& pace, const std::optional<Agents>& agents)
{
    return byAgents(pace, agents) ? pace.served : pace.from_backlog;
}

Motion motionOf(const Pace& pace, const std::optional<Agents>& agents)
{
    Motion motion;
    const double evidence = std::max(evidenceOf(pace, agents), 1.0);
    if (byAgents(pace, agents)) {
        motion.staffed = agents->available + agents->busy;
        motion.free_agents = agents->available;
        motion.service = static_cast<double>(motion.staffed) * evidence / pace.busy_s;
    } else if (pace.backlog_s > 0) {
        motion.service = evidence / pace.backlog_s;
    }
    motion.service = std::max(motion.service, slowest);
    motion.doubt = wander + (1 / evidence);
    if (pace.alone_s > 0) motion.pickup = pace.from_alone / pace.alone_s;
    if (pace.waited_s > 0) motion.leaving = pace.left / pace.waited_s;
    if (pace.observed_s > 0) motion.arriving = pace.arrived / pace.observed_s;
    return motion;
}

Wait waitBehind(const Motion& motion, std::uint64_t ahead, std::uint64_t waiting)
{
    const bool nobody_counts = motion.staffed == 0 && waiting == 1;
    if ((motion.free_agents > 0 || nobody_counts) && motion.pickup > motion.service)
        return {1 / motion.pickup, 1 / (motion.pickup * motion.pickup)};
    constexpr std::uint64_t exact = 1024;
    const std::uint64_t steps = std::min(ahead + 1, exact);
    Wait wait;
    for (std::uint64_t i = 0; i < steps; ++i) {
        const double step = 1 / (motion.service + (static_cast<double>(i) * motion.leaving));
        wait.mean += step;
        wait.variance += step * step;
    }
    if (ahead >= exact) {
        // The rest as an integral between the half steps.
        const double first = motion.service + ((static_cast<double>(exact) - 0.5) * motion.leaving);
        const double last = motion.service + ((static_cast<double>(ahead) + 0.5) * motion.leaving);
        const auto rest = static_cast<double>(ahead - exact + 1);
        const bool patient = last - first <= 1e-9 * first;
        wait.mean += patient ? rest / first : std::log(last / first) / motion.leaving;
        wait.variance += rest / (first * last);
    }
    wait.variance += wait.mean * wait.mean * motion.doubt;
    return wait;
}

}  // namespace carewall::core
