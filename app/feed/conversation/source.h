#pragma once

#include "core/result.h"
#include "core/time.h"
#include "feed/conversation/conversation_event.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace carewall::feed {

/// Something that was brought and could not be read.
struct Unread {
    std::string file;  ///< or whatever else it came from
    std::uint64_t line = 0;
    std::string why;
    /// "answers.csv:12: has no conversation"
    std::string words() const { return file + ":" + std::to_string(line) + ": " + why; }
};
inline constexpr std::size_t max_refusals_kept = 10;

/// What became of all that a source was brought.
struct ReadCounts {
    std::uint64_t rows = 0;
    std::uint64_t left_aside = 0;                 ///< rows, by a rule of the mapping; they touch nothing else
    std::uint64_t passed_over = 0;                ///< rows of conversations that a rule passes over
    std::uint64_t conversations_passed_over = 0;  ///< and these conversations
    std::uint64_t did_not_happen = 0;             ///< rows whose time is empty
    std::uint64_t doubled = 0;                    ///< rows told before under the same id
    std::uint64_t refused = 0;
    std::map<std::string, std::uint64_t> left_out;  ///< values that could not be read and are not needed, by column
    std::vector<std::string> notes;                 ///< of a file as a whole: "tickets.csv: has no column \"csat\""
    std::array<std::uint64_t, kinds> by_kind{};     ///< events handed out, by Kind
    std::vector<Unread> first_refused;              ///< the first of them, at most max_refusals_kept

    void refuse(std::string file, std::uint64_t line, std::string why);
    void handedOut(const ConversationEvent& event) { ++by_kind.at(static_cast<std::size_t>(event.kind)); }
};

/// How to wait for what a source will hand out next. With both, whichever comes first.
struct SourceWait {
    bool ended = false;                     ///< nothing comes any more, and there is nothing to wait for
    std::optional<int> descriptor;          ///< a file descriptor that can be read when more has come: for poll(2)
    std::optional<core::SteadyTime> until;  ///< when it wants to be asked again
    bool operator==(const SourceWait&) const = default;
};

/// Hands out what happens between customers and brand: files, standard input, a simulation, and whatever else brings
/// conversations. Never waits and reads no clock: it says how to wait, and whoever plays it does. Not for several
/// threads.
class Source {
public:
    virtual ~Source() = default;

    /// What it is called where it is spoken of: "standard input".
    virtual std::string name() const = 0;
    /// Takes in what has come, a bounded piece at a time; what says nothing else happened `now`. An error ends the
    /// source.
    virtual core::Result<void, std::string> receive(core::Instant now);
    /// The next event of those at hand; empty when there is none. Of a source that has everything at hand (files, a
    /// simulation) in the order of their times, and empty at the end. An error ends the source.
    virtual core::Result<std::optional<ConversationEvent>, std::string> next() = 0;
    /// For what to wait once next() came out empty.
    virtual SourceWait wait() const = 0;
    virtual const ReadCounts& counts() const = 0;

protected:
    Source() = default;
    Source(const Source&) = default;
    Source(Source&&) = default;
    Source& operator=(const Source&) = default;
    Source& operator=(Source&&) = default;
};

}  // namespace carewall::feed
