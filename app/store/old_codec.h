#pragma once

#include "core/report.h"
#include "core/tally.h"
#include "core/trend/trend_memory.h"

#include <optional>
#include <string_view>

/// What the store kept before it was protobuf: read, never written. Slots: a version byte, then base-128 integers
/// (signed ones in zigzag), strings behind their length; a sketch's run of empty buckets is a zero and their number.
/// Trends: numbers of 1, 2, 4 and 8 bytes, little-endian. All readers give nothing for bytes that are not whole.
namespace carewall::store {

/// Whether a slot's bytes are of schema 1: they begin with a version of 1 or 2, as no message does.
bool isOldSlot(std::string_view body);
std::optional<core::Tally> readOldTally(std::string_view body);
std::optional<core::VoiceSlot> readOldVoiceSlot(std::string_view body);

/// The body of version 1, its head taken off.
std::optional<core::TrendMemory> readOldTrends(std::string_view body);

}  // namespace carewall::store
