#pragma once

#include "core/result.h"
#include "wire/decode_error.h"

#include <google/protobuf/message.h>
#include <string_view>

/// Inside the room only: what decode.cpp stands on.
namespace carewall::wire {

/// Parses protobuf or protobuf JSON into `into` and tells what it does not know. Bounds size and nesting first; refuses
/// a report without a known field or without what it is about.
core::Result<Unknown, DecodeError> parsePayload(std::string_view payload, google::protobuf::Message& into);

}  // namespace carewall::wire
