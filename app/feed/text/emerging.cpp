#include "feed/text/emerging.h"

#include "core/limits.h"
#include "core/slots.h"
#include "feed/conversation/clean_text.h"
#include "feed/text/emerging_label.h"
#include "feed/text/emerging_similarity.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace carewall::feed {

namespace {

constexpr double hours_a_week = 168;
constexpr double least_terms = 1000;    ///< reckoned with while few are known
constexpr double joins_from = 0.3;      ///< share of the fewer voices that two terms of one burst have in common
constexpr double least_times = 3;       ///< as usual, for a term to burst
constexpr double least_surprise = 0.5;  ///< of ln A, that its onset still has against what is usual by now
constexpr std::size_t most_terms = 24;  ///< of one burst
constexpr core::Milliseconds longest = std::chrono::hours{24 * 7};
constexpr core::Milliseconds end_window = std::chrono::minutes{30};
constexpr core::Milliseconds remembered_for = std::chrono::hours{1};
constexpr double end_voices = 10;   ///< of the burst, that a window should hold were it still on
constexpr double end_share = 0.25;  ///< of those
constexpr double end_times_usual = 2;
constexpr double explained_from = 0.7;  ///< share of its voices that speak of one named issue
constexpr double explained_most = 0.3;  ///< share of all others that may

}  // namespace

Emerging::Emerging(EmergingOptions options) : m_options{options}
{
}

bool Emerging::learning() const
{
    return m_book.voices() < m_options.learn_voices;
}

double Emerging::threshold() const
{
    const double terms = std::max(least_terms, static_cast<double>(m_book.size()));
    return terms * std::max(1.0, m_recent.hourly() * hours_a_week) / m_options.false_a_week;
}

std::uint16_t Emerging::issueNumber(const std::string& issue)
{
    if (const auto known = m_issue_numbers.find(issue); known != m_issue_numbers.end()) return known->second;
    if (m_issue_names.size() >= core::limits::issues)
        return static_cast<std::uint16_t>(core::limits::issues);  // of the many, none explains a burst
    m_issue_names.push_back(issue);
    return m_issue_numbers.emplace(issue, static_cast<std::uint16_t>(m_issue_names.size() - 1)).first->second;
}

std::vector<EmergingMention> Emerging::heard(const ConversationEvent& event)
{
    std::vector<EmergingMention> out;
    if (!m_options.enabled || event.text.empty()) return out;
    advanceTo(event.at);
    const Spoken words = spoken(event);
    Utterance& utterance = m_recent.heard(words);
    for (const std::string& issue : event.issues)
        if (const std::uint16_t number = issueNumber(issue);
            std::ranges::find(utterance.issues, number) == utterance.issues.end())
            utterance.issues.push_back(number);
    const bool quiet = learning();
    const double enough = quiet ? 0 : threshold();
    std::vector<std::pair<double, std::uint64_t>> bursting;
    const std::vector<Term>& terms = m_terms.of(event.text);
    for (const Term& term : terms) {
        if (!m_recent.add(utterance, term.id)) continue;
        WatchedTerm& watched = m_book.meet(term);
        ++watched.held;
        if (quiet)
            watched.told = utterance.number;
        else if (const double evidence = m_book.spoken(watched, event.at, utterance.number);
                 evidence >= enough && watched.held >= m_options.least_voices &&
                 !m_book.hasCommonWord(watched, event.at))
            bursting.emplace_back(evidence, term.id);
    }
    for (Burst& burst : m_bursts) {
        const bool speaks = !burst.told.ended && std::ranges::any_of(terms, [&](const Term& term) {
            return std::ranges::find(burst.terms, term.id) != burst.terms.end();
        });
        if (speaks) mention(burst, utterance, words, out);
    }
    std::ranges::sort(bursting, std::ranges::greater{});
    for (const auto& [evidence, term] : bursting)
        raise(term, out);
    return out;
}

void Emerging::mention(Burst& burst, Utterance& utterance, const Spoken& words, std::vector<EmergingMention>& out)
{
    if (!utterance.speaksOf(burst.number)) {
        utterance.bursts.push_back(burst.number);
        ++burst.voices;
    }
    if (isTold(burst)) out.push_back({burst.told.id, words});
    // Each time that twice as many have spoken, their words are looked at anew.
    if (burst.voices >= burst.named_at * 2) describe(burst);
}

