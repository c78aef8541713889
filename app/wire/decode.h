#pragma once

#include "core/event.h"
#include "core/message.h"
#include "core/result.h"
#include "wire/decode_error.h"

namespace carewall::wire {

/// What a message said.
struct Decoded {
    core::Event event;  ///< with the message's arrival and whether it was retained
    Unknown unknown;    ///< fields and enum values this board does not know: left out, not an error
};

/// Turns a raw message into an event; an empty payload into core::Withdrawn.
/// A payload whose first byte (after white space or a byte order mark) is '{' is protobuf JSON, any other is protobuf.
/// Texts come out plain (no control or bidi override characters) and cut to their limits; a value that cannot be true
/// or passes a limit refuses the whole report, and so does leaving out what it is about. Other fields left out take
/// defaults: proto/README.md lists them.
/// Pure, any thread, never throws on any bytes. Costs nothing beyond the payload's size: the cap is checked first.
core::Result<Decoded, DecodeError> decode(const core::Message& message, core::Origin origin = core::Origin::Live);

}  // namespace carewall::wire
