#include "feed/backtest/backtest_json.h"

#include "core/match.h"
#include "feed/conversation/timestamp.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace carewall::feed {

namespace {

using Json = nlohmann::ordered_json;

/// To the thousandth: what comes after it is noise.
Json number(double value)
{
    return std::isfinite(value) ? Json(std::round(value * 1000) / 1000) : Json(nullptr);
}

Json seconds(core::Milliseconds time)
{
    return number(std::chrono::duration<double>(time).count());
}

template <typename Value>
Json orNull(const std::optional<Value>& value)
{
    return value ? number(*value) : Json(nullptr);
}

Json quantiles(const core::Sketch& response)
{
    return {{"n", response.count()},
            {"p50_s", orNull(response.quantile(0.5))},
            {"p90_s", orNull(response.quantile(0.9))},
            {"error", number(response.relativeError())}};
}

Json serviceLevel(const core::ServiceLevel& level)
{
    return {{"met", level.met}, {"counted", level.counted}, {"ratio", orNull(level.ratio())}};
}

Json tally(const core::Tally& tally, const core::ServiceLevel& level)
{
    return {{"offered", tally.offered},
            {"answered", tally.answered},
            {"answered_by_community", tally.answered_by_community},
            {"abandoned", tally.abandoned},
            {"abandoned_short", tally.abandoned_short},
            {"resolved", tally.resolved},
            {"resolved_in_one", tally.fcr},
            {"response", quantiles(tally.response)},
            {"service_level", serviceLevel(level)}};
}

const char* name(Burst::Kind kind, bool began)
{
    switch (kind) {
    case Burst::Kind::Issue:
        return began ? "trend_began" : "trend_ended";
    case Burst::Kind::Emerging:
        return began ? "emerging" : "emerging_ended";
    case Burst::Kind::Volume:
        return began ? "volume_began" : "volume_ended";
    }
    return "";
}

void put(Json& json, const Burst& burst)
{
    if (burst.kind != Burst::Kind::Volume) {
        json["issue"] = burst.id;
        json["label"] = burst.label;
    }
    if (!burst.part_of.empty()) json["part_of"] = burst.part_of;
    json["since"] = formatTime(burst.since);
    json["noticed"] = formatTime(burst.noticed);
    json["delay_s"] = seconds(burst.noticed - burst.since);
    if (burst.ended) json["ended"] = formatTime(*burst.ended);
    json["voices"] = burst.voices.mentions;
    json["expected"] = number(burst.expected);
    json["times_usual"] = number(burst.timesUsual());
    json["net_sentiment"] = orNull(burst.voices.netSentiment());
    json["reach"] = burst.voices.reach;
    json["learning"] = burst.learning;
}

void put(Json& json, const BacktestEvent::Forecasted& made)
{
    json["queue"] = made.queue;
    json["waiting"] = made.waiting;
    if (made.forecast.none) {
        json["none"] = wordsOf(*made.forecast.none);
        return;
    }
    json["breaches_10min"] = number(made.forecast.breaches_10min);
    json["breaches_30min"] = number(made.forecast.breaches_30min);
    json["any_10min"] = number(made.forecast.any_10min);
    json["clear_s"] = made.forecast.clear ? seconds(*made.forecast.clear) : Json(nullptr);
    json["next_wait_s"] = {{"mean", number(made.forecast.next.mean_s)},
                           {"low", number(made.forecast.next.low_s)},
                           {"high", number(made.forecast.next.high_s)}};
    json["head_of_line_s"] = made.forecast.head_of_line ? seconds(*made.forecast.head_of_line) : Json(nullptr);
}

Json scores(const ForecastScores& scores)
{
    Json json{{"cases", scores.n()}, {"breached", scores.breached()}};
    if (scores.n() == 0) return json;
    json["brier"] = {{"forecast", number(scores.forecast())},
                     {"as_often_as_usual", number(scores.usual())},
                     {"head_of_line", number(scores.headOfLine())},
                     {"head_of_line_told", number(scores.headOfLineTold())}};
    Json deciles = Json::array();
    for (const ForecastScores::Decile& decile : scores.deciles()) {
        const auto n = static_cast<double>(decile.n);
        deciles.push_back(
            {{"n", decile.n},
             {"forecast", decile.n > 0 ? number(decile.forecast / n) : Json(nullptr)},
             {"breached", decile.n > 0 ? number(static_cast<double>(decile.breached) / n) : Json(nullptr)}});
    }
    json["deciles"] = std::move(deciles);
    return json;
}

Json forecasts(const QueueForecasts& made)
{
    Json json{{"looks", made.minutes}, {"spoken", made.spoken}, {"spoken_while_waiting", made.spoken_waiting}};
    Json silent = Json::object();
    for (const auto& [why, looks] : made.silent)
        silent[wordsOf(why)] = looks;
    json["silent"] = std::move(silent);
    json["customers"] = scores(made.customers);
    json["queue_10min"] = scores(made.queue);
    json["expected_breaches_10min"] = number(made.expected_10min);
    json["breaches_10min"] = made.breaches_10min;
    return json;
}

Json days(const QueueRecord& record, bool floor)
{
    Json json = Json::array();
    for (const DayRecord& day : record.days) {
        Json one{{"day", formatTime(day.day)}};
        one.update(tally(day.tally, day.service_level));
        if (floor) one["voices"] = day.voices;
        json.push_back(std::move(one));
    }
    return json;
}

Json queue(const std::string& id, const QueueRecord& record, const Backtested& tested)
{
    const core::Target& target = record.facts.target;
    Json json{{"queue", id}, {"label", record.facts.label}};
    if (target.isSet()) json["target"] = {{"within_s", seconds(target.within)}, {"ratio", number(target.ratio)}};
    json.update(tally(record.all, record.service_level));
    json["waiting"] = record.waiting;
    if (const auto made = tested.forecasts.find(id); made != tested.forecasts.end())
        json["forecast"] = forecasts(made->second);
    json["days"] = days(record, false);
    return json;
}

Json bursts(const Backtested& tested)
{
    Json json{{"weeks", number(tested.weeks)}};
    for (const Burst::Kind kind : {Burst::Kind::Issue, Burst::Kind::Emerging, Burst::Kind::Volume}) {
        Json list = Json::array();
        for (const Burst& burst : tested.bursts) {
            if (burst.kind == kind) {
                Json one;
                put(one, burst);
                list.push_back(std::move(one));
            }
        }
        const double a_week = tested.weeks > 0 ? static_cast<double>(list.size()) / tested.weeks : 0;
        const char* const called = kind == Burst::Kind::Issue      ? "trends"
                                   : kind == Burst::Kind::Emerging ? "emerging"
                                                                   : "volume";
        json[called] = {{"count", list.size()}, {"a_week", number(a_week)}, {"list", std::move(list)}};
    }
    return json;
}

Json findings(const Backtested& tested)
{
    Json json = Json::array();
    for (const Finding& finding : tested.findings) {
        Json found = Json::array();
        for (const Burst& burst : finding.found) {
            Json one{{"as", name(burst.kind, true)}, {"after_s", seconds(burst.noticed - finding.known.from)}};
            put(one, burst);
            found.push_back(std::move(one));
        }
        json.push_back({{"onset", formatTime(finding.known.from)},
                        {"to", formatTime(finding.known.to)},
                        {"found", std::move(found)}});
    }
    return json;
}

}  // namespace

