#include "core/stage/alarms.h"

#include <algorithm>
#include <utility>

namespace carewall::core {
namespace {

constexpr Milliseconds budget_window = std::chrono::hours{1};

void comesOff(QueueAlarm& alarm, const QueueFigures& queue, WallTime now, std::optional<Recovery>& recovery, Instant at)
{
    const Milliseconds lasted = std::max(now - alarm.quiet_for - alarm.since, Milliseconds{0});
    recovery = {queue.label, lasted, !alarm.since_known, at.steady + recovery_told, queue.judged == Tone::Calm};
    alarm.active = false;
    alarm.due = false;
}

void calls(QueueAlarm& alarm, WallTime now, Milliseconds passed, const AlarmSettings& settings, Instant at)
{
    alarm.quiet_for = Milliseconds{0};
    if (std::exchange(alarm.called, true)) alarm.acting += passed;
    if (alarm.active) return;
    const bool believed = alarm.found && at.steady - alarm.seen_at >= alarm_settles;
    if (alarm.acting < settings.after && !believed) return;
    alarm.active = true;
    alarm.due = true;
    alarm.since = now - alarm.acting;
    alarm.since_known = !alarm.found;
}

/// Whether what a queue called before says something of now: it was heard since, but for at most `over` of floor time.
/// A clock that goes by large steps may be off by one.
bool followed(const QueueAlarm& alarm, WallTime now, Milliseconds passed, Milliseconds over)
{
    const Milliseconds watched = alarm.seen ? passed : Milliseconds{0};
    return std::chrono::abs(now - alarm.heard - watched) <= std::max<Milliseconds>(over, alarm_settles) + watched;
}

void step(QueueAlarm& alarm, const QueueFigures& queue, WallTime now, Milliseconds passed,
          std::optional<Recovery>& over, const AlarmSettings& settings, Instant at)
{
    if (!followed(alarm, now, passed, settings.over)) alarm = QueueAlarm{.taken = alarm.taken};
    if (queue.judged == Tone::Silent || queue.day_only) {
        alarm.seen = false;
        alarm.acting = Milliseconds{0};
        return;
    }
    if (!alarm.seen) {
        passed = Milliseconds{0};  // unheard, it counts neither way
        alarm.seen = true;
        alarm.seen_at = at.steady;
        alarm.found = queue.judged == Tone::Act;
    }
    alarm.heard = now;
    if (queue.judged == Tone::Act) return calls(alarm, now, passed, settings, at);
    const bool called = std::exchange(alarm.called, false);
    alarm.found = false;
    alarm.acting = Milliseconds{0};
    if (!alarm.active) return;
    if (queue.judged == Tone::Closed) {  // nobody solved it
        alarm.active = false;
        alarm.due = false;
        return;
    }
    if (!called) alarm.quiet_for += passed;
    const bool shown = queue.tone == Tone::Act;  // its tile still says so
    if (alarm.quiet_for >= settings.over && !shown) comesOff(alarm, queue, now, over, at);
}

/// Hands the screen to the alarm that has stood longest, where the budget allows.
void takeScreen(Alarms& alarms, const FloorFigures& floor, const AlarmSettings& settings, Instant at)
{
    QueueAlarm* first = nullptr;
    const QueueFigures* whose = nullptr;
    for (const QueueFigures& queue : floor.queues) {
        QueueAlarm& alarm = alarms.queues[queue.queue];
        if (!alarm.due || queue.judged != Tone::Act) continue;
        const bool again = alarm.taken && at.steady - *alarm.taken < settings.again;
        const bool spent = alarms.takes.size() >= static_cast<std::size_t>(std::max(settings.an_hour, 0));
        if (again || spent) {
            alarm.due = false;
            continue;
        }
        if (first && first->since <= alarm.since) continue;
        first = &alarm;
        whose = &queue;
    }
    if (!first) return;
    first->due = false;
    first->taken = at.steady;
    alarms.takes.push_back(at.steady);
    alarms.on_screen = {whose->queue, at.steady + settings.show};
}

}  // namespace

Alarms watch(Alarms alarms, const FloorFigures& floor, Milliseconds passed, bool free, const AlarmSettings& settings,
             Instant at)
{
    std::erase_if(alarms.queues, [&](const auto& known) {
        return std::none_of(floor.queues.begin(), floor.queues.end(),
                            [&](const QueueFigures& queue) { return queue.queue == known.first; });
    });
    for (const QueueFigures& queue : floor.queues)
        step(alarms.queues[queue.queue], queue, floor.time, passed, alarms.recovery, settings, at);

    std::erase_if(alarms.takes, [&](SteadyTime taken) { return at.steady - taken >= budget_window; });
    if (alarms.recovery && at.steady >= alarms.recovery->until) alarms.recovery.reset();
    if (alarms.recovery) {  // a queue that calls again, or falls silent, has not recovered
        const auto its = std::ranges::find(floor.queues, alarms.recovery->label, &QueueFigures::label);
        if (its == floor.queues.end() || its->judged == Tone::Act || its->judged == Tone::Silent)
            alarms.recovery.reset();
        else if (its->judged == Tone::Watch)
            alarms.recovery->calm = false;
    }
    if (alarms.on_screen) {
        const auto its = std::ranges::find(floor.queues, alarms.on_screen->queue, &QueueFigures::queue);
        const bool calls = its != floor.queues.end() && its->tone == Tone::Act && alarms.queues.at(its->queue).active;
        if (!calls || at.steady >= alarms.on_screen->until) alarms.on_screen.reset();
    }
    if (free && !alarms.on_screen) takeScreen(alarms, floor, settings, at);
    return alarms;
}

}  // namespace carewall::core
