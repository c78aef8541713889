#pragma once

#include "core/result.h"
#include "feed/conversation/source.h"
#include "feed/sources/mapping.h"
#include "feed/sources/refusal_limit.h"
#include "feed/sources/row_parser.h"
#include "feed/sources/row_reader.h"
#include "feed/sources/threads.h"

#include <cstdint>
#include <cstdio>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace carewall::feed {

/// Several files as one stream in the order of their times. Each is read as it goes, `reorder_rows` ahead: a file may
/// be out of order by so much, and a smaller one need not be sorted at all. A row that comes later than that is
/// refused. Rows of one time come in the order of the mapping's [[file]]s, then of their lines.
class FileSource final : public Source {
public:
    static constexpr std::size_t reorder_rows = 16'384;

    /// Opens the files, each once for every [[file]] that it matches. `reader` and `mapping` must outlive this.
    /// The error is one sentence: no such file, or one that the mapping does not speak of.
    static core::Result<FileSource, std::string> open(const Mapping& mapping, RowReader& reader,
                                                      const std::vector<std::string>& paths, RefusalLimit limit = {});

    /// "tickets.csv, answers.csv"
    std::string name() const override;
    /// Empty at the end of all files. An error ends it: a file without a wanted column, or too many rows refused.
    core::Result<std::optional<ConversationEvent>, std::string> next() override;
    /// Everything is at hand: there is nothing to wait for.
    SourceWait wait() const override { return {true, {}, {}}; }
    const ReadCounts& counts() const override { return m_counts; }

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

/// The word list's path: as written, or beside the mapping file, or beside the first of `paths`. The error names where
/// it was looked for. Empty when the mapping names none.
core::Result<std::string, std::string> findWordList(const Mapping& mapping, const std::vector<std::string>& paths);

}  // namespace carewall::feed
