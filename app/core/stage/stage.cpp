#include "core/stage/stage.h"

#include "core/calendar.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace carewall::core {
namespace {

/// What one turn looks at.
struct Now {
    const State& state;
    const FloorFigures& floor;
    const Settings& settings;
    Instant at;
    bool closed = false;
    bool empty = false;    ///< no queue and no voice was told: the floor's own scene waits for them
    bool settled = false;  ///< what the broker kept has come
};

/// A broker tells what it kept in no order: a moment before a queue is no floor without queues.
constexpr Seconds settles{3};

bool allClosed(const FloorFigures& floor)
{
    return !floor.queues.empty() &&
           std::all_of(
               floor.queues.begin(), floor.queues.end(), [](const QueueFigures& queue) { return queue.closed; });
}

/// Floor time that goes by in `real`, at most a year.
Milliseconds onFloor(Milliseconds real, double rate)
{
    constexpr double most = 365 * 86'400'000.0;
    return Milliseconds{std::llround(std::clamp(static_cast<double>(real.count()) * rate, 0.0, most))};
}

/// The queue that calls loudest: an alarm that stands before one that only calls.
std::string loudest(const FloorFigures& floor, const Alarms& alarms)
{
    for (const QueueFigures& queue : floor.queues) {
        const auto known = alarms.queues.find(queue.queue);
        if (queue.tone == Tone::Act && known != alarms.queues.end() && known->second.active) return queue.queue;
    }
    for (const QueueFigures& queue : floor.queues)
        if (queue.tone == Tone::Act) return queue.queue;
    return {};
}

Milliseconds dwellOf(Scene scene, const SceneSettings& scenes)
{
    const auto own = scenes.own_dwell.find(scene);
    return std::max(own == scenes.own_dwell.end() ? scenes.dwell : own->second, Seconds{1});
}

bool says(Scene scene, const Stage& stage, const Now& now)
{
    return hasSomethingToSay(scene, now.state, now.floor, stage.alarms);
}

/// Whether a scene has a turn: the floor's own has none while it only waits, where another says something.
bool maySpeak(Scene scene, const Stage& stage, const Now& now)
{
    return says(scene, stage, now) && !(now.empty && now.settled && scene == Scene::Floor);
}

/// The next scene of the playlist that says something, `by` one ahead or back; the same where no other does.
void stepBy(Stage& stage, int by, const Now& now)
{
    const auto& show = now.settings.scenes.show;
    if (show.empty()) return;
    const std::size_t count = show.size();
    for (std::size_t i = 0; i < count; ++i) {
        stage.place = (stage.place + (by > 0 ? 1 : count - 1)) % count;
        if (maySpeak(show[stage.place], stage, now)) break;
    }
    stage.left = dwellOf(show[stage.place], now.settings.scenes);
}

/// Takes away what covers the playlist. Whether there was something.
bool uncover(Stage& stage, SteadyTime at)
{
    const bool covered = stage.alarms.on_screen || at < stage.identify_until || at < stage.qr_until;
    stage.alarms.on_screen.reset();
    stage.identify_until = at;
    stage.qr_until = at;
    return covered;
}

void miss(Stage& stage, Scene scene, SteadyTime at)
{
    stage.missing = scene;
    stage.missing_until = at + missing_told;
}

void askFor(Stage& stage, std::optional<Scene> scene, const Now& now)
{
    const SteadyTime at = now.at.steady;
    uncover(stage, at);
    stage.asked.reset();
    if (!scene) {
        stage.held = false;
        stage.awake_until = at + asked_for;
    } else if (says(*scene, stage, now)) {
        stage.asked = scene;
        stage.asked_until = at + asked_for;
    } else {
        miss(stage, *scene, at);
    }
}

void steps(Stage& stage, std::int64_t by, const Now& now)
{
    if (uncover(stage, now.at.steady)) return;  // it is the alarm that somebody wants to be rid of
    stage.asked.reset();
    if (now.closed) stage.awake_until = now.at.steady + asked_for;
    const auto most = static_cast<std::int64_t>(now.settings.scenes.show.size());
    for (std::int64_t i = 0; i < std::min(std::abs(by), most); ++i)
        stepBy(stage, by > 0 ? 1 : -1, now);
}

void hear(Stage& stage, const Now& now)
{
    const Requests& asked = now.state.requests;
    const std::uint64_t heard = std::exchange(stage.heard, asked.number);
    if (asked.number == heard) return;
    const auto isNew = [&](const auto& request) { return request && request->number > heard; };
    const SteadyTime at = now.at.steady;
    if (isNew(asked.hold)) stage.held = asked.hold->what;
    if (const std::int64_t by = asked.steps - std::exchange(stage.steps, asked.steps); by != 0) steps(stage, by, now);
    if (isNew(asked.scene)) askFor(stage, asked.scene->what, now);
    if (isNew(asked.identify)) stage.identify_until = at + identify_for;
    if (isNew(asked.language)) stage.language = asked.language->what;
    if (isNew(asked.theme)) stage.theme = asked.theme->what;
    if (isNew(asked.qr)) {
        stage.qr = asked.qr->what;
        const bool known = !now.settings.links.issue.empty();
        stage.qr_until = known && !stage.qr.empty() ? at + qr_for : at;
        if (!known) miss(stage, Scene::Qr, at);
    }
}

void goOn(Stage& stage, const Now& now)
{
    const auto& show = now.settings.scenes.show;
    if (show.empty() || stage.held) return;
    const bool silent = !maySpeak(show[stage.place], stage, now);
    if (stage.left <= Milliseconds{0} || silent) stepBy(stage, 1, now);
}

std::pair<Scene, Why> choose(const Stage& stage, const Now& now)
{
    const SteadyTime at = now.at.steady;
    const auto& show = now.settings.scenes.show;
    if (at < stage.identify_until) return {Scene::Identify, Why::Asked};
    if (at < stage.qr_until) return {Scene::Qr, Why::Asked};
    if (stage.alarms.on_screen) return {Scene::Alarm, Why::Alarm};
    const Why by_hand = stage.held ? Why::Held : Why::Asked;
    if (stage.asked) return {*stage.asked, by_hand};
    if (now.closed && at >= stage.awake_until) return {Scene::Closed, Why::Closed};
    const bool blank = show.empty() || !maySpeak(show[stage.place], stage, now);
    const Scene scene = blank ? Scene::Floor : show[stage.place];
    if (now.empty && scene == Scene::Floor) return {scene, Why::Awaiting};
    return {scene, stage.held ? Why::Held : Why::Playlist};
}

void celebrate(Stage& stage, const Now& now)
{
    if (now.at.steady >= stage.celebrated_until) stage.best_day.reset();
    const WallTime today = dayStart(now.floor.time);
    if (stage.celebrated == today || now.state.history.empty()) return;
    const std::optional<BestDay> best = bestDay(now.state, now.floor);
    if (!best) return;
    stage.best_day = best;
    stage.celebrated = today;
    stage.celebrated_until = now.at.steady + best_day_told;
}

void turnPage(Stage& stage, std::optional<Scene> before, Milliseconds passed, const Now& now)
{
    const Milliseconds dwell = std::max(now.settings.display.page_dwell, Seconds{1});
    const auto [known, first] = stage.pages.try_emplace(stage.scene, 0);
    const bool entered = stage.scene != before;
    if (!entered) stage.page_left -= passed;
    if (entered || stage.page_left <= Milliseconds{0}) {
        stage.page_left = dwell;
        if (!first) known->second = (known->second + 1) % 1'000'000;  // where the last visit broke off was seen
    }
    stage.page = known->second;
}

}  // namespace

