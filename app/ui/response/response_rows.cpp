#include "ui/response/response_rows.h"

#include "core/calendar.h"
#include "core/figures/figures.h"
#include "core/figures/response_day.h"
#include "ui/words/fade.h"
#include "ui/words/group_words.h"
#include "ui/words/words.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace carewall::ui {

namespace {

constexpr double gap = 0.18;  ///< of a half hour, and of a bin
constexpr double mark_height = 0.035;
constexpr core::Milliseconds least_span = std::chrono::hours{4};

constexpr double minute_s = 60;
constexpr double hour_s = 60 * minute_s;
constexpr double day_s = 24 * hour_s;
/// What a strip may begin and end with, seconds: numbers that are said in a word.
constexpr std::array levels{1.0,          2.0,           5.0,          10.0,          20.0,          30.0,
                            minute_s,     2 * minute_s,  5 * minute_s, 10 * minute_s, 20 * minute_s, 30 * minute_s,
                            hour_s,       2 * hour_s,    5 * hour_s,   12 * hour_s,   day_s,         2 * day_s,
                            5 * day_s,    10 * day_s,    30 * day_s,   100 * day_s,   300 * day_s,   1000 * day_s,
                            3000 * day_s, 10000 * day_s, 1e11};

/// The strip's foot and top, seconds: the levels next to all that is drawn, so that nothing is cut off. What is faster
/// than the first level stands at the foot.
struct Scale {
    double foot = 0;
    double top = 0;

