#pragma once

#include "core/time.h"
#include "feed/conversation/source.h"
#include "feed/ledger/ledger.h"

#include <cstdint>
#include <cstdio>

namespace carewall {

/// The line on the terminal that shows where the floor is, once a second; nothing where stderr is no terminal.
class Progress {
public:
    Progress(bool quiet, double speed);

    void show(core::Instant now, core::WallTime floor, std::uint64_t events, std::uint64_t reports, bool up);
    /// Wipes the line.
    void end() const;

private:
    bool m_on;
    double m_speed;
    core::SteadyTime m_shown{};
};

/// The end summary: what became of the rows, and the first that could not be read.
void tellRead(const feed::ReadCounts& counts, std::FILE* to = stdout);
/// What was counted and sent, and what could not be counted as one would like; on stdout.
void tellLedger(const feed::LedgerCounts& counts, std::uint64_t reports);
/// What could not be counted as one would like.
void printAnomalies(const feed::LedgerCounts& counts, std::FILE* to);

}  // namespace carewall
