#pragma once

#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace carewall::feed {

/// Limits on what is read from one file.
inline constexpr std::size_t max_row_bytes = 1024 * 1024;
inline constexpr std::size_t max_columns = 512;

/// Between the elements of a JSON array that was read into one field.
inline constexpr char element_separator = '\x1f';

/// A column that is looked for.
struct WantedColumn {
    std::string name;
    bool needed = false;  ///< a file without it cannot be read; else it reads as empty, and that is told
};

/// One row of a file: the wanted columns in the wanted order, or why it cannot be read.
struct Row {
    std::uint64_t line = 0;           ///< on which it begins, from 1
    std::vector<std::string> fields;  ///< one a wanted column; empty when there is trouble
    std::string trouble;              ///< not empty: unreadable, and why; never any of its content
};

enum class Format : std::uint8_t {
    Csv,   ///< a header row, then rows; quotes as in RFC 4180
    Json,  ///< objects, one a line or in an array; a column is a key, or a path such as "user.id"
};

/// What of a file is to be read, and how.
struct RowFormat {
    Format format = Format::Csv;
    char separator = 0;  ///< of CSV; 0: of ',', ';', tab and '|' the one that the header row has most of
    std::vector<WantedColumn> wanted;
    std::vector<std::string> header;  ///< of CSV: the names of its columns, where it begins without them
    std::size_t preamble = 20;        ///< of CSV: so many rows may stand before the header
};

/// Turns a file's bytes, in chunks of any size, into rows. Holds at most one row (max_row_bytes) at a time; a longer
/// one becomes a Row with trouble and reading goes on at the next line. Bytes are UTF-8.
/// Not for several threads.
class RowParser {
public:
    RowParser() = default;
    RowParser(const RowParser&) = delete;
    RowParser& operator=(const RowParser&) = delete;
    virtual ~RowParser() = default;

    /// Appends the rows that the bytes complete. An error means that nothing of the file can be read: a header row
    /// without a needed column; words without the file's name: "line 1: has no column ...".
    virtual core::Result<void, std::string> feed(std::string_view bytes, std::vector<Row>& rows) = 0;
    /// The end of the file: appends the row that was still open.
    virtual core::Result<void, std::string> finish(std::vector<Row>& rows) = 0;

    /// The columns that there are, as far as they were seen; of JSON only where none is wanted.
    virtual std::vector<std::string> names() const = 0;

    /// What a reader should know of the file as a whole, once: columns that it lacks, lines before its header.
    std::vector<std::string> takeNotes() { return std::exchange(m_notes, {}); }

protected:
    void note(std::string words) { m_notes.push_back(std::move(words)); }

private:
    std::vector<std::string> m_notes;
};

/// A parser that hands out the wanted columns, in their order.
std::unique_ptr<RowParser> makeRowParser(RowFormat how);

/// "; did you mean \"topic\"?" of the name in `names` nearest to `word`, or nothing.
std::string didYouMean(std::string_view word, const std::vector<std::string>& names);

}  // namespace carewall::feed
