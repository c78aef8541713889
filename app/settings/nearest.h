#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace carewall::settings {

/// The candidate that `word` was probably meant to be: fewest letters inserted, left out, changed or swapped with their
/// neighbour (optimal string alignment), at most a third of the word and at least one. Empty when none is that near.
std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace carewall::settings
