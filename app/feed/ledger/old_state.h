#pragma once

#include "carewall/kept/v1/learned.pb.h"

#include <optional>
#include <string_view>

/// What a feed kept before it was protobuf: read, never written. Numbers of 1, 4 and 8 bytes, little-endian. What its
/// numbers say is judged where the message is read.
namespace carewall::feed {

/// The body of version 1, its head taken off: queues, and the words sealed for themselves. Empty where it is not whole.
std::optional<kept::v1::Learned> readOldState(std::string_view body);
/// Whether these are learned words alone, as the first feeds kept them, and what they tell.
bool isOldWords(std::string_view bytes);
std::optional<kept::v1::Learned> readOldWords(std::string_view bytes);

}  // namespace carewall::feed
