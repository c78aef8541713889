#include "core/figures/report_age.h"

#include "core/calendar.h"

namespace carewall::core {

Viewed viewed(const State& state, Instant at)
{
    Viewed m;
    m.at = at;
    m.floor = floorTime(state, at);
    m.today = dayStart(m.floor);
    m.rate = floorRate(state, at);
    m.lost = floorStopped(state, at) && state.clock->report.phase != ClockPhase::Ended &&
             state.clock->origin == Origin::Live;
    return m;
}

Freshness worse(Freshness a, Freshness b)
{
    const auto rank = [](Freshness f) {
        switch (f) {
        case Freshness::Live:
            return 0;
        case Freshness::ClockWrong:
            return 1;
        case Freshness::Silent:
            return 2;
        case Freshness::LinkDown:
            return 3;
        case Freshness::Remembered:
            return 4;
        }
        return 0;
    };
    return rank(a) >= rank(b) ? a : b;
}

}  // namespace carewall::core