    double height(double seconds) const
    {
        return std::clamp(std::log2(std::max(seconds, 1e-3) / foot) / std::log2(top / foot), 0.0, 1.0);
    }
};

Scale scaleOf(const core::ResponseDay& day, bool has_target)
{
    double least = day.centre_s;
    double most = has_target ? day.centre_s : 0;
    for (const core::ResponseSpan& each : day.spans) {
        least = std::min(least, each.p50_s.value_or(least));
        most = std::max({most, each.p50_s.value_or(0), each.p90_s.value_or(0)});
    }
    // The target's line is never the frame itself.
    const auto above = std::upper_bound(levels.begin(), std::prev(levels.end(), 2), least);
    const auto foot = above == levels.begin() ? above : std::prev(above);
    return {*foot, *std::lower_bound(std::next(foot), std::prev(levels.end()), most * (1 + 1e-9))};
}

Chart stripOf(const core::ResponseDay& day, const DaySpan& span, const Scale& scale, bool has_target)
{
    Chart chart;
    if (day.centre_s <= 0) return chart;
    const double target = scale.height(day.centre_s);
    const double all = std::chrono::duration<double>(span.end - span.start).count();
    const double wide = std::chrono::duration<double>(core::response_span).count() / all;
    for (const core::ResponseSpan& each : day.spans) {
        const double left = std::chrono::duration<double>(each.start - span.start).count() / all;
        if (left < 0 || left >= 1) continue;
        const bool thin = each.n < core::samplesForBound(0.5);
        const double low = scale.height(each.p50_s.value_or(0));
        const double high = std::max(low, scale.height(each.p90_s.value_or(0)));
        const auto box = [&](double from, double to, Chart::Ink ink) {
            chart.boxes.append({left, from, wide * (1 - gap), std::max(0.0, to - from), thin ? Chart::Thin : ink});
        };
        const double border = has_target ? std::clamp(target, low, high) : high;
        if (border > low || high <= low) box(low, border, Chart::Quiet);
        if (high > border) box(border, high, Chart::Breach);
        const double mark = std::clamp(low - mark_height / 2, 0.0, 1 - mark_height);
        box(mark, mark + mark_height, Chart::Mark);
    }
    return chart;
}

Chart histogramOf(const core::ResponseDay& day, bool has_target)
{
    Chart chart;
    const std::uint64_t most = day.bins.empty() ? 0 : *std::max_element(day.bins.begin(), day.bins.end());
    if (most == 0) return chart;
    const double wide = 1.0 / core::response_bins;
    for (std::size_t i = 0; i < day.bins.size(); ++i) {
        if (day.bins[i] == 0) continue;
        const double tall = static_cast<double>(day.bins[i]) / static_cast<double>(most);
        const bool breach = has_target && static_cast<int>(i) >= core::response_bins_within;
        chart.boxes.append(
            {static_cast<double>(i) * wide, 0, wide * (1 - gap), tall, breach ? Chart::Breach : Chart::Quiet});
    }
    return chart;
}

/// The strip and the histogram, with what names their levels.
void draw(ResponseRow& row, const Words& words, const core::ResponseDay& day, const DaySpan& span)
{
    const Scale scale = scaleOf(day, row.has_target);
    row.strip = stripOf(day, span, scale, row.has_target);
    row.level_foot = words.level(scale.foot);
    row.level_top = words.level(scale.top);
    if (row.has_target) {
        row.target_at = scale.height(day.centre_s);
        row.level_target = words.level(day.centre_s);
    }
    row.histogram = histogramOf(day, row.has_target);
    if (row.histogram.boxes.isEmpty()) return;
    row.least = words.level(day.centre_s * std::exp2(1 - core::response_bins_within));
    row.most =
        words.orMore(words.level(day.centre_s * std::exp2(core::response_bins - 1 - core::response_bins_within)));
}

void tellTimes(ResponseRow& row, const Words& words, const core::ResponseFigure& hour, const core::ResponseFigure& day,
               core::WallTime now)
{
    row.p50 = words.duration(hour.p50.seconds);
    row.p90 = words.duration(hour.p90.seconds);
    row.p50_thin = !hour.p50.enough;
    row.p90_thin = !hour.p90.enough;
    row.rests = words.rests(hour, false, now);
    row.day_p50 = words.duration(day.p50.seconds);
    row.day_p90 = words.duration(day.p90.seconds);
    row.day_rests = day.n > 0 ? words.rests(day, true, now) : QString{};
}

ResponseRow responseRow(const Words& words, const core::FloorFigures& floor, const core::QueueFigures& queue)
{
    ResponseRow row;
    row.tone = static_cast<int>(queue.tone);
    row.has_target = queue.target.isSet();
    row.within = words.within(queue.target);
    row.fade = fade(queue.freshness, queue.age);
    const QString stale = words.freshness(queue.freshness, queue.age);
    row.breaches = stale.isEmpty() ? words.breachForecast(queue, floor.time) : stale;
    if (!queue.forecast.none) {
        row.next = words.nextWaits(queue.forecast.next);
        row.clear = queue.waiting > 0 ? words.clearIn(queue.forecast.clear) : QString{};
    }
    tellTimes(row, words, queue.last_hour, queue.day, floor.time);
    return row;
}

ResponseRow groupRow(const GroupWords& groups, const core::GroupFigures& group, core::WallTime now)
{
    const Words& words = groups.words();
    ResponseRow row;
    row.tone = static_cast<int>(group.tone);
    row.has_target = group.target.isSet();
    row.within = words.within(group.target);
    row.fade = fade(group.freshness, group.age);
    row.breaches = words.freshness(group.freshness, group.age);
    if (row.breaches.isEmpty() && group.forecasts > 0)
        row.breaches = words.breachesSoon(group.breaches_10min, group.breaches_30min, now);
    QString caveat;
    if (group.freshness == core::Freshness::Live && group.silent > 0)
        caveat = words.silentQueues(static_cast<int>(group.silent));
    else if (group.forecasts > 0 && group.forecasts < group.queues)
        caveat = words.queuesForeseen(group.forecasts, group.queues);
    QString& who = row.breaches.isEmpty() ? row.breaches : row.next;
    QString& but = row.breaches.isEmpty() ? row.next : row.clear;
    who = groups.queues(group.queues, group.waiting);
    but = caveat;
    tellTimes(row, words, group.last_hour, group.day, now);
    return row;
}

}  // namespace

