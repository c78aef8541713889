#include "ui/floor/queue_rows.h"

#include "core/figures/figures.h"
#include "ui/words/fade.h"
#include "ui/words/words.h"

#include <chrono>
#include <optional>

namespace carewall::ui {

namespace {

/// The last hour, or where it is too thin for an honest p90 and the day says more: the day.
bool dayIsBetter(const core::QueueFigures& queue)
{
    return !queue.last_hour.p90.enough && queue.day.n > queue.last_hour.n;
}

QString label(const core::QueueFigures& queue)
{
    return QString::fromStdString(queue.label.empty() ? queue.queue : queue.label);
}

bool alike(const core::ResponseFigure& a, const core::ResponseFigure& b)
{
    const auto same = [](const core::Percentile& p, const core::Percentile& q) {
        return p.seconds == q.seconds && p.enough == q.enough;
    };
    using std::chrono::floor;
    using std::chrono::minutes;  // as it is told
    return a.n == b.n && a.since == b.since && floor<minutes>(a.covered) == floor<minutes>(b.covered) &&
           same(a.p50, b.p50) && same(a.p90, b.p90);
}

std::optional<core::Seconds> seconds(const std::optional<core::Milliseconds>& time)
{
    if (!time) return std::nullopt;
    return std::chrono::floor<core::Seconds>(*time);
}

QString detail(const Words& words, const core::QueueFigures& queue, core::WallTime now)
{
    const QString stale = words.freshness(queue.freshness, queue.age);
    return stale.isEmpty() ? words.detail(queue, now) : stale;
}

}  // namespace

const std::array<Role<QueueRow>, 17>& QueueRow::roles()
{
    using R = QueueRow;
    static const std::array<Role<R>, 17> all{
        role<&R::key, R>("queue"),
        role<&R::label, R>("label"),
        role<&R::detail, R>("detail"),
        role<&R::tone, R>("tone"),
        role<&R::tone_word, R>("toneWord"),
        role<&R::waiting, R>("waiting"),
        role<&R::oldest, R>("oldest"),
        role<&R::p50, R>("p50"),
        role<&R::p90, R>("p90"),
        role<&R::rests, R>("rests"),
        role<&R::p50_thin, R>("p50Thin"),
        role<&R::p90_thin, R>("p90Thin"),
        role<&R::service_level, R>("serviceLevel"),
        role<&R::service_ratio, R>("serviceRatio"),
        role<&R::target_ratio, R>("targetRatio"),
        role<&R::within, R>("within"),
        role<&R::fade, R>("fade"),
    };
    return all;
}

QueueRow queueRow(const Words& words, const core::FloorFigures& floor, const core::QueueFigures& queue)
{
    const bool of_the_day = dayIsBetter(queue);
    const core::ResponseFigure& response = of_the_day ? queue.day : queue.last_hour;
    QueueRow row;
    row.key = QString::fromStdString(queue.queue);
    row.label = label(queue);
    row.detail = detail(words, queue, floor.time);
    row.tone = static_cast<int>(queue.tone);
    row.tone_word = words.tone(queue.tone);
    // Where nobody tells how it stands now, nothing told is no 0.
    row.waiting = queue.day_only ? words.duration(std::optional<double>{}) : words.count(queue.waiting);
    if (queue.waiting > 0)
        row.oldest = queue.oldest ? words.duration(*queue.oldest) : words.duration(std::optional<double>{});
    row.p50 = words.duration(response.p50.seconds);
    row.p90 = words.duration(response.p90.seconds);
    row.rests = words.rests(response, of_the_day, floor.time);
    row.p50_thin = !response.p50.enough;
    row.p90_thin = !response.p90.enough;
    const std::optional<double> ratio = queue.service_level.ratio();
    row.service_level = ratio ? words.percent(*ratio) : words.duration(std::optional<double>{});
    row.service_ratio = ratio.value_or(-1);
    row.target_ratio = queue.target.isSet() ? queue.target.ratio : 0;
    row.within = words.within(queue.target);
    row.fade = fade(queue.freshness, queue.age);
    return row;
}

bool toldAlike(const core::QueueFigures& before, const core::QueueFigures& queue)
{
    const bool live = before.freshness == core::Freshness::Live && queue.freshness == core::Freshness::Live;
    if (!live || before.queue != queue.queue || before.tone != queue.tone) return false;
    return before.waiting == queue.waiting && before.day_only == queue.day_only &&
           seconds(before.oldest) == seconds(queue.oldest) && before.agents == queue.agents &&
           before.service_level == queue.service_level && alike(before.last_hour, queue.last_hour) &&
           alike(before.day, queue.day) && before.opens == queue.opens && before.target == queue.target &&
           before.label == queue.label && before.channel == queue.channel;
}

}  // namespace carewall::ui
