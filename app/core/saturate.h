#pragma once

#include <cstdint>
#include <limits>

namespace carewall::core {

/// a + b, or the largest value where the sum does not fit: a counter that stands still is less of a lie than one that
/// begins again at 0. Associative, so sums stay the same in any order.
constexpr std::uint64_t saturatingAdd(std::uint64_t a, std::uint64_t b)
{
    const std::uint64_t sum = a + b;
    return sum < a ? std::numeric_limits<std::uint64_t>::max() : sum;
}

/// a - b, never below 0.
constexpr std::uint64_t saturatingSubtract(std::uint64_t a, std::uint64_t b)
{
    return a > b ? a - b : 0;
}

}  // namespace carewall::core
