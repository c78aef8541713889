#include "connect/asterisk/ami_events.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

namespace carewall::connect {

namespace {

using namespace std::chrono_literals;

/// Clocks nearer than this are one: it is the way to Asterisk and back.
constexpr core::Milliseconds one_clock = 250ms;
/// An event that is farther from now is of a clock that nobody can trust.
constexpr core::Milliseconds farthest = 1h;
/// No caller waits longer.
constexpr std::uint64_t longest_hold_s = 7UL * 24 * 3600;

std::uint64_t numberOf(std::string_view text)
{
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} ? number : 0;
}

core::Milliseconds secondsOf(std::string_view text)
{
    return core::Seconds{std::min(numberOf(text), longest_hold_s)};
}

/// "1796057941.068477".
std::optional<core::WallTime> timestampOf(std::string_view text)
{
    const std::uint64_t seconds = numberOf(text);
    if (seconds == 0 || seconds > 1ULL << 40U) return std::nullopt;
    std::uint64_t thousandths = 0;
    if (const auto dot = text.find('.'); dot != std::string_view::npos) {
        std::string digits{text.substr(dot + 1, 3)};
        digits.resize(3, '0');
        thousandths = numberOf(digits);
    }
    return core::wallTimeFromMs(static_cast<std::int64_t>((seconds * 1000) + thousandths));
}

}  // namespace

core::WallTime AmiEvents::timeOf(const AmiMessage& message, core::WallTime now) const
{
    const auto told = timestampOf(message.of("timestamp"));
    if (!told) return now;
    const core::WallTime at = *told - m_skew;
    return at < now - farthest || at > now + farthest ? now : std::min(at, now);
}

void AmiEvents::answer(const AmiMessage& message, core::WallTime now)
{
    if (message.of("ping") == "Pong") {
        if (const auto told = timestampOf(message.of("timestamp"))) {
            const core::Milliseconds skew = *told - now;
            m_skew = std::chrono::abs(skew) < one_clock ? core::Milliseconds{0} : skew;
        }
        return;
    }
    if (const std::string_view day = message.of("corestartupdate"); !day.empty()) {
        const std::string started = std::string{day} + " " + std::string{message.of("corestartuptime")};
        if (!m_started.empty() && m_started != started) {
            m_calls.restarted();
            m_gaps.restarted();
        }
        m_started = started;
    }
    if (message.of("eventlist") == "start") {
        m_calls.listBegins();
        m_agents.listBegins();
    }
}

bool AmiEvents::ofList(const AmiMessage& message, core::Instant now)
{
    const std::string_view event = message.event();
    if (event == "QueueParams") {
        m_gaps.told(message.of("queue"), {numberOf(message.of("completed")), numberOf(message.of("abandoned"))});
    } else if (event == "QueueMember") {
        std::string_view agent = message.of("location");
        if (agent.empty()) agent = message.of("interface");
        m_agents.listed(message.of("queue"), agent);
        m_agents.is(message.of("queue"), agent, memberState(message), now.wall);
    } else if (event == "QueueEntry") {
        m_calls.listed({message.of("uniqueid"), message.of("queue")}, now.wall - secondsOf(message.of("wait")));
    } else if (event == "QueueStatusComplete") {
        m_calls.listEnds(now.steady);
        m_agents.listEnds(now.wall);
    } else {
        return false;
    }
    return true;
}

bool AmiEvents::ofMember(const AmiMessage& message, core::WallTime at)
{
    const std::string_view event = message.event();
    const bool gone = event == "QueueMemberRemoved";
    if (!gone && event != "QueueMemberStatus" && event != "QueueMemberAdded" && event != "QueueMemberPause")
        return false;
    m_agents.is(message.of("queue"), message.of("interface"), gone ? feed::AgentState::Gone : memberState(message), at);
    return true;
}

void AmiEvents::ofCall(const AmiMessage& message, core::WallTime at, core::SteadyTime now)
{
    const std::string_view event = message.event();
    const CallInQueue which{message.of("uniqueid"), message.of("queue")};
    if (event == "QueueCallerJoin") {
        m_calls.joined(which, at);
    } else if (event == "AgentCalled") {
        m_calls.ringing(which);
    } else if (event == "AgentConnect") {
        m_calls.connected(which, message.of("interface"), at, secondsOf(message.of("holdtime")));
    } else if (event == "AgentComplete") {
        m_gaps.completed(which.queue, m_calls.completed(which, message.of("interface")));
    } else if (event == "QueueCallerAbandon") {
        m_gaps.abandoned(which.queue);
        m_calls.abandoned(which, at, now);
    } else if (event == "QueueCallerLeave") {
        m_calls.left(which, at, now);
    }
}

void AmiEvents::take(const AmiMessage& message, core::Instant now)
{
    if (message.event().empty()) return answer(message, now.wall);
    if (ofList(message, now)) return;
    const core::WallTime at = timeOf(message, now.wall);
    if (!ofMember(message, at)) ofCall(message, at, now.steady);
}

std::optional<feed::ConversationEvent> AmiEvents::next()
{
    for (auto* out : {&m_calls.out(), &m_agents.out()}) {
        if (out->empty()) continue;
        feed::ConversationEvent event = std::move(out->front());
        out->pop_front();
        return event;
    }
    return std::nullopt;
}

AmiEventCounts AmiEvents::counts() const
{
    const AmiCallCounts& calls = m_calls.counts();
    return {m_gaps.notSeen(), calls.gone, calls.unknown, calls.crowded_out, m_skew};
}

}  // namespace carewall::connect
