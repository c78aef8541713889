#include "core/shift.h"

#include <cmath>

namespace carewall::tests {

namespace {

using namespace core;
using std::chrono::hours;
using std::chrono::minutes;

/// One feed's half: counts its sequence over all topics, and starts again after a restart.
struct Feed {
    std::string name;
    std::uint64_t epoch = 1;
    std::uint64_t sequence = 0;
    Header next(WallTime time) { return {{epoch, ++sequence}, time, Seconds{30}}; }
};

QueueNow queueNow(Dice& dice, Feed& feed, const std::string& queue, WallTime time)
{
    QueueNow now;
    now.header = feed.next(time);
    now.label = "The " + queue;
    now.channel = dice.roll(2) == 0 ? "chat" : "mail";
    now.target = {Seconds{60}, 0.8, static_cast<AbandonPolicy>(dice.roll(3))};
    now.waiting = dice.roll(6);
    for (std::uint64_t i = 0; i < now.waiting; ++i)
        now.ages.emplace_back(static_cast<std::int64_t>((now.waiting - i) * (1 + dice.roll(30'000))));
    if (dice.roll(3) != 0)
        now.agents = Agents{static_cast<std::uint32_t>(dice.roll(5)), static_cast<std::uint32_t>(dice.roll(5)), 1};
    now.open = slotOf(dice, time);
    return now;
}

void tellQueues(std::vector<Event>& events, Dice& dice, Feed& feed, WallTime time, Milliseconds end)
{
    for (const std::string queue : {"billing", "orders", "press"}) {
        for (int change = 0; change < 2; ++change)
            events.push_back(told(QueueNowReported{queue, feed.name, queueNow(dice, feed, queue, time)}, end));
        QueueDay day;
        day.header = feed.next(time);
        for (WallTime start = time - minutes{20}; start < time; start += minutes{5})
            day.slots.push_back(slotOf(dice, start));
        if (dice.roll(2) == 0) day.opening.hours = {OpeningHours{hours{8}, hours{20}}};
        events.push_back(told(QueueDayReported{queue, feed.name, day}, end));
    }
}

void tellVoices(std::vector<Event>& events, Dice& dice, Feed& feed, WallTime time, Milliseconds end)
{
    events.push_back(told(VoiceNowReported{feed.name, {feed.next(time), voiceSlotOf(dice, time)}}, end));
    VoiceDay day;
    day.header = feed.next(time);
    for (WallTime start = time - hours{1}; start < time; start += minutes{15})
        day.slots.push_back(voiceSlotOf(dice, start));
    events.push_back(told(VoiceDayReported{feed.name, day}, end));
}

void tellWords(std::vector<Event>& events, Dice& dice, Feed& feed, WallTime time, Milliseconds end)
{
    const auto id = [&](const char* kind) { return kind + std::to_string(dice.roll(3)); };
    const auto stage = static_cast<HandOff>(dice.roll(4));
    events.push_back(told(IssueNoted{id("issue-"), {feed.next(time), "Login", stage, "team b", "known"}}, end));
    Metric metric;
    metric.header = feed.next(time);
    metric.value = dice.share() * 5;
    metric.unit = "/ 5";
    metric.slots = {{time, minutes{5}, dice.share()}};
    events.push_back(told(MetricReported{id("metric-"), metric}, end));
    const Moment moment{feed.next(time), "Stayed late", "team a", "chat", "Kim", noon + hours{20}};
    events.push_back(told(MomentShared{id("moment-"), moment}, end));
    const Notice notice{feed.next(time), "Fire drill", static_cast<Severity>(dice.roll(3)), noon + hours{20}};
    events.push_back(told(NoticePosted{id("notice-"), notice}, end));
}

}  // namespace

std::vector<Event> shift(std::uint64_t seed, int rounds)
{
    Dice dice(seed);
    const Milliseconds end = minutes{5} * rounds;
    std::vector<Event> events;
    Feed east{"east"};
    Feed west{"west"};
    for (int round = 0; round < rounds; ++round) {
        const WallTime time = noon + minutes{5} * round;
        if (round == rounds / 2) east = {"east", 2};
        if (round == rounds / 2 + 1) west = {"west", 7};
        for (Feed* feed : {&east, &west}) {
            tellQueues(events, dice, *feed, time, end);
            tellVoices(events, dice, *feed, time, end);
        }
        tellWords(events, dice, east, time, end);
        events.push_back(told(FloorClockSet{{east.next(time), time, time, 1 + dice.share(), {}, "replay"}}, end));
    }
    return events;
}

}  // namespace carewall::tests
