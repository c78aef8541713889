#pragma once

#include "core/time.h"
#include "core/trend/trend_codec.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <optional>

namespace carewall::feed {

/// A logistic regression that learns case by case: sequential Bayesian logistic regression (Spiegelhalter, Lauritzen
/// 1990, Networks 20, eq. 12-13), a normal for the weights. It begins at a mean and deviations and goes back there
/// with a half-life (an Ornstein-Uhlenbeck process), so that what is no longer seen is forgotten and what has changed
/// is learnt anew. N weights, N^2 multiplications a case.
template <std::size_t N>
class LogisticLearner {
public:
    using Terms = std::array<double, N>;

    LogisticLearner(const Terms& mean, const Terms& deviations, std::chrono::duration<double> half_life)
        : m_mean{mean}, m_deviations{deviations}, m_half_life{half_life}, m_weights{mean}
    {
        for (std::size_t i = 0; i < N; ++i)
            m_covariance[i][i] = deviations[i] * deviations[i];
    }

    const Terms& weights() const { return m_weights; }

    /// One case: what was seen, what became of it, and how much it weighs against a case of its own.
    void learn(const Terms& terms, bool happened, double weight)
    {
        Terms gain{};
        double sum = 0;
        double spread = 0;
        for (std::size_t i = 0; i < N; ++i) {
            for (std::size_t j = 0; j < N; ++j)
                gain[i] += m_covariance[i][j] * terms[j];
            spread += gain[i] * terms[i];
            sum += m_weights[i] * terms[i];
        }
        const double chance = 1 / (1 + std::exp(-sum));
        const double told = weight * chance * (1 - chance);
        const double surprise = weight * ((happened ? 1 : 0) - chance) / (1 + told * spread);
        for (std::size_t i = 0; i < N; ++i) {
            m_weights[i] += gain[i] * surprise;
            for (std::size_t j = 0; j < N; ++j)
                m_covariance[i][j] -= gain[i] * gain[j] * told / (1 + told * spread);
        }
    }

    /// Time goes on; never back.
    void advanceTo(core::WallTime now)
    {
        const core::WallTime since = m_now.value_or(now);
        if (now < since) return;
        m_now = now;
        const double kept = std::exp2(-std::chrono::duration<double>(now - since) / m_half_life);
        for (std::size_t i = 0; i < N; ++i) {
            m_weights[i] = m_mean[i] + (m_weights[i] - m_mean[i]) * kept;
            for (std::size_t j = 0; j < N; ++j) {
                const double before = i == j ? m_deviations[i] * m_deviations[i] : 0;
                m_covariance[i][j] = before + (m_covariance[i][j] - before) * kept * kept;
            }
        }
    }

    /// What was learned, for the next start; what it begins at is the reader's own.
    void write(core::ByteWriter& out) const
    {
        for (std::size_t i = 0; i < N; ++i) {
            out.real(m_weights[i]);
            for (std::size_t j = 0; j < N; ++j)
                out.real(m_covariance[i][j]);
        }
        out.flag(m_now.has_value());
        out.time(m_now.value_or(core::WallTime{}));
    }

    /// Begins with what another wrote; impossible values fail the reader.
    void read(core::ByteReader& in)
    {
        constexpr double most = 1e6;
        for (std::size_t i = 0; i < N; ++i) {
            m_weights[i] = in.real(-most, most);
            for (std::size_t j = 0; j < N; ++j)
                m_covariance[i][j] = in.real(i == j ? 0 : -most, most);
        }
        const bool known = in.flag();
        const core::WallTime now = in.time();
        m_now = known ? std::optional{now} : std::nullopt;
    }

private:
    Terms m_mean;
    Terms m_deviations;
    std::chrono::duration<double> m_half_life;
    Terms m_weights;
    std::array<Terms, N> m_covariance{};
    std::optional<core::WallTime> m_now;
};

}  // namespace carewall::feed
