#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace carewall::wire {

/// Fields and enum values of a message that this board does not know.
struct Unknown {
    std::uint64_t count = 0;
    /// Where they stand ("wating", "target.percent", "severity=HUGE", in protobuf "#17"): plain text, each once, at
    /// most limits::unknown_names of at most limits::unknown_name_bytes.
    std::vector<std::string> names;
    bool operator==(const Unknown&) const = default;

    /// Counts one more and keeps its name while there is room.
    void add(std::string_view name);
};

}  // namespace carewall::wire
