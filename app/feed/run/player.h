#pragma once

#include "core/result.h"
#include "core/time.h"
#include "feed/conversation/source.h"
#include "feed/ledger/ledger.h"
#include "feed/ledger/reporter.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace carewall::feed {

/// Plays a source into a ledger and says what is to be told of it. Reads no clock and never waits: each step is given
/// the time, and between two of them the caller waits as `source().wait()` says, or as it likes.
/// One thread at a time.
class Player {
public:
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;
    virtual ~Player() = default;

    /// The first words, before anything is played.
    virtual std::vector<Report> first() { return {}; }
    /// Plays up to now and says what is to be told. An error is the source's, and ends it.
    virtual core::Result<std::vector<Report>, std::string> step(core::Instant now) = 0;
    /// Everything was played.
    bool ended() const { return m_ended; }
    /// The last words, also when it is stopped before its end.
    virtual std::vector<Report> last(core::Instant now) = 0;

    /// The floor's time.
    core::WallTime floor() const { return m_floor; }
    const Ledger& ledger() const { return m_ledger; }
    Reporter& reporter() { return m_reporter; }
    const Source& source() const { return m_source; }
    /// Events played.
    std::uint64_t played() const { return m_played; }

protected:
    Player(Source& source, Ledger ledger, Reporter reporter)
        : m_source{source}, m_ledger{std::move(ledger)}, m_reporter{std::move(reporter)}
    {
    }

    void take(const ConversationEvent& event)
    {
        m_ledger.take(event);
        ++m_played;
    }

    Source& m_source;
    Ledger m_ledger;
    Reporter m_reporter;
    core::WallTime m_floor{};
    bool m_ended = false;
    std::uint64_t m_played = 0;
};

}  // namespace carewall::feed
