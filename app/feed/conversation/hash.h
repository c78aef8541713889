#pragma once

#include <cstdint>
#include <string_view>

namespace carewall::feed {

/// FNV-1a: the same in every run and on every machine, so that the same events give the same figures.
std::uint64_t hashOf(std::string_view text);

/// The next number of a splitmix64 generator, whose state moves on.
std::uint64_t splitmix(std::uint64_t& state);

/// Spreads two numbers into one: keys, and seeds of streams that do not touch each other.
std::uint64_t mix(std::uint64_t a, std::uint64_t b);

}  // namespace carewall::feed
