#pragma once

#include "core/state.h"

namespace carewall::support {

/// Two days of voices in quarters of an hour, the last hour of which is loud where `burst` says so.
void addSampleVoices(core::State& state, bool burst);

}  // namespace carewall::support
