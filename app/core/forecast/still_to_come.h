#pragma once

#include "core/calibration.h"
#include "core/forecast/pace.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

/// Who comes within half an hour and breaches within it. Inside of core.
namespace carewall::core {

inline constexpr double ten_minutes = 600;  ///< s
inline constexpr double half_an_hour = 1800;

/// How far the line may grow or fall within half an hour, as a process of births and deaths: arrivals at the present
/// rate, free agents and the line. State x > 0: x wait; x <= 0: nobody waits and -x agents are free. By implicit steps
/// of at most 60 s for the first ten minutes and 240 s after them.
///
/// Two values of the service rate stand for its doubt (the nodes of Gauss and Hermite), and each of them has two
/// chances to carry through time: four lanes, worked on at once because each step waits for the one before.
/// At most 640 states, 15 steps.
class StillToCome {
public:
    StillToCome(const Motion& motion, std::uint64_t waiting, double target_s);

    struct Expected {
        double within_10 = 0;  ///< breaches
        double within_30 = 0;
        double any_10 = 0;  ///< chance of at least one within 10 min
    };
    Expected expected();

private:
    static constexpr std::size_t nodes = 2;
    static constexpr std::size_t lanes = 2 * nodes;
    using Lanes = std::array<double, lanes>;  ///< the line's chances by node, then those of no breach yet by node

    std::array<Motion, nodes> m_motions;
    double m_target_s;
    std::size_t m_free;
    std::size_t m_start = 0;
    std::size_t m_states = 0;
    std::vector<Lanes> m_chances, m_weights, m_pivots, m_carried, m_factors;

    void fillStart();
    void spreadStart();
    void fillWeights(double step);
    void fillMatrix(double step);
    void advance();
    Lanes weighed() const;
    void takeHarmed(double& any);
};

}  // namespace carewall::core
