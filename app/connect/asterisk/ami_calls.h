#pragma once

#include "core/time.h"
#include "feed/conversation/conversation_event.h"
#include "feed/conversation/pseudonyms.h"
#include "feed/sources/queue_names.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// Inside the room only: the calls in an Asterisk's queues.
namespace carewall::connect {

inline constexpr std::size_t max_ami_calls = 20'000;

/// A call in a queue, as an event names both.
struct CallInQueue {
    std::string_view call;   ///< Uniqueid
    std::string_view queue;  ///< its name at Asterisk
};

struct AmiCallCounts {
    std::uint64_t gone = 0;         ///< waited when last heard of, and did no more when Asterisk told who waits
    std::uint64_t unknown = 0;      ///< ended without having been seen to begin
    std::uint64_t crowded_out = 0;  ///< past max_ami_calls
};

/// What happens to calls in, conversation events out. What an event means may only be told by the next one:
/// 1. A queue's timeout says *abandoned* as a hang-up does, and what tells them apart is the next queue, 2 ms later. An
///    abandon waits 2 s for it.
/// 2. A call that leaves without a word was answered (which follows), or went by key or for lack of agents. Where an
///    agent's phone rang the answer may take long (what is announced to the agent first): it is waited for 30 s, else 2
///    s.
/// 3. A caller who is not among those who wait when Asterisk lists them, and of whom nothing is told for 3 s, has left.
class AmiCalls {
public:
    AmiCalls(const feed::QueueNames& names, const feed::Pseudonyms& pseudonyms)
        : m_names{&names}, m_pseudonyms{&pseudonyms}
    {
    }

    void joined(CallInQueue which, core::WallTime at);
    void ringing(CallInQueue which);
    void connected(CallInQueue which, std::string_view agent, core::WallTime at, core::Milliseconds held);
    /// Whether it was known to talk. Where the caller hung up first Asterisk names no call: then by queue and agent.
    bool completed(CallInQueue which, std::string_view agent);
    /// Asterisk began anew: nobody talks any more.
    void restarted();
    void abandoned(CallInQueue which, core::WallTime at, core::SteadyTime now);
    void left(CallInQueue which, core::WallTime at, core::SteadyTime now);
    /// Of a list of all who wait: this one does, since `since`.
    void listed(CallInQueue which, core::WallTime since);
    /// The list is about to be told, or has been told whole.
    void listBegins() { m_in_list.clear(); }
    void listEnds(core::SteadyTime now);
    /// What was held for long enough is handed out.
    void advanceTo(core::WallTime wall, core::SteadyTime now);
    /// When something that is held falls due.
    std::optional<core::SteadyTime> due() const;

    /// Calls that talk to an agent of a queue, by the queue's name at Asterisk.
    std::map<std::string, std::uint64_t, std::less<>> talking() const;
    const AmiCallCounts& counts() const { return m_counts; }
    std::deque<feed::ConversationEvent>& out() { return m_out; }

private:
    enum class Phase : std::uint8_t { Waiting, Leaving, GivenUp, Talking, Over };
    struct Call {
        std::string queue;  ///< its name at Asterisk
        Phase phase = Phase::Over;
        core::WallTime at{};  ///< since when
        bool rings = false;
        std::set<std::string, std::less<>> talks;  ///< with agents of these queues, also once it was handed on
        std::optional<core::SteadyTime> due;       ///< of Leaving and GivenUp, or of one that is missed in the list
        std::map<std::string, unsigned> visits;
    };
    using Calls = std::unordered_map<std::string, Call>;

    Call* find(CallInQueue which);
    Call* make(std::string_view id);
    Call* talkingTo(std::string_view agent);
    void moved(Calls::value_type& call, CallInQueue which, core::WallTime at);
    void hold(Calls::value_type& call, Phase phase, core::WallTime at, core::SteadyTime due);
    void letGo(Calls::value_type& call);
    void tell(const Calls::value_type& call, feed::Kind kind, core::WallTime at, std::string_view agent = {});

    const feed::QueueNames* m_names;
    const feed::Pseudonyms* m_pseudonyms;
    Calls m_calls;
    std::deque<std::string> m_order;                          ///< as they came, for letting go of the oldest
    std::unordered_map<std::string, std::string> m_calls_of;  ///< agent -> call, the newest
    std::set<std::pair<core::SteadyTime, std::string>> m_due;
    std::set<std::string, std::less<>> m_in_list;
    AmiCallCounts m_counts;
    std::deque<feed::ConversationEvent> m_out;
};

}  // namespace carewall::connect
