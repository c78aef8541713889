#pragma once

#include "core/time.h"
#include "feed/text/terms.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace carewall::kept::v1 {
class Words;
}

namespace carewall::feed {

/// Terms held at a time. With all that is kept of one (at most 700 bytes) 23 MB.
inline constexpr std::size_t max_terms_watched = 32'768;

/// Share of voices whose use of a word makes it a common one.
inline constexpr double common_share = 0.2;

/// What is known of a term: how usual it is, and what speaks for a burst of it.
struct WatchedTerm {
    static constexpr std::size_t tilts = 4;

    std::string spelt;  ///< as most write it
    std::int32_t votes = 0;
    std::uint64_t first = 0;  ///< as in Term
    std::uint64_t second = 0;
    float known = 0;               ///< voices that used it, of those learnt; old ones fade
    std::vector<float> by_season;  ///< the same by part of the week; empty for rare ones
    std::uint32_t held = 0;        ///< distinct voices that are not learnt yet
    std::uint64_t told = 0;        ///< number of the voice up to which the evidence goes
    std::array<double, tilts> evidence{};
};

/// How usual each term is, and whether it bursts. Everything is a share of voices and not a rate by the clock, so that
/// a busy hour makes no term burst.
///
/// Usual: the share of all voices learnt that used the term, with half of them forgotten every six weeks, or where it
/// is higher that of the same three hours of the week (a term of Monday mornings has a Monday rate); one standard error
/// above what was seen, since too low a share would make bursts of chance.
///
/// Evidence: a Shiryaev-Roberts e-detector (Shin, Ramdas, Rinaldo, arXiv:2203.03532), as for named issues: with p the
/// usual share and x whether a voice used the term, L_j = rho_j^x / (1 + (rho_j - 1) p), M_j <- (M_j + 1) L_j, with
/// odds that rise rho = 4, 16, 64 or 256 times; evidence is the mean of the M_j. Under p and independent voices its
/// expectation is the number of voices, so that K terms pass A at most K / A times a voice.
///
/// Memory: max_terms_watched; then a quarter goes, the least used first and of those the longest unheard, and is new
/// when it is met again. That costs little: those are terms of one or two voices, which take a day's five to burst
/// either way.
class TermCounts {
public:
    static constexpr std::size_t seasons = 56;  ///< of the week, three hours each

    /// The term's entry, made when it is new.
    WatchedTerm& meet(const Term& term);
    /// Null when it was never met, or is gone.
    const WatchedTerm* find(std::uint64_t id) const;
    WatchedTerm* find(std::uint64_t id);
    std::size_t size() const { return m_terms.size(); }

    /// Of all voices learnt, upper bound, in (0, 1).
    double usual(const WatchedTerm& term, core::WallTime at) const;
    /// Whether a fifth of everybody (common_share) says the word.
    bool isCommon(std::uint64_t word, core::WallTime at) const;
    /// Of a pair: whether one of its words is common. Not of "version 89": a number is no word of its own, and tells.
    bool hasCommonWord(const WatchedTerm& term, core::WallTime at) const;
    /// Voice `number` used the term, those between it and the last one that did have not. Returns the evidence; none
    /// for what is said by common_share of all: such words tell nothing.
    double spoken(WatchedTerm& term, core::WallTime at, std::uint64_t number);

    /// A voice is old enough to be part of what is usual.
    void learnVoice(core::WallTime at);
    void learnTerm(WatchedTerm& term, core::WallTime at);
    /// What spoke for bursts of these is told and done with.
    void forgetEvidence(const std::vector<std::uint64_t>& terms);
    /// So many of all voices using it is usual from now on.
    void accept(WatchedTerm& term, double share) const;
    /// Voices learnt, the older fading.
    double voices() const { return m_voices; }
    /// Time passes: history fades.
    void advanceTo(core::WallTime now);

    /// All of it but `held`, as the voices of the last day are not kept.
    void write(kept::v1::Words& into) const;
    /// Into an empty one; false, and nothing taken, where that is impossible.
    bool read(const kept::v1::Words& from);

private:
    static std::size_t season(core::WallTime at);
    void makeRoom();

    std::unordered_map<std::uint64_t, WatchedTerm> m_terms;
    double m_voices = 0;
    std::array<double, seasons> m_voices_by_season{};
    core::WallTime m_faded{};
    mutable core::WallTime m_season_of{};
    mutable std::size_t m_season = 0;
};

}  // namespace carewall::feed