std::string wordsOf(core::NoForecast why)
{
    switch (why) {
    case core::NoForecast::NotLive:
        return "nothing is told of now";
    case core::NoForecast::Closed:
        return "closed";
    case core::NoForecast::NoTarget:
        return "no target time is set";
    case core::NoForecast::OrderNotTold:
        return "nobody tells how the line moves";
    case core::NoForecast::TooLittleSeen:
        return "too little was seen of the line";
    case core::NoForecast::NotInOrder:
        return "customers are not served in order";
    }
    return "";
}

std::string jsonLine(const BacktestEvent& event)
{
    Json json{{"at", formatTime(event.at)}};
    std::visit(core::Match{
                   [&](const BacktestEvent::Began& began) {
                       json["kind"] = name(began.burst.kind, true);
                       put(json, began.burst);
                   },
                   [&](const BacktestEvent::Ended& ended) {
                       json["kind"] = name(ended.burst.kind, false);
                       put(json, ended.burst);
                   },
                   [&](const BacktestEvent::Forecasted& made) {
                       json["kind"] = "forecast";
                       put(json, made);
                   },
                   [&](const BacktestEvent::Closed& closed) {
                       json["kind"] = "closed";
                       json["queue"] = closed.queue;
                       json["waiting"] = closed.waiting;
                       json["opens"] = closed.opens ? Json(formatTime(*closed.opens)) : Json(nullptr);
                   },
                   [&](const BacktestEvent::Opened& opened) {
                       json["kind"] = "opened";
                       json["queue"] = opened.queue;
                       json["waiting"] = opened.waiting;
                   },
               },
               event.what);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string summaryLine(const Backtested& tested)
{
    Json json{{"at", formatTime(tested.to)},
              {"kind", "summary"},
              {"from", formatTime(tested.from)},
              {"to", formatTime(tested.to)},
              {"happenings", tested.events}};
    Json holes = Json::array();
    for (const auto& [from, to] : tested.holes)
        holes.push_back({{"from", formatTime(from)}, {"to", formatTime(to)}});
    json["holes"] = std::move(holes);
    json["floor"] = tally(tested.floor.all, tested.floor.service_level);
    json["floor"]["waiting"] = tested.floor.waiting;
    json["floor"]["days"] = days(tested.floor, true);
    Json queues = Json::array();
    for (const auto& [id, record] : tested.queues)
        queues.push_back(queue(id, record, tested));
    json["queues"] = std::move(queues);
    json["bursts"] = bursts(tested);
    if (!tested.findings.empty()) {
        json["known"] = findings(tested);
        json["outside_known"] = {{"count", tested.outside},
                                 {"weeks", number(tested.weeks_outside)},
                                 {"a_week", tested.weeks_outside > 0
                                                ? number(static_cast<double>(tested.outside) / tested.weeks_outside)
                                                : Json(nullptr)}};
    }
    json["forecast"] = scores(tested.customers);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace carewall::feed
