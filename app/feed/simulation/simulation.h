#pragma once

#include "core/time.h"
#include "feed/conversation/conversation_event.h"
#include "feed/simulation/simulation_floor.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace carewall::feed {

struct SimulationOptions {
    std::uint64_t seed = 1;
    core::WallTime start{};                  ///< floor time at which the show begins
    std::optional<core::WallTime> midnight;  ///< any midnight on the floor; empty: UTC's
    /// History before `start`: the simulation begins at the last midnight at least so long before. The default is
    /// what "the same hours the day before" of a three-hour window needs.
    core::Milliseconds warm_up = std::chrono::hours{27};
    std::optional<core::Milliseconds> length;  ///< from `start`; empty: endless
};

/// A believable care floor as a discrete-event simulation: customers ask by non-homogeneous Poisson processes, agents
/// on shifts answer first come, first served, some customers give up, some come back, one issue bursts a day.
/// Reads no clock; the same options give the same events. Memory is bounded by what is in flight on the floor,
/// some thousand conversations. One thread at a time.
class Simulation {
public:
    explicit Simulation(SimulationOptions options);
    Simulation(const Simulation&) = delete;
    Simulation& operator=(const Simulation&) = delete;
    ~Simulation();

    /// The next event, `at` never falling; those before `start` come first. Empty at the end, if there is one.
    std::optional<ConversationEvent> next();

    const SimulationFloor& floor() const;
    const std::vector<SimulatedQueue>& queues() const { return floor().queues(); }
    const std::vector<SimulatedIssue>& issues() const { return floor().issues(); }

    /// Conversations, agents and events held now: what memory grows with.
    std::size_t inFlight() const;

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
};

}  // namespace carewall::feed
