#pragma once

#include "core/report.h"
#include "core/time.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace carewall::feed {

enum class Kind : std::uint8_t {
    Asked,      ///< a customer speaks: opens a conversation, or goes on with one
    Replied,    ///< an agent or the community answers
    Resolved,   ///< the customer's issue is solved
    Abandoned,  ///< the customer gave up before any answer
    Broadcast,  ///< the brand speaks to everybody
    Staffed,    ///< how many agents a queue has now (simulation, or a source that counts them)
    Praised,    ///< somebody went above and beyond: `text` is the sentence for the wall
    Left,       ///< the customer leaves the queue, waits on in no queue and has not given up: transfer, overflow
    Merged,     ///< the conversation was another one all along: it leaves no trace
    Agent,      ///< what an agent of a queue does now: `author`, and `agent` says what
};

/// How many kinds there are.
inline constexpr std::size_t kinds = 10;

/// Who spoke.
enum class Role : std::uint8_t { Customer, Agent, Community };

/// What an agent does: free for a customer, with one, away, or not there at all.
enum class AgentState : std::uint8_t { Available, Busy, Away, Gone };

/// So much of what a customer says goes on in an event: all that is looked at for issues that nobody has named.
inline constexpr std::size_t max_terms_text_bytes = 2000;

/// One thing that happened between customers and brand: what every source is read into. Authors are hashed already.
struct ConversationEvent {
    core::WallTime at{};
    Kind kind = Kind::Asked;
    bool continues = false;  ///< of Asked: the customer goes on with a conversation, and never opens one
    Role by = Role::Customer;
    std::string key;  ///< what its source calls it, the same when it is told again; empty: the source gives no name
    std::string conversation;
    std::string author;  ///< salted hash, hex; never the name
    std::string queue;
    std::string queue_name;  ///< as its source writes it, of a queue that no mapping names
    std::string channel;
    std::string team;
    std::string language;
    std::vector<std::string> issues;
    std::optional<double> sentiment;  ///< in [-5, 5], AFINN's range
    std::uint64_t reach = 0;
    std::string text;           ///< of Praised: for the wall. Else to look for issues in, and never leaves the feed
    bool names_nobody = false;  ///< of Praised: its writer says that the text names no customer and no agent
    std::optional<core::Agents> agents;  ///< with Staffed
    std::optional<AgentState> agent;     ///< with Agent; without a queue: in all queues that know the agent
    bool operator==(const ConversationEvent&) const = default;
};

/// Of one instant: who leaves a queue does so before asking in the next one, asks before anybody replies, and is
/// answered before it ends. (Who had not asked before then leaves after that: see Orphans.)
int rankOf(const ConversationEvent& event);

}  // namespace carewall::feed
