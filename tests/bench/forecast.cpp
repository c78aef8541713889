// Goal: how good the breach forecast is, beside 'as often as usual' and the head of the line, and how well calibrated.
// Method: lines of known behaviour (line.h) and floors of feed::Simulation are watched minute by minute through a
//         ledger (feed/forecast_score.h); each forecast is scored when its outcome is known. The first days only teach.
//
// carewall-bench-forecast [DAYS [SEEDS [FIRST [lines | floors]]]], 28 days and the seeds 1 to 3 by default.
// Settings were chosen on the seeds 1 to 5; measure on others.

#include "core/calendar.h"
#include "feed/backtest/forecast_score.h"
#include "feed/simulation/simulation.h"
#include "line.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>
#include <string>
#include <vector>

using namespace carewall;
using namespace std::chrono_literals;

namespace {

constexpr core::WallTime start = core::wallTimeFromMs(1'772'409'600'000);  // 2026-03-02 00:00 UTC, a Monday
constexpr int learning_days = 3;
constexpr std::uint64_t enough = 200;
constexpr double most_off = 0.05;

struct Total {
    feed::QueueForecasts all;

    void add(const feed::QueueForecasts& one)
    {
        all.customers.add(one.customers);
        all.queue.add(one.queue);
        all.expected_10min += one.expected_10min;
        all.breaches_10min += one.breaches_10min;
        all.minutes += one.minutes;
        all.minutes_waiting += one.minutes_waiting;
        all.spoken += one.spoken;
        all.spoken_waiting += one.spoken_waiting;
        for (const auto& [why, minutes] : one.silent)
            all.silent[why] += minutes;
    }
};

const char* nameOf(core::NoForecast why)
{
    switch (why) {
    case core::NoForecast::NotLive:
        return "not live";
    case core::NoForecast::Closed:
        return "closed";
    case core::NoForecast::NoTarget:
        return "no target";
    case core::NoForecast::OrderNotTold:
        return "order not told";
    case core::NoForecast::TooLittleSeen:
        return "too little seen";
    case core::NoForecast::NotInOrder:
        return "not in order";
    }
    return "";
}

/// The largest difference between forecast and share breached in a decile of enough cases, in [0, 1].
double worstDecile(const feed::ForecastScores& scores)
{
    double worst = 0;
    for (const auto& decile : scores.deciles()) {
        if (decile.n < enough) continue;
        const double off = std::abs(decile.forecast - static_cast<double>(decile.breached));
        worst = std::max(worst, off / static_cast<double>(decile.n));
    }
    return worst;
}

void print(const char* what, const feed::ForecastScores& scores)
{
    if (scores.n() == 0) return;
    std::printf("  %-9s n %7llu  breached %5.1f %%  Brier %.4f  usual %.4f  head learned %.4f  head told %.4f  worst "
                "decile %4.1f points %s\n",
                what, static_cast<unsigned long long>(scores.n()),
                100 * static_cast<double>(scores.breached()) / static_cast<double>(scores.n()), scores.forecast(),
                scores.usual(), scores.headOfLine(), scores.headOfLineTold(), 100 * worstDecile(scores),
                scores.forecast() < scores.usual() && scores.forecast() < scores.headOfLine() ? "" : "  NOT BETTER");
    std::printf("           ");
    for (const auto& decile : scores.deciles()) {
        if (decile.n == 0) continue;
        const auto n = static_cast<double>(decile.n);
        const double forecast = decile.forecast / n;
        const double breached = static_cast<double>(decile.breached) / n;
        const double off = std::abs(forecast - breached);
        const double error = std::sqrt(std::max(forecast * (1 - forecast), 0.0) / n);
        std::printf(" %.0f:%.0f(%llu)%s%s", 100 * forecast, 100 * breached, static_cast<unsigned long long>(decile.n),
                    decile.n < enough ? "-" : "",
                    off <= most_off    ? ""
                    : off <= 2 * error ? "~"
                                       : "!");
    }
    std::printf("\n");
}

void print(const std::string& name, const Total& total)
{
    const feed::QueueForecasts& all = total.all;
    const auto minutes = static_cast<double>(all.minutes);
    std::printf("%s: spoke %.1f %% of the time, %.1f %% while somebody waited;", name.c_str(),
                100 * static_cast<double>(all.spoken) / minutes,
                100 * static_cast<double>(all.spoken_waiting) / static_cast<double>(all.minutes_waiting));
    for (const auto& [why, n] : all.silent)
        std::printf(" %s %.1f %%", nameOf(why), 100 * static_cast<double>(n) / minutes);
    std::printf("; expected in 10 min %.0f, came %llu\n", all.expected_10min,
                static_cast<unsigned long long>(all.breaches_10min));
    print("customers", all.customers);
    print("queue", all.queue);
}

feed::QueueForecasts watchLine(const bench::LineModel& model, core::Milliseconds within, int days, std::uint64_t seed)
{
    feed::LedgerOptions options;
    options.target = {within, 0.8};
    feed::Ledger ledger{options};
    feed::ForecastWatch watch{start + std::chrono::days{learning_days}};
    for (const feed::ConversationEvent& event : bench::simulateLine(model, start, days, seed)) {
        watch.advanceTo(ledger, event.at);
        ledger.take(event);
    }
    return watch.queues().at(model.id);
}

void lines(int days, int first, int seeds)
{
    struct Row {
        const char* name;
        bench::LineModel model;
        core::Milliseconds within;
    };
    bench::LineModel small{.arrivals_per_min = 0.5, .work_s = 300};
    bench::LineModel middle{.arrivals_per_min = 2, .work_s = 360};
    bench::LineModel large{.arrivals_per_min = 12, .work_s = 300, .slack = 0.1, .luck = 0.08};
    bench::LineModel one{.arrivals_per_min = 0.15, .work_s = 300};
    bench::LineModel patient{.arrivals_per_min = 1, .work_s = 600, .patience_s = 7200, .slack = 0.4};
    bench::LineModel log_normal = middle;
    log_normal.work_sigma = 0.8;
    const auto untold = [](bench::LineModel model) {
        model.tells_agents = false;
        return model;
    };
    const std::vector<Row> rows = {
        {"1-2 agents, 60 s", one, 60s},
        {"1-2 agents, 60 s, agents not told", untold(one), 60s},
        {"3 agents, 60 s", small, 60s},
        {"3 agents, 60 s, agents not told", untold(small), 60s},
        {"13 agents, 30 s", middle, 30s},
        {"13 agents, 2 min", middle, 2min},
        {"13 agents, 2 min, agents not told", untold(middle), 2min},
        {"13 agents, 2 min, log-normal work", log_normal, 2min},
        {"60 agents, 60 s", large, 60s},
        {"60 agents, 60 s, agents not told", untold(large), 60s},
        {"10 agents, patient, 15 min", patient, 15min},
        {"10 agents, patient, 15 min, agents not told", untold(patient), 15min},
    };
    Total total;
    for (const Row& row : rows) {
        Total sum;
        for (int seed = first; seed < first + seeds; ++seed)
            sum.add(watchLine(row.model, row.within, days, static_cast<std::uint64_t>(seed)));
        print(row.name, sum);
        total.add(sum.all);
    }
    print("ALL LINES IN ORDER", total);
    for (const auto& [name, order] :
         {std::pair{"any is next", bench::Order::Any}, {"last is next", bench::Order::Last}}) {
        Total sum;
        for (bench::LineModel model : {small, middle, untold(middle)}) {
            model.order = order;
            for (int seed = first; seed < first + seeds; ++seed)
                sum.add(watchLine(model, 60s, days, static_cast<std::uint64_t>(seed)));
        }
        print(name, sum);
    }
}

void floors(int days, int first, int seeds, bool told)
{
    std::map<std::string, Total> queues;
    Total total;
    for (int seed = first; seed < first + seeds; ++seed) {
        feed::SimulationOptions options;
        options.seed = static_cast<std::uint64_t>(seed);
        options.start = start;
        options.warm_up = 0h;
        options.length = std::chrono::days{days};
        feed::Simulation simulation{options};
        feed::LedgerOptions facts;
        for (const feed::SimulatedQueue& queue : simulation.queues())
            facts.queues.push_back(queue);
        feed::Ledger ledger{facts};
        feed::ForecastWatch watch{start + std::chrono::days{learning_days}};
        while (const auto event = simulation.next()) {
            if (!told && event->kind == feed::Kind::Staffed) continue;
            watch.advanceTo(ledger, event->at);
            ledger.take(*event);
        }
        for (const auto& [id, forecasts] : watch.queues()) {
            queues[id].add(forecasts);
            total.add(forecasts);
        }
    }
    for (const auto& [id, sum] : queues)
        print("floor: " + id + (told ? "" : ", agents not told"), sum);
    print(std::string{"FLOOR"} + (told ? "" : ", agents not told"), total);
}

void cost()
{
    core::Pace pace;
    core::Tally slot;
    slot.length = 5min;
    slot.offered = slot.answered = 60;
    slot.abandoned = 5;
    slot.line = {40'000'000, 300'000, 300'000, 60, 600, 0, 18'000'000};
    const core::WallTime now = start + 24h;
    const std::clock_t began = std::clock();  // of this process alone: the machine may be busy
    for (slot.start = start; slot.start < now; slot.start += 5min)
        pace.add(slot, now);
    const std::clock_t summed = std::clock();
    const auto us = [](std::clock_t time) { return 1e6 * static_cast<double>(time) / CLOCKS_PER_SEC; };
    std::printf("cost: pace of a day %.1f us", us(summed - began));
    for (const auto& [waiting, agents] : {std::pair{5U, 10U}, std::pair{100U, 60U}}) {
        std::vector<core::Milliseconds> ages;
        for (auto i = static_cast<int>(waiting); i > 0; --i)
            ages.emplace_back(i * 500);
        const core::Line line{{60s, 0.8}, waiting, ages, core::Agents{0, agents, 0}, true};
        double sum = 0;
        constexpr int times = 1000;
        const std::clock_t from = std::clock();
        for (int i = 0; i < times; ++i)
            sum += core::forecast(line, pace).breaches_30min;
        std::printf(", forecast of %u waiting for %u agents %.1f us (%.1f breaches)", waiting, agents,
                    us(std::clock() - from) / times, sum / times);
    }
    std::printf("\n");
}

}  // namespace

int main(int count, char** words)
{
    const int days = count > 1 ? std::atoi(words[1]) : 28;
    const int seeds = count > 2 ? std::atoi(words[2]) : 3;
    const int first = count > 3 ? std::atoi(words[3]) : 1;
    if (days <= learning_days || seeds < 1 || !core::useTimeZone("UTC")) return 2;
    std::printf("%d days, %d seeds, decile: forecast:breached(n), - below %llu cases, ! more than 5 points "
                "off, ~ too but within two binomial standard errors\n",
                days, seeds, static_cast<unsigned long long>(enough));
    cost();
    const std::string which = count > 4 ? words[4] : "";
    if (which != "floors") lines(days, first, seeds);
    if (which == "lines") return 0;
    floors(days, first, seeds, true);
    floors(days, first, seeds, false);
    return 0;
}
