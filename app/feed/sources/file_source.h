#pragma once

#include "core/result.h"
#include "feed/conversation/source.h"
#include "feed/sources/file_rows.h"
#include "feed/sources/intake.h"
#include "feed/sources/mapping.h"
#include "feed/sources/refusal_limit.h"
#include "feed/sources/row_reader.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace carewall::feed {

/// Several files as one stream in the order of their times. Each is read as it goes, `reorder_rows` ahead: a file may
/// be out of order by so much, and a smaller one need not be sorted at all; one that is sorted the other way round, or
/// not at all, is read whole. A row that comes later than that is refused. Rows of one instant come in the order of
/// what can follow what (asked, replied, resolved), or where the mapping says so as they are written; then in the order
/// of the mapping's [[file]]s and of their lines.
class FileSource final : public Source {
public:
    static constexpr std::size_t reorder_rows = 16'384;
    static constexpr std::size_t max_rows_whole = 4'000'000;

    /// Opens the files, each once for every [[file]] that it matches. `reader` and `mapping` must outlive this.
    /// The error is one sentence: no such file, or one that the mapping does not speak of.
    static core::Result<FileSource, std::string> open(const Mapping& mapping, RowReader& reader,
                                                      const std::vector<std::string>& paths, RefusalLimit limit = {});

    /// "tickets.csv, answers.csv"
    std::string name() const override;
    /// Empty at the end of all files. An error ends it: a file without a needed column, one whose times cannot be true,
    /// or too many rows refused.
    core::Result<std::optional<ConversationEvent>, std::string> next() override;
    /// Everything is at hand: there is nothing to wait for.
    SourceWait wait() const override { return {true, {}, {}}; }
    const ReadCounts& counts() const override { return m_intake.counts(); }

private:
    FileSource(RowReader& reader, RefusalLimit limit) : m_intake{reader, limit, false} {}
    core::Result<void, std::string> fill(FileRows& input);
    core::Result<void, std::string> understand(FileRows& input, std::vector<Row>& rows);
    void hand(FileRows& input);

    Intake m_intake;
    std::vector<FileRows> m_inputs;
    std::vector<ConversationEvent> m_ready;  ///< newest first, so that the next is at the back
    core::WallTime m_last{};
};

/// The word list's path: as written, or beside the mapping file, or beside the first of `paths`. The error names where
/// it was looked for. Empty when the mapping names none.
core::Result<std::string, std::string> findWordList(const Mapping& mapping, const std::vector<std::string>& paths);

}  // namespace carewall::feed
