#include "feed/backtest/backtest_page.h"

#include "feed/backtest/backtest_drawing.h"
#include "feed/backtest/backtest_json.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string_view>
#include <vector>

namespace carewall::feed {

namespace {

constexpr std::string_view style = R"(
:root { color-scheme: light dark; --ground: #fbfaf7; --ink: #1c2126; --soft: #646b73; --hair: #dedbd3; --day: #8aa9bf;
  --weekend: #c3d2dc; --band: #7fb0c9; --half: #1d5c80; --aim: #a8480f; --trend: #c2410c; --emerging: #7b4fa3;
  --volume: #3f7a34; --known: #f1e3b5; }
@media (prefers-color-scheme: dark) { :root { --ground: #14171b; --ink: #e8e6e1; --soft: #9aa2ab; --hair: #30353c;
  --day: #5b86a3; --weekend: #35505f; --band: #3d738f; --half: #a9d8ef; --aim: #f0a060; --trend: #f27b42;
  --emerging: #b692dc; --volume: #86c17a; --known: #3a3421; } }
body { background: var(--ground); color: var(--ink); margin: 0 auto; padding: 48px 24px 72px; max-width: 1000px;
  font: 17px/1.55 Inter, "Noto Sans", system-ui, sans-serif; font-variant-numeric: tabular-nums; }
h1 { font-size: 34px; line-height: 1.15; letter-spacing: -0.02em; margin: 0 0 4px; }
h2 { font-size: 21px; letter-spacing: -0.01em; margin: 52px 0 4px; }
h3 { font-size: 15px; margin: 0; }
p { max-width: 68ch; margin: 8px 0; }
.lead { font-size: 20px; margin-top: 22px; }
.soft, .when { color: var(--soft); }
.note { color: var(--soft); font-size: 14px; }
svg { display: block; width: 100%; height: auto; margin-top: 12px; font-size: 12px; }
.grid { stroke: var(--hair); } .strong { stroke: var(--soft); stroke-opacity: 0.5; }
.tick { fill: var(--soft); font-size: 11px; paint-order: stroke; stroke: var(--ground); stroke-width: 3px; } .name { fill: var(--ink); text-anchor: end; }
.end { text-anchor: end; } .middle { text-anchor: middle; } .aim { fill: var(--aim); }
.day { fill: var(--day); } .weekend { fill: var(--weekend); } .known { fill: var(--known); }
.band { fill: var(--band); } .half { fill: var(--half); } .pale { opacity: 0.45; }
.target { stroke: var(--aim); stroke-dasharray: 5 4; stroke-width: 1.5; }
.trend { fill: var(--trend); } .emerging { fill: var(--emerging); } .volume { fill: var(--volume); }
.since { stroke: var(--soft); stroke-width: 2; fill: none; } .dot { fill: var(--half); fill-opacity: 0.85; }
.pair { display: grid; margin-top: 28px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 440px), 1fr)); gap: 26px 20px; }
.calibration { display: grid; grid-template-columns: minmax(240px, 340px) 1fr; gap: 32px; align-items: center; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 15px; margin-top: 12px; }
th { text-align: right; font-weight: 500; color: var(--soft); font-size: 13px; vertical-align: bottom; }
td { text-align: right; white-space: nowrap; } th, td { padding: 6px 0 6px 16px; border-bottom: 1px solid var(--hair); }
th:first-child, td:first-child, .left { text-align: left; white-space: normal; } th:first-child, td:first-child
  { padding-left: 0; } .few { color: var(--soft); } .miss { color: var(--aim); font-weight: 600; }
tr.sum td { font-weight: 600; } .mark { display: inline-block; width: 10px; height: 10px; margin-right: 8px; }
.mark.trend { background: var(--trend); } .mark.emerging { background: var(--emerging); }
.mark.volume { background: var(--volume); }
@media (max-width: 700px) { .calibration { grid-template-columns: 1fr; } }
)";

std::string tagged(std::string_view tag, std::string_view words, std::string_view classes = {})
{
    std::string made = "<" + std::string{tag};
    if (!classes.empty()) made += " class=\"" + std::string{classes} + "\"";
    return made + ">" + escaped(words) + "</" + std::string{tag.substr(0, tag.find(' '))} + ">";
}

std::string percent(double share)
{
    return std::to_string(std::lround(share * 100)) + " %";
}

std::string decimal(double value, int digits)
{
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    return text.data();
}

std::string plural(std::uint64_t count, const std::string& one, const std::string& several)
{
    return (count == 0 ? "no" : countWords(count)) + " " + (count == 1 ? one : several);
}

double secondsOf(core::Milliseconds time)
{
    return std::chrono::duration<double>(time).count();
}

std::size_t countOf(const Backtested& tested, Burst::Kind kind)
{
    return static_cast<std::size_t>(std::ranges::count(tested.bursts, kind, &Burst::kind));
}

std::string responseSentence(const Backtested& tested)
{
    const core::Tally& all = tested.floor.all;
    if (all.response.empty()) return "Nobody was answered in this data, so there are no response times.";
    std::string words = "Half of the first answers came within " + durationWords(*all.response.quantile(0.5)) +
                        ", nine in ten within " + durationWords(*all.response.quantile(0.9)) +
                        " (n = " + countWords(all.response.count()) + ").";
    if (const auto ratio = tested.floor.service_level.ratio()) {
        words += " " + percent(*ratio) + " of " + countWords(tested.floor.service_level.counted) +
                 " were answered within the target time.";
    }
    return words;
}

/// "Gmail, Slow and 3 more": each once.
std::string namesOf(const Backtested& tested, Burst::Kind kind)
{
    constexpr std::size_t told = 6;
    std::vector<std::string> names;
    for (const Burst& burst : tested.bursts) {
        const std::string name = nameWords(burst);
        if (burst.kind == kind && std::ranges::find(names, name) == names.end()) names.push_back(name);
    }
    std::string words;
    for (std::size_t i = 0; i < std::min(names.size(), told); ++i) {
        const bool last = i > 0 && i + 1 == names.size();
        words += (i == 0 ? "" : last ? " and " : ", ") + names[i];
    }
    return names.size() > told ? words + " and " + std::to_string(names.size() - told) + " more" : words;
}

std::string timesAWeek(const Backtested& tested, std::size_t count)
{
    const std::string times = count == 1 ? "once" : count == 2 ? "twice" : countWords(count) + " times";
    return count > 2 && tested.weeks > 0
               ? times + " (" + decimal(static_cast<double>(count) / tested.weeks, 1) + " a week)"
               : times;
}

std::string burstSentence(const Backtested& tested)
{
    const std::size_t trends = countOf(tested, Burst::Kind::Issue);
    const std::size_t emerging = countOf(tested, Burst::Kind::Emerging);
    const std::size_t volume = countOf(tested, Burst::Kind::Volume);
    std::string words = trends == 0 ? "No issue would have trended."
                                    : "Issues would have trended " + timesAWeek(tested, trends) + ": " +
                                          namesOf(tested, Burst::Kind::Issue) + ".";
    words += emerging == 0
                 ? " Nothing burst that nobody had named."
                 : " What nobody had named burst " + timesAWeek(tested, emerging) +
                       ", in customers\xe2\x80\x99 own words: " + namesOf(tested, Burst::Kind::Emerging) + ".";
    return words + " The floor as a whole was " +
           (volume == 0 ? "never louder than usual." : "louder than usual " + timesAWeek(tested, volume) + ".");
}

std::string findingSentence(const Finding& finding)
{
    std::string words = "What is known to have begun " + timeWords(finding.known.from);
    if (finding.found.empty()) return words + " was not found.";
    const auto first = std::ranges::min_element(finding.found, {}, &Burst::noticed);
    words += " was on the wall after " + durationWords(secondsOf(first->noticed - finding.known.from)) +
             ", as \xe2\x80\x9c" + nameWords(*first) + "\xe2\x80\x9d";
    for (const Burst& burst : finding.found) {
        if (&burst != &*first) {
            words += "; as \xe2\x80\x9c" + nameWords(burst) + "\xe2\x80\x9d after " +
                     durationWords(secondsOf(burst.noticed - finding.known.from));
        }
    }
    return words + ".";
}

std::string forecastSentence(const Backtested& tested)
{
    if (tested.customers.n() > 0) {
        const ForecastScores& scores = tested.customers;
        return "The breach forecast scored " + decimal(scores.forecast(), 3) + " (Brier, 0 is best) over " +
               countWords(scores.n()) + " cases; saying as often as usual scores " + decimal(scores.usual(), 3) +
               ", going by the head of the line " + decimal(scores.headOfLine(), 3) + ".";
    }
    std::map<core::NoForecast, std::uint64_t> why;
    for (const auto& [id, made] : tested.forecasts)
        for (const auto& [reason, looks] : made.silent)
            why[reason] += looks;
    if (why.empty()) return "There is no breach forecast: no target time is set.";
    const auto most = std::ranges::max_element(why, {}, [](const auto& one) { return one.second; });
    return "There is no breach forecast to score: mostly because " + wordsOf(most->first) + ".";
}

std::string head(const Backtested& tested, const std::string& source)
{
    std::string page =
        "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head><meta "
        "charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width\"/>" +
        tagged("title", source + ": back-test") + "<style>" + std::string{style} + "</style></head><body>\n" +
        tagged("h1", "What the wall would have said") +
        tagged("p", source + ", " + dayWords(tested.from) + " to " + dayWords(tested.to - core::Milliseconds{1}),
               "when");
    page += tagged("p",
                   plural(tested.floor.all.offered, "conversation", "conversations") + " in " +
                       plural(static_cast<std::uint64_t>(std::ceil(tested.weeks * 7)), "day", "days") + ". " +
                       responseSentence(tested),
                   "lead");
    page += tagged("p", burstSentence(tested));
    for (const Finding& finding : tested.findings)
        page += tagged("p", findingSentence(finding));
    if (!tested.findings.empty() && tested.weeks_outside > 0) {
        page += tagged("p", "Outside what is known: " + plural(tested.outside, "burst", "bursts") + " in " +
                                decimal(tested.weeks_outside, 1) + " weeks.");
    }
    page += tagged("p", forecastSentence(tested));
    for (const auto& [from, to] : tested.holes) {
        page += tagged("p",
                       "Nothing is in the data from " + timeWords(from) + " to " + timeWords(to) +
                           ": nothing was learned from that time.",
                       "soft");
    }
    return page;
}

std::string burstTable(const Backtested& tested)
{
    if (tested.bursts.empty()) return {};
    std::string rows = "<div class=\"wide\"><table><tr><th>What</th><th class=\"left\">Noticed</th><th>After its "
                       "onset</th><th>Went on</th><th>Voices</th><th>Times usual</th><th>Net sentiment</th></tr>";
    for (const Burst& burst : tested.bursts) {
        const char* const kind = burst.kind == Burst::Kind::Issue      ? "trend"
                                 : burst.kind == Burst::Kind::Emerging ? "emerging"
                                                                       : "volume";
        const auto net = burst.voices.netSentiment();
        rows += "<tr><td><span class=\"mark " + std::string{kind} + "\"></span>" +
                escaped(nameWords(burst) + (burst.learning ? " (still learning)" : "")) + "</td>" +
                tagged("td", timeWords(burst.noticed), "left") +
                tagged("td", durationWords(secondsOf(burst.noticed - burst.since))) +
                tagged("td", burst.ended ? durationWords(secondsOf(*burst.ended - burst.noticed)) : "to the end") +
                tagged("td", countWords(burst.voices.mentions)) +
                tagged("td", burst.expected > 0 ? decimal(burst.timesUsual(), 1) : "-") +
                tagged("td", net ? percent(*net) : "-") + "</tr>\n";
    }
    return rows + "</table></div>\n" +
           tagged("p",
                  "Orange: issues with a name. Violet: found in customers' own words. Green: the whole floor. "
                  "Voices are distinct people: who speaks twice within three hours is one.",
                  "note");
}

std::string queueRow(const std::string& name, const QueueRecord& record, bool sum)
{
    const core::Sketch& response = record.all.response;
    const auto quantile = [&](double q) {
        const auto value = response.quantile(q);
        return tagged("td", value ? durationWords(*value) : "-",
                      response.count() < core::samplesForBound(q) ? "few" : "");
    };
    const auto ratio = record.service_level.ratio();
    const core::Target& target = record.facts.target;
    const bool missed = ratio && target.isSet() && *ratio < target.ratio;
    std::string aim = target.isSet() ? percent(target.ratio) + " within " + durationWords(secondsOf(target.within))
                                     : std::string{sum ? "" : "-"};
    return std::string{sum ? "<tr class=\"sum\">" : "<tr>"} + tagged("td", name) +
           tagged("td", countWords(record.all.offered)) + tagged("td", countWords(record.all.answered)) +
           tagged("td", countWords(record.all.abandoned)) + tagged("td", countWords(record.waiting)) + quantile(0.5) +
           quantile(0.9) + tagged("td", ratio ? percent(*ratio) : "-", missed ? "miss" : "") + tagged("td", aim) +
           "</tr>\n";
}

std::string labelOf(const std::string& id, const QueueRecord& record)
{
    return record.facts.label.empty() ? id : record.facts.label;
}

std::string responses(const Backtested& tested)
{
    std::string page = tagged("h2", "How fast");
    page += tagged("p",
                   "Each day: from half of the first answers (the dark edge) up to nine in ten, on a scale by "
                   "powers. Pale days have fewer than " +
                       std::to_string(core::samplesForBound(0.9)) + " answers, too few for an honest nine in ten.",
                   "soft");
    page += drawResponse(tested.floor, tested, true);
    if (tested.queues.size() < 2) return page;
    page += "<div class=\"pair\">\n";
    for (const auto& [id, record] : tested.queues)
        if (!record.all.response.empty())
            page += "<div>" + tagged("h3", labelOf(id, record)) + drawResponse(record, tested, false) + "</div>";
    return page + "</div>\n";
}

std::string forecasts(const Backtested& tested)
{
    const ForecastScores& scores = tested.customers;
    if (scores.n() == 0) return {};
    std::string page = tagged("h2", "Was the forecast right");
    page += "<div class=\"calibration\">" + drawCalibration(scores) + "<div>" +
            tagged("p", "Of customers who were told to wait past the target with a chance of 70 %, 70 % should: dots "
                        "on the dashed line. Larger dots have more cases.");
    page += "<table><tr><th>Who says</th><th>Brier score</th></tr>";
    for (const auto& [who, score] :
         {std::pair{"The forecast", scores.forecast()}, std::pair{"As often as usual", scores.usual()},
          std::pair{"As the head of the line has it", scores.headOfLine()}})
        page += "<tr>" + tagged("td", who) + tagged("td", decimal(score, 4)) + "</tr>";
    return page + "</table>" +
           tagged("p",
                  "0 is best; " + countWords(scores.n()) + " cases, " + countWords(scores.breached()) +
                      " of them breached.",
                  "note") +
           "</div></div>\n";
}

}  // namespace

std::string backtestPage(const Backtested& tested, const std::string& source)
{
    std::string page = head(tested, source);
    page += tagged("h2", "Day by day") + drawDays(tested) + burstTable(tested);
    if (!tested.floor.all.response.empty()) page += responses(tested);
    page += tagged("h2", "Queues") +
            "<div class=\"wide\"><table><tr><th>Queue</th><th>Asked</th><th>Answered</th><th>Gave up</th><th>Wait at "
            "the end</th><th>Half within</th><th>Nine in ten</th><th>In time</th><th>Target</th></tr>\n";
    for (const auto& [id, record] : tested.queues)
        page += queueRow(labelOf(id, record), record, false);
    page += queueRow("All", tested.floor, true) + "</table></div>\n";
    page += forecasts(tested);
    return page + "</body></html>\n";
}

}  // namespace carewall::feed
