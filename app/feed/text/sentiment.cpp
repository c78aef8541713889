#include "feed/text/sentiment.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>

namespace carewall::feed {

namespace {

struct Scored {
    std::string phrase;
    double score = 0;
};

using List = core::Result<std::vector<Scored>, std::string>;

std::string scoreTrouble(const std::string& where)
{
    return where + ": has no score; each word needs a number from -5 to 5";
}

std::string quoted(const std::string& name, const std::string& phrase)
{
    return name + ": \"" + phrase + "\"";
}

List parseJson(std::string_view text, const std::string& name)
{
    const nlohmann::json list = nlohmann::json::parse(text, nullptr, false);
    if (!list.is_object())
        return core::failure(name + ": is not a JSON object; a word list looks like {\"good\": 3, \"bad\": -3}");
    std::vector<Scored> all;
    for (const auto& [phrase, score] : list.items()) {
        if (!score.is_number()) return core::failure(scoreTrouble(quoted(name, phrase)));
        all.push_back({phrase, score.get<double>()});
    }
    return all;
}

List parseLines(std::string_view text, const std::string& name)
{
    std::vector<Scored> all;
    std::size_t line = 0;
    while (!text.empty()) {
        ++line;
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view row = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        while (!row.empty() && (row.back() == '\r' || row.back() == ' '))
            row.remove_suffix(1);
        if (row.empty() || row.front() == '#') continue;
        const std::size_t tab = row.rfind('\t');
        double score = 0;
        const char* last = row.data() + row.size();
        if (tab == std::string_view::npos || std::from_chars(row.data() + tab + 1, last, score).ptr != last)
            return core::failure(scoreTrouble(name + ":" + std::to_string(line)));
        all.push_back({std::string{row.substr(0, tab)}, score});
    }
    return all;
}

}  // namespace

core::Result<Sentiment, std::string> Sentiment::load(const std::string& path, const std::vector<std::string>& negations,
                                                     Tokenizer& words)
{
    std::ifstream file{path, std::ios::binary};
    if (!file) return core::failure(path + ": cannot be read; it must be a word list, JSON or TSV");
    std::ostringstream text;
    text << file.rdbuf();
    return parse(text.str(), path, negations, words);
}

core::Result<Sentiment, std::string> Sentiment::parse(std::string_view text, const std::string& name,
                                                      const std::vector<std::string>& negations, Tokenizer& words)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    const bool json = first != std::string_view::npos && text[first] == '{';
    const List list = json ? parseJson(text, name) : parseLines(text, name);
    if (!list) return core::failure(list.error());
    Sentiment made;
    for (const Scored& scored : *list) {
        made.m_phrases.add(scored.phrase, made.m_scores.size(), words);
        made.m_scores.push_back(std::clamp(scored.score, -5.0, 5.0));
    }
    for (const std::string& negation : negations)
        made.m_negations.add(negation, 0, words);
    return made;
}

bool Sentiment::negated(const std::vector<std::string_view>& words, std::size_t at, std::size_t after) const
{
    const std::size_t from = std::max(after, at < 2 ? 0 : at - 2);
    for (std::size_t i = from; i < at; ++i)
        if (words[i].ends_with("n't") || m_negations.longestAt(words, i)) return true;
    return false;
}

std::optional<double> Sentiment::of(const std::vector<std::string_view>& words) const
{
    double sum = 0;
    std::size_t found = 0;
    std::size_t after = 0;  // words before it belong to a match already
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (const auto match = m_phrases.longestAt(words, i)) {
            const double score = m_scores[match->number];
            sum += negated(words, i, after) ? -score / 2 : score;
            found += score == 0 ? 0 : 1;
            i += match->length - 1;
            after = i + 1;
        }
    }
    if (found == 0) return std::nullopt;
    return sum / static_cast<double>(found);
}

}  // namespace carewall::feed
