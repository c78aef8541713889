#include "feed/sources/file_source.h"

#include "feed/sources/file_format.h"

#include <fnmatch.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <functional>

namespace carewall::feed {

namespace {

constexpr std::size_t chunk_bytes = 64 * 1024;

std::string fileName(const std::string& path)
{
    return std::filesystem::path{path}.filename().string();
}

std::string patterns(const Mapping& mapping)
{
    std::string all;
    for (const FileMapping& file : mapping.files)
        all += (all.empty() ? "" : ", ") + file.match;
    return all;
}

}  // namespace

core::Result<std::string, std::string> findWordList(const Mapping& mapping, const std::vector<std::string>& paths)
{
    namespace fs = std::filesystem;
    if (mapping.sentiment.words.empty()) return std::string{};
    const fs::path name{mapping.sentiment.words};
    std::vector<fs::path> places{fs::path{mapping.file}.parent_path() / name};
    if (!paths.empty()) places.push_back(fs::path{paths.front()}.parent_path() / name);
    std::string looked;
    for (const fs::path& place : places) {
        std::error_code trouble;
        if (fs::is_regular_file(place, trouble)) return place.string();
        looked += (looked.empty() ? "" : " or ") + place.string();
    }
    return core::failure(mapping.file + ": sentiment.words is not there; it was looked for as " + looked +
                         " (--words FILE names another, --words none does without)");
}

core::Result<FileSource, std::string> FileSource::open(const Mapping& mapping, RowReader& reader,
                                                       const std::vector<std::string>& paths, RefusalLimit limit)
{
    FileSource source{reader, limit};
    // In the order of the mapping, which orders rows of one time.
    for (const FileMapping& how : mapping.files) {
        for (const std::string& path : paths) {
            if (fnmatch(how.match.c_str(), fileName(path).c_str(), 0) != 0) continue;
            Input input;
            input.path = path;
            input.file.reset(std::fopen(path.c_str(), "rbe"));
            if (input.file == nullptr) return core::failure(path + ": cannot be opened: " + std::strerror(errno));
            input.how = &how;
            input.parser = makeRowParser(formatOf(how, path), separatorOf(how, path), how.columns);
            source.m_inputs.push_back(std::move(input));
        }
    }
    for (const std::string& path : paths) {
        if (std::ranges::none_of(source.m_inputs, [&](const Input& input) { return input.path == path; })) {
            return core::failure(path + ": no [[file]] of " + mapping.file + " matches it (they match " +
                                 patterns(mapping) + ")");
        }
    }
    return source;
}

std::string FileSource::name() const
{
    std::string all;
    for (const Input& input : m_inputs)
        all += (all.empty() ? "" : ", ") + fileName(input.path);
    return all;
}

core::Result<void, std::string> FileSource::readChunk(Input& input, std::vector<Row>& rows)
{
    std::array<char, chunk_bytes> bytes{};
    const std::size_t size = std::fread(bytes.data(), 1, bytes.size(), input.file.get());
    core::Result<void, std::string> parsed = input.parser->feed({bytes.data(), size}, rows);
    if (parsed && size < bytes.size()) {
        if (std::ferror(input.file.get()) != 0)
            return core::failure(input.path + ": cannot be read: " + std::strerror(errno));
        parsed = input.parser->finish(rows);
        input.file.reset();
    }
    if (!parsed) return core::failure(input.path + ": " + parsed.error());
    return {};
}

void FileSource::understand(Input& input, const std::vector<Row>& rows)
{
    for (const Row& row : rows) {
        ++m_counts.rows;
        if (!row.trouble.empty()) {
            m_counts.refuse(input.path, row.line, row.trouble);
            continue;
        }
        auto reading = m_reader->read(*input.how, row);
        if (!reading) {
            m_counts.refuse(input.path, row.line, std::move(reading.error()));
            continue;
        }
        input.waiting.push_back({std::move(*reading), row.line});
        std::ranges::push_heap(input.waiting, std::greater<>{});
    }
}

core::Result<void, std::string> FileSource::fill(Input& input)
{
    std::vector<Row> rows;
    while (input.file != nullptr && input.waiting.size() < reorder_rows) {
        rows.clear();
        if (auto chunk = readChunk(input, rows); !chunk) return chunk;
        understand(input, rows);
        if (const std::string trouble = m_limit.trouble(m_counts); !trouble.empty()) return core::failure(trouble);
    }
    return {};
}

void FileSource::hand(Input& input)
{
    std::ranges::pop_heap(input.waiting, std::greater<>{});
    Waiting waiting = std::move(input.waiting.back());
    input.waiting.pop_back();
    if (waiting.reading.what.at < m_last && !waiting.reading.skipped) {
        m_counts.refuse(input.path, waiting.line,
                        "is of " + formatTime(waiting.reading.what.at) + ", after rows of " + formatTime(m_last) +
                            "; sort the file by time");
        return;
    }
    m_last = std::max(m_last, waiting.reading.what.at);
    if (!m_threads.follow(std::move(waiting.reading), m_ready)) ++m_counts.skipped;
    std::ranges::reverse(m_ready);
}

core::Result<std::optional<ConversationEvent>, std::string> FileSource::next()
{
    while (m_ready.empty()) {
        Input* first = nullptr;
        for (Input& input : m_inputs) {
            if (auto filled = fill(input); !filled) return core::failure(filled.error());
            if (!input.waiting.empty() &&
                (first == nullptr || input.waiting.front().reading.what.at < first->waiting.front().reading.what.at))
                first = &input;
        }
        if (first == nullptr) return std::nullopt;
        hand(*first);
        if (const std::string trouble = m_limit.trouble(m_counts); !trouble.empty()) return core::failure(trouble);
    }
    ConversationEvent event = std::move(m_ready.back());
    m_ready.pop_back();
    m_counts.handedOut(event);
    return event;
}

}  // namespace carewall::feed
