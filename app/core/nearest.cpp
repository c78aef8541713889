#include "core/nearest.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace carewall::core {

namespace {

std::size_t distance(std::string_view a, std::string_view b)
{
    // Rows i - 2, i - 1 and i of the table.
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        before.swap(above);
        above.swap(row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({changed, above[j] + 1, row[j - 1] + 1});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
    }
    return row[b.size()];
}

}  // namespace

std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates)
{
    constexpr std::size_t longest_word = 64;  // a key of a megabyte is no slip of the finger
    if (word.size() > longest_word) return std::nullopt;
    std::optional<std::string_view> best;
    const std::size_t most = std::max<std::size_t>(1, word.size() / 3);
    std::size_t least = 2 * (most + 1);
    for (const std::string_view candidate : candidates) {
        if (candidate.size() > word.size() + most) continue;  // as many letters are missing at least
        // Twice, so that the first letter decides between two that are equally near.
        const std::size_t far = 2 * distance(word, candidate) + (word.substr(0, 1) == candidate.substr(0, 1) ? 0 : 1);
        if (far >= least) continue;
        least = far;
        best = candidate;
    }
    return best;
}

}  // namespace carewall::core
