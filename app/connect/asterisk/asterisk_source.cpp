#include "connect/asterisk/asterisk_source.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

namespace carewall::connect {

namespace {

using namespace std::chrono_literals;

constexpr core::Milliseconds list_each = 60s;
constexpr core::Milliseconds skew_worth_a_word = 2s;

}  // namespace

AsteriskSource::AsteriskSource(AmiSettings settings, const feed::Mapping& mapping, std::string salt, std::uint64_t seed)
    : m_names{mapping}, m_pseudonyms{std::move(salt)}, m_events{m_names, m_pseudonyms}, m_session{std::move(settings),
                                                                                                  seed}
{
}

void AsteriskSource::ask(core::SteadyTime now)
{
    // When Asterisk started says whether its counts go on.
    m_session.send("Action: CoreStatus\r\nActionID: core\r\n");
    m_session.send("Action: QueueStatus\r\nActionID: list-" + std::to_string(++m_asked) + "\r\n");
    m_next_list = now + list_each;
}

void AsteriskSource::tellLink(core::Instant now)
{
    if (m_session.logins() != m_logins) {
        m_logins = m_session.logins();
        m_trouble.clear();
        spdlog::info("Asterisk answers");
        ask(now.steady);
    }
    if (m_session.trouble() == m_trouble || m_session.trouble().empty()) return;
    if (m_trouble.empty()) m_events.away();
    m_trouble = m_session.trouble();
    spdlog::warn("Asterisk is away: {}", m_trouble);
}

void AsteriskSource::tellCounts()
{
    const AmiParserCounts& read = m_session.counts();
    m_counts.rows = read.messages + read.bad_lines + read.long_messages;
    while (m_counts.refused < read.bad_lines + read.long_messages)
        m_counts.refuse("Asterisk", read.messages, "cannot be read as AMI");
    const AmiEventCounts counts = m_events.counts();
    if (counts == m_told) return;
    if (counts.not_seen > m_told.not_seen)
        spdlog::warn("not seen: {} calls that ended while Asterisk was away", counts.not_seen - m_told.not_seen);
    if (counts.gone > m_told.gone)
        spdlog::warn("{} callers went while Asterisk was away; they count as having left", counts.gone - m_told.gone);
    if (std::chrono::abs(counts.skew - m_told.skew) >= skew_worth_a_word)
        spdlog::warn("Asterisk's clock is {} s ahead of ours; its times are put right",
                     static_cast<double>(counts.skew.count()) / 1000);
    m_told = counts;
    m_counts.notes.clear();
    const auto note = [this](std::uint64_t count, const std::string& words) {
        if (count > 0) m_counts.notes.push_back(words + ": " + std::to_string(count));
    };
    note(counts.not_seen, "not seen, calls that ended while Asterisk was away");
    note(counts.gone, "callers who went while Asterisk was away");
    note(counts.unknown, "ends of calls whose beginning was not seen");
    note(counts.crowded_out, "calls let go because there were too many");
}

core::Result<void, std::string> AsteriskSource::receive(core::Instant now)
{
    m_messages.clear();
    m_session.turn(now, m_messages);
    tellLink(now);
    if (m_session.isUp() && now.steady >= m_next_list) ask(now.steady);
    for (const AmiMessage& message : m_messages)
        m_events.take(message, now);
    m_events.advanceTo(now);
    tellCounts();
    return {};
}

core::Result<std::optional<feed::ConversationEvent>, std::string> AsteriskSource::next()
{
    auto event = m_events.next();
    if (event) m_counts.handedOut(*event);
    return event;
}

feed::SourceWait AsteriskSource::wait() const
{
    feed::SourceWait wait = m_session.wait();
    for (const auto& until : {m_events.due(), m_session.isUp() ? std::optional{m_next_list} : std::nullopt})
        if (until) wait.until = std::min(wait.until.value_or(*until), *until);
    return wait;
}

}  // namespace carewall::connect
