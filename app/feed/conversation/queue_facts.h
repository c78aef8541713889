#pragma once

#include "core/report.h"
#include "core/service_level.h"

#include <string>

namespace carewall::feed {

/// What is known of a queue beforehand. Anything left empty is learnt from what happens.
struct QueueFacts {
    std::string id;
    std::string label;  ///< empty: the id stands in
    std::string channel;
    std::string team;
    core::Target target;
    core::Opening opening;
    /// The wait from one moment to another as the target counts it: in open hours only, or all of it. Never negative.
    core::Milliseconds waited(core::WallTime from, core::WallTime until) const;
    bool operator==(const QueueFacts&) const = default;
};

/// What the wall calls an issue.
struct IssueFacts {
    std::string id;
    std::string label;  ///< empty: the id stands in
    bool operator==(const IssueFacts&) const = default;
};

}  // namespace carewall::feed
