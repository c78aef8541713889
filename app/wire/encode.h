#pragma once

#include "core/figures/board_status.h"
#include "core/report.h"

#include <cstdint>
#include <string>

namespace carewall::wire {

enum class Encoding : std::uint8_t {
    Protobuf,
    Json,  ///< canonical protobuf JSON with the field names of the .proto files, in one line
};

/// A value as payload bytes. The same value gives the same bytes; texts are cut to their limits as decode would.
/// Sketches go in whichever of the sparse and dense forms is smaller. Does not check what decode checks: a feed that
/// breaks a duty finds its report refused. Any thread.
std::string encode(const core::QueueNow& report, Encoding encoding = Encoding::Protobuf);
std::string encode(const core::QueueDay& report, Encoding encoding = Encoding::Protobuf);
std::string encode(const core::VoiceNow& report, Encoding encoding = Encoding::Protobuf);
std::string encode(const core::VoiceDay& report, Encoding encoding = Encoding::Protobuf);
std::string encode(const core::IssueNote& report, Encoding encoding = Encoding::Protobuf);
std::string encode(const core::Metric& report, Encoding encoding = Encoding::Protobuf);
std::string encode(const core::Moment& report, Encoding encoding = Encoding::Protobuf);
std::string encode(const core::Notice& report, Encoding encoding = Encoding::Protobuf);
std::string encode(const core::FloorClock& report, Encoding encoding = Encoding::Protobuf);
std::string encode(const core::BoardCommand& report, Encoding encoding = Encoding::Protobuf);
/// As the words in board.proto; also the board's will, with online = false.
std::string encode(const core::BoardStatus& status, Encoding encoding = Encoding::Protobuf);

}  // namespace carewall::wire
