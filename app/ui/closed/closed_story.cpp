#include "ui/closed/closed_story.h"

#include "core/figures/week.h"
#include "ui/closed/closed_words.h"
#include "ui/floor/floor_story.h"

#include <algorithm>

namespace carewall::ui {

ClosedFacts closedFacts(const Words& words, const core::FloorFigures& floor, const core::State& state)
{
    const ClosedWords say{words};
    const FloorAge age = floorAge(words, floor);
    ClosedFacts facts;
    facts.heading = say.closed();
    const std::optional<core::WallTime> opens = earliestOpening(floor);
    if (opens) {
        facts.heading = say.closedUntil();
        facts.time = words.timeOfDay(*opens);
        facts.day = say.day(*opens, floor.time);
    }

    const core::Week week = core::week(state, floor);
    const auto told =
        std::find_if(week.days.rbegin(), week.days.rend(), [](const core::WeekDay& day) { return day.answered > 0; });
    if (told != week.days.rend()) {
        facts.past = say.pastDay(told->start, floor.time);
        facts.sentence = say.went(told->service_level, floor.target_ratio);
        facts.figures << words.roughCount(told->answered);
        facts.names << say.answered();
        if (const auto ratio = told->service_level.ratio()) {
            facts.figures << words.percent(*ratio);
            facts.names << say.serviceLevel();
        }
    }
    if (floor.waiting > 0) {
        facts.figures << words.roughCount(floor.waiting);
        facts.names << say.waiting(openingOfWaiting(floor));
    }
    if (age.silent) {
        facts.fade = age.fade;
        if (!facts.past.isEmpty()) facts.past = words.directed(facts.past + QStringLiteral(" \u00B7 ") + age.caveat);
    }
    return facts;
}

}  // namespace carewall::ui
