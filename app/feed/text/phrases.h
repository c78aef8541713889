#pragma once

#include "feed/text/tokenizer.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace carewall::feed {

/// A set of words and phrases, each with a number of the caller's, found in a text cut by Tokenizer. "crash*" stands
/// for any word that begins so. Cost of a look-up: one hash, plus the phrases that share a first word and those whose
/// first word ends in "*".
class Phrases {
public:
    struct Match {
        std::size_t number = 0;
        std::size_t length = 0;  ///< in words
    };

    /// Cuts the phrase by `words`; false when nothing is left of it.
    bool add(std::string_view phrase, std::size_t number, Tokenizer& words);
    /// The longest phrase that begins at words[at].
    std::optional<Match> longestAt(const std::vector<std::string_view>& words, std::size_t at) const;
    /// Calls `found` with the number of each phrase that begins at words[at].
    void allAt(const std::vector<std::string_view>& words, std::size_t at,
               const std::function<void(Match)>& found) const;
    bool empty() const { return m_by_word.empty() && m_by_prefix.empty(); }

private:
    struct Part {
        std::string word;
        bool prefix = false;
        bool matches(std::string_view other) const;
    };
    struct Phrase {
        std::vector<Part> parts;
        std::size_t number = 0;
        bool matches(const std::vector<std::string_view>& words, std::size_t at) const;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    std::unordered_map<std::string, std::vector<Phrase>, Hash, std::equal_to<>> m_by_word;
    std::vector<Phrase> m_by_prefix;
};

}  // namespace carewall::feed
