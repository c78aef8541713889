#pragma once

#include "board/board.h"
#include "board/recording.h"
#include "board/replay_clock.h"
#include "carewall/board_loop.h"

#include <QTimer>

#include <spdlog/spdlog.h>

#include <chrono>
#include <utility>

namespace carewall {

/// A recording in place of a broker: hands on what is due, and at speed 0 folds everything at once. GUI thread.
class Replay {
public:
    Replay(board::Player player, double speed, const core::Clock& real)
        : m_player(std::move(player)), m_at_once(speed <= 0),
          m_clock(real, m_player.nextAt().value_or(core::Instant{}), speed)
    {
    }

    const core::Clock& clock() const { return m_clock; }

    void start(board::Inbox& inbox, board::Board& board, BoardLoop& loop)
    {
        loop.happened(core::LinkChanged{core::LinkPhase::Up, {}});
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [&] {
            if (m_at_once)
                foldSome(inbox, board);
            else
                handOnDue(inbox);
            loop.turn();
            if (m_player.nextAt()) return;
            if (!m_player.trouble().empty()) spdlog::error("the recording breaks off {}", m_player.trouble());
            m_timer.stop();
        });
        m_timer.start(std::chrono::milliseconds{m_at_once ? 0 : 10});
    }

private:
    static constexpr int folded_a_frame = 500;

    void handOnDue(board::Inbox& inbox)
    {
        while (auto message = m_player.nextDue(m_clock.now()))
            inbox.put({message->topic, message->payload, message->retained}, message->received);
    }

    void foldSome(board::Inbox& inbox, board::Board& board)
    {
        for (int i = 0; i < folded_a_frame && m_player.nextAt(); ++i) {
            m_clock.moveTo(*m_player.nextAt());
            handOnDue(inbox);
            board.turn(m_clock.now());
        }
    }

    board::Player m_player;
    bool m_at_once;
    ReplayClock m_clock;
    QTimer m_timer;
};

}  // namespace carewall
