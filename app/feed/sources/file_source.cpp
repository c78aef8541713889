#include "feed/sources/file_source.h"

#include <fnmatch.h>

#include <algorithm>
#include <filesystem>

namespace carewall::feed {

namespace {

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
            auto opened = FileRows::open(path, how);
            if (!opened) return core::failure(opened.error());
            source.m_inputs.push_back(std::move(*opened));
        }
    }
    for (const std::string& path : paths) {
        if (std::ranges::none_of(source.m_inputs, [&](const FileRows& input) { return input.path() == path; })) {
            return core::failure(path + ": no [[file]] of " + mapping.file + " matches it (they match " +
                                 patterns(mapping) + ")");
        }
    }
    return source;
}

std::string FileSource::name() const
{
    std::string all;
    for (const FileRows& input : m_inputs)
        all += (all.empty() ? "" : ", ") + fileName(input.path());
    return all;
}

core::Result<void, std::string> FileSource::understand(FileRows& input, std::vector<Row>& rows)
{
    for (Row& row : rows) {
        const std::uint64_t line = row.line;
        auto reading = m_intake.read(input.how(), input.path(), std::move(row));
        if (!reading) return core::failure(reading.error());
        if (*reading) input.add(std::move(**reading), line);
    }
    return {};
}

core::Result<void, std::string> FileSource::fill(FileRows& input)
{
    std::vector<Row> rows;
    while (!input.atEnd() && (input.waiting() < reorder_rows || input.isUnsorted())) {
        rows.clear();
        if (auto read = input.read(rows); !read) return read;
        if (auto understood = understand(input, rows); !understood) return understood;
        m_intake.note(input.path(), input.takeNotes());
        if (const std::string trouble = m_intake.trouble(); !trouble.empty()) return core::failure(trouble);
        if (input.waiting() > max_rows_whole) {
            return core::failure(input.path() + ": is not sorted by time, and has too many rows to be sorted here (" +
                                 std::to_string(max_rows_whole) + "); sort it");
        }
    }
    return {};
}

void FileSource::hand(FileRows& input)
{
    FileRows::Waiting next = input.take();
    const core::WallTime at = next.reading.what.at;
    if (at < m_last && next.reading.outcome == Reading::Outcome::Event) {
        m_intake.refuse(input.path(), next.line,
                        "is of " + formatTime(at) + ", after rows of " + formatTime(m_last) +
                            "; sort the file by time");
        return;
    }
    m_last = std::max(m_last, at);
    m_intake.follow(std::move(next.reading), m_ready);
    std::ranges::reverse(m_ready);
}

core::Result<std::optional<ConversationEvent>, std::string> FileSource::next()
{
    while (m_ready.empty()) {
        FileRows* first = nullptr;
        for (FileRows& input : m_inputs) {
            if (auto filled = fill(input); !filled) return core::failure(filled.error());
            if (input.waiting() > 0 && (first == nullptr || input.comesBefore(*first))) first = &input;
        }
        if (first == nullptr) return std::nullopt;
        hand(*first);
        if (const std::string trouble = m_intake.trouble(); !trouble.empty()) return core::failure(trouble);
    }
    ConversationEvent event = std::move(m_ready.back());
    m_ready.pop_back();
    m_intake.handedOut(event);
    return event;
}

}  // namespace carewall::feed
