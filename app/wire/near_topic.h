#pragma once

#include <span>
#include <string>
#include <string_view>

namespace carewall::wire {

/// Why a topic is none of the contract's, by its first fault, and which one was probably meant, or what would be right
/// where that cannot be told. `levels`: at least one, each a clean name. Any thread.
std::string topicTrouble(std::span<const std::string_view> levels);

}  // namespace carewall::wire
