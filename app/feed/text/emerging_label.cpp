#include "feed/text/emerging_label.h"

#include "core/limits.h"

#include <cmath>

namespace carewall::feed {

namespace {

constexpr double least_telling = 4;  ///< as usual, for a term to tell anything
constexpr double pair_from = 0.3;    ///< of what the best word tells
constexpr double grows_from = 0.6;   ///< of the voices

struct Candidate {
    const WatchedTerm* term = nullptr;
    std::size_t voices = 0;
    double tells = 0;
};

void keepBest(Candidate& best, const Candidate& other)
{
    if (other.tells > best.tells) best = other;
}

std::string words(const TermCounts& book, std::uint64_t word)
{
    const WatchedTerm* known = book.find(word);
    return known == nullptr ? std::string{} : known->spelt;
}

}  // namespace

std::string labelOf(const TermVoices& terms, std::size_t voices, const TermCounts& book, core::WallTime at)
{
    Candidate word;
    Candidate pair;
    for (const auto& [id, said_by] : terms) {
        const WatchedTerm* term = said_by < label_voices ? nullptr : book.find(id);
        if (term == nullptr) continue;
        const double usual = book.usual(*term, at);
        const double times = static_cast<double>(said_by) / static_cast<double>(voices) / usual;
        const Candidate one{term, said_by, static_cast<double>(said_by) * std::log(times)};
        if (times < least_telling) continue;
        if (term->first == 0) {
            if (usual <= common_share) keepBest(word, one);
        } else if (!book.hasCommonWord(*term, at)) {
            keepBest(pair, one);
        }
    }
    if (pair.term == nullptr || pair.tells < pair_from * word.tells)
        return word.term == nullptr ? std::string{} : word.term->spelt;
    Candidate before;
    Candidate after;
    for (const auto& [id, said_by] : terms) {
        const WatchedTerm* term = book.find(id);
        if (term == nullptr || said_by < label_voices ||
            static_cast<double>(said_by) < grows_from * static_cast<double>(pair.voices))
            continue;
        const Candidate one{term, said_by, static_cast<double>(said_by)};
        if (term->first == pair.term->second && !book.isCommon(term->second, at))
            keepBest(after, one);
        else if (term->second == pair.term->first && term->first != 0 && !book.isCommon(term->first, at))
            keepBest(before, one);
    }
    std::string label = pair.term->spelt;
    // Scripts without spaces stay so.
    const std::string first = words(book, pair.term->first);
    const std::string between = label == first + words(book, pair.term->second) ? "" : " ";
    if (before.term != nullptr && !words(book, before.term->first).empty())
        label = words(book, before.term->first) + between + label;
    else if (after.term != nullptr && !words(book, after.term->second).empty())
        label += between + words(book, after.term->second);
    return label;
}

}  // namespace carewall::feed
