#pragma once

#include "carewall_feed/feed_link.h"
#include "carewall_feed/feed_state.h"
#include "carewall_feed/feed_terminal.h"
#include "core/time.h"
#include "feed/run/player.h"

#include <functional>
#include <string>

namespace carewall {

/// How a run is played.
struct PlayOptions {
    bool at_once = false;  ///< as fast as the broker takes it, and not at the clock's pace
    bool live = false;     ///< what happens now: what cannot be read is told when it comes, there is no end to wait for
    Progress progress;
    std::function<bool()> stopped;  ///< true ends it before its time
};

/// Plays a run to its end, or until it is stopped: waits as its source says, steps it, sends what it tells, keeps what
/// it learned. Afterwards the link is closed. What went wrong; empty: nothing.
std::string play(feed::Player& run, FeedLink& link, FeedState& state, PlayOptions how, const core::Clock& clock);

}  // namespace carewall
