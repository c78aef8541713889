#include "ui/floor/floor_story.h"

#include "ui/words/fade.h"
#include "ui/words/group_words.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace carewall::ui {

FloorAge floorAge(const Words& words, const core::FloorFigures& floor)
{
    const auto stale = [](const core::QueueFigures& queue) { return queue.freshness != core::Freshness::Live; };
    const auto silent = std::count_if(floor.queues.begin(), floor.queues.end(), stale);
    if (silent == 0) return {};
    if (silent < std::ssize(floor.queues)) return {words.silentQueues(static_cast<int>(silent)), 0, false};
    const auto newest = std::min_element(floor.queues.begin(), floor.queues.end(),
                                         [](const auto& a, const auto& b) { return a.age < b.age; });
    return {words.freshness(newest->freshness, newest->age), fade(newest->freshness, newest->age), true};
}

ServiceFacts serviceFacts(const Words& words, const core::FloorFigures& floor)
{
    ServiceFacts service;
    const std::optional<double> ratio = floor.service_level.ratio();
    service.figure = ratio ? words.percent(*ratio) : words.duration(std::optional<double>{});
    service.ratio = ratio.value_or(-1);
    service.target = floor.target_ratio;
    if (floor.target_ratio > 0) service.target_word = words.target(floor.target_ratio);
    service.formula = words.formula(floor.policies);
    service.waiting = GroupWords{words}.queues(floor.queues.size(), floor.waiting);
    service.samples = words.samples(floor.service_level.counted);
    service.tone = static_cast<int>(floor.service_tone);

    const FloorAge age = floorAge(words, floor);
    service.heading = words.serviceLevel(age.caveat);
    service.fade = age.fade;
    return service;
}

IssueHeadFacts issueHeadFacts(const Words& words, const core::VoiceFigures& voice)
{
    IssueHeadFacts facts;
    facts.heading = words.mostMentioned(voice.window);
    if (voice.issues.empty()) return facts;
    facts.age = words.freshness(voice.freshness, voice.age);
    facts.fade = fade(voice.freshness, voice.age);
    return facts;
}

}  // namespace carewall::ui
