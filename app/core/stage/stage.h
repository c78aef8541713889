#pragma once

#include "core/figures/best_day.h"
#include "core/figures/figures.h"
#include "core/scenes.h"
#include "core/settings.h"
#include "core/stage/alarms.h"
#include "core/stage/scheme.h"
#include "core/stage/screen_care.h"
#include "core/state.h"
#include "core/time.h"

#include <map>
#include <optional>
#include <string>

/// What decides what is on the screen.
namespace carewall::core {

/// Why a scene is on the screen.
enum class Why : std::uint8_t {
    Playlist,  ///< it is its turn
    Held,      ///< somebody holds it
    Asked,     ///< somebody asked for it
    Alarm,     ///< a queue calls for action
    Closed,    ///< all queues are closed
    Awaiting,  ///< nothing has been reported yet
};

/// "playlist", "held", ...: what a status calls it.
const char* word(Why why);

/// How long what is asked for has the screen.
inline constexpr Seconds asked_for{300};
inline constexpr Seconds identify_for{15};
inline constexpr Seconds qr_for{30};
/// How long the wall says that what was asked for has nothing to say.
inline constexpr Seconds missing_told{10};
/// How long the best day is celebrated, once.
inline constexpr Seconds best_day_told{300};

/// What is on the screen, and all that must be known to say what is on it next.
struct Stage {
    Scene scene = Scene::Floor;
    Why why = Why::Awaiting;
    int page = 0;            ///< whose turn it is among the scene's pages; rises
    ScreenCare screen_care;  ///< dimmed and shifted
    std::string language;    ///< code of one of core::languages
    Theme theme = Theme::Dark;
    Scheme scheme = Scheme::Dark;  ///< the theme's colours now
    Alarms alarms;
    std::string alarm;             ///< the queue that Scene::Alarm is about
    std::string qr;                ///< the issue that Scene::Qr is about
    std::optional<Scene> missing;  ///< that was asked for and has nothing to say; told for a while
    bool held = false;
    std::optional<BestDay> best_day;  ///< told for a while, once a day

    // What went before.
    std::optional<SteadyTime> began;
    SteadyTime at{};
    std::uint64_t heard = 0;  ///< number of the newest command acted on
    std::int64_t steps = 0;   ///< of Requests::steps
    std::size_t place = 0;    ///< in the playlist
    Milliseconds left{0};     ///< of the dwell of the scene there
    std::map<Scene, int> pages;
    Milliseconds page_left{0};
    std::optional<Scene> asked;
    SteadyTime asked_until{};
    SteadyTime awake_until{};  ///< somebody wants to see the playlist though the floor is closed
    SteadyTime identify_until{};
    SteadyTime qr_until{};
    SteadyTime missing_until{};
    WallTime celebrated{};  ///< the day whose best day was told
    SteadyTime celebrated_until{};
    bool operator==(const Stage&) const = default;
};

/// Whether a scene has something to say: one that has not is passed over, so that the wall is never blank.
bool hasSomethingToSay(Scene scene, const State& state, const FloorFigures& floor, const Alarms& alarms);

/// The stage a moment later. Pure and total: no clock, no I/O, no failure.
/// The playlist goes on by the dwell of its scenes. An alarm takes the screen for a bounded time and gives it back with
/// the rest of the dwell; so does what somebody asks for. A command while an alarm has the screen ends the alarm. While
/// all queues are closed Scene::Closed rests in place of the playlist, held or not; what is asked for by name, or
/// a step through the playlist, wakes it for a while.
Stage direct(Stage stage, const State& state, const FloorFigures& floor, const Settings& settings, Instant at);

}  // namespace carewall::core