bool Emerging::holds(const Burst& burst, std::uint64_t term)
{
    return std::ranges::find(burst.terms, term) != burst.terms.end() ||
           std::ranges::find(burst.others, term) != burst.others.end();
}

bool Emerging::goesOnAsRemembered(const Burst& burst)
{
    return burst.remembered && !burst.told.ended;
}

bool Emerging::isTold(const Burst& burst) const
{
    return m_options.tell_explained || burst.told.part_of.empty();
}

std::vector<Emerging::Burst*> Emerging::burstsOf(std::uint64_t term, core::WallTime since)
{
    const auto voices = m_recent.voices(
        [&](const Utterance& utterance) { return utterance.words.at >= since && utterance.uses(term); });
    std::vector<Burst*> found;
    for (Burst& burst : m_bursts) {
        if (burst.terms.empty()) continue;  // merged into another
        const auto its = m_recent.voices([&](const Utterance& utterance) { return utterance.speaksOf(burst.number); });
        const auto both = std::ranges::count_if(voices, [&](std::uint64_t voice) { return its.contains(voice); });
        const auto fewer = std::min(its.size(), voices.size());
        if (holds(burst, term) || (fewer > 0 && static_cast<double>(both) >= joins_from * static_cast<double>(fewer)) ||
            speakAlike(m_recent, voices, {burst.number, burst.telling}))
            found.push_back(&burst);
    }
    return found;
}

void Emerging::raise(std::uint64_t term, std::vector<EmergingMention>& out)
{
    const WatchedTerm* watched = m_book.find(term);
    if (watched == nullptr ||
        std::ranges::any_of(m_bursts, [&](const Burst& burst) { return !burst.told.ended && holds(burst, term); }))
        return;
    const double usual = m_book.usual(*watched, m_now);
    const Onset began = m_recent.onset(term, usual, m_now);
    // Evidence gathered while less was usual says nothing of now: what is left of it must be surprising by itself.
    if (began.share < least_times * usual || began.surprise < least_surprise * std::log(threshold())) return;
    const bool tells = began.share >= tells_times * usual && usual <= tells_usual;
    const std::vector<Burst*> related = burstsOf(term, began.at);
    // One that goes on before one that is over, the oldest first.
    const auto ongoing = std::ranges::find_if(related, [](const Burst* one) { return !one->told.ended; });
    Burst* burst = ongoing != related.end() ? *ongoing : related.empty() ? nullptr : related.back();
    for (Burst* other : related)
        if (other != burst && !other->told.ended && tells) merge(*other, *burst);
    bool is_new = false;
    if (burst == nullptr) {
        const auto standing = std::ranges::count_if(m_bursts, [](const Burst& one) { return !one.told.ended; });
        if (static_cast<std::size_t>(standing) >= max_emerging) {
            ++m_crowded_out;
            return;
        }
        if (!tells) return;
        burst = &m_bursts.emplace_back();
        burst->number = ++m_raised;
        burst->told.since = began.at;
        burst->told.raised = m_now;
        is_new = true;
    } else if (!tells || (burst->terms.size() >= most_terms && !burst->told.ended)) {
        if (!holds(*burst, term)) burst->others.push_back(term);
        return;
    } else if (burst->told.ended) {
        burst->told.ended.reset();  // it was not over
    }
    ++m_changes;
    if (!holds(*burst, term) && burst->terms.size() < most_terms) {
        burst->terms.push_back(term);
        burst->sum_usual += usual;
        burst->most_usual = std::max(burst->most_usual, usual);
    }
    burst->told.since = std::min(burst->told.since, began.at);
    std::vector<const Utterance*> its;
    for (Utterance& utterance : m_recent.all()) {
        if (utterance.words.at >= burst->told.since && utterance.uses(term) && !utterance.speaksOf(burst->number)) {
            utterance.bursts.push_back(burst->number);
            ++burst->voices;
            its.push_back(&utterance);
        }
    }
    describe(*burst);
    if (isTold(*burst))
        for (const Utterance* utterance : its)
            out.push_back({burst->told.id, utterance->words});
    if (is_new) goOnWithRemembered(burst->number);
}

