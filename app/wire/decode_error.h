#pragma once

#include "wire/unknown.h"

#include <cstdint>
#include <string>

namespace carewall::wire {

/// Why bytes did not become a value.
struct DecodeError {
    enum class Kind : std::uint8_t {
        Topic,       ///< not a topic of the contract
        Status,      ///< a board's own status: not a report and nothing wrong, boards skip it without counting
        TooLarge,    ///< payload over limits::payload_bytes, not looked at
        Unreadable,  ///< neither the message in protobuf nor in JSON, or nested too deep
        Value,       ///< readable, but a field cannot be true, passes a limit, or what the report is about is missing
    };
    Kind kind = Kind::Unreadable;
    std::string why;       ///< what was wrong, where (field path), what would be right; clean text in one line
    Unknown unknown = {};  ///< what the message had that this board does not know, as far as it was read
    bool operator==(const DecodeError&) const = default;
};

}  // namespace carewall::wire
