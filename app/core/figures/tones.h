#pragma once

#include "core/figures/report_age.h"
#include "core/time.h"

#include <map>
#include <optional>
#include <string>

/// Tones that hold: a figure that hovers at its threshold makes no tile flicker.
namespace carewall::core {

/// A tone is shown for this long after the figures called for it last. Floor time, and of the viewer's at least
/// tone_seen, where the floor's goes faster.
inline constexpr Seconds tone_holds{20};
inline constexpr Seconds tone_seen{3};

/// The moment at which a queue's figures called for something last.
struct LastCalled {
    WallTime floor{};
    SteadyTime steady{};
    bool operator==(const LastCalled&) const = default;
};

/// What a queue called for since it was last heard or opened.
struct HeldTone {
    std::optional<LastCalled> watched;  ///< for Tone::Watch or Act
    std::optional<LastCalled> acted;    ///< for Tone::Act
    bool operator==(const HeldTone&) const = default;
};

/// What each queue called for last. Part of the model: other tones follow where it is lost.
struct ToneMemory {
    std::map<std::string, HeldTone> queues;
    bool operator==(const ToneMemory&) const = default;
};

/// The tone to show where the figures of this moment say `judged`: the worst that was judged within `tone_holds`.
/// Silent and closed are at once, both ways.
Tone shownTone(Tone judged, HeldTone& held, const Viewed& m);

}  // namespace carewall::core
