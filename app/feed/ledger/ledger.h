#pragma once

#include "core/report.h"
#include "core/result.h"
#include "core/time.h"
#include "feed/conversation/conversation_event.h"
#include "feed/conversation/queue_facts.h"
#include "feed/ledger/calibrator.h"
#include "feed/ledger/queue_ledger.h"
#include "feed/ledger/voices.h"
#include "feed/text/emerging.h"
#include "feed/text/emerging_options.h"
#include "feed/text/sentiment_thresholds.h"

#include <cstdint>
#include <deque>
#include <list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace carewall::feed {

inline constexpr std::size_t max_moments = 20;
/// Told one by one, over all queues.
inline constexpr std::size_t max_agents = 10'000;
/// Of a conversation, that can be taken back when it turns out to have been another one.
inline constexpr std::size_t max_waits_kept = 50;

struct LedgerOptions {
    std::vector<QueueFacts> queues;  ///< known beforehand; there from the start with nothing waiting
    std::vector<IssueFacts> issues;
    core::Target target;  ///< of queues that are not listed
    std::string channel;  ///< of those too
    std::string team;
    SentimentThresholds thresholds;
    EmergingOptions emerging;
    std::optional<core::Milliseconds> abandon_after;
    bool customers_wait_again = false;  ///< who writes after an answer, or after it is resolved, waits once more
    core::Milliseconds forget_after = std::chrono::hours{24 * 30};
    std::size_t max_conversations = 200'000;
};

/// What could not be counted as one would like.
struct LedgerCounts {
    std::uint64_t conversations = 0;          ///< opened, without those that were merged
    std::uint64_t orphans = 0;                ///< what happened to no known conversation
    std::uint64_t reused_ids = 0;             ///< another customer asked under the id of a resolved conversation
    std::uint64_t late_answers = 0;           ///< to somebody already counted as given up
    std::uint64_t too_late = 0;               ///< events before the slots that are still held
    std::uint64_t forgotten = 0;              ///< conversations let go because of their age
    std::uint64_t crowded_out = 0;            ///< or because there were too many
    std::uint64_t queues_folded = 0;          ///< events of queues past limits::queues, counted under "other"
    std::uint64_t voices_not_told_apart = 0;  ///< customers past max_voices_told_apart, counted each time they speak
    std::uint64_t agents_left_out = 0;        ///< states of agents without name or known queue, or past max_agents
    std::uint64_t bursts_crowded_out = 0;     ///< of words: not raised because so many stood already
};

/// Somebody went above and beyond.
struct Praise {
    std::string id;
    core::WallTime at{};
    std::string text;
    std::string team;
    std::string channel;
    bool names_nobody = false;  ///< as its writer says
};

/// Events in, the state and the figures of a floor out. A fold: the same events give the same ledger, and
/// ledgers of parts that share no conversation add up to that of the whole (voices: that share no author within three
/// hours; see Voices).
///
/// 1. A conversation is *offered* when a customer first speaks in it. It *waits* until somebody else first replies
///    (*answered*; the time between is its response time) or it is abandoned. A customer who speaks again waits on.
/// 2. After the first answer nobody waits there any more. With customers_wait_again, who writes when they do not wait
///    (after an answer, after closing, after they gave up) waits from then on, is offered again, and is answered again
///    with a response time of its own. Words at the very moment that a conversation is resolved wait for nobody.
/// 3. Resolved without an answer: the wait ended then and counts as answered, in time or too late by the target. It
///    never goes from the service level, and a reply after it does not count again.
/// 4. *Left*: the customer leaves the queue for another one or for none (transfer, overflow), and counts neither as
///    answered nor as abandoned. The queue has offered one more than its service level's denominator can hold, under
///    each AbandonPolicy; time waited stays. Who asks then, in another queue or the same, waits there since then and is
///    offered there. Asking in another queue while still waiting says that the first was left.
/// 5. *Merged* into another conversation: it leaves no trace. It waits no more, and offered, answered, abandoned,
///    resolved, in one and time waited are taken back, each from the slot where it was counted and where that is still
///    held. What comes of it later counts nowhere. Voices stay: the author did speak.
/// 6. A reply by the author who asked is that customer speaking. A reply of Role::Community is *answered by community*.
/// 7. *Abandoned*: told so, or unanswered for abandon_after. A later answer is counted as late and not as answered.
/// 8. *Resolved* counts once a conversation, however often it is; *in one* when there was exactly one reply by then and
///    the customer said nothing after it but, perhaps, the words that resolved it. A customer who asks again later
///    takes *in one* back, in the slot where it was counted and where that is still held; one who only goes on with it
///    (says thanks) does not.
/// 9. Another author who asks under the id of a conversation that is resolved opens another one: the id is *reused*.
/// 10. *Agents* of a queue are as the newest event says: counts (Staffed), or what one agent does (Agent), in one queue
///    or, where none is named, in all that know the agent; those who told so are then counted.
/// 11. Each event counts in the slot of its own time, also when it comes late; slots from before midnight and the last
///    hour are gone. What comes late does not end a further wait that began after it.
/// 12. Time waited counts in the slots in which it passes, exactly and late events included. Time in which somebody
///    waited, and agents were busy, stays as it was seen when it passed. Waits are in open time where the target says
///    so: within the hours of QueueFacts::opening, and not on its holidays.
///
/// Memory: at most max_conversations, the longest untouched forgotten first; limits::queues; max_agents; a day of
/// slots.
class Ledger {
public:
    explicit Ledger(LedgerOptions options);

    /// Takes an event; the ledger's time goes on to its time, never back.
    void take(const ConversationEvent& event);
    /// Time passes and nothing happens: customers give up, old things are forgotten.
    void advanceTo(core::WallTime now);

