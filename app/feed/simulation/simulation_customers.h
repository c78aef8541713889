#pragma once

#include "feed/simulation/random.h"
#include "feed/simulation/simulation_floor.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace carewall::feed {

/// Who opens a conversation, and about what.
struct Customer {
    std::string author;  ///< hash, hex
    std::string language;
    std::vector<std::size_t> issues;  ///< one, sometimes two; indices into issues()
    double mood = 0;                  ///< sentiment before any wait
    double work = 1;                  ///< handling time against the queue's
    std::string words;                ///< what they say, in English
};

/// Draws the people of the floor and what they feel. Refers to the floor, which must outlive it.
class Customers {
public:
    Customers(const SimulationFloor& floor, std::uint64_t seed);

    /// `burst`: the issue that everybody speaks of; empty: drawn by the queue's mix.
    Customer draw(std::size_t queue, std::optional<std::size_t> burst);
    /// Of one utterance, in [-5, 5], after a wait of so many times the target; small feelings are neutral (0).
    double sentiment(const Customer& customer, double waited_targets);
    /// Of a community answer: people who help are friendly.
    double helperSentiment();
    /// Who could see it: heavy-tailed and capped on the social network, small on the forum, nobody elsewhere.
    std::uint64_t reach(Medium medium);
    std::string agent(std::uint32_t number) const;
    std::string helper();
    /// The voice of the brand itself.
    std::string brand() const;

private:
    const SimulationFloor* m_floor;
    std::uint64_t m_salt;
    Random m_random;
    Random m_wording;                                  ///< of its own, so that words change no figure
    std::vector<std::vector<double>> m_issue_weights;  ///< by queue

    std::string author(std::uint64_t crowd, std::uint64_t number) const;
    std::string words(const SimulatedIssue& issue, bool burst);
};

}  // namespace carewall::feed
