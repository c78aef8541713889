#pragma once

#include "core/message.h"
#include "core/report.h"

#include <random>
#include <string>

namespace carewall::support {

/// Seeded values as a floor makes them, and now and then at their limits.
core::Tally randomTally(std::mt19937_64& random, core::WallTime start);
core::VoiceSlot randomVoiceSlot(std::mt19937_64& random, core::WallTime start);

/// A message that tells whether it is whole: its payload is `size` bytes of one letter, and their number at the end.
core::Message checkedMessage(const std::string& topic, char letter, std::size_t size, core::WallTime at);
/// What is wrong with a message made by checkedMessage; empty when nothing is.
std::string damage(const core::Message& message);

}  // namespace carewall::support