    core::WallTime now() const { return m_now; }
    /// From when on everything is counted; empty before the first event.
    std::optional<core::WallTime> since() const { return m_since; }
    const std::map<std::string, QueueLedger>& queues() const { return m_queues; }
    const Voices& voices() const { return m_voices; }
    /// Issues that nobody named; their voices are counted in voices() like those of any other.
    const Emerging& emerging() const { return m_emerging; }
    Emerging& emerging() { return m_emerging; }
    const std::deque<Praise>& praises() const { return m_praises; }
    LedgerCounts counts() const;
    /// What the wall calls an issue; empty when nothing is known.
    std::string issueLabel(const std::string& issue) const;
    /// Whether it holds a conversation of this name.
    bool knows(const std::string& conversation) const { return m_by_id.contains(conversation); }
    /// Calls `visit` with each conversation that it holds, those untouched longest first: its name, whether it waits,
    /// when it was last touched, and how often somebody spoke in it.
    template <typename Visit>
    void eachConversation(Visit visit) const
    {
        for (const Conversation& one : m_conversations)
            visit(one.id, one.wait.isOn(), one.touched, std::size_t{1} + one.replies + one.customer_after);
    }
    /// What the event that was taken last was found to speak of.
    const std::vector<EmergingMention>& found() const { return m_found; }
    /// The same when its words are gone: the event was taken before, without them.
    void heardOf(const EmergingMention& found) { m_voices.heardOf(found.issue, found.words); }
    /// It counts since then, though nothing may have happened until later.
    void countSince(core::WallTime since) { m_since = since; }
    /// Slots of queues that start before it are gone.
    core::WallTime slotsFrom() const { return m_slots_from; }

    /// What was learned, for the next start: how each queue's forecasts are to be read, those of queues not heard of in
    /// this run included, and of words what Emerging::write keeps. No customer and no voice is in the bytes.
    std::string save() const;
    /// Begins with what another learned, in this version or one before; before the first event. What was learned for
    /// another target time is left aside. An error tells what is wrong with the bytes, and nothing was taken from them.
    core::Result<void, std::string> load(std::string_view bytes);
    /// Up to when what was loaded had learned; empty where that is not told.
    std::optional<core::WallTime> learnedUntil() const { return m_learned_until; }

private:
    /// How a queue's forecasts are to be read, learned before this run.
    struct Learned {
        core::Milliseconds within{0};  ///< the target time that it was learned for
        Calibrator calibrator;
    };
    struct Resolution {
        QueueLedger* queue = nullptr;
        core::WallTime at{};
        bool in_one = false;  ///< counted so
    };
    struct Conversation {
        std::string id;
        std::string asker;
        Wait wait;                  ///< the newest
        std::vector<Wait> earlier;  ///< the oldest first, at most max_waits_kept
        core::WallTime touched{};
        core::WallTime last_customer{};  ///< when the customer last spoke after the first answer
        std::optional<Resolution> resolution;
        std::uint32_t replies = 0;
        std::uint32_t customer_after = 0;  ///< times that the customer spoke after the first answer
        bool left = false;                 ///< a queue, for another: where they ask next they wait
        bool merged = false;               ///< nothing of it counts
    };
    using Conversations = std::list<Conversation>;  // the longest untouched first

    QueueLedger& queueOf(const std::string& id);
    static bool isCalled(const QueueFacts& facts, const std::string& id);
    void remember(QueueLedger& queue);
    core::Tally* slotOf(QueueLedger& queue, core::WallTime at);
    Conversation* find(const std::string& id, core::WallTime at);
    void asked(const ConversationEvent& event);
    void open(const ConversationEvent& event);
    void spokeAgain(Conversation& conversation, const ConversationEvent& event);
    void replied(const ConversationEvent& event);
    void resolved(const ConversationEvent& event);
    void abandoned(const ConversationEvent& event);
    void left(const ConversationEvent& event);
    void merged(const ConversationEvent& event);
    void staffed(const ConversationEvent& event);
    void agent(const ConversationEvent& event);
    void agentOf(QueueLedger& queue, const ConversationEvent& event);
    void praised(const ConversationEvent& event);
    void heard(const ConversationEvent& event);
    QueueLedger* nextQueue(const Conversation& conversation, const ConversationEvent& event);
    static void notInOne(Resolution& resolution);
    void wait(Conversation& conversation, QueueLedger& queue, core::WallTime since);
    void endWait(Conversation& conversation, Wait::End end, core::WallTime at, bool by_community = false);
    void undo(Conversation& conversation, const Wait& wait);
    static bool couldEnd(const Conversation& conversation, core::WallTime at);
    static bool isAnother(const Conversation& conversation, const ConversationEvent& event);
    void forgetOld();
    void forget(Conversations::iterator which);
    void forgetFirst();

    LedgerOptions m_options;
    core::WallTime m_now{};
    core::WallTime m_slots_from{};
    std::optional<core::WallTime> m_since;
    std::map<std::string, QueueLedger> m_queues;
    std::size_t m_agents = 0;                  ///< in the rosters of all queues
    std::map<std::string, Learned> m_learned;  ///< of queues not heard of yet
    std::unordered_map<std::string, std::string> m_labels;
    Conversations m_conversations;
    std::unordered_map<std::string, Conversations::iterator> m_by_id;
    Voices m_voices;
    Emerging m_emerging;
    std::vector<EmergingMention> m_found;
    std::optional<core::WallTime> m_learned_until;
    std::deque<Praise> m_praises;
    LedgerCounts m_counts;
};

}  // namespace carewall::feed
