#pragma once

#include "core/event.h"
#include "core/result.h"
#include "wire/decode_error.h"

#include <string>
#include <string_view>

namespace carewall::wire {

/// A topic of the contract, taken apart.
struct Topic {
    std::string floor;
    core::Subject subject = core::Subject::QueueNow;
    std::string id;      ///< queue, issue, metric, moment, notice or board; empty for voice and clock
    std::string source;  ///< who computed it; of queue and voice only
    bool operator==(const Topic&) const = default;
};

/// Reads `carewall/v1/{floor}/...`. Limits: topic_bytes, topic_levels, id_bytes; names are valid UTF-8 without control
/// characters. Any thread.
core::Result<Topic, DecodeError> parseTopic(std::string_view name);

/// The other way: parseTopic(topicName(topic)) == topic for names within the limits.
std::string topicName(const Topic& topic);

/// The subscription to all that a floor says: "carewall/v1/{floor}/#".
std::string floorFilter(std::string_view floor);

}  // namespace carewall::wire
