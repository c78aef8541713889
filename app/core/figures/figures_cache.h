#pragma once

#include "core/figures/queue_figures.h"
#include "core/figures/voice_figures.h"

#include <map>
#include <string>

namespace carewall::core {

/// What figures() keeps from one call to the next, so that it need not go through half a day again because one customer
/// came: sums of closed slots by revision, forecasts made within the last second, voices ranked in this minute. A
/// value, of the history of one State; queues that went are forgotten. It may be dropped at any moment: what it saves
/// is worked out again, and no tone hangs on it. Some 10 KB a queue's source.
struct FiguresCache {
    std::map<std::string, QueueCache> queues;
    VoiceCache voice;
};

}  // namespace carewall::core
