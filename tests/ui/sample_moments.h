#pragma once

#include "core/state.h"

#include <string_view>

namespace carewall::support {

/// Adds what the variants "moments...", "visit..." and "closed..." of sampleFloor have beside the busy floor; leaves
/// the others as they are.
void addSampleDay(core::State& state, std::string_view variant);

}  // namespace carewall::support
