#pragma once

#include <cstddef>

namespace carewall::feed {

/// How issues that nobody has named yet are found in customers' words; see Emerging.
struct EmergingOptions {
    bool enabled = true;
    std::size_t least_voices = 5;  ///< distinct ones, before anything is raised
    double false_a_week = 0.5;     ///< bursts of chance that one puts up with
    double learn_voices = 300;     ///< before so many are learnt, a day after they spoke, it is silent
    bool tell_explained = true;    ///< also what a named issue explains, marked with its id
    bool operator==(const EmergingOptions&) const = default;
};

}  // namespace carewall::feed
