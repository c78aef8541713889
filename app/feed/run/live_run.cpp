#include "feed/run/live_run.h"

#include <utility>

namespace carewall::feed {

LiveRun::LiveRun(Source& source, Ledger ledger, Reporter reporter)
    : Player{source, std::move(ledger), std::move(reporter)}
{
}

core::Result<std::vector<Report>, std::string> LiveRun::step(core::Instant now)
{
    m_floor = now.wall;
    if (auto received = m_source.receive(now); !received) return core::failure(received.error());
    while (true) {
        const auto next = m_source.next();
        if (!next) return core::failure(next.error());
        if (!*next) break;
        take(**next);
    }
    m_ended = m_source.wait().ended;
    m_ledger.advanceTo(now.wall);
    return m_reporter.turn(m_ledger, now.wall, now);
}

std::vector<Report> LiveRun::last(core::Instant now)
{
    m_floor = now.wall;
    return m_reporter.last(m_ledger, now.wall, now);
}

}  // namespace carewall::feed
