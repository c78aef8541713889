#pragma once

#include "core/report.h"
#include "core/time.h"
#include "feed/ledger/ledger.h"
#include "wire/encode.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace carewall::feed {

/// A message for the broker, to be retained. An empty payload withdraws what the topic said.
struct Report {
    std::string topic;
    std::string payload;
};

struct ReporterOptions {
    std::string floor;
    std::string source;
    wire::Encoding encoding = wire::Encoding::Protobuf;
    core::Milliseconds least_gap{1000};    ///< real time between two reports of one topic; 0: no limit
    core::Milliseconds heartbeat{10'000};  ///< real time after which a topic is told again though nothing changed
    std::uint64_t epoch = 0;               ///< of all revisions: the real start, ms since 1970
    std::string clock_label;               ///< "replay", "simulation"; empty: the floor lives in wall time
};

/// Says what of a ledger has changed, as the contract's reports. Pure: the same calls give the same bytes.
/// A topic is told at most once every least_gap and at least once every heartbeat; with no least_gap a queue's slot
/// that closes without anything in it is told only with the next change or heartbeat.
class Reporter {
public:
    explicit Reporter(ReporterOptions options);

    /// What is to be told now. `floor` is the floor's time, `rate` its speed. Closed slots go before the open one.
    std::vector<Report> turn(const Ledger& ledger, core::WallTime floor, core::Instant real, double rate = 1);

    /// The last words: whatever was not told yet, and the clock that has ended.
    std::vector<Report> last(const Ledger& ledger, core::WallTime floor, core::Instant real);

    /// Everything is told again at the next turn, e.g. because messages were lost.
    void forgetTold();

    /// What the broker is to tell when it loses the feed; empty when the floor lives in wall time. It has no revision,
    /// so that it counts whenever it comes and anything later puts it right.
    std::optional<Report> lostClock() const;
    /// Clears a clock that an earlier replay left behind.
    Report withdrawnClock() const;

private:
    /// What a topic told last: when, and a state of the ledger to compare with.
    struct Told {
        core::SteadyTime at{};
        std::uint64_t changes = 0;
        core::WallTime slot{};
        bool operator==(const Told& other) const { return changes == other.changes && slot == other.slot; }
    };

    bool due(const std::string& name, const Told& state, core::SteadyTime now, bool quiet_slot);
    core::Header header(core::WallTime floor);
    void queueReports(const QueueLedger& queue, const Ledger& ledger, core::WallTime floor, core::SteadyTime now,
                      std::vector<Report>& out);
    void voiceReports(const Ledger& ledger, core::WallTime floor, core::SteadyTime now, std::vector<Report>& out);
    void momentReports(const Ledger& ledger, core::WallTime floor, std::vector<Report>& out);
    void clockReport(core::WallTime floor, core::Instant real, double rate, core::ClockPhase phase,
                     std::vector<Report>& out);
    std::string topic(core::Subject subject, const std::string& id = {}) const;

    ReporterOptions m_options;
    std::uint64_t m_sequence = 0;
    bool m_urgent = false;  ///< no gap is kept: the last words
    std::map<std::string, Told> m_told;
    std::map<std::string, core::WallTime> m_moments;  ///< told and not withdrawn: topic, until
    std::optional<core::SteadyTime> m_clock_told;
};

/// The reports' contents, without their headers.
core::QueueNow queueNow(const QueueLedger& queue, core::WallTime floor);
/// Every slot since `ledger` counts, today's and the last hour's, also those with nothing in them.
core::QueueDay queueDay(const QueueLedger& queue, const Ledger& ledger, core::WallTime floor);
core::VoiceNow voiceNow(const Ledger& ledger, core::WallTime floor);
/// An issue's label stands in its newest slot alone, to keep a day small.
core::VoiceDay voiceDay(const Ledger& ledger, core::WallTime floor);

}  // namespace carewall::feed
