#pragma once

#include "core/time.h"
#include "feed/conversation/conversation_event.h"
#include "feed/conversation/spoken.h"
#include "feed/text/emerging_label.h"
#include "feed/text/emerging_options.h"
#include "feed/text/recent_voices.h"
#include "feed/text/term_counts.h"
#include "feed/text/terms.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace carewall::feed {

/// Something that customers speak of and nobody has named yet.
struct EmergingIssue {
    std::string id;           ///< fit for a topic: "emerging-space-bar"
    std::string label;        ///< in the customers' own words; may get better while it goes on
    core::WallTime since{};   ///< of the burst: its first voice
    core::WallTime raised{};  ///< when it was seen to be one
    std::optional<core::WallTime> ended;
    double usual_per_hour = 0;  ///< voices that would have said so
    std::string part_of;        ///< the named issue that most of its voices speak of; empty: none
    bool operator==(const EmergingIssue&) const = default;
};

/// A voice of an emerging issue.
struct EmergingMention {
    std::string issue;
    Spoken words;
};

/// Finds what customers suddenly speak of, in words that nobody listed: terms (words, and pairs of neighbours) that
/// burst against what is usual (TermCounts), by distinct voices of the last day (RecentVoices). It is raised when
///   - the evidence for a term passes A = K V / f, for K terms watched, V voices a week and f false ones a week,
///   - its onset is still surprising against what has become usual since (half of ln A), and
///   - at least least_voices distinct voices of the last day used it.
/// A pair with a common word ("the top") raises nothing: what it tells, its other word tells.
/// Terms that burst together are one issue: a term joins one that stands if the voices that share both are 30 % of the
/// fewer, or if its voices speak as those of the issue do (speakAlike), hours later and in other words; and it joins
/// those together that it belongs to. It takes its name from the phrase that tells most about its
/// voices, each part said by three of them at least; its voices are all that use one of its terms, from the burst's
/// first one on. It ends when of the last half hour's voices, and of as many as should hold ten of it, no more than a
/// quarter of its best share spoke of it, or no more than twice the usual; and after a week in any case: what lasts is
/// news no more.
///
/// Words are looked at and not kept: terms are held as numbers, and one spelling of each for the label. Customers'
/// names are no terms by Terms' rules, and would have to be said by three voices to be seen.
///
/// Memory: TermCounts's, RecentVoices' and max_emerging issues: at most 40 MB.
/// The same events give the same issues. Not for several threads.
class Emerging {
public:
    static constexpr std::size_t max_emerging = 16;

    explicit Emerging(EmergingOptions options);

    /// A customer's words. Returns whose voices are to be counted for which emerging issue: this one's, and those of
    /// before when it raises one.
    std::vector<EmergingMention> heard(const ConversationEvent& event);
    /// Time passes: what was said is learnt, issues end.
    void advanceTo(core::WallTime now);

    /// Those that go on and those that ended within core::voice_kept, in the order in which they were raised. Never
    /// those that the options leave out.
    std::vector<EmergingIssue> issues() const;
    /// The one of this id; null when issues() has none.
    const EmergingIssue* find(const std::string& id) const;
    /// What was learned of words, for the next start: how usual each is, and what speaks for bursts. Who said what in
    /// the last day and what bursts now is left out: no voice is in it, and what still bursts is raised anew.
    void write(kept::v1::Words& into) const;
    /// Begins with what another learned; before the first words. False, and nothing taken, where that is impossible.
    bool read(const kept::v1::Words& from);

    /// Begins with issues() of another, by words that are gone: each stands as it was told until a burst of the same
    /// name is raised, which goes on with it, or an hour has passed.
    void remember(const std::vector<EmergingIssue>& issues);

    /// Rises when issues() changes.
    std::uint64_t changes() const { return m_changes; }
    /// Bursts that were not raised because max_emerging stood.
    std::uint64_t crowdedOut() const { return m_crowded_out; }
    const TermCounts& terms() const { return m_book; }

private:
    struct Burst {
        std::uint32_t number = 0;
        EmergingIssue told;
        std::vector<std::uint64_t> terms;    ///< whoever uses one of them is a voice of it
        std::vector<std::uint64_t> others;   ///< that burst with them and are too usual to tell
        std::vector<std::uint64_t> telling;  ///< that its voices say far more than others, whether they burst or not
        double share = 0;                    ///< of all voices since it began, at its best
        double usual = 0;                    ///< share of voices that use one of the terms at any other time
        double most_usual = 0;               ///< of the most usual term
        double sum_usual = 0;
        std::size_t voices = 0;                    ///< mentions so far
        std::size_t named_at = 0;                  ///< mentions when the label was made
        std::optional<core::WallTime> remembered;  ///< another found it, by words that are gone; since when it is here
    };

    double threshold() const;
    bool learning() const;
    void learn(const Utterance& old);
    void mention(Burst& burst, Utterance& utterance, const Spoken& words, std::vector<EmergingMention>& out);
    void raise(std::uint64_t term, std::vector<EmergingMention>& out);
    std::vector<Burst*> burstsOf(std::uint64_t term, core::WallTime since);
    void merge(Burst& from, Burst& into);
    void describe(Burst& burst);
    std::pair<TermVoices, std::size_t> termsOf(const Burst& burst) const;
    std::string explanation(const Burst& burst) const;
    static bool holds(const Burst& burst, std::uint64_t term);
    static bool goesOnAsRemembered(const Burst& burst);
    bool isTold(const Burst& burst) const;
    bool isOver(const Burst& burst) const;
    void end(Burst& burst);
    void goOnWithRemembered(std::uint32_t number);
    std::uint16_t issueNumber(const std::string& issue);

    EmergingOptions m_options;
    Terms m_terms;
    TermCounts m_book;
    RecentVoices m_recent;
    std::vector<Burst> m_bursts;
    std::vector<std::string> m_issue_names;
    std::unordered_map<std::string, std::uint16_t> m_issue_numbers;
    core::WallTime m_now{};
    std::uint32_t m_raised = 0;
    std::uint64_t m_changes = 0;
    std::uint64_t m_crowded_out = 0;
};

}  // namespace carewall::feed
