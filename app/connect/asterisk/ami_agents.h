#pragma once

#include "connect/asterisk/ami_parser.h"
#include "core/time.h"
#include "feed/conversation/conversation_event.h"
#include "feed/conversation/pseudonyms.h"
#include "feed/sources/queue_names.h"

#include <cstddef>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

/// Inside the room only: the members of an Asterisk's queues.
namespace carewall::connect {

inline constexpr std::size_t max_ami_members = 10'000;

/// What a member of a queue does, by the fields of its event: paused is away; a phone that cannot be reached is not
/// there; one that is called or talks is busy.
feed::AgentState memberState(const AmiMessage& message);

/// Which members are told: only what changes.
class AmiAgents {
public:
    AmiAgents(const feed::QueueNames& names, const feed::Pseudonyms& pseudonyms)
        : m_names{&names}, m_pseudonyms{&pseudonyms}
    {
    }

    void is(std::string_view queue, std::string_view agent, feed::AgentState state, core::WallTime at);
    /// Of a list of all: who is not in it is gone.
    void listed(std::string_view queue, std::string_view agent);
    void listBegins() { m_in_list.clear(); }
    void listEnds(core::WallTime at);
    std::deque<feed::ConversationEvent>& out() { return m_out; }

private:
    using Member = std::pair<std::string, std::string>;  ///< queue and agent, as Asterisk names them

    const feed::QueueNames* m_names;
    const feed::Pseudonyms* m_pseudonyms;
    std::map<Member, feed::AgentState> m_members;
    std::set<Member> m_in_list;
    std::deque<feed::ConversationEvent> m_out;
};

}  // namespace carewall::connect
