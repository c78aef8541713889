#include "feed/backtest/forecast_score.h"

#include "core/slots.h"
#include "feed/ledger/queue_line.h"

#include <algorithm>
#include <cmath>

namespace carewall::feed {

namespace {

constexpr core::Milliseconds near = std::chrono::minutes{10};
constexpr core::Milliseconds far = std::chrono::minutes{30};

double square(double value)
{
    return value * value;
}

/// Which bin of the head's wait against the target; the last is for two targets and more.
std::size_t binOf(core::Milliseconds head, core::Milliseconds target, std::size_t bins)
{
    const double share = static_cast<double>(head.count()) / static_cast<double>(target.count());
    return static_cast<std::size_t>(
        std::clamp(share * static_cast<double>(bins) / 2, 0.0, static_cast<double>(bins - 1)));
}

}  // namespace

void ForecastScores::add(const ForecastCase& made, bool breached)
{
    const double outcome = breached ? 1 : 0;
    ++m_n;
    m_breached += breached ? 1 : 0;
    m_forecast += square(made.forecast - outcome);
    m_usual += square(made.usual - outcome);
    m_head_of_line += square(made.head_of_line - outcome);
    m_told += square((made.told ? 1 : 0) - outcome);
    Decile& decile = m_deciles.at(static_cast<std::size_t>(std::clamp(made.forecast * 10, 0.0, 9.0)));
    ++decile.n;
    decile.forecast += made.forecast;
    decile.breached += breached ? 1 : 0;
}

void ForecastScores::add(const ForecastScores& other)
{
    m_n += other.m_n;
    m_breached += other.m_breached;
    m_forecast += other.m_forecast;
    m_usual += other.m_usual;
    m_head_of_line += other.m_head_of_line;
    m_told += other.m_told;
    for (std::size_t i = 0; i < m_deciles.size(); ++i) {
        m_deciles[i].n += other.m_deciles[i].n;
        m_deciles[i].forecast += other.m_deciles[i].forecast;
        m_deciles[i].breached += other.m_deciles[i].breached;
    }
}

void ForecastWatch::Learned::add(std::size_t bin, bool breached)
{
    all.add(breached);
    by_head.at(bin).add(breached);
}

ForecastCase ForecastWatch::Learned::peers(std::size_t bin) const
{
    ForecastCase peers;
    peers.usual = all.of(0.5);
    peers.head_of_line = by_head.at(bin).of(peers.usual);
    peers.told = bin >= bins / 2;
    return peers;
}

void ForecastWatch::advanceTo(Ledger& ledger, core::WallTime until)
{
    if (!m_next) m_next = core::slotStart(until, m_every) + m_every;
    while (*m_next <= until) {
        settle(ledger, *m_next);
        ledger.advanceTo(*m_next);
        make(ledger, *m_next);
        *m_next += m_every;
    }
    if (until > m_next_breach) settle(ledger, until);
}

void ForecastWatch::settle(const Ledger& ledger, core::WallTime until)
{
    m_next_breach = until + m_every;
    for (const auto& [id, book] : ledger.queues()) {
        const core::Milliseconds within = book.facts.target.within;
        if (within.count() <= 0) continue;
        Watched& watched = m_watched[id];
        settleQueue(watched, book, m_scores[id], until);
        const auto next = book.waiting.lower_bound({until - within, {}});
        const core::WallTime passes = next == book.waiting.end() ? until + within : next->first + within;
        m_next_breach = std::min({m_next_breach, passes, until + within});
    }
}

void ForecastWatch::settleQueue(Watched& watched, const QueueLedger& book, QueueForecasts& scores, core::WallTime until)
{
    const core::Milliseconds within = book.facts.target.within;
    for (auto late = book.waiting.lower_bound({watched.settled - within, {}});
         late != book.waiting.end() && late->first + within < until; ++late)
        watched.breaches.push_back(late->first + within);
    watched.settled = until;
    while (!watched.customers.empty() && watched.customers.begin()->first.first + within < until) {
        const auto& [customer, cases] = *watched.customers.begin();
        const bool breached = book.waiting.contains(customer);
        for (const Pending& pending : cases) {
            watched.customer.add(pending.bin, breached);
            if (pending.scored) scores.customers.add(pending.made, breached);
        }
        watched.customers.erase(watched.customers.begin());
    }
    while (!watched.minutes.empty() && watched.minutes.front().until < until) {
        const PendingQueue& minute = watched.minutes.front();
        std::uint64_t came = 0;
        for (const core::WallTime at : watched.breaches)
            came += at > minute.until - near && at <= minute.until ? 1 : 0;
        watched.queue.add(minute.pending.bin, came > 0);
        if (minute.pending.scored) {
            scores.queue.add(minute.pending.made, came > 0);
            scores.expected_10min += minute.expected;
            scores.breaches_10min += came;
        }
        watched.minutes.pop_front();
    }
    while (!watched.breaches.empty() && watched.breaches.front() + near < until - m_every)
        watched.breaches.pop_front();
}

void ForecastWatch::make(const Ledger& ledger, core::WallTime now)
{
    for (const auto& [id, book] : ledger.queues())
        if (book.facts.target.within.count() > 0) makeQueue(m_watched[id], book, m_scores[id], now);
}

void ForecastWatch::makeQueue(Watched& watched, const QueueLedger& book, QueueForecasts& scores, core::WallTime now)
{
    std::vector<core::Milliseconds> ages;
    const core::Line line = lineOf(book, now, ages);
    const core::Pace pace = paceOf(book, now);
    const core::Forecast made = core::forecast(line, pace);
    const bool counted = now >= m_from;
    if (counted) {
        ++scores.minutes;
        scores.minutes_waiting += line.waiting > 0 ? 1 : 0;
        if (made.none) {
            ++scores.silent[*made.none];
        } else {
            ++scores.spoken;
            scores.spoken_waiting += line.waiting > 0 ? 1 : 0;
        }
    }
    const core::Milliseconds within = line.target.within;
    const core::Milliseconds last = book.last_wait.value_or(core::Milliseconds{0});
    const auto pending = [&](const Learned& learned, core::Milliseconds head, double chance) {
        Pending one;
        one.bin = binOf(head, within, bins);
        one.made = learned.peers(one.bin);
        one.made.forecast = chance;
        one.scored = counted && !made.none;
        return one;
    };
    const std::vector<core::BreachCues> cues = core::breachCues(line, core::motionOf(pace, line.agents));
    std::size_t place = 0;
    for (auto customer = book.waiting.begin(); place < ages.size(); ++customer, ++place) {
        const core::Milliseconds left = within - ages[place];
        if (left.count() <= 0 || left > far) continue;
        const double chance = line.calibration.chanceOf(cues[place]);
        const core::Milliseconds head = place == 0 ? std::max(last, ages.front()) : ages.front();
        watched.customers[*customer].push_back(pending(watched.customer, head, chance));
    }
    const core::Milliseconds head = ages.empty() ? last : ages.front();
    watched.minutes.push_back({now + near, pending(watched.queue, head, made.any_10min), made.breaches_10min});
}

}  // namespace carewall::feed
