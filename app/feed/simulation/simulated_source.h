#pragma once

#include "feed/conversation/source.h"
#include "feed/simulation/simulation.h"

namespace carewall::feed {

/// A simulation as a source: everything is at hand, in the order of its times.
class SimulatedSource final : public Source {
public:
    /// The simulation must outlive this.
    explicit SimulatedSource(Simulation& simulation) : m_simulation{simulation} {}

    std::string name() const override { return "simulation"; }
    core::Result<std::optional<ConversationEvent>, std::string> next() override;
    SourceWait wait() const override { return {true, {}, {}}; }
    const ReadCounts& counts() const override { return m_counts; }

private:
    Simulation& m_simulation;
    ReadCounts m_counts;
};

}  // namespace carewall::feed
