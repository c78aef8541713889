#pragma once

#include "core/calibration.h"
#include "core/time.h"
#include "feed/ledger/logistic_learner.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace carewall::kept::v1 {
class QueueForecasts;
}

namespace carewall::feed {

struct QueueLedger;

/// Makes the forecasts of a queue that a board would make, waits for what becomes of them and learns how they are to
/// be read (core::Calibration). A forecast teaches only once its outcome is known.
///
/// Customers: the line is looked at six times a target time (of a longer one, six times in its last half hour), at most
/// once a second. Who waits together waits for the same agents and six looks see much the same line, so that all
/// customers of six looks weigh as much as one case. The queue: one forecast every ten minutes for the next ten.
///
/// Memory: the looks at those who wait, at most six of 256 customers. Cost: a look where somebody waits in time and the
/// line carries a forecast some 10 us and 0.5 us a customer; a core::forecast every ten minutes.
class Calibrator {
public:
    using Customer = std::pair<core::WallTime, std::string>;  ///< as in QueueLedger::waiting

    Calibrator();

    /// Time goes on to `now` with the queue as it is: forecasts that are due on the way are made and judged.
    void advanceTo(const QueueLedger& book, core::WallTime now);
    /// A customer was answered, gave up or left for another queue; to be told before the book forgets them.
    void left(const QueueLedger& book, const Customer& who, core::WallTime at);
    /// Nobody waited there after all: nothing is learnt of it.
    void forget(const Customer& who) { m_looks.erase(who); }

    core::Calibration calibration() const;
    /// Whether anything was learnt yet.
    bool hasLearned() const { return m_cases > 0; }

    /// What was learned, for the next start. Forecasts whose outcome is still open are left out: they teach nothing.
    void write(kept::v1::QueueForecasts& into) const;
    /// Begins with what another wrote, before it learned anything. False where that is impossible: this is then not to
    /// be used.
    bool read(const kept::v1::QueueForecasts& from);

private:
    using CustomerTerms = core::Calibration::CustomerTerms;
    struct Look {
        CustomerTerms terms{};
        double weight = 0;
    };
    /// The forecast for a queue's next ten minutes.
    struct Window {
        core::WallTime from{};
        double of_waiting = 0;  ///< breaches expected
        double to_come = 0;
        core::Calibration::AnyTerms any{};
        std::uint64_t came = 0;  ///< breaches of those who have left since
    };

    LogisticLearner<7> m_customer;
    LogisticLearner<4> m_any;
    double m_expected_to_come;
    double m_came;
    std::uint64_t m_cases = 0;
    core::WallTime m_next{};
    core::WallTime m_next_window{};
    std::map<Customer, std::vector<Look>> m_looks;
    std::optional<Window> m_window;

    void look(const QueueLedger& book, core::WallTime now);
    void learn(const Customer& who, bool breached, core::WallTime at);
    void settle(const QueueLedger& book, core::WallTime now);
    void open(const QueueLedger& book, core::WallTime from);
    void close(const QueueLedger& book);
};

}  // namespace carewall::feed
