#pragma once

#include "feed/conversation/source.h"

#include <cstdint>
#include <string>

namespace carewall::feed {

/// When to give up on an export that cannot be read: more than `share` of at least `after` rows refused.
struct RefusalLimit {
    double share = 0.05;
    std::uint64_t after = 100;
    /// Empty while all is well; else the sentence that says why it stops.
    std::string trouble(const ReadCounts& counts) const;
};

}  // namespace carewall::feed
