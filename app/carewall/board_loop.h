#pragma once

#include "board/board.h"
#include "core/figures/figures.h"
#include "core/stage/stage.h"
#include "core/time.h"
#include "ui/wall.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace carewall {

/// Turns the board and shows it: at once when something arrives after quiet, then at most once a frame, and for the
/// waits that tick a second after the last turn. GUI thread, but for `wake` and `happened`.
class BoardLoop : public QObject {
public:
    struct Parts {
        const core::Clock& clock;
        board::Inbox& inbox;
        board::Board& board;
        ui::Wall& wall;
        core::BoardStatus identity;  ///< board, version, start: what does not change
    };
    /// What the loop asks of the link to the broker; each may be empty.
    struct Link {
        /// Handed the board's status within a second when another scene is shown or an alarm stands or ends, when
        /// anything else changed at most every two seconds, and every ten seconds.
        std::function<void(const core::BoardStatus&)> say;
        /// Asks for all retained messages again. Called when a flood is over: a broker whose queue for us was full
        /// dropped the newest, and a topic that then falls silent would stay stale on the wall.
        std::function<void()> refresh;
        /// Told when the board begins to await its first report with the link up, and when it no longer does.
        std::function<void(bool awaits)> await;
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
    /// The status as it would be said now.
    core::BoardStatus status() const;

private:
    /// What a status is waited for.
    struct Awaited {
        core::Scene scene = core::Scene::Floor;
        core::Why why{};
        std::vector<std::string> alarms;
        bool operator==(const Awaited&) const = default;
    };

    Awaited awaited() const;
    void turnOfFrame();
    void housekeeping();
    void watchFlood();
    void watchAwaiting();
    void sayStatus();

    Parts m_parts;
    const Link m_link;
    QTimer m_frame;  ///< runs when something arrived before the frame after a turn had passed
    QTimer m_second;
    QTimer m_housekeeping;                             ///< each second, for floods and the status
    std::chrono::steady_clock::time_point m_turned{};  ///< the last frame's turn; real time, also in a replay
    std::uint64_t m_frames = 0;
    std::uint64_t m_said_changes = 0;
    Awaited m_said_awaited;
    core::SteadyTime m_said{};
    std::uint64_t m_received = 0;  ///< messages by the last second
    int m_flood_seconds = 0;
    bool m_awaits = false;
};

}  // namespace carewall
