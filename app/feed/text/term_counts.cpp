#include "feed/text/term_counts.h"

#include "core/calendar.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace carewall::feed {

namespace {

constexpr std::array<double, WatchedTerm::tilts> tilts{4, 16, 64, 256};
constexpr core::Milliseconds fade_every = std::chrono::hours{24 * 7};
constexpr double half_life = 6;      ///< of those
constexpr float seasonal_from = 3;   ///< voices in a part of the week that make a habit
constexpr double season_prior = 10;  ///< voices' worth of the overall share
constexpr double most_usual = 0.99;
constexpr int hours_a_season = 3;

}  // namespace

std::size_t TermCounts::season(core::WallTime at)
{
    const core::ClockFace face = core::clockFace(at);
    return static_cast<std::size_t>((face.weekday * 24 + face.hour) / hours_a_season);
}

WatchedTerm& TermCounts::meet(const Term& term)
{
    auto found = m_terms.find(term.id);
    if (found == m_terms.end()) {
        if (m_terms.size() >= max_terms_watched) makeRoom();
        found = m_terms.emplace(term.id, WatchedTerm{}).first;
        found->second.first = term.first;
        found->second.second = term.second;
    }
    WatchedTerm& watched = found->second;
    // Boyer and Moore's vote: whatever more than half write wins.
    if (watched.votes == 0) watched.spelt = term.spelt;
    watched.votes += watched.spelt == term.spelt ? 1 : -1;
    return watched;
}

const WatchedTerm* TermCounts::find(std::uint64_t id) const
{
    const auto found = m_terms.find(id);
    return found == m_terms.end() ? nullptr : &found->second;
}

WatchedTerm* TermCounts::find(std::uint64_t id)
{
    const auto found = m_terms.find(id);
    return found == m_terms.end() ? nullptr : &found->second;
}

double TermCounts::usual(const WatchedTerm& term, core::WallTime at) const
{
    const double known = term.known;
    double share = (known + std::sqrt(known) + 1) / (m_voices + 1);
    if (!term.by_season.empty()) {
        if (at != m_season_of) {
            m_season_of = at;
            m_season = season(at);
        }
        // The neighbours too: habits do not keep to our hours.
        for (const std::size_t part : {m_season, (m_season + 1) % seasons, (m_season + seasons - 1) % seasons}) {
            const double used = term.by_season[part];
            if (used >= seasonal_from) {
                share = std::max(share, (used + std::sqrt(used) + season_prior * share) /
                                            (m_voices_by_season[part] + season_prior));
            }
        }
    }
    return std::min(share, most_usual);
}

bool TermCounts::isCommon(std::uint64_t word, core::WallTime at) const
{
    const WatchedTerm* known = find(word);
    return known != nullptr && usual(*known, at) > common_share;
}

bool TermCounts::hasCommonWord(const WatchedTerm& term, core::WallTime at) const
{
    const bool two_words = term.first != 0 && find(term.second) != nullptr;
    return two_words && (isCommon(term.first, at) || isCommon(term.second, at));
}

double TermCounts::spoken(WatchedTerm& term, core::WallTime at, std::uint64_t number)
{
    const double share = usual(term, at);
    const auto silent = term.told == 0 || number <= term.told ? 0.0 : static_cast<double>(number - term.told - 1);
    term.told = std::max(term.told, number);
    if (share > common_share) {
        term.evidence = {};
        return 0;
    }
    double sum = 0;
    for (std::size_t i = 0; i < tilts.size(); ++i) {
        const double step = 1 / (1 + (tilts[i] - 1) * share);
        const double passed = std::pow(step, silent);
        double& evidence = term.evidence[i];
        evidence = evidence * passed + step * (1 - passed) / (1 - step);
        evidence = (evidence + 1) * step * tilts[i];
        sum += evidence;
    }
    return sum / static_cast<double>(tilts.size());
}

void TermCounts::learnVoice(core::WallTime at)
{
    ++m_voices;
    ++m_voices_by_season[season(at)];
}

void TermCounts::learnTerm(WatchedTerm& term, core::WallTime at)
{
    term.known += 1;
    if (term.known >= seasonal_from) {
        term.by_season.resize(seasons);
        term.by_season[season(at)] += 1;
    }
}

void TermCounts::forgetEvidence(const std::vector<std::uint64_t>& terms)
{
    for (const std::uint64_t id : terms)
        if (WatchedTerm* term = find(id)) term->evidence = {};
}

void TermCounts::accept(WatchedTerm& term, double share) const
{
    term.known = std::max(term.known, static_cast<float>(share * m_voices));
}

void TermCounts::advanceTo(core::WallTime now)
{
    if (m_faded == core::WallTime{}) m_faded = now;
    const auto weeks = std::max<std::int64_t>((now - m_faded) / fade_every, 0);
    if (weeks == 0) return;
    m_faded += weeks * fade_every;
    const double left = std::exp2(-static_cast<double>(weeks) / half_life);
    m_voices *= left;
    for (double& voices : m_voices_by_season)
        voices *= left;
    for (auto& [id, term] : m_terms) {
        term.known *= static_cast<float>(left);
        for (float& used : term.by_season)
            used *= static_cast<float>(left);
    }
}

void TermCounts::makeRoom()
{
    const auto worth = [](const WatchedTerm& term) { return term.known + static_cast<float>(term.held); };
    std::vector<std::pair<float, std::uint64_t>> order;  // least used first, of those the longest unheard
    order.reserve(m_terms.size());
    for (const auto& [id, term] : m_terms)
        order.emplace_back(worth(term), term.told);
    const auto limit = order.begin() + static_cast<std::ptrdiff_t>(order.size() / 4);
    std::ranges::nth_element(order, limit);
    const auto bound = *limit;
    std::erase_if(m_terms, [&](const auto& held) { return std::pair{worth(held.second), held.second.told} <= bound; });
}

}  // namespace carewall::feed
