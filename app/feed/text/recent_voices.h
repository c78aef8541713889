#pragma once

#include "core/time.h"
#include "feed/conversation/spoken.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <set>
#include <unordered_map>
#include <vector>

namespace carewall::feed {

/// What somebody said within a quarter of an hour, as terms.
struct Utterance {
    Spoken words;  ///< the mean of what was felt
    std::uint32_t feelings = 0;
    std::uint64_t number = 0;           ///< of the voice, rising; one voice's utterances share it
    bool first = false;                 ///< of this voice
    std::vector<std::uint64_t> terms;   ///< rising; those that the voice had not used before
    std::vector<std::uint16_t> issues;  ///< named ones, by numbers
    std::vector<std::uint32_t> bursts;  ///< emerging ones, by numbers

    bool uses(std::uint64_t term) const;
    bool speaksOf(std::uint32_t burst) const;
};

/// Where a burst of a term most likely began.
struct Onset {
    core::WallTime at{};
    double share = 0;     ///< of the voices since that use it
    double surprise = 0;  ///< ln of how much likelier it makes what was heard since
};

/// The voices of the last day, each author one, in the order in which they came. Memory: at most max_utterances with
/// max_terms each, 16 MB; past it the oldest go before their day is over.
class RecentVoices {
public:
    static constexpr core::Milliseconds memory = std::chrono::hours{24};
    static constexpr std::size_t max_utterances = 8192;

    RecentVoices() = default;
    /// So many voices were heard by others before.
    explicit RecentVoices(std::uint64_t number) : m_number{number} {}

    /// The utterance that the words belong to, made when it is new.
    Utterance& heard(const Spoken& words);
    /// Adds a term; false when the voice has used it already or the utterance is full.
    bool add(Utterance& utterance, std::uint64_t term);

    /// Whether the oldest should go by now.
    bool hasOld(core::WallTime now) const;
    /// Takes the oldest out.
    Utterance takeOldest();

    const std::deque<Utterance>& all() const { return m_all; }
    std::deque<Utterance>& all() { return m_all; }
    /// The numbers of the voices with an utterance such as `is` says.
    template <typename Is>
    std::set<std::uint64_t> voices(Is is) const
    {
        std::set<std::uint64_t> found;
        for (const Utterance& utterance : m_all)
            if (is(utterance)) found.insert(utterance.number);
        return found;
    }
    /// The use from which on the term is most surprising, when a share `usual` of all voices would use it.
    Onset onset(std::uint64_t term, double usual, core::WallTime now) const;
    /// The number of the newest voice: voices ever heard.
    std::uint64_t number() const { return m_number; }
    /// Voices a clock hour, of those that are held.
    double hourly() const;

private:
    std::deque<Utterance> m_all;
    std::uint64_t m_gone = 0;                                               ///< utterances before the first one held
    std::unordered_map<std::uint64_t, std::deque<std::uint64_t>> m_by_who;  ///< places of all utterances, gone ones too
    std::uint64_t m_number = 0;
};

}  // namespace carewall::feed
