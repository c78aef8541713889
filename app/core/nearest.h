#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace carewall::core {

/// The candidate that `word` was probably meant to be: fewest letters inserted, left out, changed or swapped with their
/// neighbour (optimal string alignment), at most a third of the word and at least one; of two that are equally near the
/// one with the same first letter. Empty when none is that near.
std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace carewall::core
