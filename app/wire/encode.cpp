#include "wire/encode.h"

#include "carewall/v1/board.pb.h"
#include "carewall/v1/floor.pb.h"
#include "carewall/v1/queue.pb.h"
#include "carewall/v1/voice.pb.h"
#include "core/calendar.h"
#include "core/scenes.h"
#include "wire/writes.h"

#include <google/protobuf/util/json_util.h>

namespace carewall::wire {
namespace {

constexpr std::string_view empty_header("\x0A\0", 2);

double inSeconds(core::Milliseconds time)
{
    return static_cast<double>(time.count()) / 1000;
}

std::uint32_t wholeSeconds(core::Milliseconds time)
{
    // Up, so that a promise of 1.5 s is not broken before it is late.
    return static_cast<std::uint32_t>(std::chrono::ceil<core::Seconds>(time).count());
}

std::int64_t msOrNone(const std::optional<core::WallTime>& time)
{
    return time ? core::toMs(*time) : 0;
}

/// The proto enum's value 0 is "unspecified", the core enum's 0 is the proto's 1.
template <typename Proto, typename Core>
Proto chosen(Core value)
{
    return static_cast<Proto>(static_cast<int>(value) + 1);
}

template <typename To>
void writeHeader(const core::Header& from, To& report)
{
    if (from == core::Header{}) return;
    v1::Header& to = *report.mutable_header();
    to.set_epoch(from.revision.epoch);
    to.set_sequence(from.revision.sequence);
    to.set_time_ms(msOrNone(from.time));
    to.set_interval_s(wholeSeconds(from.interval));
}

void writeSketch(const core::Sketch& from, v1::Sketch& to)
{
    v1::Sketch sparse;
    v1::Sketch dense;
    dense.set_scale(from.scale());
    dense.set_zero_count(from.zeroCount());
    sparse = dense;
    dense.set_offset(from.offset());
    std::int32_t index = from.offset();
    std::int32_t before = 0;
    for (const std::uint64_t count : from.counts()) {
        dense.add_counts(count);
        if (count > 0) {
            sparse.add_index_deltas(index - before);
            sparse.add_index_counts(count);
            before = index;
        }
        ++index;
    }
    to = sparse.ByteSizeLong() <= dense.ByteSizeLong() ? sparse : dense;
}

void writeTally(const core::Tally& from, v1::Tally& to)
{
    to.set_start_ms(core::toMs(from.start));
    to.set_length_s(wholeSeconds(from.length));
    to.set_offered(from.offered);
    to.set_answered(from.answered);
    to.set_answered_within_target(from.answered_within_target);
    to.set_abandoned(from.abandoned);
    to.set_abandoned_within_target(from.abandoned_within_target);
    to.set_resolved(from.resolved);
    to.set_resolved_in_one(from.fcr);
    to.set_answered_by_community(from.answered_by_community);
    if (!from.response.empty()) writeSketch(from.response, *to.mutable_response());
    to.set_abandoned_short(from.abandoned_short);
    to.set_waited_ms(from.line.waited_ms);
    to.set_pressed_ms(from.line.pressed_ms);
    to.set_backlog_ms(from.line.backlog_ms);
    to.set_answered_from_backlog(from.line.answered_from_backlog);
    to.set_others_waiting(from.line.others_waiting);
    to.set_passed_over(from.line.passed_over);
    to.set_busy_ms(from.line.busy_ms);
}

void writeMentions(const core::Mentions& from, v1::Mentions& to)
{
    to.set_mentions(from.mentions);
    to.set_positive(from.positive);
    to.set_negative(from.negative);
    to.set_reach(from.reach);
}

void writeVoiceSlot(const core::VoiceSlot& from, v1::VoiceSlot& to)
{
    to.set_start_ms(core::toMs(from.start));
    to.set_length_s(wholeSeconds(from.length));
    if (from.total != core::Mentions{}) writeMentions(from.total, *to.mutable_total());
    if (from.ladder != core::Ladder{}) {
        v1::Ladder& ladder = *to.mutable_ladder();
        ladder.set_anger(from.ladder.anger);
        ladder.set_like(from.ladder.like);
        ladder.set_love(from.ladder.love);
        ladder.set_defend(from.ladder.defend);
    }
    to.set_replies(from.replies);
    to.set_broadcasts(from.broadcasts);
    for (const core::IssueMentions& issue : from.issues) {
        v1::IssueMentions& spoken = *to.add_issues();
        spoken.set_issue(validUtf8(issue.issue));
        spoken.set_label(label(issue.label));
        writeMentions(issue.voices, *spoken.mutable_voices());
        if (issue.emerging) {
            spoken.set_emerging(true);
            spoken.set_since_ms(issue.emerging->since ? core::toMs(*issue.emerging->since) : 0);
            spoken.set_until_ms(issue.emerging->until ? core::toMs(*issue.emerging->until) : 0);
            spoken.set_usual_per_hour(issue.emerging->usual_per_hour);
            spoken.set_part_of(validUtf8(issue.emerging->part_of));
        }
    }
}

void writeNotice(const core::Notice& from, v1::Notice& to)
{
    writeHeader(from.header, to);
    to.set_text(words(from.text));
    to.set_severity(chosen<v1::Severity>(from.severity));
    to.set_until_ms(msOrNone(from.until));
}

v1::Good good(core::Good from)
{
    switch (from) {
    case core::Good::Up:
        return v1::GOOD_UP;
    case core::Good::Down:
        return v1::GOOD_DOWN;
    case core::Good::Unknown:
        break;
    }
    return v1::GOOD_UNSPECIFIED;
}

}  // namespace

std::string written(const google::protobuf::Message& message, Encoding encoding)
{
    if (encoding == Encoding::Protobuf) {
        std::string bytes = message.SerializeAsString();
        // A message of defaults has no bytes, and on a topic that says "forget": an empty header says nothing.
        if (bytes.empty()) bytes.assign(empty_header);
        return bytes;
    }
    google::protobuf::util::JsonPrintOptions options;
    options.preserve_proto_field_names = true;
    std::string text;
    // Fails only on text that is not UTF-8, which the writers have replaced.
    const auto status = google::protobuf::util::MessageToJsonString(message, &text, options);
    return status.ok() ? text : std::string{"{}"};
}

std::string encode(const core::QueueNow& report, Encoding encoding)
{
    v1::QueueNow to;
    writeHeader(report.header, to);
    to.set_label(label(report.label));
    to.set_channel(label(report.channel));
    to.set_team(label(report.team));
    if (report.target != core::Target{}) {
        to.mutable_target()->set_within_s(inSeconds(report.target.within));
        to.mutable_target()->set_ratio(report.target.ratio);
        to.mutable_target()->set_abandons(chosen<v1::AbandonPolicy>(report.target.abandons));
        to.mutable_target()->set_short_abandon_s(inSeconds(report.target.short_abandon));
        to.mutable_target()->set_open_hours_only(report.target.open_hours_only);
    }
    // With an ordered header a 0 may be left out, and always was; elsewhere it would be taken for nothing said.
    const core::Revision& revision = report.header.revision;
    if (report.waiting > 0 || revision.epoch == 0 || revision.sequence == 0) to.set_waiting(report.waiting);
    for (const core::Milliseconds age : report.ages)
        to.add_ages_s(inSeconds(age));
    if (report.agents) {
        to.mutable_agents()->set_available(report.agents->available);
        to.mutable_agents()->set_busy(report.agents->busy);
        to.mutable_agents()->set_away(report.agents->away);
    }
    if (report.open) writeTally(*report.open, *to.mutable_open());
    if (report.calibration) {
        v1::Calibration& learnt = *to.mutable_calibration();
        learnt.set_revision(core::Calibration::revision);
        learnt.mutable_customer()->Assign(report.calibration->customer.begin(), report.calibration->customer.end());
        learnt.mutable_any()->Assign(report.calibration->any.begin(), report.calibration->any.end());
        learnt.set_to_come(report.calibration->to_come);
    }
    return written(to, encoding);
}

std::string encode(const core::QueueDay& report, Encoding encoding)
{
    v1::QueueDay to;
    writeHeader(report.header, to);
    for (const core::Tally& slot : report.slots)
        writeTally(slot, *to.add_slots());
    const auto minutes = [](core::Milliseconds time) {
        return static_cast<std::uint32_t>(std::chrono::floor<std::chrono::minutes>(time).count());
    };
    for (const core::OpeningHours& hours : report.opening.hours) {
        v1::OpeningHours& each = *to.add_hours();
        each.set_open_min(minutes(hours.open));
        each.set_close_min(minutes(hours.close));
        for (std::uint32_t day = 1; day <= 7; ++day)
            if ((hours.weekdays & (1U << day % 7)) != 0) each.add_weekdays(day);
    }
    for (const core::Date holiday : report.opening.holidays)
        to.add_holidays(core::isoDate(holiday));
    return written(to, encoding);
}

std::string encode(const core::VoiceNow& report, Encoding encoding)
{
    v1::VoiceNow to;
    writeHeader(report.header, to);
    if (report.open) writeVoiceSlot(*report.open, *to.mutable_open());
    return written(to, encoding);
}

std::string encode(const core::VoiceDay& report, Encoding encoding)
{
    v1::VoiceDay to;
    writeHeader(report.header, to);
    for (const core::VoiceSlot& slot : report.slots)
        writeVoiceSlot(slot, *to.add_slots());
    return written(to, encoding);
}

std::string encode(const core::IssueNote& report, Encoding encoding)
{
    v1::IssueNote to;
    writeHeader(report.header, to);
    to.set_label(label(report.label));
    to.set_stage(chosen<v1::IssueStage>(report.hand_off));
    to.set_to(label(report.to));
    to.set_text(words(report.text));
    to.set_names_nobody(report.names_nobody);
    return written(to, encoding);
}

std::string encode(const core::Metric& report, Encoding encoding)
{
    v1::Metric to;
    writeHeader(report.header, to);
    to.set_label(label(report.label));
    to.set_unit(label(report.unit));
    to.set_value(report.value);
    if (report.target) to.set_target(*report.target);
    to.set_good(good(report.good));
    for (const core::MetricSlot& slot : report.slots) {
        v1::MetricSlot& written_slot = *to.add_slots();
        written_slot.set_start_ms(core::toMs(slot.start));
        written_slot.set_length_s(wholeSeconds(slot.length));
        written_slot.set_value(slot.value);
    }
    return written(to, encoding);
}

std::string encode(const core::Moment& report, Encoding encoding)
{
    v1::Moment to;
    writeHeader(report.header, to);
    to.set_text(words(report.text));
    to.set_team(label(report.team));
    to.set_channel(label(report.channel));
    to.set_thanks(label(report.thanks));
    to.set_until_ms(msOrNone(report.until));
    to.set_names_nobody(report.names_nobody);
    return written(to, encoding);
}

std::string encode(const core::Notice& report, Encoding encoding)
{
    v1::Notice to;
    writeNotice(report, to);
    return written(to, encoding);
}

std::string encode(const core::FloorClock& report, Encoding encoding)
{
    v1::FloorClock to;
    writeHeader(report.header, to);
    to.set_floor_ms(core::toMs(report.floor));
    to.set_at_ms(core::toMs(report.at));
    to.set_rate(report.rate);
    to.set_phase(chosen<v1::ClockPhase>(report.phase));
    to.set_label(label(report.label));
    return written(to, encoding);
}

std::string encode(const core::BoardCommand& report, Encoding encoding)
{
    using Kind = core::BoardCommand::Kind;
    v1::BoardCommand to;
    writeHeader(report.header, to);
    switch (report.kind) {
    case Kind::Scene:
        to.set_scene(std::string{report.scene ? core::name(*report.scene) : core::playlist_name});
        break;
    case Kind::Identify:
        to.set_identify(true);
        break;
    case Kind::Dim:
        to.set_dim(report.dim);
        break;
    case Kind::Notice:
        writeNotice(report.notice, *to.mutable_notice());
        break;
    case Kind::Next:
        to.set_next(true);
        break;
    case Kind::Previous:
        to.set_previous(true);
        break;
    case Kind::Hold:
        to.set_hold(report.hold);
        break;
    case Kind::Language:
        to.set_language(label(report.language));
        break;
    case Kind::Qr:
        to.set_qr(label(report.issue));
        break;
    case Kind::Theme:
        to.set_theme(std::string{core::themes.at(static_cast<std::size_t>(report.theme))});
        break;
    }
    return written(to, encoding);
}

}  // namespace carewall::wire
