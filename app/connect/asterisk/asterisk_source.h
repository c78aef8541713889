#pragma once

#include "connect/asterisk/ami_events.h"
#include "connect/asterisk/ami_session.h"
#include "connect/asterisk/ami_settings.h"
#include "feed/conversation/source.h"
#include "feed/sources/mapping.h"
#include "feed/sources/queue_names.h"

#include <cstdint>
#include <string>
#include <vector>

namespace carewall::connect {

/// The queues of an Asterisk as they are now, by its manager interface: who waits is asked for at each login and every
/// minute, everything else is told. Goes on whatever happens to the connection, and says so in the log. Never ends.
class AsteriskSource final : public feed::Source {
public:
    /// `salt` is of the agents' pseudonyms, `seed` of chance (see AmiSession).
    AsteriskSource(AmiSettings settings, const feed::Mapping& mapping, std::string salt, std::uint64_t seed);
    AsteriskSource(const AsteriskSource&) = delete;
    AsteriskSource& operator=(const AsteriskSource&) = delete;
    ~AsteriskSource() override = default;

    std::string name() const override { return "Asterisk"; }
    core::Result<void, std::string> receive(core::Instant now) override;
    core::Result<std::optional<feed::ConversationEvent>, std::string> next() override;
    feed::SourceWait wait() const override;
    const feed::ReadCounts& counts() const override { return m_counts; }

    const AmiSession& session() const { return m_session; }
    AmiEventCounts eventCounts() const { return m_events.counts(); }

private:
    void ask(core::SteadyTime now);
    void tellLink(core::Instant now);
    void tellCounts();

    feed::QueueNames m_names;
    feed::Pseudonyms m_pseudonyms;
    AmiEvents m_events;
    AmiSession m_session;
    std::vector<AmiMessage> m_messages;
    std::uint64_t m_logins = 0;
    std::uint64_t m_asked = 0;  ///< lists
    core::SteadyTime m_next_list{};
    std::string m_trouble;  ///< last told
    AmiEventCounts m_told;
    feed::ReadCounts m_counts;
};

}  // namespace carewall::connect
