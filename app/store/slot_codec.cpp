#include "store/slot_codec.h"

#include "carewall/kept/v1/slot.pb.h"
#include "core/limits.h"
#include "store/kept_mentions.h"
#include "store/old_codec.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace carewall::store {

namespace {

namespace v1 = kept::v1;
namespace limits = core::limits;

void write(const core::Sketch& sketch, v1::Sketch& into)
{
    into.set_scale(sketch.scale());
    into.set_zero_count(sketch.zeroCount());
    into.set_offset(sketch.offset());
    const std::vector<std::uint64_t>& counts = sketch.counts();
    const auto zeros = std::count(counts.begin(), counts.end(), 0U);
    // A gap takes a byte for each bucket that has something, a zero one for each that has nothing.
    const bool with_gaps = zeros > static_cast<std::ptrdiff_t>(counts.size()) - zeros;
    std::uint32_t gap = 0;
    for (const std::uint64_t count : counts) {
        if (with_gaps && count == 0) {
            ++gap;
            continue;
        }
        into.add_counts(count);
        if (with_gaps) into.add_gaps(std::exchange(gap, 0));
    }
}

std::optional<core::Sketch> read(const v1::Sketch& from)
{
    const auto size = static_cast<std::size_t>(from.counts_size());
    const bool with_gaps = from.gaps_size() > 0;
    if (size > limits::sketch_buckets || (with_gaps && from.gaps_size() != from.counts_size())) return std::nullopt;
    std::vector<std::uint64_t> counts;
    for (int i = 0; i < from.counts_size(); ++i) {
        const std::size_t gap = with_gaps ? from.gaps(i) : 0;
        if (gap >= limits::sketch_buckets - counts.size()) return std::nullopt;
        counts.resize(counts.size() + gap);
        counts.push_back(from.counts(i));
    }
    return core::Sketch::fromParts(from.scale(), from.zero_count(), from.offset(), std::move(counts));
}

/// Empty when the bytes are none of ours.
std::optional<v1::Slot> parse(std::string_view body, v1::Slot::KindCase kind)
{
    v1::Slot slot;
    const bool read = body.size() <= limits::payload_bytes &&
                      slot.ParseFromArray(body.data(), static_cast<int>(body.size())) && slot.kind_case() == kind;
    return read ? std::optional{std::move(slot)} : std::nullopt;
}

}  // namespace

std::string encodeSlot(const core::Tally& slot)
{
    v1::Slot made;
    v1::Tally& into = *made.mutable_tally();
    into.set_offered(slot.offered);
    into.set_answered(slot.answered);
    into.set_answered_within_target(slot.answered_within_target);
    into.set_abandoned(slot.abandoned);
    into.set_abandoned_within_target(slot.abandoned_within_target);
    into.set_resolved(slot.resolved);
    into.set_fcr(slot.fcr);
    if (!slot.response.empty()) write(slot.response, *into.mutable_response());
    into.set_waited_ms(slot.line.waited_ms);
    into.set_pressed_ms(slot.line.pressed_ms);
    into.set_backlog_ms(slot.line.backlog_ms);
    into.set_answered_from_backlog(slot.line.answered_from_backlog);
    into.set_others_waiting(slot.line.others_waiting);
    into.set_passed_over(slot.line.passed_over);
    into.set_busy_ms(slot.line.busy_ms);
    into.set_answered_by_community(slot.answered_by_community);
    into.set_abandoned_short(slot.abandoned_short);
    return made.SerializeAsString();
}

std::optional<core::Tally> decodeTally(std::string_view body)
{
    if (isOldSlot(body)) return readOldTally(body);
    const auto parsed = parse(body, v1::Slot::kTally);
    if (!parsed) return std::nullopt;
    const v1::Tally& from = parsed->tally();
    core::Tally slot;
    slot.offered = from.offered();
    slot.answered = from.answered();
    slot.answered_within_target = from.answered_within_target();
    slot.abandoned = from.abandoned();
    slot.abandoned_within_target = from.abandoned_within_target();
    slot.resolved = from.resolved();
    slot.fcr = from.fcr();
    slot.line = {from.waited_ms(),      from.pressed_ms(),  from.backlog_ms(), from.answered_from_backlog(),
                 from.others_waiting(), from.passed_over(), from.busy_ms()};
    slot.answered_by_community = from.answered_by_community();
    slot.abandoned_short = from.abandoned_short();
    if (from.has_response()) {
        auto response = read(from.response());
        if (!response) return std::nullopt;
        slot.response = std::move(*response);
    }
    return slot;
}

std::string encodeSlot(const core::VoiceSlot& slot)
{
    v1::Slot made;
    v1::VoiceSlot& into = *made.mutable_voice();
    writeMentions(slot.total, *into.mutable_total());
    into.set_anger(slot.ladder.anger);
    into.set_like(slot.ladder.like);
    into.set_love(slot.ladder.love);
    into.set_defend(slot.ladder.defend);
    into.set_replies(slot.replies);
    into.set_broadcasts(slot.broadcasts);
    for (const core::IssueMentions& issue : slot.issues) {
        v1::IssueMentions& one = *into.add_issues();
        one.set_issue(issue.issue);
        one.set_label(issue.label);
        writeMentions(issue.voices, *one.mutable_voices());
    }
    return made.SerializeAsString();
}

std::optional<core::VoiceSlot> decodeVoiceSlot(std::string_view body)
{
    if (isOldSlot(body)) return readOldVoiceSlot(body);
    const auto parsed = parse(body, v1::Slot::kVoice);
    if (!parsed) return std::nullopt;
    const v1::VoiceSlot& from = parsed->voice();
    if (static_cast<std::size_t>(from.issues_size()) > limits::slot_issues) return std::nullopt;
    core::VoiceSlot slot;
    slot.total = mentionsOf(from.total());
    slot.ladder = {from.anger(), from.like(), from.love(), from.defend()};
    slot.replies = from.replies();
    slot.broadcasts = from.broadcasts();
    slot.issues.reserve(static_cast<std::size_t>(from.issues_size()));
    for (const v1::IssueMentions& issue : from.issues())
        slot.issues.push_back({issue.issue(), issue.label(), mentionsOf(issue.voices())});
    return slot;
}

}  // namespace carewall::store
