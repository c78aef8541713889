#pragma once

#include "core/state.h"
#include "core/time.h"

#include <optional>
#include <set>
#include <string>

namespace carewall::board {

/// Whether to listen for reports of other floors: the board awaits its first report, and what the broker keeps of its
/// own floor would have come by now.
bool listensForOtherFloors(const core::State& state, core::SteadyTime now);

/// Which other floors reports arrive for, at most limits::other_floors. A value.
class FloorsHeard {
public:
    /// `own` is the board's floor.
    explicit FloorsHeard(std::string own) : m_own{std::move(own)} {}

    /// A message's topic: the floor it is of, where it is another one, told the first time.
    std::optional<std::string> hear(const std::string& topic);

private:
    std::string m_own;
    std::set<std::string> m_known;
};

}  // namespace carewall::board
