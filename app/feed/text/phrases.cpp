#include "feed/text/phrases.h"

#include <algorithm>

namespace carewall::feed {

bool Phrases::Part::matches(std::string_view other) const
{
    return prefix ? other.starts_with(word) : other == word;
}

bool Phrases::Phrase::matches(const std::vector<std::string_view>& words, std::size_t at) const
{
    if (words.size() - at < parts.size()) return false;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (!parts[i].matches(words[at + i])) return false;
    return true;
}

bool Phrases::add(std::string_view phrase, std::size_t number, Tokenizer& words)
{
    Phrase made;
    made.number = number;
    while (!phrase.empty()) {
        const std::size_t end = std::min(phrase.find_first_of(" \t"), phrase.size());
        const std::string_view piece = phrase.substr(0, end);
        for (const std::string_view word : words.of(piece))
            made.parts.push_back({std::string{word}, false});
        if (piece.ends_with('*') && !made.parts.empty()) made.parts.back().prefix = true;
        phrase.remove_prefix(std::min(end + 1, phrase.size()));
    }
    if (made.parts.empty()) return false;
    if (made.parts.front().prefix)
        m_by_prefix.push_back(std::move(made));
    else
        m_by_word[made.parts.front().word].push_back(std::move(made));
    return true;
}

void Phrases::allAt(const std::vector<std::string_view>& words, std::size_t at,
                    const std::function<void(Match)>& found) const
{
    const auto visit = [&](const std::vector<Phrase>& phrases) {
        for (const Phrase& phrase : phrases)
            if (phrase.matches(words, at)) found({phrase.number, phrase.parts.size()});
    };
    if (const auto same = m_by_word.find(words[at]); same != m_by_word.end()) visit(same->second);
    visit(m_by_prefix);
}

std::optional<Phrases::Match> Phrases::longestAt(const std::vector<std::string_view>& words, std::size_t at) const
{
    std::optional<Match> longest;
    allAt(words, at, [&](Match match) {
        if (!longest || match.length > longest->length) longest = match;
    });
    return longest;
}

}  // namespace carewall::feed
