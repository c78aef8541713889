#pragma once

#include "core/time.h"

#include <array>
#include <cstddef>

/// The test under the trend detector: how much the counts of late speak for a burst.
namespace carewall::core {

/// How counts scatter about what is usual: variance = batch * u + frailty * u^2 over an hour in which u is usual.
struct Scatter {
    double batch = 1;           ///< in [1, 4]; 1 is Poisson, more when voices come several at a time
    double frailty = 1.0 / 16;  ///< in [0.005, 1]: squared coefficient of variation that a whole hour has in common
    bool operator==(const Scatter&) const = default;
};

/// The bursts that are looked for, so many times the usual.
inline constexpr std::array<double, 4> burst_times = {1.6, 2.5, 5, 12};
inline constexpr std::size_t tilts = burst_times.size();

/// Likelihood ratios of x mentions where at most u were to be expected, tilted to each of burst_times:
///   ln L_j(x, u) = x ln rho_j + r ln(1 - psi_j u / r),   r = 1 / frailty,
///   psi_j = -ln(1 - (rho_j - 1)(batch - 1)) / (batch - 1)   (rho_j - 1 when batch is 1),
/// which is 1 over the moment generating function of a count whose hour is Gamma(r, 1/r) times the usual and whose
/// voices come in logarithmic batches: its mean is at most 1 while nothing happens. rho_j is cut so that
/// (rho_j - 1)(batch - 1) <= 0.6. Where psi_j u / r passes 1 - 1/v the logarithm goes on along its tangent, of slope
/// psi_j v: the same holds as long as no hour is more than v times the usual by itself (v is the 1 - 1e-5 quantile of
/// the Gamma; about 2.5 at r = 16, where the tangent begins at 0.6).
class Tilts {
public:
    Tilts() : Tilts(Scatter{}) {}
    explicit Tilts(Scatter scatter);

    double logRatio(std::size_t tilt, double mentions, double usual) const;
    /// Never below logRatio, also of what is added later to the same hour; without a logarithm.
    double logRatioAtMost(std::size_t tilt, double mentions, double usual) const
    {
        return mentions * m_gain[tilt] - m_cost[tilt] * usual;
    }

private:
    std::array<double, tilts> m_gain{};  ///< ln rho
    std::array<double, tilts> m_cost{};  ///< psi
    double m_shape = 16;                 ///< r
    double m_bend = 0.6;                 ///< where the tangent begins
};

/// Shiryaev-Roberts sums, one a tilt: the likelihood ratio of a burst that began at any of the moments so far, added
/// up. Within a clock hour each beginning keeps its own mentions and expectation, because what an hour has in common
/// must be paid once and not at each step; at the hour's end they melt into one number. While nothing happens the mean
/// of a sum after n beginnings is at most n, so it stays below A for A beginnings on average (an e-detector: Shin,
/// Ramdas, Rinaldo, arXiv:2203.03532).
class Evidence {
public:
    /// Beginnings are so far apart at least.
    static constexpr Milliseconds spacing = std::chrono::minutes{5};
    static constexpr std::size_t beginnings = 12;  ///< of one hour, at most

    /// `mentions` were counted from `from` on where at most `usual` were to be expected. A piece that starts before the
    /// newest hour counts to that hour.
    void add(WallTime from, double mentions, double usual, const Tilts& with);

    /// The sums, at most 1e200.
    std::array<double, tilts> sums(const Tilts& with) const;

    struct Beginning {
        WallTime at{};
        double mentions = 0;  ///< of the hour before it
        double usual = 0;
        bool operator==(const Beginning&) const = default;
    };
    /// All there is, for keeping it on disk.
    struct Parts {
        std::array<double, tilts> carried{};  ///< sums as the hour began
        WallTime hour{};
        double mentions = 0;  ///< of the hour so far
        double usual = 0;
        std::size_t count = 0;
        std::array<Beginning, beginnings> begun{};
        bool operator==(const Parts&) const = default;
    };
    const Parts& parts() const { return m_parts; }
    static Evidence fromParts(const Parts& parts);

private:
    Parts m_parts;
};

/// The mean of the sums.
double meanOf(const std::array<double, tilts>& sums);

}  // namespace carewall::core
