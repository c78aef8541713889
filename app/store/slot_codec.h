#pragma once

#include "core/report.h"
#include "core/tally.h"

#include <optional>
#include <string>
#include <string_view>

/// Closed slots as small blobs: a version byte (older ones are still read), then base-128 integers (signed ones in
/// zigzag), strings with their length before them. A sketch's runs of empty buckets are a zero and their number, so
/// that a slot of ten answers takes some 50 bytes. Start and length of a slot stand in columns of their own.
namespace carewall::store {

std::string encodeSlot(const core::Tally& slot);
std::string encodeSlot(const core::VoiceSlot& slot);

/// Empty when the bytes are not whole, or make no slot.
std::optional<core::Tally> decodeTally(std::string_view body);
std::optional<core::VoiceSlot> decodeVoiceSlot(std::string_view body);

}  // namespace carewall::store
