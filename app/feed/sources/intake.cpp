#include "feed/sources/intake.h"

#include <algorithm>
#include <utility>

namespace carewall::feed {

core::Result<std::optional<Reading>, std::string> Intake::read(const FileMapping& how, const std::string& from, Row row,
                                                               std::optional<core::WallTime> arrival)
{
    ++m_counts.rows;
    const std::uint64_t line = row.line;
    if (!row.trouble.empty()) {
        m_counts.refuse(from, line, std::move(row.trouble));
        return std::nullopt;
    }
    auto reading = m_reader->read(how, std::move(row), arrival);
    if (!reading) {
        if (reading.error().stops && !m_live) return core::failure(Unread{from, line, reading.error().why}.words());
        m_counts.refuse(from, line, std::move(reading.error().why));
        return std::nullopt;
    }
    for (const std::size_t column : reading->left_out)
        ++m_counts.left_out[how.columns[column].name];
    const Reading::Outcome outcome = reading->outcome;
    m_counts.left_aside += outcome == Reading::Outcome::LeftAside ? 1 : 0;
    m_counts.did_not_happen += outcome == Reading::Outcome::DidNotHappen ? 1 : 0;
    if (outcome == Reading::Outcome::LeftAside || outcome == Reading::Outcome::DidNotHappen) return std::nullopt;
    return std::optional{std::move(*reading)};
}

void Intake::follow(Reading reading, std::vector<ConversationEvent>& out)
{
    switch (m_threads.follow(std::move(reading), out)) {
    case Threads::Followed::Taken:
        break;
    case Threads::Followed::PassedOver:
        ++m_counts.passed_over;
        m_counts.conversations_passed_over = m_threads.passedOver();
        break;
    case Threads::Followed::Double:
        ++m_counts.doubled;
        break;
    }
}

void Intake::refuse(const std::string& from, std::uint64_t line, std::string why)
{
    m_counts.refuse(from, line, std::move(why));
}

void Intake::note(const std::string& from, const std::vector<std::string>& notes)
{
    for (const std::string& words : notes) {
        // A file that several [[file]]s read says the same to each.
        std::string note = from + ": " + words;
        if (std::ranges::find(m_counts.notes, note) == m_counts.notes.end()) m_counts.notes.push_back(std::move(note));
    }
}

}  // namespace carewall::feed
