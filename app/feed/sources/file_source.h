#pragma once

#include "core/result.h"
#include "feed/sources/row_parser.h"
#include "feed/sources/row_reader.h"
#include "feed/sources/threads.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace carewall::feed {

/// A row that could not be read.
struct Unread {
    std::string file;
    std::uint64_t line = 0;
    std::string why;
    /// "answers.csv:12: has no conversation"
    std::string words() const { return file + ":" + std::to_string(line) + ": " + why; }
};

/// What became of the rows of all files.
struct ReadCounts {
    std::uint64_t rows = 0;
    std::uint64_t skipped = 0;  ///< by a rule of the mapping
    std::uint64_t refused = 0;
    std::array<std::uint64_t, 7> by_kind{};  ///< events handed out, by Kind
    std::vector<Unread> first_refused;       ///< the first of them, at most max_refusals_kept

    void refuse(std::string file, std::uint64_t line, std::string why);
};
inline constexpr std::size_t max_refusals_kept = 10;

/// When to give up on an export that cannot be read: more than `share` of at least `after` rows refused.
struct RefusalLimit {
    double share = 0.05;
    std::uint64_t after = 100;
    /// Empty while all is well; else the sentence that says why it stops.
    std::string trouble(const ReadCounts& counts) const;
};

/// Several files as one stream in the order of their times. Each is read as it goes, `reorder_rows` ahead: a file may
/// be out of order by so much, and a smaller one need not be sorted at all. A row that comes later than that is
/// refused. Rows of one time come in the order of the mapping's [[file]]s, then of their lines.
class FileSource {
public:
    static constexpr std::size_t reorder_rows = 16'384;

    /// Opens the files, each once for every [[file]] that it matches. `reader` and `mapping` must outlive this.
    /// The error is one sentence: no such file, or one that the mapping does not speak of.
    static core::Result<FileSource, std::string> open(const Mapping& mapping, RowReader& reader,
                                                      const std::vector<std::string>& paths, RefusalLimit limit = {});

    /// The next event; empty at the end. An error ends it: a file without a wanted column, or too many rows
    /// refused.
    core::Result<std::optional<ConversationEvent>, std::string> next();

    const ReadCounts& counts() const { return m_counts; }

private:
    struct CloseFile {
        void operator()(std::FILE* file) const noexcept { std::fclose(file); }
    };
    struct Waiting {
        Reading reading;
        std::uint64_t line = 0;
        bool operator>(const Waiting& other) const
        {
            return reading.what.at != other.reading.what.at ? reading.what.at > other.reading.what.at
                                                            : line > other.line;
        }
    };
    struct Input {
        std::string path;
        std::unique_ptr<std::FILE, CloseFile> file;
        const FileMapping* how = nullptr;
        std::unique_ptr<RowParser> parser;
        std::vector<Waiting> waiting;  ///< a heap, the earliest on top
    };

    FileSource(RowReader& reader, RefusalLimit limit) : m_reader{&reader}, m_limit{limit} {}
    core::Result<void, std::string> fill(Input& input);
    core::Result<void, std::string> readChunk(Input& input, std::vector<Row>& rows);
    void understand(Input& input, const std::vector<Row>& rows);
    void hand(Input& input);

    RowReader* m_reader;
    RefusalLimit m_limit;
    std::vector<Input> m_inputs;
    std::vector<ConversationEvent> m_ready;  ///< newest first, so that the next is at the back
    Threads m_threads;
    ReadCounts m_counts;
    core::WallTime m_last{};
};

/// Rows as they come in on one stream, e.g. standard input. Nothing waits for anything earlier.
class LiveSource {
public:
    /// `reader` and `how` must outlive this.
    LiveSource(RowReader& reader, const FileMapping& how, Format format, std::string name, RefusalLimit limit = {});

    /// What the bytes complete. A row's time later than `now` counts as `now`.
    core::Result<std::vector<ConversationEvent>, std::string> take(std::string_view bytes, core::WallTime now);
    /// The stream has ended: what was still open.
    core::Result<std::vector<ConversationEvent>, std::string> finish(core::WallTime now);

    const ReadCounts& counts() const { return m_counts; }

private:
    core::Result<std::vector<ConversationEvent>, std::string> understand(const std::vector<Row>& rows,
                                                                         core::WallTime now);

    RowReader& m_reader;
    const FileMapping& m_how;
    std::string m_name;
    RefusalLimit m_limit;
    std::unique_ptr<RowParser> m_parser;
    Threads m_threads;
    ReadCounts m_counts;
};

/// The format and separator of a file: as its mapping says, else by the name's ending (.jsonl, .ndjson, .json: JSON
/// lines; .tsv: tabs; anything else: CSV with commas).
Format formatOf(const FileMapping& how, std::string_view path);
char separatorOf(const FileMapping& how, std::string_view path);

/// The word list's path: as written, or beside the mapping file, or beside the first of `paths`. The error names where
/// it was looked for. Empty when the mapping names none.
core::Result<std::string, std::string> findWordList(const Mapping& mapping, const std::vector<std::string>& paths);

}  // namespace carewall::feed
