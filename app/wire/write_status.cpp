#include "carewall/v1/board.pb.h"
#include "wire/writes.h"

#include <algorithm>

namespace carewall::wire {
namespace {

double inSeconds(core::Milliseconds time)
{
    return static_cast<double>(time.count()) / 1000;
}

const char* word(core::Freshness freshness)
{
    switch (freshness) {
    case core::Freshness::Live:
        return "live";
    case core::Freshness::Remembered:
        return "remembered";
    case core::Freshness::LinkDown:
        return "link down";
    case core::Freshness::Silent:
        return "silent";
    case core::Freshness::ClockWrong:
        return "clock wrong";
    }
    return "";
}

const char* word(core::Tone tone)
{
    switch (tone) {
    case core::Tone::Calm:
        return "calm";
    case core::Tone::Watch:
        return "watch";
    case core::Tone::Act:
        return "act";
    case core::Tone::Silent:
        return "silent";
    case core::Tone::Closed:
        return "closed";
    }
    return "";
}

void writeQueue(const core::QueueFigures& from, v1::ShownQueue& to)
{
    to.set_queue(validUtf8(from.queue));
    to.set_label(label(from.label));
    to.set_waiting(from.waiting);
    if (from.oldest) to.set_oldest_s(inSeconds(*from.oldest));
    if (from.last_hour.p50.seconds) to.set_p50_s(*from.last_hour.p50.seconds);
    if (from.last_hour.p90.seconds) to.set_p90_s(*from.last_hour.p90.seconds);
    to.set_n(from.last_hour.n);
    if (from.day.p50.seconds) to.set_day_p50_s(*from.day.p50.seconds);
    if (from.day.p90.seconds) to.set_day_p90_s(*from.day.p90.seconds);
    to.set_day_n(from.day.n);
    to.set_service_level_met(from.service_level.met);
    to.set_service_level_counted(from.service_level.counted);
    to.set_offered(from.day_tally.offered);
    to.set_answered(from.day_tally.answered);
    to.set_abandoned(from.day_tally.abandoned);
    to.set_resolved(from.day_tally.resolved);
    to.set_freshness(word(from.freshness));
    if (from.age) to.set_age_s(inSeconds(*from.age));
    to.set_tone(word(from.tone));
}

void writeIssue(const core::IssueFigures& from, v1::ShownIssue& to)
{
    to.set_issue(validUtf8(from.issue));
    to.set_label(label(from.label));
    to.set_mentions(from.window.mentions);
    if (from.before) to.set_before(*from.before);
    if (from.window.mentions > 0)
        to.set_net_sentiment((static_cast<double>(from.window.positive) - static_cast<double>(from.window.negative)) /
                             static_cast<double>(from.window.mentions));
}

}  // namespace

std::string encode(const core::BoardStatus& status, Encoding encoding)
{
    v1::BoardStatus to;
    to.set_board(label(status.board));
    to.set_version(label(status.version));
    to.set_online(status.online);
    to.set_started_ms(status.started_ms);
    to.set_scene(label(status.scene));
    to.set_frames(status.frames);
    to.set_width(status.width);
    to.set_height(status.height);
    to.set_floor_ms(core::toMs(status.shown.time));
    to.set_waiting(status.shown.waiting);
    to.set_service_level_met(status.shown.service_level.met);
    to.set_service_level_counted(status.shown.service_level.counted);
    for (const core::QueueFigures& queue : status.shown.queues)
        writeQueue(queue, *to.add_queues());
    for (const core::IssueFigures& issue : status.shown.voice.issues)
        writeIssue(issue, *to.add_issues());
    to.set_reports(status.reports);
    to.set_refused(status.refusals.reports);
    to.set_over_limit(status.refusals.over_limit);
    to.set_unknown_fields(status.refusals.unknown_fields);
    for (const core::Refusal& refusal : status.refusals.newest)
        to.add_refusals(words(refusal.topic + ": " + refusal.why));
    to.set_store_trouble(words(status.store_trouble));
    return written(to, encoding);
}

}  // namespace carewall::wire
