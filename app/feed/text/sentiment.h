#pragma once

#include "core/result.h"
#include "feed/text/phrases.h"
#include "feed/text/tokenizer.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace carewall::feed {

/// Sentiment by a list of words with scores in [-5, 5], in the manner of AFINN (F. A. Nielsen, arXiv:1103.2903): the
/// mean score of the listed words and phrases in a text. One of the negations up to two words before (or a word that
/// ends in "n't") turns a score round and halves it: "not good" is a little bad.
class Sentiment {
public:
    /// Reads AFINN-style JSON, {"abandon": -2}, or lines of word, tab, score; told apart by the first character.
    /// The error names the file, and the line where it has one.
    static core::Result<Sentiment, std::string> load(const std::string& path, const std::vector<std::string>& negations,
                                                     Tokenizer& words);
    static core::Result<Sentiment, std::string> parse(std::string_view text, const std::string& name,
                                                      const std::vector<std::string>& negations, Tokenizer& words);

    /// In [-5, 5]; empty when no word of the list is there.
    std::optional<double> of(const std::vector<std::string_view>& words) const;

private:
    bool negated(const std::vector<std::string_view>& words, std::size_t at, std::size_t after) const;

    Phrases m_phrases;
    std::vector<double> m_scores;
    Phrases m_negations;
};

}  // namespace carewall::feed
