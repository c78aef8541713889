#include "feed/run/run.h"

#include "core/slots.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace carewall::feed {

Run::Run(RunOptions options, Source& source, Ledger ledger, Reporter reporter)
    : Player{source, std::move(ledger), std::move(reporter)}, m_options{options}
{
}

core::Result<void, std::string> Run::readNext()
{
    auto next = m_source.next();
    if (!next) return core::failure(next.error());
    m_next = std::move(*next);
    return {};
}

core::Result<void, std::string> Run::begin(core::Instant now)
{
    m_begun = true;
    if (auto read = readNext(); !read) return read;
    while (m_next && m_options.from && m_next->at < *m_options.from) {
        take(*m_next);
        if (auto read = readNext(); !read) return read;
    }
    m_start = m_options.from.value_or(m_next ? m_next->at : m_ledger.now());
    m_floor = m_start;
    m_started = now.steady;
    return {};
}

core::WallTime Run::target(core::Instant now) const
{
    if (m_options.speed > 0) {
        const double real_ms = static_cast<double>((now.steady - m_started).count());
        return m_start + core::Milliseconds{std::llround(std::min(real_ms * m_options.speed, 1e14))};
    }
    const core::WallTime waits_for = m_next ? std::max(m_floor, m_next->at) : m_floor;
    return core::slotStart(waits_for, core::queue_slot) + core::queue_slot;
}

double Run::rate(core::Instant now) const
{
    if (m_options.speed > 0) return m_options.speed;
    // As fast as it goes: what it came to so far.
    const auto real = std::max(now.steady - m_started, core::Milliseconds{1});
    return std::max(1.0, static_cast<double>((m_floor - m_start).count()) / static_cast<double>(real.count()));
}

core::Result<std::vector<Report>, std::string> Run::step(core::Instant now)
{
    if (!m_begun) {
        if (auto begun = begin(now); !begun) return core::failure(begun.error());
    }
    const core::WallTime until = target(now);
    while (m_next && m_next->at <= until && !(m_options.to && m_next->at >= *m_options.to)) {
        take(*m_next);
        if (auto read = readNext(); !read) return core::failure(read.error());
    }
    const bool done = !m_next || (m_options.to && m_next->at >= *m_options.to);
    const core::WallTime end = m_options.to ? std::max(*m_options.to, m_start) : std::max(m_ledger.now(), m_start);
    m_ended = done && (until >= end || m_options.speed <= 0);
    m_floor = m_ended ? end : (done ? std::min(until, end) : until);
    m_ledger.advanceTo(m_floor);
    return m_reporter.turn(m_ledger, m_floor, now, rate(now));
}

std::vector<Report> Run::last(core::Instant now)
{
    return m_reporter.last(m_ledger, m_floor, now);
}

}  // namespace carewall::feed
