#pragma once

#include <google/protobuf/descriptor.h>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Inside the room only: what each report is about, without which it would be read as zeros.
namespace carewall::wire {

/// What a message is about.
struct Need {
    std::string_view message;
    std::string_view missing;  ///< "waiting is left out"
    std::string_view needs;    ///< "a queue's report needs at least waiting"
    std::string_view example;
    /// Any one of them will do; none listed: any field but the header.
    std::vector<std::string_view> fields;
    /// A program's own report may leave zeros and empty lists out: its header says which of its reports it is.
    bool zero_by_header = false;
};

/// Of one of the reports that a board reads.
const Need& needOf(const google::protobuf::Descriptor& report);

/// Whether an object inside a report is wrong when none of its fields but its times is known.
bool mustSayMore(const google::protobuf::Descriptor& part);

/// " (unknown: wating); did you mean 'waiting'?", without the question where no field is near, empty without strangers.
std::string strangerWords(std::span<const std::string> strangers, const google::protobuf::Descriptor& message);

/// Why the report says nothing: `trouble`, the strangers in it, and what it needs.
std::string needWords(std::string_view trouble, std::span<const std::string> strangers,
                      const google::protobuf::Descriptor& report);

/// "a QueueNow".
std::string oneOf(const google::protobuf::Descriptor& report);

}  // namespace carewall::wire
