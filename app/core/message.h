#pragma once

#include "core/time.h"

#include <string>
#include <string_view>

namespace carewall::core {

/// What the broker handed over, not yet looked at. Payload is protobuf or JSON bytes.
struct Message {
    std::string topic;
    std::string payload;
    Instant received;
    bool retained = false;  ///< the broker kept it from before we subscribed
    bool operator==(const Message&) const = default;
};

/// The same while libmosquitto still owns the bytes. Valid during the callback only.
struct MessageView {
    std::string_view topic;
    std::string_view payload;
    bool retained = false;
};

}  // namespace carewall::core
