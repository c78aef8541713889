#pragma once

#include "core/result.h"
#include "feed/conversation/source.h"
#include "feed/sources/mapping.h"
#include "feed/sources/refusal_limit.h"
#include "feed/sources/row_parser.h"
#include "feed/sources/row_reader.h"
#include "feed/sources/threads.h"

#include <optional>
#include <string>
#include <vector>

/// Inside the room only: what every source does with the rows that it is brought, and the counts of it.
namespace carewall::feed {

class Intake {
public:
    /// `reader` must outlive this. A source of what happens now goes on whatever a row says.
    Intake(RowReader& reader, RefusalLimit limit, bool live) : m_reader{&reader}, m_limit{limit}, m_live{live} {}

    /// What a row says; empty where nothing is to be done any more. An error ends the source.
    core::Result<std::optional<Reading>, std::string> read(const FileMapping& how, const std::string& from, Row row,
                                                           std::optional<core::WallTime> arrival = std::nullopt);
    /// Appends what a reading amounts to, beside those before it. In the order of their times, or of their arrival.
    void follow(Reading reading, std::vector<ConversationEvent>& out);
    void refuse(const std::string& from, std::uint64_t line, std::string why);
    void note(const std::string& from, const std::vector<std::string>& notes);
    void handedOut(const ConversationEvent& event) { m_counts.handedOut(event); }

    /// Empty while all is well; else the sentence that says why it stops.
    std::string trouble() const { return m_limit.trouble(m_counts); }
    const ReadCounts& counts() const { return m_counts; }

private:
    RowReader* m_reader;
    RefusalLimit m_limit;
    bool m_live;
    Threads m_threads;
    ReadCounts m_counts;
};

}  // namespace carewall::feed
