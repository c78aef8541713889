#pragma once

#include "board/board.h"
#include "core/figures.h"
#include "core/time.h"
#include "ui/wall.h"

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <string>

namespace carewall {

/// Turns the board and shows it: at once when something arrives after quiet, then at most once a frame, and each
/// second for the waits that tick. GUI thread, but for `wake` and `happened`.
class BoardLoop : public QObject {
public:
    struct Parts {
        const core::Clock& clock;
        board::Inbox& inbox;
        board::Board& board;
        ui::Wall& wall;
        core::BoardStatus identity;  ///< board, version, start: what does not change
    };
    /// `say` is handed the board's status when it changed (at most every two seconds) and every ten seconds.
    BoardLoop(const Parts& parts, std::function<void(const core::BoardStatus&)> say);
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
    void tick();
    void sayStatus();

    Parts m_parts;
    const std::function<void(const core::BoardStatus&)> m_say;
    QTimer m_frame;  ///< runs while the frame after a turn has not passed
    QTimer m_second;
    bool m_waits = false;  ///< something arrived during that frame
    std::uint64_t m_frames = 0;
    std::uint64_t m_said_changes = 0;
    core::SteadyTime m_said{};
};

}  // namespace carewall
