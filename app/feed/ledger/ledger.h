#pragma once

#include "core/report.h"
#include "core/result.h"
#include "core/time.h"
#include "feed/conversation/conversation_event.h"
#include "feed/conversation/queue_facts.h"
#include "feed/ledger/calibrator.h"
#include "feed/ledger/voices.h"
#include "feed/text/emerging.h"
#include "feed/text/emerging_options.h"
#include "feed/text/sentiment_thresholds.h"

#include <cstdint>
#include <deque>
#include <list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace carewall::feed {

inline constexpr std::size_t max_moments = 20;

struct LedgerOptions {
    std::vector<QueueFacts> queues;  ///< known beforehand; there from the start with nothing waiting
    std::vector<IssueFacts> issues;
    core::Target target;  ///< of queues that are not listed
    std::string channel;  ///< of those too
    std::string team;
    SentimentThresholds thresholds;
    EmergingOptions emerging;
    std::optional<core::Milliseconds> abandon_after;
    core::Milliseconds forget_after = std::chrono::hours{24 * 30};
    std::size_t max_conversations = 200'000;
};

/// What could not be counted as one would like.
struct LedgerCounts {
    std::uint64_t conversations = 0;          ///< opened
    std::uint64_t orphans = 0;                ///< replies, resolutions and abandons of no known conversation
    std::uint64_t late_answers = 0;           ///< to somebody already counted as given up
    std::uint64_t too_late = 0;               ///< events before the slots that are still held
    std::uint64_t forgotten = 0;              ///< conversations let go because of their age
    std::uint64_t crowded_out = 0;            ///< or because there were too many
    std::uint64_t queues_folded = 0;          ///< events of queues past limits::queues, counted under "other"
    std::uint64_t voices_not_told_apart = 0;  ///< customers past max_voices_told_apart, counted each time they speak
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

/// One queue's state and slots.
struct QueueLedger {
    QueueFacts facts;
    std::optional<core::Agents> agents;
    std::set<std::pair<core::WallTime, std::string>> waiting;  ///< since when, and the conversation
    std::map<core::WallTime, core::Tally> slots;               ///< by start; only those with something in them
    std::optional<core::Milliseconds> last_wait;               ///< of the one answered last
    Calibrator calibrator;                                     ///< of its forecasts
    core::WallTime accrued{};                                  ///< until when waiting and busy time is in the slots
    std::uint64_t changes = 0;                                 ///< rises with every change
    std::uint64_t late_changes = 0;                            ///< rises with every change to a slot but the newest
};

/// The queue's slot that is running at `floor`, which is the ledger's now() or later in the same slot; time waited
/// until then included.
core::Tally openSlot(const QueueLedger& queue, core::WallTime floor);

/// Events in, the state and the figures of a floor out. A fold: the same events give the same ledger, and
/// ledgers of parts that share no conversation add up to that of the whole (voices: that share no author within three
/// hours; see Voices).
///
/// - A conversation is *offered* when a customer first speaks in it. It *waits* until somebody else first replies
///   (*answered*; the time between is its response time), it is abandoned or resolved. A customer who speaks again
///   waits on; after the first answer nobody waits there any more.
/// - A reply by the author who asked is that customer speaking. A reply of Role::Community is *answered by community*.
/// - *Abandoned*: told so, or unanswered for abandon_after. A later answer is counted as late and not as answered.
/// - *Resolved* counts once a conversation; *in one* when there was exactly one reply by then and the customer said
///   nothing after it but, perhaps, the words that resolved it.
/// - Each event counts in the slot of its own time, also when it comes late; slots from before midnight and the
///   last hour are gone.
/// - Time waited counts in the slots in which it passes, exactly and late events included. Time in which somebody
///   waited, and agents were busy, stays as it was seen when it passed.
///
/// Memory: at most max_conversations, the longest untouched forgotten first; limits::queues; a day of slots.
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
            visit(one.id, one.waiting, one.touched, std::size_t{1} + one.replies + one.customer_after);
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
    struct Conversation {
        std::string id;
        std::string asker;
        QueueLedger* queue = nullptr;
        core::WallTime asked{};
        core::WallTime touched{};
        core::WallTime last_customer{};  ///< when the customer last spoke after the first answer
        std::uint32_t replies = 0;
        std::uint32_t customer_after = 0;  ///< times that the customer spoke after the first answer
        bool waiting = true;
        bool abandoned = false;
        bool resolved = false;
    };
    using Conversations = std::list<Conversation>;  // the longest untouched first

    QueueLedger& queueOf(const std::string& id);
    void remember(QueueLedger& queue);
    core::Tally* slotOf(QueueLedger& queue, core::WallTime at);
    Conversation* find(const std::string& id, core::WallTime at);
    void accrue(QueueLedger& queue, core::WallTime until);
    void startWaiting(Conversation& conversation);
    void addWaited(QueueLedger& queue, core::WallTime from, core::WallTime until, bool taken_back);
    static void countOrder(const Conversation& answered, core::Tally& slot);
    void asked(const ConversationEvent& event);
    void replied(const ConversationEvent& event);
    void resolved(const ConversationEvent& event);
    void abandon(Conversation& conversation, core::WallTime at);
    void praised(const ConversationEvent& event);
    void heard(const ConversationEvent& event);
    void stopWaiting(Conversation& conversation, core::WallTime at);
    void forgetOld();
    void forgetFirst();

    LedgerOptions m_options;
    core::WallTime m_now{};
    core::WallTime m_slots_from{};
    std::optional<core::WallTime> m_since;
    std::map<std::string, QueueLedger> m_queues;
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
