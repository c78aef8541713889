#pragma once

#include "core/result.h"
#include "feed/sources/mapping.h"
#include "feed/sources/row_parser.h"
#include "feed/sources/row_reader.h"
#include "feed/sources/text_decoder.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

/// Inside the room only: one file, read in pieces, and its rows that wait for their turn.
namespace carewall::feed {

class FileRows {
public:
    /// The error is one sentence.
    static core::Result<FileRows, std::string> open(const std::string& path, const FileMapping& how);

    const std::string& path() const { return m_path; }
    const FileMapping& how() const { return *m_how; }
    bool atEnd() const { return m_file == nullptr; }
    /// Reads on, a piece of the file. The error names it.
    core::Result<void, std::string> read(std::vector<Row>& rows);
    std::vector<std::string> takeNotes();
    std::vector<std::string> names() const { return m_parser->names(); }

    /// Puts a reading in its place. Of the two moments at which a floor's clock shows the same, the one that goes on
    /// with the rows before it.
    void add(Reading reading, std::uint64_t line);
    std::size_t waiting() const { return m_waiting.size(); }
    /// Whether so many rows go back in time that the file is not in its order.
    bool isUnsorted() const { return m_back * 4 > m_rows; }

    struct Waiting {
        Reading reading;
        int rank = 0;  ///< among rows of one instant
        std::uint64_t line = 0;
    };
    /// The next in time; there is one.
    const Waiting& first() const { return m_waiting.front(); }
    Waiting take();
    /// Whether this file's next row comes before another's.
    bool comesBefore(const FileRows& other) const;

private:
    struct CloseFile {
        void operator()(std::FILE* file) const noexcept { std::fclose(file); }
    };
    FileRows(std::string path, const FileMapping& how);
    bool goesOn(core::WallTime earlier, core::WallTime later) const;
    core::Result<void, std::string> named(core::Result<void, std::string> result) const;

    std::string m_path;
    const FileMapping* m_how;
    std::unique_ptr<std::FILE, CloseFile> m_file;
    TextDecoder m_decoder;
    std::unique_ptr<RowParser> m_parser;
    std::vector<Waiting> m_waiting;  ///< a heap, the earliest on top
    core::WallTime m_before{};       ///< of the row before
    std::uint64_t m_rows = 0;
    std::uint64_t m_back = 0;  ///< rows earlier than the one before
    std::uint64_t m_on = 0;    ///< or later
    std::uint64_t m_at_midnight = 0;
    bool m_noted = false;
};

}  // namespace carewall::feed
