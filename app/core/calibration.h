#pragma once

#include <array>
#include <cstddef>

namespace carewall::core {

/// What is seen of one who waits, and moves the chance of a breach beside the line's pace.
struct BreachCues {
    double chance = 0;        ///< by the pace alone, in [0, 1]: breachChance
    double waited = 0;        ///< share of the target time that has passed, in [0, 1]
    bool agent_free = false;  ///< an agent is free for them: it only rings
    bool alone = false;       ///< nobody else waits, and no agent is free (or counted): it rings, or all are busy
    bool first = false;       ///< the first of several, and no agent is free (or counted)
};

/// What a line's own forecasts taught: how they are to be read here. Ringing and queueing look alike from outside, and
/// many a floor helps out when somebody has waited long: no pace tells that, what became of past forecasts does.
/// Chances are corrected by a logistic regression on their logit (Cox 1958, Biometrika 45; Platt 1999) and the cues,
/// the number of those still to come by a factor. As it comes: everything is taken as it is.
struct Calibration {
    /// Of the weights' meaning: those learnt for another revision say nothing here.
    static constexpr unsigned revision = 1;
    static constexpr double most_weight = 50;  ///< in size; larger ones are no weights
    static constexpr double least_factor = 0.1;
    static constexpr double most_factor = 10;

    /// 1, the chance's logit (in [-6, 6]), agent_free, alone, waited, waited where alone, first.
    using CustomerTerms = std::array<double, 7>;
    /// 1, the logit of 'any within 10 min', somebody waits, the logit where somebody waits.
    using AnyTerms = std::array<double, 4>;

    CustomerTerms customer{0, 1};
    AnyTerms any{0, 1};
    double to_come = 1;  ///< breaches of those still to come, against what was expected

    static CustomerTerms termsOf(const BreachCues& cues);
    static AnyTerms termsOf(double any, bool somebody_waits);
    /// The chance as the weights read it, in (0, 1). Where they change nothing, `cues.chance` itself.
    double chanceOf(const BreachCues& cues) const;
    double chanceOfAny(double chance, bool somebody_waits) const;
    bool operator==(const Calibration&) const = default;
};

}  // namespace carewall::core
