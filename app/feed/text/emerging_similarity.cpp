#include "feed/text/emerging_similarity.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace carewall::feed {

namespace {

constexpr double least_share = 0.1;  ///< of a burst's voices, for a term to tell them
constexpr double alike_from = 0.5;
constexpr double alike_times = 2;  ///< as many as of the others

}  // namespace

std::vector<std::uint64_t> tellingTerms(const TermVoices& terms, std::size_t voices, const TermCounts& book,
                                        core::WallTime at)
{
    const auto all = static_cast<double>(voices);
    std::vector<std::pair<double, std::uint64_t>> telling;
    for (const auto& [id, said_by] : terms) {
        const auto its = static_cast<double>(said_by);
        const WatchedTerm* term = said_by < label_voices || its < least_share * all ? nullptr : book.find(id);
        if (term == nullptr) continue;
        const double usual = book.usual(*term, at);
        if (usual <= tells_usual && its >= tells_times * usual * all)
            telling.emplace_back(its * std::log(its / all / usual), id);
    }
    std::ranges::sort(telling, std::ranges::greater{});
    telling.resize(std::min(telling.size(), most_telling));
    std::vector<std::uint64_t> ids;
    ids.reserve(telling.size());
    for (const auto& [tells, id] : telling)
        ids.push_back(id);
    return ids;
}

bool speakAlike(const RecentVoices& recent, const std::set<std::uint64_t>& voices, const Speech& known)
{
    std::set<std::uint64_t> alike;
    std::set<std::uint64_t> others;
    std::set<std::uint64_t> others_alike;
    for (const Utterance& utterance : recent.all()) {
        const bool one_of_these = voices.contains(utterance.number);
        if (!one_of_these && utterance.speaksOf(known.burst)) continue;
        const bool tells = std::ranges::any_of(known.telling, [&](std::uint64_t term) { return utterance.uses(term); });
        if (!one_of_these) others.insert(utterance.number);
        if (tells) (one_of_these ? alike : others_alike).insert(utterance.number);
    }
    const auto count = [](const std::set<std::uint64_t>& set) { return static_cast<double>(set.size()); };
    const double share = count(alike) / std::max(1.0, count(voices));
    const double elsewhere = (count(others_alike) + 1) / (count(others) + 1);
    return share >= alike_from && share >= alike_times * elsewhere;
}

}  // namespace carewall::feed