/// A burst that was raised just now, and one of the same name of before, are one.
void Emerging::goOnWithRemembered(std::uint32_t number)
{
    const auto raised = std::ranges::find(m_bursts, number, &Burst::number);
    const auto same = std::ranges::find_if(
        m_bursts, [&](const Burst& other) { return goesOnAsRemembered(other) && other.told.id == raised->told.id; });
    if (same == m_bursts.end()) return;
    raised->told.since = std::min(raised->told.since, same->told.since);
    raised->told.raised = std::min(raised->told.raised, same->told.raised);
    m_bursts.erase(same);
}

void Emerging::remember(const std::vector<EmergingIssue>& issues)
{
    for (const EmergingIssue& issue : issues) {
        Burst& burst = m_bursts.emplace_back();
        burst.number = ++m_raised;
        burst.told = issue;
        burst.remembered = m_now;
    }
    m_changes += issues.empty() ? 0 : 1;
}

/// Two that turned out to be one: the older goes on.
void Emerging::merge(Burst& from, Burst& into)
{
    for (Utterance& utterance : m_recent.all()) {
        if (utterance.speaksOf(from.number) && !utterance.speaksOf(into.number)) {
            utterance.bursts.push_back(into.number);
            ++into.voices;
        }
    }
    for (const std::uint64_t term : from.terms)
        (into.terms.size() < most_terms ? into.terms : into.others).push_back(term);
    std::ranges::copy(from.others, std::back_inserter(into.others));
    into.sum_usual += from.sum_usual;
    into.most_usual = std::max(into.most_usual, from.most_usual);
    into.told.since = std::min(into.told.since, from.told.since);
    from.terms.clear();
    from.others.clear();
    from.told.ended = m_now;
}

void Emerging::describe(Burst& burst)
{
    const EmergingIssue before = burst.told;
    burst.named_at = burst.voices;
    const auto [terms, said_by] = termsOf(burst);
    burst.telling = tellingTerms(terms, said_by, m_book, m_now);
    burst.told.label = labelOf(terms, said_by, m_book, m_now);
    if (const WatchedTerm* raised_by = m_book.find(burst.terms.front());
        burst.told.label.empty() && raised_by != nullptr)
        burst.told.label = raised_by->spelt;
    burst.told.part_of = explanation(burst);
    if (burst.told.id.empty()) {
        const std::string wanted = topicId("emerging-" + burst.told.label);
        burst.told.id = wanted;
        const auto taken = [&](const Burst& other) {
            return &other != &burst && other.told.id == burst.told.id && !goesOnAsRemembered(other);
        };
        for (int i = 2; std::ranges::any_of(m_bursts, taken); ++i)
            burst.told.id = topicId(wanted.substr(0, core::limits::id_bytes - 4)) + "-" + std::to_string(i);
    }
    std::size_t voices = 0;
    std::size_t its = 0;
    double voices_before = 1;
    double its_before = 1;
    for (const Utterance& utterance : m_recent.all()) {
        if (utterance.words.at >= burst.told.since) {
            voices += utterance.first ? 1 : 0;
            its += utterance.speaksOf(burst.number) ? 1 : 0;
        } else {
            voices_before += utterance.first ? 1 : 0;
            const auto used = [&](std::uint64_t term) { return utterance.uses(term); };
            its_before += std::ranges::any_of(burst.terms, used) ? 1 : 0;
        }
    }
    // Its terms are said together more often than not: the day before tells how often.
    burst.usual = std::min(burst.sum_usual, std::max(burst.most_usual, its_before / voices_before));
    burst.share = std::max(burst.share, static_cast<double>(its) / static_cast<double>(std::max(voices, its) + 2));
    burst.told.usual_per_hour = burst.usual * m_recent.hourly();
    m_changes += burst.told == before ? 0 : 1;
}

