#pragma once

#include "core/result.h"
#include "core/trend/trend_memory.h"

#include <string>
#include <string_view>

namespace carewall::store {

/// What a trend detector remembers, as bytes: a carewall.kept.v1.Trends, sealed. Below 1.4 MB.
std::string encodeTrends(const core::TrendMemory& memory);
/// Of bytes in any version up to this one's, whatever they say possible (core::isPossible); an error tells what is
/// wrong with them.
core::Result<core::TrendMemory, std::string> decodeTrends(std::string_view bytes);

}  // namespace carewall::store
