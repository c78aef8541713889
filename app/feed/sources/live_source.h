#pragma once

#include "core/result.h"
#include "core/time.h"
#include "feed/conversation/source.h"
#include "feed/sources/intake.h"
#include "feed/sources/mapping.h"
#include "feed/sources/refusal_limit.h"
#include "feed/sources/row_parser.h"
#include "feed/sources/row_reader.h"
#include "feed/sources/text_decoder.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace carewall::feed {

/// Rows as they come in on one stream, e.g. standard input. Nothing waits for anything earlier, and what says that it
/// is of later than now is of now. Memory: the events of one piece of the stream (64 KiB).
class LiveSource final : public Source {
public:
    /// `format` empty: as the mapping says, else JSON where the first letter is "{" or "[". Reads from `descriptor`,
    /// which stays the caller's. `reader` and `how` must outlive this.
    LiveSource(RowReader& reader, const FileMapping& how, std::optional<Format> format, std::string name,
               RefusalLimit limit, int descriptor);

    std::string name() const override { return m_name; }
    /// Reads once, where that takes no waiting.
    core::Result<void, std::string> receive(core::Instant now) override;
    core::Result<std::optional<ConversationEvent>, std::string> next() override;
    SourceWait wait() const override;
    const ReadCounts& counts() const override { return m_intake.counts(); }

    /// What the bytes complete is to be handed out. receive() does it with what it reads.
    core::Result<void, std::string> take(std::string_view bytes, core::WallTime now);
    /// The stream has ended: what was still open is handed out, too.
    core::Result<void, std::string> finish(core::WallTime now);

private:
    void begin();
    core::Result<void, std::string> takeText(std::string text, core::WallTime now);
    core::Result<void, std::string> understand(std::vector<Row>& rows, core::WallTime now);

    Intake m_intake;
    const FileMapping& m_how;
    std::optional<Format> m_format;
    std::string m_name;
    int m_descriptor;
    bool m_ended = false;
    TextDecoder m_decoder;
    std::string m_head;                   ///< until its form is known
    std::unique_ptr<RowParser> m_parser;  ///< from the first letter on
    std::deque<ConversationEvent> m_ready;
};

/// The [[file]] for standard input: the one that says so ("-"), else the first.
const FileMapping& ofStandardInput(const Mapping& mapping);

}  // namespace carewall::feed
