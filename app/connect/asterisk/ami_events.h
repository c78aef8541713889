#pragma once

#include "connect/asterisk/ami_agents.h"
#include "connect/asterisk/ami_calls.h"
#include "connect/asterisk/ami_gaps.h"
#include "connect/asterisk/ami_parser.h"
#include "core/time.h"
#include "feed/conversation/conversation_event.h"
#include "feed/conversation/pseudonyms.h"
#include "feed/sources/queue_names.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace carewall::connect {

/// What cannot be counted as one would like.
struct AmiEventCounts {
    std::uint64_t not_seen = 0;     ///< calls that ended in a queue while AMI was away
    std::uint64_t gone = 0;         ///< callers who went while AMI was away, nobody knows how
    std::uint64_t unknown = 0;      ///< calls that ended without having been seen to begin
    std::uint64_t crowded_out = 0;  ///< calls past max_ami_calls
    core::Milliseconds skew{0};     ///< by which Asterisk's clock is ahead of ours
    bool operator==(const AmiEventCounts&) const = default;
};

/// AMI messages and the floor's time in, conversation events out: who waits, who is answered or gives up, and what
/// agents do. A conversation is a call (Uniqueid); the key of its event is the call, the queue and which visit to it.
/// Knows no socket and no clock. Memory: max_ami_calls, max_ami_members.
class AmiEvents {
public:
    /// Both must outlive this.
    AmiEvents(const feed::QueueNames& names, const feed::Pseudonyms& pseudonyms)
        : m_calls{names, pseudonyms}, m_agents{names, pseudonyms}
    {
    }

    /// A message that came at `now`. Times are Asterisk's own where it tells them, on our clock.
    void take(const AmiMessage& message, core::Instant now);
    /// Time passes: what was held is handed out.
    void advanceTo(core::Instant now) { m_calls.advanceTo(now.wall, now.steady); }
    /// AMI is away from here on.
    void away() { m_gaps.away(m_calls.talking()); }
    /// The next event, or none.
    std::optional<feed::ConversationEvent> next();
    /// When it wants to be told the time.
    std::optional<core::SteadyTime> due() const { return m_calls.due(); }
    AmiEventCounts counts() const;

private:
    core::WallTime timeOf(const AmiMessage& message, core::WallTime now) const;
    void answer(const AmiMessage& message, core::WallTime now);
    bool ofList(const AmiMessage& message, core::Instant now);
    bool ofMember(const AmiMessage& message, core::WallTime at);
    void ofCall(const AmiMessage& message, core::WallTime at, core::SteadyTime now);

    AmiCalls m_calls;
    AmiAgents m_agents;
    AmiGaps m_gaps;
    std::string m_started;  ///< when Asterisk says that it did
    core::Milliseconds m_skew{0};
};

}  // namespace carewall::connect
