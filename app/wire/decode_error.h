#pragma once

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
        Value,       ///< readable, but a field cannot be true or passes a limit
    };
    Kind kind = Kind::Unreadable;
    std::string why;  ///< what was wrong, where (field path), what would be right; clean text in one line
    bool operator==(const DecodeError&) const = default;
};

}  // namespace carewall::wire
