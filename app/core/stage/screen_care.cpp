#include "core/stage/screen_care.h"

#include "core/calendar.h"

#include <algorithm>
#include <utility>

namespace carewall::core {

ScreenCare screenCare(ScreenCare before, const DisplaySettings& settings, const std::optional<Asked<double>>& asked,
                      WallTime floor, bool closed, bool bright, Milliseconds on)
{
    ScreenCare now = before;
    now.planned = 0;
    if (settings.night.hold(timeOfDay(floor))) now.planned = settings.night_dim;
    if (closed) now.planned = std::max(now.planned, settings.closed_dim);
    if (now.planned != before.planned) now.by_hand.reset();
    if (asked && asked->number > now.heard) {
        now.heard = asked->number;
        now.by_hand = asked->what;
    }
    now.dim = now.by_hand.value_or(bright ? 0 : now.planned);

    constexpr int places = 7;
    constexpr int middle = places / 2;
    const auto turn = settings.wander ? static_cast<int>(on / wander_dwell % (places * places)) : 0;
    now.x = (2 * turn + middle) % places - middle;
    now.y = (turn / places + middle) % places - middle;
    return now;
}

}  // namespace carewall::core
