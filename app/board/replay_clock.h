#pragma once

#include "core/time.h"

namespace carewall::board {

/// A recording's time: begins at its first message and runs `speed` times as fast as the real clock behind it.
/// Thread: the GUI's.
class ReplayClock final : public core::Clock {
public:
    /// `real` outlives this. `speed` > 0; at 0 time stands until it is moved.
    ReplayClock(const core::Clock& real, core::Instant begin, double speed)
        : m_real(real), m_begin(begin), m_started(real.now().steady), m_speed(speed)
    {
    }

    core::Instant now() const override
    {
        const auto passed = std::chrono::duration<double, std::milli>(m_real.now().steady - m_started) * m_speed;
        const auto ran = std::chrono::duration_cast<core::Milliseconds>(passed);
        return {m_begin.wall + ran, m_begin.steady + ran};
    }

    /// Whether time stands until it is moved.
    bool stands() const { return m_speed <= 0; }

    /// Goes on from here.
    void moveTo(core::Instant instant)
    {
        m_begin = instant;
        m_started = m_real.now().steady;
    }

private:
    const core::Clock& m_real;
    core::Instant m_begin;
    core::SteadyTime m_started;
    double m_speed;
};

}  // namespace carewall::board
