#pragma once

#include "connect/asterisk/ami_parser.h"
#include "connect/asterisk/ami_settings.h"
#include "connect/asterisk/ami_socket.h"
#include "core/time.h"
#include "feed/conversation/source.h"

#include <cstdint>
#include <future>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace carewall::connect {

/// A session with an Asterisk's manager interface: connects, logs in, asks every 10 s whether it still answers, and
/// begins anew whenever it is over, after 0.5 s to 30 s. Never waits: only a name is looked up on a thread of its own,
/// for which the destructor waits. Not for several threads.
class AmiSession {
public:
    /// `seed` is of the chance in the waits between attempts.
    AmiSession(AmiSettings settings, std::uint64_t seed);

    /// Does what can be done now, and appends the messages that have come (at most 64 KiB of them).
    void turn(core::Instant now, std::vector<AmiMessage>& out);
    /// "Action: QueueStatus\r\nActionID: 7\r\n"; while it is not up nothing is sent.
    void send(std::string_view action);

    /// We are logged in.
    bool isUp() const { return m_phase == Phase::Up; }
    /// How often we were.
    std::uint64_t logins() const { return m_logins; }
    /// Why it is not up, in words; empty while it is or nothing was tried.
    const std::string& trouble() const { return m_trouble; }
    feed::SourceWait wait() const;
    const AmiParserCounts& counts() const { return m_parser.counts(); }

private:
    enum class Phase : std::uint8_t { Off, Naming, Connecting, LoggingIn, Up };
    using Addresses = core::Result<std::vector<SocketAddress>, std::string>;

    void lookUp(core::SteadyTime now);
    void named(core::SteadyTime now);
    void tryNext(core::SteadyTime now);
    void connecting(core::SteadyTime now);
    void talk(core::SteadyTime now, std::vector<AmiMessage>& out);
    void answered(const AmiMessage& message, core::SteadyTime now);
    void over(std::string why, core::SteadyTime now, core::Milliseconds least = {});
    std::string place() const;

    AmiSettings m_settings;
    std::minstd_rand m_random;
    Phase m_phase = Phase::Off;
    core::SteadyTime m_now{};
    core::SteadyTime m_deadline{};  ///< of Off: of the next attempt; else: until when something must happen
    core::SteadyTime m_next_ping{};
    core::Milliseconds m_pause{0};
    std::future<Addresses> m_naming;
    std::vector<SocketAddress> m_addresses;
    std::size_t m_next_address = 0;
    AmiSocket m_socket;
    AmiParser m_parser;
    std::string m_to_send;
    bool m_more = false;  ///< there may be more to read at once
    std::uint64_t m_logins = 0;
    std::string m_failure;  ///< of the address tried last
    std::string m_trouble;
};

}  // namespace carewall::connect
