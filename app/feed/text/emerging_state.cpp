#include "carewall/kept/v1/learned.pb.h"
#include "core/sealed.h"
#include "feed/text/emerging.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace carewall::feed {

namespace {

namespace v1 = kept::v1;

constexpr double many = 1e15;
constexpr double mass = 1e250;
constexpr std::size_t longest_spelling = 510;

void write(const WatchedTerm& term, v1::Term& into)
{
    into.set_first(term.first);
    into.set_second(term.second);
    into.set_spelt(term.spelt.substr(0, longest_spelling));
    into.set_votes(term.votes);
    into.set_known(term.known);
    into.mutable_by_season()->Add(term.by_season.begin(), term.by_season.end());
    into.set_told(term.told);
    into.mutable_evidence()->Add(term.evidence.begin(), term.evidence.end());
}

/// None of them NaN.
template <typename Numbers>
bool areWithin(const Numbers& numbers, double most)
{
    return std::ranges::all_of(
        numbers, [&](double number) { return number >= 0 && number <= most; });
}

bool isPossible(const v1::Term& from)
{
    const int seasons = from.by_season_size();
    return from.spelt().size() <= longest_spelling && from.known() >= 0 && double{from.known()} <= many &&
           (seasons == 0 || seasons == int{TermCounts::seasons}) && areWithin(from.by_season(), many) &&
           from.evidence_size() == int{WatchedTerm::tilts} && areWithin(from.evidence(), mass);
}

WatchedTerm termOf(const v1::Term& from)
{
    WatchedTerm term;
    term.spelt = from.spelt();
    term.votes = from.votes();
    term.first = from.first();
    term.second = from.second();
    term.known = from.known();
    term.by_season = {from.by_season().begin(), from.by_season().end()};
    term.told = from.told();
    std::ranges::copy(from.evidence(), term.evidence.begin());
    return term;
}

}  // namespace

void TermCounts::write(kept::v1::Words& into) const
{
    into.set_voices(m_voices);
    into.mutable_voices_by_season()->Add(m_voices_by_season.begin(), m_voices_by_season.end());
    into.set_faded_ms(core::toMs(m_faded));
    for (const auto& [id, term] : m_terms) {
        v1::Term& one = *into.add_terms();
        one.set_id(id);
        feed::write(term, one);
    }
}

bool TermCounts::read(const kept::v1::Words& from)
{
    const bool possible = from.voices() >= 0 && from.voices() <= many && from.voices_by_season_size() == int{seasons} &&
                          areWithin(from.voices_by_season(), many) && core::isKeptTime(from.faded_ms()) &&
                          static_cast<std::size_t>(from.terms_size()) <= max_terms_watched &&
                          std::ranges::all_of(from.terms(), isPossible);
    if (!possible) return false;
    m_voices = from.voices();
    std::ranges::copy(from.voices_by_season(), m_voices_by_season.begin());
    m_faded = core::wallTimeFromMs(from.faded_ms());
    for (const v1::Term& term : from.terms())
        m_terms.insert_or_assign(term.id(), termOf(term));
    return true;
}

void Emerging::write(kept::v1::Words& into) const
{
    into.set_heard(m_recent.number());
    m_book.write(into);
}

bool Emerging::read(const kept::v1::Words& from)
{
    TermCounts book;
    if (!book.read(from)) return false;
    m_recent = RecentVoices{from.heard()};
    m_book = std::move(book);
    return true;
}

}  // namespace carewall::feed