std::pair<TermVoices, std::size_t> Emerging::termsOf(const Burst& burst) const
{
    TermVoices terms;
    std::size_t voices = 0;
    for (const Utterance& utterance : m_recent.all()) {
        if (utterance.speaksOf(burst.number)) {
            ++voices;
            for (const std::uint64_t term : utterance.terms)
                ++terms[term];
        }
    }
    return {std::move(terms), voices};
}

std::string Emerging::explanation(const Burst& burst) const
{
    std::map<std::uint16_t, std::size_t> named;
    std::map<std::uint16_t, std::size_t> elsewhere;
    std::size_t its = 0;
    std::size_t others = 0;
    for (const Utterance& utterance : m_recent.all()) {
        const bool speaks = utterance.speaksOf(burst.number);
        ++(speaks ? its : others);
        for (const std::uint16_t issue : utterance.issues)
            ++(speaks ? named : elsewhere)[issue];
    }
    const auto most = std::ranges::max_element(named, {}, [](const auto& one) { return one.second; });
    if (most == named.end() || most->first >= m_issue_names.size() ||
        static_cast<double>(most->second) < explained_from * static_cast<double>(its) ||
        static_cast<double>(elsewhere[most->first]) > explained_most * static_cast<double>(others))
        return {};
    return m_issue_names[most->first];
}

bool Emerging::isOver(const Burst& burst) const
{
    if (burst.remembered) return m_now - *burst.remembered >= remembered_for;
    if (m_now - burst.told.raised >= longest) return true;
    double voices = 0;
    double its = 0;
    for (std::size_t newer = m_recent.all().size(); newer > 0; --newer) {
        const Utterance& utterance = m_recent.all()[newer - 1];
        const bool enough = utterance.words.at + end_window <= m_now && voices * burst.share >= end_voices;
        if (enough || utterance.words.at < burst.told.since) break;
        voices += utterance.first ? 1 : 0;
        its += utterance.speaksOf(burst.number) ? 1 : 0;
    }
    if (voices * burst.share < end_voices && m_now - burst.told.since < RecentVoices::memory)
        return false;  // too young to tell
    return its <= std::max({1.0, end_share * burst.share * voices, end_times_usual * burst.usual * voices});
}

void Emerging::end(Burst& burst)
{
    ++m_changes;
    burst.told.ended = burst.remembered ? std::min(m_now, *burst.remembered + remembered_for) : m_now;
    for (const Utterance& utterance : m_recent.all())
        if (utterance.speaksOf(burst.number)) m_book.forgetEvidence(utterance.terms);
    for (const std::uint64_t term : burst.terms) {
        WatchedTerm* watched = m_book.find(term);
        if (watched != nullptr && m_now - burst.told.raised >= longest) m_book.accept(*watched, burst.share);
    }
    burst.others.clear();
}

void Emerging::advanceTo(core::WallTime now)
{
    if (now <= m_now) return;
    const bool new_slot = core::slotStart(now, core::voice_slot) != core::slotStart(m_now, core::voice_slot);
    m_now = now;
    while (m_recent.hasOld(now))
        learn(m_recent.takeOldest());
    if (!new_slot) return;
    m_book.advanceTo(now);
    for (Burst& burst : m_bursts)
        if (!burst.told.ended && isOver(burst)) end(burst);
    m_changes += std::erase_if(
        m_bursts, [&](const Burst& burst) { return burst.told.ended && *burst.told.ended + core::voice_kept < now; });
}

void Emerging::learn(const Utterance& old)
{
    if (old.first) m_book.learnVoice(old.words.at);
    for (const std::uint64_t term : old.terms) {
        if (WatchedTerm* watched = m_book.find(term)) {
            watched->held -= watched->held > 0 ? 1 : 0;
            m_book.learnTerm(*watched, old.words.at);
        }
    }
}

const EmergingIssue* Emerging::find(const std::string& id) const
{
    const auto found =
        std::ranges::find_if(m_bursts, [&](const Burst& burst) { return burst.told.id == id && isTold(burst); });
    return found == m_bursts.end() ? nullptr : &found->told;
}

std::vector<EmergingIssue> Emerging::issues() const
{
    std::vector<EmergingIssue> all;
    for (const Burst& burst : m_bursts)
        if (isTold(burst)) all.push_back(burst.told);
    return all;
}

}  // namespace carewall::feed
