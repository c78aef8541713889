#include "core/limits.h"
#include "core/slots.h"
#include "wire/reads.h"

#include <set>

namespace carewall::wire {
namespace {

namespace limits = core::limits;

core::Mentions readMentions(Reading& in, const v1::Mentions& from)
{
    core::Mentions voices;
    voices.mentions = in.count("mentions", from.mentions());
    voices.positive = in.part("positive", from.positive(), "mentions", voices.mentions);
    voices.negative = in.part("negative", from.negative(), "mentions", voices.mentions);
    if (voices.positive + voices.negative > voices.mentions)
        in.refuse("negative", "and positive are " + std::to_string(voices.positive + voices.negative) +
                                  " together but mentions is " + std::to_string(voices.mentions) +
                                  "; they must be at most mentions");
    voices.reach = in.count("reach", from.reach());
    return voices;
}

std::optional<core::Emergence> readEmergence(Reading& in, const v1::IssueMentions& from)
{
    if (!from.emerging()) return std::nullopt;
    core::Emergence emerging;
    emerging.since = in.timeIfSet("since_ms", from.since_ms());
    emerging.until = in.timeIfSet("until_ms", from.until_ms());
    emerging.usual_per_hour = in.finite("usual_per_hour", from.usual_per_hour());
    if (emerging.usual_per_hour < 0) in.refuse("usual_per_hour", "is negative; it must be 0 or more");
    if (!from.part_of().empty()) emerging.part_of = in.id("part_of", from.part_of());
    return emerging;
}

std::vector<core::IssueMentions> readIssues(Reading& in, const v1::VoiceSlot& from)
{
    std::vector<core::IssueMentions> issues;
    if (!in.fits("issues", from.issues_size(), limits::slot_issues)) return issues;
    issues.reserve(static_cast<std::size_t>(from.issues_size()));
    std::set<std::string_view> seen;
    for (int i = 0; i < from.issues_size() && !in.refused(); ++i) {
        const auto step = in.in("issues", i);
        const v1::IssueMentions& issue = from.issues(i);
        core::IssueMentions& read = issues.emplace_back();
        read.issue = in.id("issue", issue.issue());
        if (!seen.insert(issue.issue()).second)
            in.refuse("issue", "is '" + read.issue + "' a second time; a slot must hold each issue once");
        read.label = Reading::label(issue.label());
        read.emerging = readEmergence(in, issue);
        const auto voices = in.in("voices");
        read.voices = readMentions(in, issue.voices());
    }
    return issues;
}

core::VoiceSlot readSlot(Reading& in, const v1::VoiceSlot& from, const SlotTimes& times)
{
    core::VoiceSlot slot;
    slot.start = times.start;
    slot.length = times.length;
    {
        const auto step = in.in("total");
        slot.total = readMentions(in, from.total());
    }
    {
        const auto step = in.in("ladder");
        slot.ladder = {in.count("anger", from.ladder().anger()), in.count("like", from.ladder().like()),
                       in.count("love", from.ladder().love()), in.count("defend", from.ladder().defend())};
    }
    slot.replies = in.count("replies", from.replies());
    slot.broadcasts = in.count("broadcasts", from.broadcasts());
    slot.issues = readIssues(in, from);
    return slot;
}

}  // namespace

core::VoiceNow readVoiceNow(Reading& in, const v1::VoiceNow& from)
{
    core::VoiceNow now;
    now.header = readHeader(in, from.header());
    if (from.has_open()) {
        const auto step = in.in("open");
        now.open =
            readSlot(in, from.open(),
                     openSlot(in, from.open().start_ms(), from.open().length_s(), core::voice_slot, now.header.time));
    }
    return now;
}

core::VoiceDay readVoiceDay(Reading& in, const v1::VoiceDay& from)
{
    core::VoiceDay day;
    day.header = readHeader(in, from.header());
    if (!in.fits("slots", from.slots_size(), limits::day_slots)) return day;
    day.slots.reserve(static_cast<std::size_t>(from.slots_size()));
    SlotOrder order;
    for (int i = 0; i < from.slots_size() && !in.refused(); ++i) {
        const auto step = in.in("slots", i);
        const v1::VoiceSlot& slot = from.slots(i);
        const SlotTimes times = closedSlot(in, slot.start_ms(), slot.length_s(), core::voice_slot);
        order.next(in, times);
        day.slots.push_back(readSlot(in, slot, times));
    }
    return day;
}

core::IssueNote readIssueNote(Reading& in, const v1::IssueNote& from)
{
    core::IssueNote note;
    note.header = readHeader(in, from.header());
    note.label = Reading::label(from.label());
    note.hand_off = in.choice(from.stage(), core::HandOff::Resolved);
    note.to = Reading::label(from.to());
    note.text = Reading::text(from.text());
    note.names_nobody = from.names_nobody();
    return note;
}

}  // namespace carewall::wire
