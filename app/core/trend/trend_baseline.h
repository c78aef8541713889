#pragma once

#include "core/time.h"
#include "core/trend/trend_evidence.h"

#include <array>
#include <cstddef>
#include <vector>

/// What is usual at an hour of the week, learned from closed slots. Rates are mentions an hour.
namespace carewall::core {

inline constexpr std::size_t week_hours = 168;

/// Where a moment lies in the floor's week, by the clock on the wall there.
struct WeekPlace {
    std::size_t hour = 0;       ///< 0 = Sunday 0 h
    std::size_t neighbour = 0;  ///< the hour whose middle is nearest but one
    double lean = 0;            ///< in [0, 0.5]: the neighbour's weight between the two middles
    bool operator==(const WeekPlace&) const = default;
};
WeekPlace weekPlace(WallTime time);

/// A rate with how well it is known.
struct Usual {
    double mean = 0;      ///< between the middles of the hours
    double high = 0;      ///< the larger of `mean` and the hour's own: profiles are steep where a floor opens
    double variance = 0;  ///< relative, of the estimate
    bool operator==(const Usual&) const = default;
};

/// `usual.high` plus so many standard errors, as the quantile of a Gamma (Wilson and Hilferty).
double upperBound(const Usual& usual, double errors);

/// Mentions in hours of exposure.
struct Exposed {
    double mentions = 0;
    double hours = 0;
    bool operator==(const Exposed&) const = default;
};

/// The whole floor's volume. Shrunk in steps, each as far as the hours of exposure do not tell otherwise: hour of the
/// week -> weekday x hour of the day -> hour of the day -> flat; three days make a sensible profile already.
/// Forgets by exposure (half-life `half_life_weeks` of each hour of the week): a board that was off forgets nothing.
class FloorProfile {
public:
    static constexpr double half_life_weeks = 6;

    struct Parts {
        std::array<Exposed, week_hours> hours{};
        bool operator==(const Parts&) const = default;
    };

    FloorProfile() = default;
    FloorProfile(const Parts& parts, double frailty);

    /// Call derive() when all was learned.
    void learn(const WeekPlace& place, double mentions, double hours);
    /// Keeps a part, in (0, 1], of the exposure: the floor has changed.
    void forget(double part);
    /// Works the rates out of what was learned. frailty: what an hour has in common, see Scatter.
    void derive(double frailty);

    Usual usual(const WeekPlace& place) const;
    double rate() const { return m_flat; }  ///< over all hours alike
    const Parts& parts() const { return m_parts; }

private:
    struct Rate {
        double mean = 0;
        double variance = 1;
    };
    Parts m_parts;
    double m_flat = 0;
    std::array<Rate, week_hours> m_rates{};
};

/// One issue: its share of the floor's voices, and how its own hours of the week differ from the floor's profile
/// (Gamma-Poisson, shrunk to profile x share). Before it was first seen it was not there: no exposure.
class IssueBaseline {
public:
    static constexpr double half_life_hours = 4 * 168;  ///< of the share
    static constexpr double unknown_share = 0.1;        ///< of an issue where no other is known either

    struct Hour {
        float mentions = 0;
        float hours = 0;
        bool operator==(const Hour&) const = default;
    };
    struct Parts {
        Exposed own;              ///< mentions, and hours of exposure
        double floor = 0;         ///< the floor's mentions in the same hours
        double exposure = 0;      ///< hours, none forgotten
        std::vector<Hour> hours;  ///< none, or week_hours of them
        bool operator==(const Parts&) const = default;
    };

    IssueBaseline() = default;
    explicit IssueBaseline(Parts parts) : m_parts{std::move(parts)} {}

    void learn(const WeekPlace& place, double mentions, double floor_mentions, double hours);
    void forget(double part);

    /// share: what an issue that nobody knows yet would have of the floor.
    Usual usual(const WeekPlace& place, const FloorProfile& floor, double share, double frailty) const;
    const Parts& parts() const { return m_parts; }

private:
    double ofHour(std::size_t hour, double prior, double frailty, double& known) const;

    Parts m_parts;
};

/// How counts scatter, from the residuals of closed slots: within hours (batches) and between them (frailty).
class ScatterSeen {
public:
    struct Parts {
        double frailty = 0;         ///< weighted sum of ((X - U)^2 - batch U) / U^2
        double frailty_weight = 0;  ///< inverse variances of those
        double batch = 0;           ///< sum of (chi^2 / X - (n - 1)) of the slots of an hour
        double batch_weight = 0;
        WallTime hour{};  ///< the hour that runs
        double mentions = 0;
        double usual = 0;
        double squares = 0;  ///< sum of x^2 / u
        double slots = 0;
        bool operator==(const Parts&) const = default;
    };

    ScatterSeen() = default;
    explicit ScatterSeen(const Parts& parts) : m_parts{parts} {}

    /// A slot in which nothing unusual went on. batch: of the scatter thought so far.
    /// True when an hour ended and its residuals were taken.
    bool add(WallTime start, double mentions, double usual, double batch);
    /// What was seen since `before`, an earlier state of this: for a sum over issues.
    void addTo(Parts& sum) const;
    void forget(double part);
    /// Shrunk to `common`, which is what the floor's issues show together.
    Scatter scatter(Scatter common, double frailty_prior, double batch_prior) const;
    const Parts& parts() const { return m_parts; }

private:
    void take(double batch);
    Parts m_parts;
};

}  // namespace carewall::core