const std::array<Role<ResponseRow>, 25>& ResponseRow::roles()
{
    using R = ResponseRow;
    static const std::array<Role<R>, 25> all{
        role<&R::key, R>("queue"),
        role<&R::label, R>("label"),
        role<&R::tone, R>("tone"),
        role<&R::within, R>("within"),
        role<&R::breaches, R>("breaches"),
        role<&R::next, R>("next"),
        role<&R::clear, R>("clear"),
        role<&R::p50, R>("p50"),
        role<&R::p90, R>("p90"),
        role<&R::rests, R>("rests"),
        role<&R::p50_thin, R>("p50Thin"),
        role<&R::p90_thin, R>("p90Thin"),
        role<&R::day_p50, R>("dayP50"),
        role<&R::day_p90, R>("dayP90"),
        role<&R::day_rests, R>("dayRests"),
        role<&R::strip, R>("strip"),
        role<&R::level_foot, R>("levelFoot"),
        role<&R::level_target, R>("levelTarget"),
        role<&R::level_top, R>("levelTop"),
        role<&R::target_at, R>("targetAt"),
        role<&R::histogram, R>("histogram"),
        role<&R::least, R>("fastest"),
        role<&R::most, R>("slowest"),
        role<&R::has_target, R>("hasTarget"),
        role<&R::fade, R>("fade"),
    };
    return all;
}

DaySpan daySpan(const core::ResponseDay& floor, core::WallTime now)
{
    const core::WallTime midnight = core::dayStart(now);
    const core::WallTime first = floor.spans.empty() ? now : floor.spans.front().start;
    const auto hours = (first - midnight) / std::chrono::hours{1};
    DaySpan span{midnight + std::chrono::hours{hours}, now};
    span.start = std::max(midnight, std::min(span.start, now - least_span));
    // A half hour that has just begun is drawn as wide as the others.
    const core::WallTime half_hour = midnight + ((now - midnight) / core::response_span + 1) * core::response_span;
    span.end = std::max(half_hour, span.start + least_span);
    return span;
}

QList<QString> ends(const Words& words, const DaySpan& span, core::WallTime now)
{
    const bool to_now = span.end - now <= core::response_span;
    return {words.timeOfDay(span.start), to_now ? words.now() : words.timeOfDay(span.end)};
}

std::vector<ResponseRow> responseRows(const Words& words, const core::FloorFigures& floor,
                                      const core::ResponseDays& days, const DaySpan& span)
{
    const GroupWords groups{words};
    std::vector<ResponseRow> rows;
    const auto add = [&](ResponseRow row, const QString& key, const QString& label, const core::ResponseDay& day) {
        row.key = key;
        row.label = label;
        if (day.centre_s > 0) draw(row, words, day, span);
        rows.push_back(std::move(row));
    };
    const auto addGroups = [&](const std::vector<core::GroupFigures>& all, const std::vector<core::ResponseDay>& drawn,
                               const QString& kind, const auto& label) {
        // One of one queue is that queue, and one alone is the floor.
        for (std::size_t i = 0; all.size() > 1 && i < all.size() && i < drawn.size(); ++i)
            if (all[i].queues > 1)
                add(groupRow(groups, all[i], floor.time), kind + QString::fromStdString(all[i].name),
                    label(all[i].name), drawn[i]);
    };
    if (floor.queues.size() > 1)
        add(groupRow(groups, floor.all, floor.time), QStringLiteral("all queues"), words.allQueues(), days.floor);
    addGroups(
        floor.channels, days.channels, QStringLiteral("channel/"),
        [&](const std::string& name) { return groups.channel(name); });
    addGroups(floor.teams, days.teams, QStringLiteral("team/"),
              [&](const std::string& name) { return groups.team(name); });
    for (std::size_t i = 0; i < floor.queues.size() && i < days.queues.size(); ++i) {
        const core::QueueFigures& queue = floor.queues[i];
        add(responseRow(words, floor, queue), QStringLiteral("queue/") + QString::fromStdString(queue.queue),
            QString::fromStdString(queue.label), days.queues[i]);
    }
    return rows;
}

}  // namespace carewall::ui
