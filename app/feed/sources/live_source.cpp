#include "feed/sources/live_source.h"

#include "feed/sources/file_format.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <iterator>
#include <utility>

namespace carewall::feed {

namespace {

constexpr std::size_t piece_bytes = 64 * 1024;
/// Two clocks may differ by so much.
constexpr core::Milliseconds ahead_at_most = std::chrono::minutes{5};
}  // namespace

LiveSource::LiveSource(RowReader& reader, const FileMapping& how, std::optional<Format> format, std::string name,
                       RefusalLimit limit, int descriptor)
    : m_intake{reader, limit, true}, m_how{how}, m_format{format}, m_name{std::move(name)},
      m_descriptor{descriptor}, m_decoder{how.encoding, false}
{
}

core::Result<void, std::string> LiveSource::receive(core::Instant now)
{
    pollfd input{m_descriptor, POLLIN, 0};
    if (m_ended || ::poll(&input, 1, 0) <= 0) return {};
    std::array<char, piece_bytes> piece{};
    const ssize_t size = ::read(m_descriptor, piece.data(), piece.size());
    if (size < 0 && (errno == EINTR || errno == EAGAIN)) return {};
    if (size <= 0) return finish(now.wall);
    return take({piece.data(), static_cast<std::size_t>(size)}, now.wall);
}

void LiveSource::begin()
{
    // White space and nothing else has no form yet.
    const std::size_t first = m_head.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return;
    RowFormat form = formatOf(m_how, "");
    form.preamble = 0;  // who waits for rows does not wait for a header
    const bool json = m_head[first] == '{' || m_head[first] == '[';
    form.format = m_format.value_or(m_how.format.value_or(json ? Format::Json : Format::Csv));
    m_parser = makeRowParser(std::move(form));
}

core::Result<void, std::string> LiveSource::take(std::string_view bytes, core::WallTime now)
{
    auto text = m_decoder.feed(bytes);
    return text ? takeText(std::move(*text), now) : core::failure(m_name + ": " + text.error());
}

core::Result<void, std::string> LiveSource::takeText(std::string text, core::WallTime now)
{
    if (m_parser == nullptr) {
        m_head += text;
        begin();
        if (m_parser == nullptr) return {};
        text = std::exchange(m_head, {});
    }
    std::vector<Row> rows;
    const auto parsed = m_parser->feed(text, rows);
    m_intake.note(m_name, m_parser->takeNotes());
    if (!parsed) return core::failure(m_name + ": " + parsed.error());
    return understand(rows, now);
}

core::Result<void, std::string> LiveSource::finish(core::WallTime now)
{
    m_ended = true;
    auto rest = m_decoder.finish();
    if (!rest) return core::failure(m_name + ": " + rest.error());
    if (auto taken = takeText(std::move(*rest), now); !taken || m_parser == nullptr) return taken;
    std::vector<Row> rows;
    if (auto parsed = m_parser->finish(rows); !parsed) return core::failure(m_name + ": " + parsed.error());
    return understand(rows, now);
}

core::Result<void, std::string> LiveSource::understand(std::vector<Row>& rows, core::WallTime now)
{
    std::vector<ConversationEvent> events;
    for (Row& row : rows) {
        const std::uint64_t line = row.line;
        auto reading = m_intake.read(m_how, m_name, std::move(row), now);
        if (!reading) return core::failure(reading.error());
        if (!*reading) continue;
        ConversationEvent& what = (*reading)->what;
        // Of the hour that the floor's clock shows twice the one that is now.
        if ((*reading)->again && *(*reading)->again <= now) what.at = *(*reading)->again;
        if (what.at > now + ahead_at_most) {
            m_intake.refuse(m_name, line,
                            "is of " + formatTime(what.at) + ", and here it is " + formatTime(now) +
                                "; its zone or its clock is wrong");
            continue;
        }
        what.at = std::min(what.at, now);
        m_intake.follow(std::move(**reading), events);
    }
    if (const std::string trouble = m_intake.trouble(); !trouble.empty()) return core::failure(trouble);
    std::ranges::move(events, std::back_inserter(m_ready));
    return {};
}

core::Result<std::optional<ConversationEvent>, std::string> LiveSource::next()
{
    if (m_ready.empty()) return std::nullopt;
    ConversationEvent event = std::move(m_ready.front());
    m_ready.pop_front();
    m_intake.handedOut(event);
    return event;
}

SourceWait LiveSource::wait() const
{
    SourceWait wait;
    wait.ended = m_ended && m_ready.empty();
    if (!m_ended) wait.descriptor = m_descriptor;
    return wait;
}

const FileMapping& ofStandardInput(const Mapping& mapping)
{
    const auto named = std::ranges::find(mapping.files, "-", &FileMapping::match);
    return named == mapping.files.end() ? mapping.files.front() : *named;
}

}  // namespace carewall::feed
