#pragma once

#include "core/report.h"
#include "core/service_level.h"

#include <optional>
#include <string>

namespace carewall::feed {

/// What is known of a queue beforehand. Anything left empty is learnt from what happens.
struct QueueFacts {
    std::string id;
    std::string label;  ///< empty: the id stands in
    std::string channel;
    std::string team;
    core::Target target;
    std::optional<core::OpeningHours> hours;
    bool operator==(const QueueFacts&) const = default;
};

/// What the wall calls an issue.
struct IssueFacts {
    std::string id;
    std::string label;  ///< empty: the id stands in
    bool operator==(const IssueFacts&) const = default;
};

}  // namespace carewall::feed
