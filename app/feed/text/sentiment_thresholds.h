#pragma once

namespace carewall::feed {

/// How sentiment in [-5, 5] becomes a voice's sign and its rung on the ladder.
struct SentimentThresholds {
    double neutral = 0.5;  ///< |sentiment| below this is neither positive nor negative
    double anger = -3;     ///< at most this: anger
    double like = 1;       ///< at least this: like; and of a helper in the community: defend
    double love = 3;       ///< at least this: love
};

}  // namespace carewall::feed
