#pragma once

#include "board/board.h"
#include "board/flood_watch.h"
#include "board/replay.h"
#include "board/status_plan.h"
#include "core/time.h"
#include "ui/wall.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace carewall {

/// Turns the board and shows it: at once when something arrives after quiet, then at most once a frame, and for the
/// waits that tick a second after the last turn. A replay is played each frame instead. GUI thread, but for `wake` and
/// `happened`.
class BoardLoop : public QObject {
public:
    struct Parts {
        const core::Clock& clock;
        board::Inbox& inbox;
        board::Board& board;
        ui::Wall& wall;
        core::BoardStatus identity;       ///< board, version, start: what does not change
        board::Replay* replay = nullptr;  ///< in place of a broker
    };
    /// What the loop asks of the link to the broker; each may be empty.
    struct Link {
        /// Handed the board's status when the link changes and when board::StatusPlan says so.
        std::function<void(const core::BoardStatus&)> say;
        /// Asks for all retained messages again; called when board::FloodWatch says so.
        std::function<void()> refresh;
        /// Told when the board begins to listen for other floors, and when it no longer does.
        std::function<void(bool wanted)> listen;
    };
    BoardLoop(const Parts& parts, Link link);
    BoardLoop(const BoardLoop&) = delete;
    BoardLoop& operator=(const BoardLoop&) = delete;
    ~BoardLoop() override;

    /// Something waits in the inbox. Any thread.
    void wake();
    /// Something happened that is no message. Any thread.
    void happened(decltype(core::Event::what) what);

    /// Folds and shows now.
    void turn();
    /// Of a replay at once: some of the recording is still to be played.
    bool unplayed() const { return m_parts.replay && m_parts.replay->atOnce() && !m_parts.replay->ended(); }
    /// The status as it would be said now.
    core::BoardStatus status() const;

private:
    void turnOfFrame();
    void playFrame();
    void housekeeping();
    void sayStatus();

    Parts m_parts;
    const Link m_link;
    QTimer m_frame;  ///< runs when something arrived before the frame after a turn had passed, and through a replay
    QTimer m_second;
    QTimer m_housekeeping;                             ///< each second, for floods and the status
    std::chrono::steady_clock::time_point m_turned{};  ///< the last frame's turn; real time, also in a replay
    std::uint64_t m_frames = 0;
    board::StatusPlan m_plan;
    board::FloodWatch m_flood;
    bool m_listens = false;
};

}  // namespace carewall
