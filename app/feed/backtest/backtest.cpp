#include "feed/backtest/backtest.h"

#include "core/calendar.h"
#include "core/opening.h"
#include "core/slots.h"
#include "feed/backtest/burst_watch.h"
#include "feed/ledger/queue_line.h"

#include <algorithm>
#include <set>

namespace carewall::feed {

namespace {

using namespace std::chrono_literals;

constexpr core::Milliseconds step = 5min;
constexpr core::Milliseconds moment = 1ms;

/// How far apart forecasts are scored: a line with a day's target moves slowly, and costs as much to look at.
core::Milliseconds forecastStep(const LedgerOptions& counting)
{
    std::optional<core::Milliseconds> shortest;
    const auto look = [&](const core::Target& target) {
        if (target.within.count() > 0) shortest = std::min(shortest.value_or(target.within), target.within);
    };
    look(counting.target);
    for (const QueueFacts& queue : counting.queues)
        look(queue.target);
    const auto minutes = std::chrono::floor<std::chrono::minutes>(shortest.value_or(0ms) / 48);
    return std::clamp<core::Milliseconds>(minutes, 1min, 30min);
}

bool isEmpty(const core::Tally& tally)
{
    return tally.offered + tally.answered + tally.abandoned + tally.resolved == 0;
}

/// One run of history.
class Backtest {
public:
    Backtest(const BacktestOptions& options, LedgerOptions counting, std::function<void(const BacktestEvent&)> tell)
        : m_options{options}, m_tell{std::move(tell)}, m_forecasts{options.from.value_or(core::WallTime{}),
                                                                   forecastStep(counting)},
          m_bursts{options.trends, [this](const BacktestEvent& event) { this->tell(event); }}, m_ledger{
                                                                                                   std::move(counting)}
    {
    }

    void take(const ConversationEvent& event)
    {
        if (m_events == 0) begin(event.at);
        advance(event.at);
        m_forecasts.advanceTo(m_ledger, event.at);
        m_ledger.take(event);
        ++m_events;
        m_last = std::max(m_last, event.at);
        if (m_ledger.voices().changes() != m_voices) {
            m_voices = m_ledger.voices().changes();
            m_bursts.look(m_ledger, m_ledger.now());
        }
    }

    Backtested finish()
    {
        const core::WallTime end = std::max(m_options.to.value_or(m_last), m_last);
        if (m_events > 0) {
            advance(end);
            m_forecasts.advanceTo(m_ledger, end);
            m_ledger.advanceTo(end);
            m_bursts.look(m_ledger, end);
            closeDay();
        }
        return result(end);
    }

private:
    void begin(core::WallTime at)
    {
        m_last = at;
        m_result.from = m_options.from.value_or(at);
        m_day = core::dayStart(at);
        m_day_end = core::nextDay(m_day);
        m_next = core::slotStart(at, step) + step;
    }

    void tell(const BacktestEvent& event)
    {
        if (event.at >= m_result.from) m_tell(event);
    }

    /// Time passes up to `until`, step by step.
    void advance(core::WallTime until)
    {
        const bool hole = until - m_last > hole_in_data;
        const core::WallTime seen = core::slotStart(m_last, core::voice_slot) + core::voice_slot;
        while (m_next <= until) {
            tick(m_next, !hole || m_next <= seen);
            m_next = std::min(core::slotStart(m_next, step) + step, m_day_end);
        }
        if (hole) {
            m_bursts.leaveOut(until);
            m_result.holes.emplace_back(seen, until);
        }
    }

    void tick(core::WallTime now, bool looked_at)
    {
        if (now >= m_day_end) {
            m_forecasts.advanceTo(m_ledger, now - moment);
            m_ledger.advanceTo(now - moment);
            closeDay();
            m_day = now;
            m_day_end = core::nextDay(now);
        }
        m_forecasts.advanceTo(m_ledger, now);
        m_ledger.advanceTo(now);
        if (looked_at) m_bursts.look(m_ledger, now);
        for (const auto& [id, queue] : m_ledger.queues()) {
            openOrClose(id, queue, now);
            if (now == core::slotStart(now, 1h) && queue.facts.target.within.count() > 0) forecast(id, queue, now);
        }
    }

    void openOrClose(const std::string& id, const QueueLedger& queue, core::WallTime now)
    {
        if (queue.facts.opening.hours.empty()) return;
        const bool open = core::isOpen(queue.facts.opening, now);
        const auto [known, first] = m_open.emplace(id, open);
        if (first || known->second == open) return;
        known->second = open;
        if (open)
            tell({now, BacktestEvent::Opened{id, queue.waiting.size()}});
        else
            tell({now, BacktestEvent::Closed{id, queue.waiting.size(), core::opens(queue.facts.opening, now)}});
    }

    void forecast(const std::string& id, const QueueLedger& queue, core::WallTime now)
    {
        std::vector<core::Milliseconds> ages;
        const core::Forecast made = core::forecast(lineOf(queue, now, ages), paceOf(queue, now));
        const auto known = m_silent.find(id);
        const bool same = made.none && known != m_silent.end() && known->second == made.none;
        m_silent[id] = made.none;
        if (!same) tell({now, BacktestEvent::Forecasted{id, queue.waiting.size(), made}});
    }

