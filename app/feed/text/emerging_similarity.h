#pragma once

#include "core/time.h"
#include "feed/text/emerging_label.h"
#include "feed/text/recent_voices.h"
#include "feed/text/term_counts.h"

#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <vector>

/// Whether voices that come hours later, in other words, speak of what is known already.
namespace carewall::feed {

/// As usual, for a term to tell a burst's voices from others'; and the most that may be usual of it.
inline constexpr double tells_times = 4;
inline constexpr double tells_usual = 0.1;
/// Of a burst; those that tell most.
inline constexpr std::size_t most_telling = 32;

/// The terms by which `voices` voices are told from others': each said by label_voices and by a tenth of them, at least
/// tells_times as often as usual, and not usual.
std::vector<std::uint64_t> tellingTerms(const TermVoices& terms, std::size_t voices, const TermCounts& book,
                                        core::WallTime at);

/// A burst by the number that its utterances bear, and what tells its voices.
struct Speech {
    std::uint32_t burst = 0;
    std::span<const std::uint64_t> telling;
};

/// Whether so many of these voices use what tells the burst's, half of them at least, and twice as many as of those who
/// speak of neither: when the whole floor speaks of one thing, everything is alike and nothing joins.
bool speakAlike(const RecentVoices& recent, const std::set<std::uint64_t>& voices, const Speech& known);

}  // namespace carewall::feed
