#include "connect/asterisk/ami_session.h"

#include <algorithm>
#include <cerrno>
#include <utility>

namespace carewall::connect {

namespace {

using namespace std::chrono_literals;

constexpr core::Milliseconds patience = 10s;  ///< with a connection, and with a login
constexpr core::Milliseconds ping_each = 10s;
constexpr core::Milliseconds longest_silence = 25s;
constexpr core::Milliseconds shortest_pause = 500ms;
constexpr core::Milliseconds longest_pause = 30s;
constexpr core::Milliseconds look_again = 20ms;
constexpr std::size_t most_to_send = 64 * 1024;

}  // namespace

AmiSession::AmiSession(AmiSettings settings, std::uint64_t seed)
    : m_settings{std::move(settings)}, m_random{static_cast<std::minstd_rand::result_type>(seed)}
{
}

std::string AmiSession::place() const
{
    const bool v6 = m_settings.host.find(':') != std::string::npos;
    return (v6 ? "[" + m_settings.host + "]" : m_settings.host) + ":" + std::to_string(m_settings.port);
}

void AmiSession::over(std::string why, core::SteadyTime now, core::Milliseconds least)
{
    m_trouble = std::move(why);
    m_phase = Phase::Off;
    m_socket = {};
    m_to_send.clear();
    m_parser.restart();
    m_more = false;
    // Half of the pause is by chance: many feeds do not come back at one moment.
    m_pause = std::clamp(m_pause * 2, shortest_pause, longest_pause);
    std::uniform_int_distribution<std::int64_t> chance{m_pause.count() / 2, m_pause.count()};
    m_deadline = now + std::max({core::Milliseconds{chance(m_random)}, least, shortest_pause});
}

void AmiSession::lookUp(core::SteadyTime now)
{
    m_phase = Phase::Naming;
    m_deadline = now + patience;
    m_naming = std::async(std::launch::async,
                          [host = m_settings.host, port = m_settings.port] { return addressesOf(host, port); });
}

void AmiSession::named(core::SteadyTime now)
{
    if (m_naming.wait_for(0s) != std::future_status::ready) return;
    Addresses found = m_naming.get();
    if (!found) return over(found.error(), now);
    m_addresses = std::move(*found);
    m_next_address = 0;
    tryNext(now);
}

void AmiSession::tryNext(core::SteadyTime now)
{
    while (m_next_address < m_addresses.size()) {
        auto socket =
            AmiSocket::toward(m_addresses[m_next_address++], m_settings.tls, m_settings.ca_file, m_settings.host);
        if (!socket) {
            m_failure = place() + ": " + socket.error();
            continue;
        }
        m_socket = std::move(*socket);
        m_phase = Phase::Connecting;
        m_deadline = now + patience;
        return;
    }
    over(m_failure, now);
}

void AmiSession::connecting(core::SteadyTime now)
{
    const AmiSocket::Step step = m_socket.connect();
    if (step == AmiSocket::Step::Again && now < m_deadline) return;
    if (step != AmiSocket::Step::Done) {
        m_failure = place() + ": " + (step == AmiSocket::Step::Again ? "no answer" : m_socket.trouble());
        return tryNext(now);
    }
    m_phase = Phase::LoggingIn;
    m_deadline = now + patience;
    m_to_send = "Action: Login\r\nActionID: login\r\nUsername: " + m_settings.login +
                "\r\nSecret: " + m_settings.secret + "\r\nEvents: agent\r\n\r\n";
}

void AmiSession::answered(const AmiMessage& message, core::SteadyTime now)
{
    if (m_phase != Phase::LoggingIn || message.of("actionid") != "login") return;
    if (message.of("response") != "Success")
        return over(place() + ": Asterisk refuses the login " + m_settings.login +
                        ": check its name, its secret and its permit in manager.conf",
                    now, longest_pause);  // who tries too often is shut out by some
    m_phase = Phase::Up;
    m_trouble.clear();
    m_pause = {};
    ++m_logins;
    m_next_ping = now;
}

void AmiSession::talk(core::SteadyTime now, std::vector<AmiMessage>& out)
{
    std::string bytes;
    const AmiSocket::Step step = m_socket.read(bytes);
    m_more = step == AmiSocket::Step::Done;
    const std::size_t before = out.size();
    m_parser.feed(bytes, out);
    for (std::size_t i = before; i < out.size() && m_phase != Phase::Off; ++i)
        answered(out[i], now);
    if (m_phase == Phase::Off) return;
    if (step == AmiSocket::Step::Failed) return over(place() + ": " + m_socket.trouble(), now);
    if (m_phase == Phase::Up) {
        if (m_more) m_deadline = now + longest_silence;
        if (now >= m_next_ping) {
            send("Action: Ping\r\nActionID: ping\r\n");
            m_next_ping = now + ping_each;
        }
    }
    if (now >= m_deadline) return over(place() + ": no answer", now);
    if (m_socket.write(m_to_send) == AmiSocket::Step::Failed) over(place() + ": " + m_socket.trouble(), now);
}

void AmiSession::turn(core::Instant now, std::vector<AmiMessage>& out)
{
    m_now = now.steady;
    if (m_phase == Phase::Off && now.steady >= m_deadline) lookUp(now.steady);
    if (m_phase == Phase::Naming) named(now.steady);
    if (m_phase == Phase::Connecting) connecting(now.steady);
    if (m_phase == Phase::LoggingIn || m_phase == Phase::Up) talk(now.steady, out);
}

void AmiSession::send(std::string_view action)
{
    if (!isUp() || m_to_send.size() + action.size() > most_to_send) return;
    m_to_send += action;
    m_to_send += "\r\n";
}

feed::SourceWait AmiSession::wait() const
{
    feed::SourceWait wait;
    switch (m_phase) {
    case Phase::Off:
        wait.until = m_deadline;
        break;
    case Phase::Naming:
    case Phase::Connecting:
        wait.until = m_now + look_again;
        break;
    case Phase::LoggingIn:
    case Phase::Up:
        wait.descriptor = m_socket.descriptor();
        wait.until = m_phase == Phase::Up ? std::min(m_deadline, m_next_ping) : m_deadline;
        if (m_more)
            wait.until = m_now;
        else if (!m_to_send.empty())
            wait.until = m_now + look_again;
    }
    return wait;
}

}  // namespace carewall::connect
