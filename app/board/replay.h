#pragma once

#include "board/board.h"
#include "board/inbox.h"
#include "board/recording.h"
#include "board/replay_clock.h"
#include "core/time.h"

#include <string>
#include <vector>

namespace carewall::board {

/// Plays a recording to a board: a turn at each second of the recording's time, and one for the messages of a frame.
/// What is played decides when turns are, never how fast: at any speed they are at the same recorded instants, so that
/// alarms, tones and scenes are the same. (Through a gap of more than ten minutes there is a turn a minute.)
/// Thread: the folding one.
class Replay {
public:
    /// All outlive this; the clock begins at the player's first message. From here on the link counts as up.
    Replay(Player player, ReplayClock& clock, Inbox& inbox, Board& board);

    /// Plays the turns that are due by the clock; at speed 0 those to come, and moves the clock. Who calls it once a
    /// frame limits it to what a frame has time for: what is left is played by the next calls. After the recording's
    /// end time goes on, but for speed 0.
    void play(int at_most);

    /// Whether it is played as fast as it goes, and no further than to its end.
    bool atOnce() const { return m_clock.stands(); }
    /// Whether all messages have been played.
    bool ended() const { return m_batch.empty(); }
    /// What was wrong with the rest of the file; empty when it ended well.
    const std::string& trouble() const { return m_player.trouble(); }

private:
    core::SteadyTime next() const;
    void step();
    void gather();

    Player m_player;
    ReplayClock& m_clock;
    Inbox& m_inbox;
    Board& m_board;
    core::Instant m_told;     ///< by the newest message played: the recording's wall clock beside its steady one
    core::SteadyTime m_tick;  ///< when a second is over next
    std::vector<core::Message> m_batch;  ///< of the next frame that has any
};

}  // namespace carewall::board
