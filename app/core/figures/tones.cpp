#include "core/figures/tones.h"

namespace carewall::core {
namespace {

bool holds(const std::optional<LastCalled>& last, const Viewed& m)
{
    if (!last) return false;
    if (m.at.steady - last->steady < tone_seen) return true;
    const Milliseconds ago = m.floor - last->floor;
    return m.rate > 0 && ago >= Milliseconds{0} && ago < tone_holds;  // else the floor's clock stands or was set back
}

}  // namespace

Tone shownTone(Tone judged, HeldTone& held, const Viewed& m)
{
    if (judged == Tone::Silent || judged == Tone::Closed) {
        held = {};
        return judged;
    }
    const LastCalled now{m.floor, m.at.steady};
    if (judged == Tone::Act) held.acted = now;
    if (judged != Tone::Calm) held.watched = now;
    if (judged == Tone::Act || holds(held.acted, m)) return Tone::Act;
    return holds(held.watched, m) ? Tone::Watch : Tone::Calm;
}

}  // namespace carewall::core
