#include "feed/sources/file_rows.h"

#include "core/calendar.h"
#include "feed/sources/file_format.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <tuple>
#include <utility>

namespace carewall::feed {

namespace {

constexpr std::size_t chunk_bytes = 64 * 1024;

bool isLater(const FileRows::Waiting& a, const FileRows::Waiting& b)
{
    return std::tuple{a.reading.what.at, a.rank, a.line} > std::tuple{b.reading.what.at, b.rank, b.line};
}

}  // namespace

FileRows::FileRows(std::string path, const FileMapping& how)
    : m_path{std::move(path)}, m_how{&how}, m_decoder{how.encoding, true}, m_parser{
                                                                               makeRowParser(formatOf(how, m_path))}
{
}

core::Result<FileRows, std::string> FileRows::open(const std::string& path, const FileMapping& how)
{
    FileRows rows{path, how};
    rows.m_file.reset(std::fopen(path.c_str(), "rbe"));
    if (rows.m_file == nullptr) return core::failure(path + ": cannot be opened: " + std::strerror(errno));
    return rows;
}

core::Result<void, std::string> FileRows::named(core::Result<void, std::string> result) const
{
    if (!result) return core::failure(m_path + ": " + result.error());
    return result;
}

core::Result<void, std::string> FileRows::read(std::vector<Row>& rows)
{
    std::array<char, chunk_bytes> bytes{};
    const std::size_t size = std::fread(bytes.data(), 1, bytes.size(), m_file.get());
    if (size < bytes.size() && std::ferror(m_file.get()) != 0)
        return core::failure(m_path + ": cannot be read: " + std::strerror(errno));
    const auto text = m_decoder.feed({bytes.data(), size});
    if (!text) return core::failure(m_path + ": " + text.error());
    if (auto parsed = named(m_parser->feed(*text, rows)); !parsed || size == bytes.size()) return parsed;
    m_file.reset();
    const auto rest = m_decoder.finish();
    if (!rest) return core::failure(m_path + ": " + rest.error());
    if (auto parsed = named(m_parser->feed(*rest, rows)); !parsed) return parsed;
    return named(m_parser->finish(rows));
}

std::vector<std::string> FileRows::takeNotes()
{
    constexpr std::uint64_t enough = 3;
    std::vector<std::string> notes = m_parser->takeNotes();
    if (atEnd() && !m_noted && m_rows >= enough && m_at_midnight == m_rows)
        notes.emplace_back("all of its times are midnights; where the time of day stands in a column of its own, name "
                           "both, as in time = [\"Date\", \"Time\"]");
    m_noted = m_noted || atEnd();
    return notes;
}

/// Whether the later of two moments goes on with the rows before it, where the earlier does not.
bool FileRows::goesOn(core::WallTime earlier, core::WallTime later) const
{
    if (m_back > m_on) return later <= m_before;
    if (m_on > m_back) return earlier < m_before && later >= m_before;
    return m_rows > 0 && std::chrono::abs(later - m_before) < std::chrono::abs(earlier - m_before);
}

void FileRows::add(Reading reading, std::uint64_t line)
{
    core::WallTime& at = reading.what.at;
    if (reading.again && goesOn(at, *reading.again)) at = *reading.again;
    ++m_rows;
    const bool utc_midnight = at.time_since_epoch() % std::chrono::hours{24} == core::Milliseconds{0};
    m_at_midnight += utc_midnight || core::dayStart(at) == at ? 1 : 0;
    if (m_rows > 1) {
        m_back += at < m_before ? 1 : 0;
        m_on += at > m_before ? 1 : 0;
    }
    m_before = at;
    const int rank = m_how->as_written ? 0 : rankOf(reading.what);
    m_waiting.push_back({std::move(reading), rank, line});
    std::ranges::push_heap(m_waiting, isLater);
}

FileRows::Waiting FileRows::take()
{
    std::ranges::pop_heap(m_waiting, isLater);
    Waiting next = std::move(m_waiting.back());
    m_waiting.pop_back();
    return next;
}

bool FileRows::comesBefore(const FileRows& other) const
{
    return std::tuple{first().reading.what.at, first().rank} <
           std::tuple{other.first().reading.what.at, other.first().rank};
}

}  // namespace carewall::feed
