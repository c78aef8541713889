#pragma once

#include "carewall/v1/header.pb.h"
#include "core/limits.h"
#include "wire/encode.h"
#include "wire/plain_text.h"

#include <google/protobuf/message.h>
#include <string>

/// Inside the room only: what all the writers share.
namespace carewall::wire {

/// The message as bytes, the same ones every time.
std::string written(const google::protobuf::Message& message, Encoding encoding);

inline std::string label(const std::string& text)
{
    return plainText(text, core::limits::label_chars);
}
inline std::string words(const std::string& text)
{
    return plainText(text, core::limits::text_chars);
}

}  // namespace carewall::wire
