#pragma once

#include "core/forecast/forecast.h"
#include "core/time.h"
#include "feed/ledger/ledger.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace carewall::feed {

/// One forecast of a breach and those of its peers, each a probability. The peers know only what was known then.
struct ForecastCase {
    double forecast = 0;
    double usual = 0;         ///< the share of the queue's own cases so far that were breached
    double head_of_line = 0;  ///< the same among cases in which the head of the line had waited as long, as a share
                              ///< of the target time; of the head itself, the one answered last
    bool told = false;        ///< by head_of_line plainly: who waits as long as the head has waited would breach
};

/// Forecasts against what became of them.
class ForecastScores {
public:
    struct Decile {
        std::uint64_t n = 0;
        double forecast = 0;  ///< sum of the probabilities
        std::uint64_t breached = 0;
    };

    void add(const ForecastCase& made, bool breached);
    /// As if both had been one.
    void add(const ForecastScores& other);

    std::uint64_t n() const { return m_n; }
    std::uint64_t breached() const { return m_breached; }
    /// Brier scores: the mean of (probability - outcome)^2, 0 best. 0 without cases.
    double forecast() const { return mean(m_forecast); }
    double usual() const { return mean(m_usual); }
    double headOfLine() const { return mean(m_head_of_line); }
    double headOfLineTold() const { return mean(m_told); }
    /// Forecasts of [0, 0.1), [0.1, 0.2) ... [0.9, 1].
    const std::array<Decile, 10>& deciles() const { return m_deciles; }

private:
    std::uint64_t m_n = 0;
    std::uint64_t m_breached = 0;
    double m_forecast = 0;
    double m_usual = 0;
    double m_head_of_line = 0;
    double m_told = 0;
    std::array<Decile, 10> m_deciles{};

    double mean(double sum) const { return m_n > 0 ? sum / static_cast<double>(m_n) : 0; }
};

/// What a peer learns: how often cases of a kind were breached.
class BreachShare {
public:
    /// (breached + prior) / (cases + 1).
    double of(double prior) const { return (m_breached + prior) / (m_cases + 1); }
    void add(bool breached)
    {
        ++m_cases;
        m_breached += breached ? 1 : 0;
    }

private:
    double m_cases = 0;
    double m_breached = 0;
};

/// How one queue was forecast.
struct QueueForecasts {
    ForecastScores customers;           ///< each minute, each customer who waits: will they breach (within 30 min)
    ForecastScores queue;               ///< each minute: will anybody breach within 10 min
    double expected_10min = 0;          ///< sum over minutes of the breaches expected within 10 min
    std::uint64_t breaches_10min = 0;   ///< and of those that came
    std::uint64_t minutes = 0;          ///< in which there was a target
    std::uint64_t minutes_waiting = 0;  ///< of them, in which somebody waited
    std::uint64_t spoken = 0;           ///< of `minutes`, with a forecast
    std::uint64_t spoken_waiting = 0;   ///< of `minutes_waiting`
    std::map<core::NoForecast, std::uint64_t> silent;  ///< minutes without, by the reason
};

/// Watches a ledger minute by minute, makes the forecasts that a board would, and scores them when their outcome is
/// known. Breached is who still waits when the target time has passed; who is answered or gives up before is not.
/// Cost a minute: one core::forecast for each queue with a target. Memory: cases of the last half hour, at most 256
/// customers a queue and minute. Requires a ledger whose abandon_after is longer than the targets.
class ForecastWatch {
public:
    /// Scores forecasts made from `from` on; before, the peers only learn.
    explicit ForecastWatch(core::WallTime from, core::Milliseconds every = std::chrono::minutes{1})
        : m_from(from), m_every(every)
    {
    }

    /// To be called before the ledger takes an event, with its time; the ledger's time goes on to each minute
    /// before it.
    void advanceTo(Ledger& ledger, core::WallTime until);

    const std::map<std::string, QueueForecasts>& queues() const { return m_scores; }

private:
    static constexpr std::size_t bins = 12;
    using Customer = std::pair<core::WallTime, std::string>;

    struct Pending {
        ForecastCase made;
        std::size_t bin = 0;
        bool scored = false;
    };
    struct PendingQueue {
        core::WallTime until{};
        Pending pending;
        double expected = 0;
    };
    struct Learned {
        BreachShare all;
        std::array<BreachShare, bins> by_head;
        void add(std::size_t bin, bool breached);
        ForecastCase peers(std::size_t bin) const;
    };
    struct Watched {
        core::WallTime settled{};
        std::deque<core::WallTime> breaches;  ///< when, rising
        std::map<Customer, std::vector<Pending>> customers;
        std::deque<PendingQueue> minutes;
        Learned customer;
        Learned queue;
    };

    core::WallTime m_from;
    core::Milliseconds m_every;
    std::optional<core::WallTime> m_next;
    core::WallTime m_next_breach{};  ///< no customer passes the target before
    std::map<std::string, Watched> m_watched;
    std::map<std::string, QueueForecasts> m_scores;

    void settle(const Ledger& ledger, core::WallTime until);
    void settleQueue(Watched& watched, const QueueLedger& book, QueueForecasts& scores, core::WallTime until);
    void make(const Ledger& ledger, core::WallTime now);
    void makeQueue(Watched& watched, const QueueLedger& book, QueueForecasts& scores, core::WallTime now);
};

}  // namespace carewall::feed
