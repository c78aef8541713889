#pragma once

#include "core/trend/trend.h"
#include "store/probe.h"
#include "store/store.h"

#include <cstdio>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <string>
#include <vector>

/// What lies in golden/schema_1.db, as lines of text. The file was made by the store as it was at schema 1, of seeded
/// values, and golden/schema_1.txt by these functions from the same values at that time.
namespace carewall::support {

inline const std::vector<std::string> kept_issues = {"login", "price", "app"};
/// Up to where the kept trends are closed: in the midst of a burst of the first issue.
inline const core::WallTime kept_until = day(19723) + std::chrono::hours{33};

/// A slot of 15 minutes of the kept floor, the same at each call.
inline core::VoiceSlot keptSlot(int number, bool burst)
{
    core::VoiceSlot slot;
    slot.start = day(19723) + number * std::chrono::minutes{15};
    slot.length = std::chrono::minutes{15};
    for (std::size_t i = 0; i < kept_issues.size(); ++i) {
        const std::uint64_t usual = 2 + (static_cast<std::uint64_t>(number) * (i + 3) + i) % 4;
        const std::uint64_t mentions = burst && i == 0 ? 9 * usual : usual;
        const core::Mentions voices{mentions, mentions / 3, mentions / 2, 10 * mentions};
        slot.total.add(voices);
        slot.issues.push_back({kept_issues[i], {}, voices});
    }
    return slot;
}

/// A golden file, whole.
inline std::string bytesOf(const std::string& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

inline std::string line(const std::string& name, std::initializer_list<double> numbers)
{
    std::string made = name;
    for (const double number : numbers) {
        char digits[40];
        std::snprintf(digits, sizeof digits, " %.9g", number);
        made += digits;
    }
    return made + '\n';
}

inline std::string whole(const std::string& name, const std::vector<std::uint64_t>& numbers)
{
    std::string made = name;
    for (const std::uint64_t number : numbers)
        made += ' ' + std::to_string(number);
    return made + '\n';
}

inline std::string hex(const std::string& bytes)
{
    std::string made;
    for (const char byte : bytes) {
        char digits[4];
        std::snprintf(digits, sizeof digits, "%02x", static_cast<unsigned char>(byte));
        made += digits;
    }
    return made;
}

inline std::string valuesOf(const core::Tally& t)
{
    return "  slot " + std::to_string(core::toMs(t.start)) + " " + std::to_string(t.length.count()) + "\n" +
           whole("    counts", {t.offered, t.answered, t.answered_within_target, t.abandoned, t.abandoned_within_target,
                                t.resolved, t.fcr, t.answered_by_community, t.abandoned_short}) +
           whole("    line", {t.line.waited_ms, t.line.pressed_ms, t.line.backlog_ms, t.line.answered_from_backlog,
                              t.line.others_waiting, t.line.passed_over, t.line.busy_ms}) +
           "    response " + std::to_string(t.response.scale()) + " " + std::to_string(t.response.offset()) + "\n" +
           whole("    zeros", {t.response.zeroCount()}) + whole("    buckets", t.response.counts());
}

inline std::string valuesOf(const core::Mentions& m)
{
    return whole("", {m.mentions, m.positive, m.negative, m.reach});
}

inline std::string valuesOf(const core::VoiceSlot& slot)
{
    std::string made = "  slot " + std::to_string(core::toMs(slot.start)) + " " + std::to_string(slot.length.count()) +
                       valuesOf(slot.total) +
                       whole("    ladder", {slot.ladder.anger, slot.ladder.like, slot.ladder.love, slot.ladder.defend,
                                            slot.replies, slot.broadcasts});
    for (const core::IssueMentions& issue : slot.issues)
        made += "    " + issue.issue + " " + hex(issue.label) + valuesOf(issue.voices);
    return made;
}

inline std::string valuesOf(const core::TrendsNow& now)
{
    std::string made = now.learning ? "  learning\n" : "  learnt\n";
    for (const core::Trend& trend : now.issues) {
        made += "  trend " + trend.issue + " since " + std::to_string(core::toMs(trend.since)) + " noticed " +
                std::to_string(core::toMs(trend.noticed)) + valuesOf(trend.during);
        made += line("    figures", {trend.expected, trend.times_usual, trend.surprise, trend.usual.mentions,
                                     trend.usual.low, trend.usual.high});
    }
    return made;
}

/// What the trends say now, in each slot of the next hours in which the burst goes on and ends, and after them.
inline std::string valuesOf(core::Trends trends)
{
    std::string made = "  closed until " + std::to_string(core::toMs(trends.closedUntil())) + ", " +
                       std::to_string(trends.issues()) + " issues\n";
    const auto usual = [&] {
        for (int hour = 0; hour < 24; hour += 5) {
            const core::WallTime at = trends.closedUntil() + std::chrono::hours{hour};
            for (const std::string& issue : {std::string{}, kept_issues[0], kept_issues[1], std::string{"unknown"}})
                if (const auto here = trends.usual(issue, at, std::chrono::hours{1}))
                    made += line("  usual " + issue, {here->mentions, here->low, here->high});
        }
    };
    usual();
    const int first = 33 * 4;
    for (int number = first; number < first + 20; ++number) {
        const core::VoiceSlot slot = keptSlot(number, number < first + 6);
        made += valuesOf(trends.watch({&slot, 1}, slot.start + slot.length));
        trends.close(slot);
    }
    usual();
    return made;
}

/// All that is kept but the trends.
inline std::string valuesOf(store::Store& store)
{
    std::string made;
    for (const core::Message& picture : store.pictures())
        made += "picture " + picture.topic + " " + hex(picture.payload) + " " +
                std::to_string(core::toMs(picture.received.wall)) + (picture.retained ? " retained\n" : "\n");
    for (const auto& [queue, source] :
         {std::pair{"mail", "north"}, std::pair{"mail", "south"}, std::pair{"chat", "north"}}) {
        made += std::string{"queue "} + queue + " " + source + "\n";
        for (const core::Tally& slot : store.queueSlots(queue, source, day(0), day(30000)))
            made += valuesOf(slot);
    }
    made += "voice north\n";
    for (const core::VoiceSlot& slot : store.voiceSlots("north", day(0), day(30000)))
        made += valuesOf(slot);
    return made;
}

}  // namespace carewall::support
