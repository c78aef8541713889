#pragma once

#include "core/message.h"
#include "core/result.h"
#include "wire/decode_error.h"

#include <optional>
#include <string>
#include <string_view>

namespace carewall::wire {

/// One entry of a recording: its length as a varint, then the message as RecordedMessage. Entries follow each other
/// without anything between. Holds topic and payload as they came, bytes that decode refuses too.
std::string encodeRecorded(const core::Message& message);

/// Takes one entry off the front of `bytes`; an empty optional at the end. On an error (a cut or damaged recording)
/// `bytes` stays where it is. Any thread.
core::Result<std::optional<core::Message>, DecodeError> nextRecorded(std::string_view& bytes);

}  // namespace carewall::wire
