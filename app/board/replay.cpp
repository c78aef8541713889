#include "board/replay.h"

#include <algorithm>
#include <utility>

namespace carewall::board {
namespace {

/// As a live board: who reports often is folded a frame at a time.
constexpr core::Milliseconds frame{50};
constexpr core::Seconds second{1};
constexpr core::Seconds minute{60};
/// All that silence changes has changed by then.
constexpr core::Seconds gap{600};

}  // namespace

Replay::Replay(Player player, ReplayClock& clock, Inbox& inbox, Board& board)
    : m_player(std::move(player)), m_clock(clock), m_inbox(inbox), m_board(board),
      m_told(m_player.nextAt().value_or(core::Instant{})), m_tick(m_told.steady + second)
{
    m_board.happened({m_told, core::LinkChanged{core::LinkPhase::Up, {}}});
    m_board.turn(m_told);
    gather();
}

void Replay::play(int at_most)
{
    for (int i = 0; i < at_most; ++i) {
        if (m_clock.stands() && ended()) return;
        if (!m_clock.stands() && next() > m_clock.now().steady) return;
        step();
        if (m_clock.stands()) m_clock.moveTo(m_board.snapshot().at);
    }
}

core::SteadyTime Replay::next() const
{
    return m_batch.empty() ? m_tick : std::min(m_tick, m_batch.back().received.steady);
}

void Replay::step()
{
    const core::SteadyTime now = std::max(next(), m_board.snapshot().at.steady);
    const bool told = !m_batch.empty() && m_batch.back().received.steady <= now;
    if (told) {
        for (const core::Message& message : m_batch)
            m_inbox.put({message.topic, message.payload, message.retained}, message.received);
        m_told = m_batch.back().received;
        gather();
    }
    m_board.turn({m_told.wall + (now - m_told.steady), now});
    const bool quiet = !m_batch.empty() && now - m_told.steady >= gap;
    if (m_tick <= now)
        m_tick = now + (quiet ? minute : second);
    else
        m_tick = std::min(m_tick, now + second);  // a gap is over
}

/// Takes the messages of the next frame.
void Replay::gather()
{
    m_batch.clear();
    const auto first = m_player.nextAt();
    if (!first) return;
    while (m_player.nextAt() && m_player.nextAt()->steady < first->steady + frame)
        m_batch.push_back(*m_player.nextDue(*m_player.nextAt()));
}

}  // namespace carewall::board
