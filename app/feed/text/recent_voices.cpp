#include "feed/text/recent_voices.h"

#include "core/slots.h"
#include "feed/text/terms.h"

#include <algorithm>
#include <cmath>

namespace carewall::feed {

namespace {

constexpr std::size_t least_uses = 3;  ///< fewer are no burst, however close

/// Log-likelihood of k of n voices where each was to be one with probability p, against what it came to.
double surprise(double k, double n, double p)
{
    const double mean = n * p;
    return k > mean ? k * std::log(k / mean) - (k - mean) : 0;
}

}  // namespace

bool Utterance::uses(std::uint64_t term) const
{
    return std::ranges::binary_search(terms, term);
}

bool Utterance::speaksOf(std::uint32_t burst) const
{
    return std::ranges::find(bursts, burst) != bursts.end();
}

Utterance& RecentVoices::heard(const Spoken& words)
{
    std::deque<std::uint64_t>* said = words.who == 0 ? nullptr : &m_by_who[words.who];
    if (said != nullptr && !said->empty()) {
        Utterance& last = m_all[said->back() - m_gone];
        if (core::slotStart(last.words.at, core::voice_slot) == core::slotStart(words.at, core::voice_slot)) {
            if (words.sentiment) {
                const double felt = last.words.sentiment.value_or(0) * last.feelings + *words.sentiment;
                last.words.sentiment = felt / ++last.feelings;
            }
            last.words.reach = std::max(last.words.reach, words.reach);
            return last;
        }
    }
    Utterance made;
    made.words = words;
    made.feelings = words.sentiment ? 1 : 0;
    made.first = said == nullptr || said->empty();
    made.number = made.first ? ++m_number : m_all[said->back() - m_gone].number;
    if (said != nullptr) said->push_back(m_gone + m_all.size());
    m_all.push_back(std::move(made));
    return m_all.back();
}

bool RecentVoices::add(Utterance& utterance, std::uint64_t term)
{
    if (utterance.terms.size() >= max_terms) return false;
    const auto place = std::ranges::lower_bound(utterance.terms, term);
    if (place != utterance.terms.end() && *place == term) return false;
    if (!utterance.first && utterance.words.who != 0) {
        for (const std::uint64_t at : m_by_who.at(utterance.words.who))
            if (m_all[at - m_gone].uses(term)) return false;
    }
    utterance.terms.insert(place, term);
    return true;
}

bool RecentVoices::hasOld(core::WallTime now) const
{
    return !m_all.empty() && (m_all.size() > max_utterances || m_all.front().words.at + memory <= now);
}

Utterance RecentVoices::takeOldest()
{
    Utterance oldest = std::move(m_all.front());
    m_all.pop_front();
    ++m_gone;
    if (const auto said = m_by_who.find(oldest.words.who); said != m_by_who.end()) {
        said->second.pop_front();
        if (said->second.empty()) m_by_who.erase(said);
    }
    return oldest;
}

Onset RecentVoices::onset(std::uint64_t term, double usual, core::WallTime now) const
{
    std::vector<const Utterance*> uses;
    for (const Utterance& utterance : m_all)
        if (utterance.uses(term)) uses.push_back(&utterance);
    Onset best{now};
    double most = -1;
    const std::size_t starts = uses.size() < least_uses ? 0 : uses.size() - least_uses + 1;
    for (std::size_t i = 0; i < starts; ++i) {
        const auto heard_since = static_cast<double>(m_number - uses[i]->number + 1);
        const auto using_it = static_cast<double>(uses.size() - i);
        if (const double here = surprise(using_it, heard_since, usual); here > most) {
            most = here;
            best = {uses[i]->words.at, std::min(1.0, using_it / heard_since), here};
        }
    }
    return best;
}

double RecentVoices::hourly() const
{
    if (m_all.empty()) return 0;
    const auto held =
        std::max<core::Milliseconds>(m_all.back().words.at - m_all.front().words.at, std::chrono::hours{1});
    const auto voices = std::ranges::count_if(m_all, &Utterance::first);
    return static_cast<double>(voices) / std::chrono::duration<double, std::ratio<3600>>(held).count();
}

}  // namespace carewall::feed
