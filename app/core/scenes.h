#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

/// The one table of scenes: settings, commands, statuses, stage, keys, gallery and words take from it what they need.
/// Whether a scene has something to say is in core/stage/stage.h; what it looks like, in ui/scene_models.cpp.
namespace carewall::core {

/// What the screen can show.
enum class Scene : std::uint8_t { Floor, Response, Voice, Moments, Visit, Closed, Alarm, Identify, Qr };

struct SceneEntry {
    Scene scene = Scene::Floor;
    std::string_view name;     ///< as settings, commands and statuses call it
    bool in_playlist = false;  ///< takes turns, unless settings say otherwise
    bool by_name = false;      ///< a command may ask for it by its name
};

/// In the order of Scene, which is the usual order of the playlist, too.
inline constexpr std::array<SceneEntry, 9> scenes{{
    {Scene::Floor, "floor", true, true},
    {Scene::Response, "response", true, true},
    {Scene::Voice, "voice", true, true},
    {Scene::Moments, "moments", true, true},
    {Scene::Visit, "visit", true, true},
    {Scene::Closed, "closed", false, true},
    {Scene::Alarm, "alarm", false, true},
    {Scene::Identify, "identify", false, false},
    {Scene::Qr, "qr", false, false},
}};

/// What a command says to have the playlist back: no scene.
inline constexpr std::string_view playlist_name = "playlist";

/// What settings, commands and statuses call a scene.
constexpr std::string_view name(Scene scene)
{
    return scenes.at(static_cast<std::size_t>(scene)).name;
}

/// The scene of that name; none: there is no such scene.
constexpr std::optional<Scene> sceneNamed(std::string_view name)
{
    const auto* const found =
        std::find_if(scenes.begin(), scenes.end(), [&](const SceneEntry& entry) { return entry.name == name; });
    if (found == scenes.end()) return std::nullopt;
    return found->scene;
}

/// The scenes of the table that are so, in its order; `count` is how many there are.
template <std::size_t count>
constexpr std::array<Scene, count> scenesThat(bool SceneEntry::*are)
{
    std::array<Scene, count> found{};
    std::size_t next = 0;
    for (const SceneEntry& entry : scenes)
        if (entry.*are) found.at(next++) = entry.scene;
    return found;
}

/// How many scenes of the table are so.
constexpr std::size_t howMany(bool SceneEntry::*are)
{
    return static_cast<std::size_t>(std::count_if(
        scenes.begin(), scenes.end(), [are](const SceneEntry& entry) { return entry.*are; }));
}

/// Those that take turns, in their usual order.
inline constexpr auto playlist_scenes = scenesThat<howMany(&SceneEntry::in_playlist)>(&SceneEntry::in_playlist);

/// Those that a command may ask for by name.
inline constexpr auto asked_scenes = scenesThat<howMany(&SceneEntry::by_name)>(&SceneEntry::by_name);

static_assert([] {
    for (std::size_t i = 0; i < scenes.size(); ++i)
        if (scenes.at(i).scene != static_cast<Scene>(i)) return false;
    return true;
}());

}  // namespace carewall::core
