#pragma once

#include "core/time.h"

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

    /// What was learned, and up to when; what it begins at is the learner's own.
    struct Learned {
        Terms weights{};
        std::array<Terms, N> covariance{};
        std::optional<core::WallTime> now;
    };

    LogisticLearner(const Terms& mean, const Terms& deviations, std::chrono::duration<double> half_life)
        : m_mean{mean}, m_deviations{deviations}, m_half_life{half_life}
    {
        m_learned.weights = mean;
        for (std::size_t i = 0; i < N; ++i)
            m_learned.covariance[i][i] = deviations[i] * deviations[i];
    }

    const Terms& weights() const { return m_learned.weights; }
    /// For the next start.
    const Learned& learned() const { return m_learned; }
    /// Begins with what another learned.
    void begin(const Learned& learned) { m_learned = learned; }

    /// One case: what was seen, what became of it, and how much it weighs against a case of its own.
    void learn(const Terms& terms, bool happened, double weight)
    {
        Terms gain{};
        double sum = 0;
        double spread = 0;
        for (std::size_t i = 0; i < N; ++i) {
            for (std::size_t j = 0; j < N; ++j)
                gain[i] += m_learned.covariance[i][j] * terms[j];
            spread += gain[i] * terms[i];
            sum += m_learned.weights[i] * terms[i];
        }
        const double chance = 1 / (1 + std::exp(-sum));
        const double told = weight * chance * (1 - chance);
        const double surprise = weight * ((happened ? 1 : 0) - chance) / (1 + told * spread);
        for (std::size_t i = 0; i < N; ++i) {
            m_learned.weights[i] += gain[i] * surprise;
            for (std::size_t j = 0; j < N; ++j)
                m_learned.covariance[i][j] -= gain[i] * gain[j] * told / (1 + told * spread);
        }
    }

    /// Time goes on; never back.
    void advanceTo(core::WallTime now)
    {
        const core::WallTime since = m_learned.now.value_or(now);
        if (now < since) return;
        m_learned.now = now;
        const double kept = std::exp2(-std::chrono::duration<double>(now - since) / m_half_life);
        for (std::size_t i = 0; i < N; ++i) {
            m_learned.weights[i] = m_mean[i] + (m_learned.weights[i] - m_mean[i]) * kept;
            for (std::size_t j = 0; j < N; ++j) {
                const double before = i == j ? m_deviations[i] * m_deviations[i] : 0;
                m_learned.covariance[i][j] = before + (m_learned.covariance[i][j] - before) * kept * kept;
            }
        }
    }

private:
    Terms m_mean;
    Terms m_deviations;
    std::chrono::duration<double> m_half_life;
    Learned m_learned;
};

}  // namespace carewall::feed
