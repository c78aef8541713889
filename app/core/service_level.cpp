#include "core/service_level.h"

#include "core/saturate.h"

#include <algorithm>

namespace carewall::core {

std::optional<double> ServiceLevel::ratio() const
{
    if (counted == 0) return std::nullopt;
    return static_cast<double>(met) / static_cast<double>(counted);
}

ServiceLevel& ServiceLevel::operator+=(const ServiceLevel& other)
{
    met = saturatingAdd(met, other.met);
    counted = saturatingAdd(counted, other.counted);
    return *this;
}

ServiceLevel serviceLevel(const Tally& tally, AbandonPolicy policy)
{
    const std::uint64_t answered_within = std::min(tally.answered_within_target, tally.answered);
    const std::uint64_t brief = std::min(tally.abandoned_short, tally.abandoned);
    const std::uint64_t abandoned = tally.abandoned - brief;
    const std::uint64_t abandoned_within =
        std::min(saturatingSubtract(tally.abandoned_within_target, brief), abandoned);
    switch (policy) {
    case AbandonPolicy::Negative:
        return {answered_within, saturatingAdd(tally.answered, abandoned)};
    case AbandonPolicy::Positive:
        return {saturatingAdd(answered_within, abandoned_within), saturatingAdd(tally.answered, abandoned)};
    case AbandonPolicy::Ignored:
        break;
    }
    return {answered_within, saturatingAdd(tally.answered, abandoned - abandoned_within)};
}

}  // namespace carewall::core
