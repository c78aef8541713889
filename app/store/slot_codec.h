#pragma once

#include "core/report.h"
#include "core/tally.h"

#include <optional>
#include <string>
#include <string_view>

/// Closed slots as small blobs: a carewall.kept.v1.Slot, or what schema 1 had instead (store/old_codec.h), which is
/// read as it stands and gone when the slot is told again or forgotten. Start and length of a slot are columns of their
/// own.
namespace carewall::store {

std::string encodeSlot(const core::Tally& slot);
std::string encodeSlot(const core::VoiceSlot& slot);

/// Empty when the bytes are not whole, pass a limit, or make no slot.
std::optional<core::Tally> decodeTally(std::string_view body);
std::optional<core::VoiceSlot> decodeVoiceSlot(std::string_view body);

}  // namespace carewall::store
