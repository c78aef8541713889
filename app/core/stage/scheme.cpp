#include "core/stage/scheme.h"

#include "core/calendar.h"

namespace carewall::core {

Scheme schemeAt(Theme theme, const DisplaySettings& display, WallTime floor)
{
    switch (theme) {
    case Theme::Light:
        return Scheme::Light;
    case Theme::Contrast:
        return Scheme::Contrast;
    case Theme::Dark:
        return Scheme::Dark;
    case Theme::Hours:
        break;
    }
    const Milliseconds now = timeOfDay(floor);
    const Milliseconds from = display.light_from;
    const Milliseconds until = display.light_until;
    const bool day = from < until ? now >= from && now < until : now >= from || now < until;
    return day ? Scheme::Light : Scheme::Dark;
}

}  // namespace carewall::core