const char* word(Why why)
{
    switch (why) {
    case Why::Playlist:
        return "playlist";
    case Why::Held:
        return "held";
    case Why::Asked:
        return "asked";
    case Why::Alarm:
        return "alarm";
    case Why::Closed:
        return "closed";
    case Why::Awaiting:
        return "awaiting";
    }
    return "";
}

bool hasSomethingToSay(Scene scene, const State& state, const FloorFigures& floor, const Alarms& alarms)
{
    switch (scene) {
    case Scene::Floor:
        return true;
    case Scene::Response:
        return !floor.queues.empty();
    case Scene::Voice:
        return !state.voices.empty();
    case Scene::Moments:
        return !state.moments.empty();
    case Scene::Visit:
        return !floor.queues.empty() || !state.metrics.empty();
    case Scene::Closed:
        return allClosed(floor);
    case Scene::Alarm:
        return !loudest(floor, alarms).empty();
    case Scene::Identify:  // these come for themselves
    case Scene::Qr:
        break;
    }
    return false;
}

Stage direct(Stage stage, const State& state, const FloorFigures& floor, const Settings& settings, Instant at)
{
    const Now now{state,
                  floor,
                  settings,
                  at,
                  allClosed(floor),
                  awaitsReports(state),
                  at.steady - state.link.since.steady >= settles};
    const Milliseconds passed = stage.began ? std::max(at.steady - stage.at, Milliseconds{0}) : Milliseconds{0};
    if (stage.language.empty()) stage.language = settings.display.language;
    if (!stage.began) stage.theme = settings.display.theme;
    const auto& show = settings.scenes.show;
    if (stage.place >= show.size()) stage.place = 0;
    if (!stage.began && !show.empty()) stage.left = dwellOf(show.front(), settings.scenes);
    if (stage.why == Why::Playlist) stage.left -= passed;

    hear(stage, now);
    const bool free = at.steady >= stage.identify_until && at.steady >= stage.qr_until;
    stage.alarms =
        watch(std::move(stage.alarms), floor, onFloor(passed, floorRate(state, at)), free, settings.alarm, at);
    if (!stage.held && at.steady >= stage.asked_until) stage.asked.reset();
    if (stage.asked && !says(*stage.asked, stage, now)) stage.asked.reset();
    if (at.steady >= stage.missing_until) stage.missing.reset();
    goOn(stage, now);
    celebrate(stage, now);

    const std::optional<Scene> before = stage.began ? std::optional{stage.scene} : std::nullopt;
    std::tie(stage.scene, stage.why) = choose(stage, now);
    stage.alarm = stage.alarms.on_screen ? stage.alarms.on_screen->queue : loudest(floor, stage.alarms);
    turnPage(stage, before, passed, now);

    stage.scheme = schemeAt(stage.theme, settings.display, floor.time);
    if (!stage.began) stage.began = at.steady;
    stage.at = at.steady;
    stage.screen_care = screenCare(stage.screen_care, settings.display, state.requests.dim, floor.time,
                                   stage.why == Why::Closed, stage.why == Why::Alarm, at.steady - *stage.began);
    return stage;
}

}  // namespace carewall::core
