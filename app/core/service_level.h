#pragma once

#include "core/tally.h"
#include "core/time.h"

#include <cstdint>
#include <optional>

namespace carewall::core {

/// How customers who gave up within the target time count.
enum class AbandonPolicy : std::uint8_t {
    Ignored,   ///< neither for nor against: answered within / (answered + abandoned - abandoned within)
    Negative,  ///< against: answered within / (answered + abandoned)
    Positive,  ///< for: (answered within + abandoned within) / (answered + abandoned)
};

/// "80 % within 20 s".
struct Target {
    Milliseconds within{0};  ///< 0: no target is set
    double ratio = 0;        ///< in [0, 1]
    AbandonPolicy abandons = AbandonPolicy::Ignored;
    Milliseconds short_abandon{0};  ///< who gives up before it counts nowhere; 0: everybody counts
    bool open_hours_only = false;   ///< a wait counts while the queue is open
    bool isSet() const { return within.count() > 0 && ratio > 0; }
    bool operator==(const Target&) const = default;
};

/// met of counted; sums over queues whatever their policies are.
struct ServiceLevel {
    std::uint64_t met = 0;
    std::uint64_t counted = 0;
    /// In [0, 1]; empty when nothing counts yet.
    std::optional<double> ratio() const;
    ServiceLevel& operator+=(const ServiceLevel& other);
    bool operator==(const ServiceLevel&) const = default;
};

/// The tally's service level under a policy, short abandons left out of both numbers. They are taken for within the
/// target, so every policy's `abandoned` and `abandoned within` lose as many. Counters that contradict each other are
/// bounded: met <= counted.
ServiceLevel serviceLevel(const Tally& tally, AbandonPolicy policy);

}  // namespace carewall::core
