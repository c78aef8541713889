#pragma once

#include "core/event.h"
#include "core/figures/board_status.h"
#include "core/message.h"

#include <string>
#include <vector>

/// The golden messages: what each pair of files in golden/ must decode to, written out by hand.
namespace carewall::golden {

struct Golden {
    std::string name;  ///< golden/{name}.json and golden/{name}.pb.hex
    std::string topic;
    core::Event event;
};

/// When all golden messages arrive.
core::Instant arrival();
/// One or more of every message that a board reads.
std::vector<Golden> all();
/// What golden/board_status.* say. Boards write it and do not read it.
core::BoardStatus status();

/// The file's bytes: JSON as it stands, protobuf out of its hex. Fails the test when it is missing.
std::string json(const std::string& name);
std::string protobuf(const std::string& name);

core::Message message(const std::string& topic, const std::string& payload);

/// The event's report as payload, with either encoding's number of wire::Encoding.
std::string encoded(const core::Event& event, bool as_json);
bool same(const core::Event& one, const core::Event& other);
/// For a failed comparison: which alternative, which ids, the report as JSON.
std::string told(const core::Event& event);

}  // namespace carewall::golden
