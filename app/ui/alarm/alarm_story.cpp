#include "ui/alarm/alarm_story.h"

#include "ui/alarm/alarm_words.h"

#include <algorithm>

namespace carewall::ui {

AlarmFacts alarmFacts(const Words& words, const core::FloorFigures& floor, const core::Stage& stage)
{
    AlarmFacts facts;
    const auto queue = std::find_if(floor.queues.begin(), floor.queues.end(),
                                    [&](const core::QueueFigures& known) { return known.queue == stage.alarm; });
    if (queue == floor.queues.end()) return facts;
    const AlarmWords says{words};
    facts.queue = QString::fromStdString(queue->label);
    facts.call = says.act();
    facts.trouble = says.trouble(*queue, floor.time);
    const auto alarm = stage.alarms.queues.find(stage.alarm);
    if (alarm != stage.alarms.queues.end() && alarm->second.active)
        facts.since = says.since(alarm->second.since, alarm->second.since_known);
    facts.waiting = words.count(queue->waiting);
    facts.waiting_word = says.waiting();
    if (queue->oldest && queue->waiting > 0) facts.oldest = words.duration(*queue->oldest);
    facts.oldest_word = says.longestWait(queue->target);
    facts.needed = says.needed(*queue);
    const auto others = std::count_if(floor.queues.begin(), floor.queues.end(), [&](const core::QueueFigures& other) {
        return other.tone == core::Tone::Act && other.queue != queue->queue;
    });
    facts.more = says.more(static_cast<int>(others));
    return facts;
}

}  // namespace carewall::ui