    void closeDay()
    {
        const core::WallTime from = std::max(m_day, core::slotStart(m_result.from, core::queue_slot));
        DayRecord floor;
        floor.day = m_day;
        for (const auto& [id, queue] : m_ledger.queues()) {
            DayRecord day;
            day.day = m_day;
            for (auto slot = queue.slots.lower_bound(from); slot != queue.slots.end(); ++slot)
                day.tally.add(slot->second);
            QueueRecord& record = m_result.queues[id];
            record.facts = queue.facts;
            if (!isEmpty(day.tally)) {
                day.service_level = core::serviceLevel(day.tally, queue.facts.target.abandons);
                floor.tally.add(day.tally);
                floor.service_level += queue.facts.target.within.count() > 0 ? day.service_level : core::ServiceLevel{};
                add(record, std::move(day));
            }
        }
        for (core::WallTime slot = core::slotStart(from, core::voice_slot); slot <= m_ledger.now();
             slot += core::voice_slot)
            floor.voices += m_ledger.voices().slot(slot).total.mentions;
        if (!isEmpty(floor.tally) || floor.voices > 0) add(m_result.floor, std::move(floor));
    }

    static void add(QueueRecord& record, DayRecord day)
    {
        record.all.add(day.tally);
        record.service_level += day.service_level;
        record.days.push_back(std::move(day));
    }

    Backtested result(core::WallTime end)
    {
        m_result.to = end;
        core::Milliseconds seen = std::max(end - m_result.from, 0ms);
        for (const auto& [from, to] : m_result.holes)
            seen -= std::max(to - std::max(from, m_result.from), 0ms);
        const auto inWeeks = [](core::Milliseconds time) {
            return std::chrono::duration<double, std::ratio<604'800>>(time).count();
        };
        m_result.weeks = inWeeks(seen);
        m_result.events = m_events;
        for (auto& [id, record] : m_result.queues) {
            record.waiting = m_ledger.queues().at(id).waiting.size();
            m_result.floor.waiting += record.waiting;
        }
        setCommonTarget();
        for (const Burst& burst : m_bursts.bursts())
            if (burst.ended.value_or(end) >= m_result.from) m_result.bursts.push_back(burst);
        find();
        for (const Finding& finding : m_result.findings)
            seen -= std::max(std::min(finding.known.to, end) - std::max(finding.known.from, m_result.from), 0ms);
        m_result.weeks_outside = inWeeks(std::max(seen, 0ms));
        m_result.forecasts = m_forecasts.queues();
        for (const auto& [id, scores] : m_result.forecasts)
            m_result.customers.add(scores.customers);
        m_result.counts = m_ledger.counts();
        return std::move(m_result);
    }

    /// Of the floor, where all queues have the same.
    void setCommonTarget()
    {
        const auto& queues = m_result.queues;
        const auto differs = [&](const auto& queue) {
            return !(queue.second.facts.target == queues.begin()->second.facts.target);
        };
        if (!queues.empty() && std::ranges::none_of(queues, differs))
            m_result.floor.facts.target = queues.begin()->second.facts.target;
    }

    void find()
    {
        const auto within = [](const Burst& burst, const KnownBurst& known) {
            return burst.noticed >= known.from && burst.noticed <= known.to;
        };
        for (const KnownBurst& known : m_options.known) {
            Finding finding{known, {}};
            std::set<Burst::Kind> kinds;
            for (const Burst& burst : m_result.bursts)
                if (within(burst, known) && kinds.insert(burst.kind).second) finding.found.push_back(burst);
            m_result.findings.push_back(std::move(finding));
        }
        m_result.outside = static_cast<std::size_t>(std::ranges::count_if(m_result.bursts, [&](const Burst& burst) {
            return std::ranges::none_of(m_options.known, [&](const KnownBurst& known) { return within(burst, known); });
        }));
    }

    const BacktestOptions& m_options;
    std::function<void(const BacktestEvent&)> m_tell;
    ForecastWatch m_forecasts;
    BurstWatch m_bursts;
    Ledger m_ledger;
    Backtested m_result;
    std::uint64_t m_events = 0;
    std::uint64_t m_voices = 0;  ///< changes of the ledger's voices that were looked at
    core::WallTime m_last{};
    core::WallTime m_next{};
    core::WallTime m_day{};
    core::WallTime m_day_end{};
    std::map<std::string, bool> m_open;
    std::map<std::string, std::optional<core::NoForecast>> m_silent;
};

}  // namespace

core::Result<Backtested, std::string> backtest(const BacktestOptions& options, LedgerOptions counting, Source& source,
                                               const std::function<void(const BacktestEvent&)>& tell,
                                               const std::function<bool()>& stopped)
{
    Backtest run{options, std::move(counting), tell};
    while (true) {
        if (stopped && stopped()) return run.finish();
        const auto next = source.next();
        if (!next) return core::failure(next.error());
        if (!*next || (options.to && (*next)->at >= *options.to)) return run.finish();
        run.take(**next);
    }
}

}  // namespace carewall::feed
