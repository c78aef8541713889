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

const char* word(core::NoForecast why)
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

const char* word(const std::optional<core::HandOff>& hand_off)
{
    if (!hand_off) return "";
    switch (*hand_off) {
    case core::HandOff::New:
        return "new";
    case core::HandOff::HandedOff:
        return "handed off";
    case core::HandOff::Acknowledged:
        return "acknowledged";
    case core::HandOff::Resolved:
        return "resolved";
    }
    return "";
}

/// The times of a queue or a group: both messages name them the same.
template <typename Figures, typename Shown>
void writeTimes(const Figures& from, Shown& to)
{
    if (from.last_hour.p50.seconds) to.set_p50_s(*from.last_hour.p50.seconds);
    if (from.last_hour.p90.seconds) to.set_p90_s(*from.last_hour.p90.seconds);
    to.set_n(from.last_hour.n);
    if (from.day.p50.seconds) to.set_day_p50_s(*from.day.p50.seconds);
    if (from.day.p90.seconds) to.set_day_p90_s(*from.day.p90.seconds);
    to.set_day_n(from.day.n);
    to.set_service_level_met(from.service_level.met);
    to.set_service_level_counted(from.service_level.counted);
}

void writeForecast(const core::Forecast& from, v1::ShownForecast& to)
{
    if (from.none) {
        to.set_none(word(*from.none));
        return;
    }
    to.set_late_10min(from.breaches_10min);
    to.set_late_30min(from.breaches_30min);
    to.set_any_10min(from.any_10min);
    to.set_wait_s(from.next.mean_s);
    to.set_wait_low_s(from.next.low_s);
    to.set_wait_high_s(from.next.high_s);
    if (from.clear) to.set_clear_s(inSeconds(*from.clear));
}

void writeGroup(const core::GroupFigures& from, v1::ShownGroup& to)
{
    to.set_name(label(from.name));
    to.set_queues(static_cast<std::uint32_t>(from.queues));
    to.set_silent(static_cast<std::uint32_t>(from.silent));
    to.set_waiting(from.waiting);
    writeTimes(from, to);
    to.set_forecasts(static_cast<std::uint32_t>(from.forecasts));
    to.set_late_10min(from.breaches_10min);
    to.set_late_30min(from.breaches_30min);
    to.set_tone(word(from.tone));
}

void writeQueue(const core::QueueFigures& from, v1::ShownQueue& to)
{
    to.set_queue(validUtf8(from.queue));
    to.set_label(label(from.label));
    to.set_waiting(from.waiting);
    if (from.oldest) to.set_oldest_s(inSeconds(*from.oldest));
    writeTimes(from, to);
    to.set_offered(from.day_tally.offered);
    to.set_answered(from.day_tally.answered);
    to.set_abandoned(from.day_tally.abandoned);
    to.set_resolved(from.day_tally.resolved);
    to.set_freshness(word(from.freshness));
    if (from.age) to.set_age_s(inSeconds(*from.age));
    to.set_tone(word(from.tone));
    to.set_channel(label(from.channel));
    to.set_team(label(from.team));
    to.set_overdue(from.breached);
    writeForecast(from.forecast, *to.mutable_forecast());
    if (from.opens) to.set_opens_ms(core::toMs(*from.opens));
}

void writeIssue(const core::IssueFigures& from, v1::ShownIssue& to)
{
    to.set_issue(validUtf8(from.issue));
    to.set_label(label(from.label));
    to.set_mentions(from.window.mentions);
    if (from.before) to.set_before(*from.before);
    if (const auto net = from.window.netSentiment()) to.set_net_sentiment(*net);
    to.set_reach(from.window.reach);
    to.set_stage(word(from.hand_off));
    to.set_handed_to(label(from.handed_to));
    if (!from.emerging) return;
    v1::ShownEmergence& emerging = *to.mutable_emerging();
    if (from.emerging->since) emerging.set_since_ms(core::toMs(*from.emerging->since));
    if (from.emerging->until) emerging.set_until_ms(core::toMs(*from.emerging->until));
    emerging.set_usual_per_hour(from.emerging->usual_per_hour);
    emerging.set_part_of(validUtf8(from.emerging->part_of));
}

void writeTrend(const core::TrendFigures& from, v1::ShownTrend& to)
{
    const core::Trend& trend = from.trend;
    to.set_issue(validUtf8(trend.issue));
    to.set_label(label(from.label));
    to.set_since_ms(core::toMs(trend.since));
    to.set_noticed_ms(core::toMs(trend.noticed));
    to.set_voices(trend.during.mentions);
    to.set_expected(trend.expected);
    to.set_times_usual(trend.times_usual);
    if (const auto net = trend.during.netSentiment()) to.set_net_sentiment(*net);
    to.set_reach(trend.during.reach);
    to.set_surprise(trend.surprise);
    to.set_usual_low(trend.usual.low);
    to.set_usual_high(trend.usual.high);
    to.set_learning(trend.learning);
    to.set_stage(word(from.hand_off));
    to.set_handed_to(label(from.handed_to));
}

/// All that is worked out.
void writeShown(const core::FloorFigures& from, v1::BoardStatus& to)
{
    to.set_floor_ms(core::toMs(from.time));
    to.set_waiting(from.waiting);
    to.set_service_level_met(from.service_level.met);
    to.set_service_level_counted(from.service_level.counted);
    for (const core::QueueFigures& queue : from.queues)
        writeQueue(queue, *to.add_queues());
    for (const core::IssueFigures& issue : from.voice.issues)
        writeIssue(issue, *to.add_issues());
    writeGroup(from.all, *to.mutable_all());
    for (const core::GroupFigures& channel : from.channels)
        writeGroup(channel, *to.add_channels());
    for (const core::GroupFigures& team : from.teams)
        writeGroup(team, *to.add_teams());
    for (const core::TrendFigures& trend : from.voice.trends)
        writeTrend(trend, *to.add_trends());
    if (from.voice.volume) writeTrend(*from.voice.volume, *to.mutable_volume());
    if (from.voice.baseline_since) to.set_usual_since_ms(core::toMs(*from.voice.baseline_since));
    to.set_usual_learns(from.voice.baseline_learns);
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
    to.set_why(label(status.why));
    for (const std::string& queue : status.alarms)
        to.add_alarms(validUtf8(queue));
    to.set_language(label(status.language));
    to.set_theme(label(status.theme));
    to.set_scheme(label(status.scheme));
    to.set_dim(status.dim);
    to.set_frames(status.frames);
    to.set_width(status.width);
    to.set_height(status.height);
    writeShown(status.shown, to);
    to.set_reports(status.reports);
    to.set_refused(status.refusals.reports);
    to.set_over_limit(status.refusals.over_limit);
    to.set_unknown_fields(status.refusals.unknown_fields);
    for (const core::Refusal& refusal : status.refusals.newest)
        to.add_refusals(words(refusal.topic + ": " + refusal.why));
    for (const core::UnknownFields& fields : status.refusals.unknown) {
        v1::ShownUnknown& unknown = *to.add_unknown();
        unknown.set_topic(words(fields.topic));
        for (const std::string& name : fields.names)
            unknown.add_fields(label(name));
    }
    to.set_store_trouble(words(status.store_trouble));
    return written(to, encoding);
}

}  // namespace carewall::wire
