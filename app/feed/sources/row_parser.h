#pragma once

#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace carewall::feed {

/// Limits on what is read from one file.
inline constexpr std::size_t max_row_bytes = 1024 * 1024;
inline constexpr std::size_t max_columns = 512;

/// Between the elements of a JSON array that was read into one field.
inline constexpr char element_separator = '\x1f';

/// One row of a file: the wanted columns in the wanted order, or why it cannot be read.
struct Row {
    std::uint64_t line = 0;           ///< on which it begins, from 1
    std::vector<std::string> fields;  ///< one a wanted column; empty when there is trouble
    std::string trouble;              ///< not empty: unreadable, and why; never any of its content
};

enum class Format : std::uint8_t {
    Csv,        ///< a header row, then rows; quotes as in RFC 4180
    JsonLines,  ///< one object a line; a column is a key, or a path such as "user.id"
};

/// Turns a file's bytes, in chunks of any size, into rows. Holds at most one row (max_row_bytes) at a time; a longer
/// one becomes a Row with trouble and reading goes on at the next line. Skips a UTF-8 byte order mark.
/// Not for several threads.
class RowParser {
public:
    RowParser() = default;
    RowParser(const RowParser&) = delete;
    RowParser& operator=(const RowParser&) = delete;
    virtual ~RowParser() = default;

    /// Appends the rows that the bytes complete. An error means that nothing of the file can be read: UTF-16, or a
    /// header row without a wanted column; words without the file's name: "line 1: has no column ...".
    core::Result<void, std::string> feed(std::string_view bytes, std::vector<Row>& rows);
    /// The end of the file: appends the row that was still open.
    core::Result<void, std::string> finish(std::vector<Row>& rows);

protected:
    virtual core::Result<void, std::string> parse(std::string_view bytes, std::vector<Row>& rows) = 0;
    virtual core::Result<void, std::string> close(std::vector<Row>& rows) = 0;

private:
    std::size_t m_mark_bytes = 0;  ///< of the byte order mark seen; past its length: the file has begun
};

/// A parser that hands out the columns named in `wanted`. `separator` is of CSV alone.
std::unique_ptr<RowParser> makeRowParser(Format format, char separator, std::vector<std::string> wanted);

/// "; did you mean \"topic\"?" of the name in `names` nearest to `word`, or nothing.
std::string didYouMean(std::string_view word, const std::vector<std::string>& names);

}  // namespace carewall::feed
