#pragma once

#include "core/time.h"
#include "feed/conversation/queue_facts.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace carewall::feed {

/// The ways to the floor, which differ in their hours and in what an answer is.
enum class Medium : std::uint8_t { Phone, Chat, Mail, Social, Forum };

/// Whether the first answer comes as an agent picks up (phone, chat), and not with the written words at the end.
bool isLive(Medium medium);

/// How many of a queue's customers speak a language.
struct LanguageShare {
    std::string language;
    double share = 0;
};

/// One queue of the simulated floor: what reports say of it, then how its customers and agents behave.
/// Agents of one team help out in each other's queues.
struct SimulatedQueue : QueueFacts {
    std::vector<LanguageShare> languages;  ///< shares sum to 1

    Medium medium = Medium::Phone;
    double asked_per_day = 0;        ///< conversations opened on a mean day
    double ring_s = 0;               ///< median time from finding an agent to the answer, on live media
    double work_s = 0;               ///< median handling time; log-normal
    double work_sigma = 0;           ///< of its logarithm
    double patience_s = 0;           ///< Weibull scale: 63 % give up before it
    double patience_shape = 1;       ///< Weibull shape
    double resolved_at_once = 0;     ///< share of answers after which nobody comes back
    double return_s = 0;             ///< median time until the others do
    double help_after_s = 0;         ///< waited so long, the team's idle agents of other queues step in
    double hold_s = 0;               ///< the community's head start before agents look
    double community = 0;            ///< share of questions that the community would answer
    std::uint32_t least_agents = 1;  ///< night crew
    double load_factor = 1;          ///< agents planned a unit of load (Erlang)
    double slack = 0;                ///< and a square root of it, as in square-root staffing
};

/// What customers speak of.
struct SimulatedIssue : IssueFacts {
    double mood = 0;              ///< mean sentiment of those who speak of it, in [-5, 5]
    double work = 1;              ///< handling time against the queue's
    std::vector<double> weights;  ///< by queue, in the order of queues()
};

/// Tenfold mentions of one issue, once a day.
struct SimulatedBurst {
    std::size_t issue = 0;  ///< index into issues()
    core::WallTime from{};
    core::WallTime until{};  ///< ebbs away over ten minutes more
};

/// Somebody went above and beyond: the sentence, and the queue where it happened.
struct SimulatedPraise {
    std::string_view queue;
    std::string_view text;
};

/// The care floor of a broadband and mobile provider: its queues, issues, and what is to be expected at any hour.
/// Days are 24 h long and counted from one midnight; a change to or from summer time moves the curve by that hour.
/// Immutable; any thread.
class SimulationFloor {
public:
    /// `midnight`: any midnight on the floor.
    SimulationFloor(std::uint64_t seed, core::WallTime midnight);

    /// In the order of their indices.
    const std::vector<SimulatedQueue>& queues() const { return m_queues; }
    /// In the order of their indices.
    const std::vector<SimulatedIssue>& issues() const { return m_issues; }

    /// The midnight at or before `at`.
    core::WallTime dayStart(core::WallTime at) const;
    /// A number that is the day's own, for seeds.
    std::uint64_t daySeed(core::WallTime at) const;

    /// Conversations opened an hour, as the planners expect them: day curve and weekday curve.
    double forecast(std::size_t queue, core::WallTime at) const;
    /// The same with the day's own luck, which no planner knew; the burst comes on top.
    double demand(std::size_t queue, core::WallTime at) const;
    /// Never below demand(queue, at).
    double demandBound(std::size_t queue) const;
    /// The issue's share of a queue's conversations, in [0, 1].
    double issueShare(std::size_t issue, std::size_t queue) const;
    /// Seconds of agents' work a conversation costs on the mean, those who come back included.
    double meanWork(std::size_t queue) const;

    /// The burst of the day in which `at` lies; a pure function of seed and day.
    SimulatedBurst burst(core::WallTime at) const;

    /// Sentences for the wall, none with a customer's name.
    static const std::vector<SimulatedPraise>& praises();
    /// What the brand tells everybody, of no issue in particular.
    static const std::vector<std::string_view>& broadcasts();

private:
    std::uint64_t m_seed;
    core::WallTime m_midnight;
    std::vector<SimulatedQueue> m_queues;
    std::vector<SimulatedIssue> m_issues;
};

/// How many times the usual an issue is mentioned, in [1, 10]: four minutes' rise, ten minutes' ebb.
double burstStrength(const SimulatedBurst& burst, core::WallTime at);
/// When nothing is left of it.
core::WallTime burstEnd(const SimulatedBurst& burst);

}  // namespace carewall::feed
