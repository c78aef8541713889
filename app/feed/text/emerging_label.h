#pragma once

#include "core/time.h"
#include "feed/text/term_counts.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

namespace carewall::feed {

/// Of how many voices of a burst each term is.
using TermVoices = std::map<std::uint64_t, std::size_t>;

/// Voices that must have said what a label says.
inline constexpr std::size_t label_voices = 3;

/// The words that tell most about `voices` voices: each term weighs k ln(q / p), with k voices of these, their share q,
/// and the usual share p. A pair is preferred to a word that tells not much more, and grows by the words that stand
/// beside it as often ("space bar" + "bar pauses"). Words that a fifth of everybody uses do not begin or end it.
/// Empty when no term was said by label_voices.
std::string labelOf(const TermVoices& terms, std::size_t voices, const TermCounts& book, core::WallTime at);

}  // namespace carewall::feed
