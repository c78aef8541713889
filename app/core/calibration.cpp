#include "core/calibration.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace carewall::core {

namespace {

double logitOf(double chance)
{
    constexpr double most = 6;
    constexpr double edge = 1e-9;
    chance = std::clamp(chance, edge, 1 - edge);
    return std::clamp(std::log(chance / (1 - chance)), -most, most);
}

template <typename Terms>
double logistic(const Terms& weights, const Terms& terms)
{
    return 1 / (1 + std::exp(-std::inner_product(weights.begin(), weights.end(), terms.begin(), 0.0)));
}

}  // namespace

Calibration::CustomerTerms Calibration::termsOf(const BreachCues& cues)
{
    const double alone = cues.alone ? 1 : 0;
    return {1,           logitOf(cues.chance), cues.agent_free ? 1.0 : 0.0, alone,
            cues.waited, alone * cues.waited,  cues.first ? 1.0 : 0.0};
}

Calibration::AnyTerms Calibration::termsOf(double any, bool somebody_waits)
{
    const double waits = somebody_waits ? 1 : 0;
    const double logit = logitOf(any);
    return {1, logit, waits, waits * logit};
}

double Calibration::chanceOf(const BreachCues& cues) const
{
    return customer == Calibration{}.customer ? cues.chance : logistic(customer, termsOf(cues));
}

double Calibration::chanceOfAny(double chance, bool somebody_waits) const
{
    return any == Calibration{}.any ? chance : logistic(any, termsOf(chance, somebody_waits));
}

}  // namespace carewall::core
