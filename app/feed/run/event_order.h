#pragma once

#include "core/time.h"
#include "feed/conversation/conversation_event.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace carewall::feed {

/// Puts what comes nearly at once into the order in which it happened: each event waits until `hold` has passed since
/// it happened, and is then handed out by time, and at one instant as rankOf() says. What is of the very moment at
/// which it comes waits for nothing, unless something earlier is still held. Memory: what comes within the hold.
class EventOrder {
public:
    explicit EventOrder(core::Milliseconds hold) : m_hold{hold} {}

    /// `now`: when it came.
    void push(ConversationEvent event, core::WallTime now);
    /// Those that have waited long enough, in their order.
    std::vector<ConversationEvent> due(core::WallTime now);
    /// All that are held, in their order.
    std::vector<ConversationEvent> all();
    /// Up to when nothing earlier is awaited: now, or the hold before where events tell times of their own.
    core::WallTime settled(core::WallTime now) const { return m_own_times ? now - m_hold : now; }

private:
    using Place = std::tuple<core::WallTime, int, std::uint64_t>;
    struct Held {
        ConversationEvent event;
        bool of_now = false;  ///< of the moment at which it came
    };

    core::Milliseconds m_hold;
    std::map<Place, Held> m_held;
    std::uint64_t m_came = 0;
    std::size_t m_of_now = 0;  ///< of those held
    bool m_own_times = false;
};

/// Keeps what is told of a conversation before its question until the question comes, for so long: in the order of
/// times a reply that comes first over the wire is an answer all the same. Memory: max_parked events; past it the
/// oldest go.
class Orphans {
public:
    using Take = std::function<void(const ConversationEvent&)>;
    static constexpr std::size_t max_parked = 10'000;

    explicit Orphans(core::Milliseconds patience) : m_patience{patience} {}

    /// Hands on what is to be taken now: nothing of an event that is parked; with a question also what waited for it,
    /// after it or, where that was earlier, before it. `known`: whether its conversation is.
    void pass(const ConversationEvent& event, bool known, const Take& take);
    /// Hands on those for which no question came in time, as the orphans that they are.
    void giveUp(core::WallTime now, const Take& take);
    void giveUpAll(const Take& take);

private:
    core::Milliseconds m_patience;
    std::multimap<core::WallTime, ConversationEvent> m_parked;
    std::map<std::string, std::size_t> m_conversations;  ///< how many of each are parked

    void letGo(std::multimap<core::WallTime, ConversationEvent>::iterator oldest, const Take& take);
};

}  // namespace carewall::feed
