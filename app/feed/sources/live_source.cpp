#include "feed/sources/live_source.h"

#include "feed/sources/file_format.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>
#include <utility>

namespace carewall::feed {

namespace {

constexpr std::size_t piece_bytes = 64 * 1024;
constexpr std::size_t longest_key = 256;

/// One row may be told of as several events, each once.
std::string keyOf(const Reading& reading)
{
    if (reading.id.empty() || reading.id.size() > longest_key) return {};
    return std::to_string(static_cast<unsigned>(reading.what.kind)) + "/" + reading.id;
}

}  // namespace

LiveSource::LiveSource(RowReader& reader, const FileMapping& how, std::optional<Format> format, std::string name,
                       RefusalLimit limit, int descriptor)
    : m_reader{reader}, m_how{how}, m_format{format}, m_name{std::move(name)}, m_limit{limit}, m_descriptor{descriptor}
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

core::Result<void, std::string> LiveSource::take(std::string_view bytes, core::WallTime now)
{
    if (bytes.empty()) return {};
    if (m_parser == nullptr) {
        const Format guessed = bytes.front() == '{' ? Format::JsonLines : Format::Csv;
        m_parser =
            makeRowParser(m_format.value_or(m_how.format.value_or(guessed)), separatorOf(m_how, ""), m_how.columns);
    }
    std::vector<Row> rows;
    if (auto parsed = m_parser->feed(bytes, rows); !parsed) return core::failure(m_name + ": " + parsed.error());
    return understand(rows, now);
}

core::Result<void, std::string> LiveSource::finish(core::WallTime now)
{
    m_ended = true;
    if (m_parser == nullptr) return {};
    std::vector<Row> rows;
    if (auto parsed = m_parser->finish(rows); !parsed) return core::failure(m_name + ": " + parsed.error());
    return understand(rows, now);
}

core::Result<void, std::string> LiveSource::understand(const std::vector<Row>& rows, core::WallTime now)
{
    std::vector<ConversationEvent> events;
    for (const Row& row : rows) {
        ++m_counts.rows;
        if (!row.trouble.empty()) {
            m_counts.refuse(m_name, row.line, row.trouble);
            continue;
        }
        auto reading = m_reader.read(m_how, row, now);
        if (!reading) {
            m_counts.refuse(m_name, row.line, std::move(reading.error()));
            continue;
        }
        reading->what.at = std::min(reading->what.at, now);
        if (reading->what.key.empty()) reading->what.key = keyOf(*reading);
        if (!m_threads.follow(std::move(*reading), events)) ++m_counts.skipped;
    }
    if (const std::string trouble = m_limit.trouble(m_counts); !trouble.empty()) return core::failure(trouble);
    std::ranges::move(events, std::back_inserter(m_ready));
    return {};
}

core::Result<std::optional<ConversationEvent>, std::string> LiveSource::next()
{
    if (m_ready.empty()) return std::nullopt;
    ConversationEvent event = std::move(m_ready.front());
    m_ready.pop_front();
    m_counts.handedOut(event);
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
