// Goal: what is on the screen is always what its rules say, and never nothing.
// Method: a stage is turned second by second through simulated time, with floors and commands made by hand; what was on
// the screen, and how long, is compared whole.
#include "core/stage/stage.h"

#include "core/languages.h"
#include "core/scenes.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>

using namespace carewall::core;
using namespace std::chrono_literals;

namespace {

const WallTime noon = wallTimeFromMs(1'748'952'000'000);  // 3 June 2025, 12:00 UTC

QString called(Scene scene)
{
    return QString::fromUtf8(name(scene).data(), static_cast<qsizetype>(name(scene).size()));
}

/// Their names with spaces between.
std::string named(std::span<const Scene> all)
{
    std::string names;
    for (const Scene scene : all)
        (names += names.empty() ? "" : " ") += name(scene);
    return names;
}

/// A board with a hand on its state and its figures.
class Wall {
public:
    Wall()
    {
        state.queues["a"];
        state.voices["ears"];
        QueueFigures queue;
        queue.queue = "a";
        queue.label = "Billing";
        floor.queues.push_back(queue);
        settings.scenes.show = {Scene::Floor, Scene::Response, Scene::Voice};
    }

    State state;
    FloorFigures floor;
    Settings settings;
    Stage stage;

    /// Turns each second; what was on the screen, with how long: "floor 20, response 20".
    QString run(Seconds time)
    {
        QStringList seen;
        for (Seconds i{0}; i < time; i += 1s) {
            turnOnce();
            const QString scene = called(stage.scene);
            if (seen.isEmpty() || seen.back() != scene) {
                seen << scene << "0";
                seen.swapItemsAt(seen.size() - 1, seen.size() - 2);
            }
            QString& length = seen[seen.size() - 2];
            length = QString::number(length.toInt() + 1);
        }
        QStringList words;
        for (qsizetype i = 0; i < seen.size(); i += 2)
            words << seen[i + 1] + " " + seen[i];
        return words.join(", ");
    }
    void turnOnce()
    {
        const Instant at{noon + m_passed, SteadyTime{1h} + m_passed};
        floor.time = at.wall;
        stage = direct(std::move(stage), state, floor, settings, at);
        m_passed += 1s;
    }
    void ask(BoardCommand command)
    {
        state =
            reduce(std::move(state), {{noon + m_passed, SteadyTime{1h} + m_passed}, CommandGiven{std::move(command)}});
    }
    void ask(BoardCommand::Kind kind)
    {
        BoardCommand command;
        command.kind = kind;
        ask(command);
    }
    void scene(std::optional<Scene> which)
    {
        BoardCommand command;
        command.kind = BoardCommand::Kind::Scene;
        command.scene = which;
        ask(command);
    }
    void hold(bool on)
    {
        BoardCommand command;
        command.kind = BoardCommand::Kind::Hold;
        command.hold = on;
        ask(command);
    }
    void dim(double level)
    {
        BoardCommand command;
        command.kind = BoardCommand::Kind::Dim;
        command.dim = level;
        ask(command);
    }
    void calls(bool on) { floor.queues[0].judged = floor.queues[0].tone = on ? Tone::Act : Tone::Calm; }

private:
    Milliseconds m_passed{0};
};

}  // namespace

class TestStage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTableHolds();
    void scenesTakeTurns();
    void aScenesOwnDwell();
    void aDaysPlaylist();
    void whatHasNothingToSayIsPassedOver();
    void anEmptyFloorAwaits();
    void aFloorWithoutQueuesShowsWhatThereIs();
    void anAlarmGivesBackTheRestOfTheDwell();
    void aCommandEndsTheAlarm();
    void nextAndPrevious();
    void aHeldSceneStays();
    void askedScenesGoBack();
    void whatIsAskedForAndSaysNothingIsTold();
    void identifyAndQrAreBounded();
    void closedRests();
    void pagesOfLongListsAllComeRound();
    void nightsAreDimmed();
    void thePictureWanders();
    void theBestDayIsToldOnce();
    void anyStormOfCommandsKeepsTheWallWhole();
};

void TestStage::theTableHolds()
{
    for (const SceneEntry& entry : scenes) {
        QCOMPARE(sceneNamed(entry.name), std::optional{entry.scene});
        QVERIFY(entry.by_name || !entry.in_playlist);  // what takes turns may be asked for
    }
    QVERIFY(!sceneNamed(playlist_name) && !sceneNamed("") && !sceneNamed("Floor"));
    QCOMPARE(QString::fromStdString(named(playlist_scenes)), "floor response voice moments visit");
    QCOMPARE(QString::fromStdString(named(asked_scenes)), "floor response voice moments visit closed alarm");
    QVERIFY(std::ranges::equal(Settings{}.scenes.show, playlist_scenes));
}

void TestStage::scenesTakeTurns()
{
    Wall wall;
    QCOMPARE(wall.run(90s), "floor 20, response 20, voice 20, floor 20, response 10");
    QCOMPARE(wall.stage.why, Why::Playlist);
    wall.settings.scenes.show = {Scene::Voice};
    wall.turnOnce();
    QCOMPARE(wall.run(60s), "voice 60");
}

void TestStage::aScenesOwnDwell()
{
    Wall wall;
    wall.settings.scenes.own_dwell = {{Scene::Voice, 45s}, {Scene::Floor, 5s}};
    QCOMPARE(wall.run(90s), "floor 5, response 20, voice 45, floor 5, response 15");
}

void TestStage::aDaysPlaylist()
{
    Wall wall;
    std::map<std::string, int> seconds;
    for (int i = 0; i < 86'400; ++i) {
        wall.turnOnce();
        ++seconds[std::string{name(wall.stage.scene)}];
    }
    QCOMPARE(seconds, (std::map<std::string, int>{{"floor", 28'800}, {"response", 28'800}, {"voice", 28'800}}));
}

void TestStage::whatHasNothingToSayIsPassedOver()
{
    Wall wall;
    wall.settings.scenes.show = {Scene::Floor, Scene::Voice, Scene::Moments};
    wall.state.voices.clear();
    QCOMPARE(wall.run(60s), "floor 60");
    wall.state.voices["ears"];
    QCOMPARE(wall.run(40s), "voice 20, floor 20");
    // What falls silent while it is on the screen goes at once.
    QCOMPARE(wall.run(5s), "voice 5");
    wall.state.voices.clear();
    QCOMPARE(wall.run(5s), "floor 5");
    // And a playlist with nothing to say at all is no blank wall.
    wall.settings.scenes.show = {Scene::Moments};
    QCOMPARE(wall.run(30s), "floor 30");
    wall.settings.scenes.show = {};
    QCOMPARE(wall.run(30s), "floor 30");
}

void TestStage::anEmptyFloorAwaits()
{
    Wall wall;
    wall.state = {};
    wall.floor = {};
    QCOMPARE(wall.run(100s), "floor 100");
    QCOMPARE(wall.stage.why, Why::Awaiting);
    wall.scene(Scene::Voice);
    QCOMPARE(wall.run(5s), "floor 5");
    QCOMPARE(wall.stage.missing, std::optional{Scene::Voice});
}

void TestStage::aFloorWithoutQueuesShowsWhatThereIs()
{
    Wall wall;
    wall.state = {};
    wall.floor = {};
    wall.settings.scenes.show = {Scene::Floor, Scene::Response, Scene::Voice, Scene::Moments, Scene::Visit};
    wall.state.notices["a"];  // it is told over any scene
    QCOMPARE(wall.run(30s), "floor 30");
    QCOMPARE(wall.stage.why, Why::Awaiting);

    wall.state.moments["a"];
    QCOMPARE(wall.run(100s), "moments 100");
    QCOMPARE(wall.stage.why, Why::Playlist);
    wall.state.metrics["csat"];
    QCOMPARE(wall.run(45s), "visit 20, moments 20, visit 5");
    wall.scene(Scene::Floor);
    QCOMPARE(wall.run(10s), "floor 10");
    QCOMPARE(wall.stage.why, Why::Asked);
    wall.scene(Scene::Moments);
    wall.hold(true);
    QCOMPARE(wall.run(400s), "moments 400");
    wall.scene({});
    wall.state.moments.clear();
    wall.state.metrics.clear();
    QCOMPARE(wall.run(5s), "floor 5");
    QCOMPARE(wall.stage.why, Why::Awaiting);

    // The first queue is a floor, in its turn.
    wall.state.moments["a"];
    QCOMPARE(wall.run(5s), "moments 5");
    wall.floor.queues.emplace_back().queue = "mail";
    wall.state.queues["mail"];
    QCOMPARE(wall.run(60s), "moments 15, visit 20, floor 20, response 5");

    // At a start a moment may be told a little before the queues.
    Wall starts;
    starts.state = {};
    starts.floor = {};
    starts.settings.scenes.show = {Scene::Floor, Scene::Moments};
    starts.turnOnce();
    starts.state.link.since.steady = SteadyTime{1h};
    starts.state.moments["a"];
    QCOMPARE(starts.run(1s), "floor 1");
    QCOMPARE(starts.stage.why, Why::Awaiting);
    starts.state.queues["mail"];
    QCOMPARE(starts.run(30s), "floor 20, moments 10");
}

void TestStage::anAlarmGivesBackTheRestOfTheDwell()
{
    Wall wall;
    QCOMPARE(wall.run(25s), "floor 20, response 5");
    wall.calls(true);
    // 15 s of response and 15 of voice until the call has lasted; 30 s; the other 5 of voice.
    QCOMPARE(wall.run(70s), "response 15, voice 15, alarm 30, voice 5, floor 5");
    QCOMPARE(wall.stage.alarm, "a");
    wall.calls(false);
    (void)wall.run(181s);
    QVERIFY(wall.stage.alarms.recovery.has_value());
    QCOMPARE(wall.stage.alarms.recovery->label, "Billing");
    QVERIFY(wall.stage.alarms.recovery->calm);
    (void)wall.run(60s);
    QVERIFY(!wall.stage.alarms.recovery.has_value());
}

void TestStage::aCommandEndsTheAlarm()
{
    for (const bool by_name : {false, true}) {
        Wall wall;
        wall.turnOnce();
        wall.calls(true);
        QCOMPARE(wall.run(40s), "floor 19, response 11, alarm 10");
        if (by_name)
            wall.scene(Scene::Voice);
        else
            wall.ask(BoardCommand::Kind::Next);
        QCOMPARE(wall.run(12s), by_name ? "voice 12" : "response 9, voice 3");
    }
}

void TestStage::nextAndPrevious()
{
    Wall wall;
    wall.turnOnce();
    wall.ask(BoardCommand::Kind::Next);
    QCOMPARE(wall.run(25s), "response 20, voice 5");
    wall.ask(BoardCommand::Kind::Previous);
    wall.ask(BoardCommand::Kind::Previous);
    QCOMPARE(wall.run(10s), "floor 10");
    wall.ask(BoardCommand::Kind::Previous);
    QCOMPARE(wall.run(21s), "voice 20, floor 1");
    wall.settings.scenes.show = {Scene::Floor};
    wall.ask(BoardCommand::Kind::Next);
    QCOMPARE(wall.run(21s), "floor 21");
}

void TestStage::aHeldSceneStays()
{
    Wall wall;
    QCOMPARE(wall.run(25s), "floor 20, response 5");
    wall.hold(true);
    QCOMPARE(wall.run(500s), "response 500");
    QCOMPARE(wall.stage.why, Why::Held);
    wall.ask(BoardCommand::Kind::Next);
    QCOMPARE(wall.run(500s), "voice 500");
    wall.hold(false);
    QCOMPARE(wall.run(30s), "voice 20, floor 10");
    wall.scene(Scene::Response);
    wall.hold(true);
    QCOMPARE(wall.run(1000s), "response 1000");
    wall.scene({});
    QCOMPARE(wall.run(25s), "floor 10, response 15");
    QVERIFY(!wall.stage.held);
}

void TestStage::askedScenesGoBack()
{
    Wall wall;
    QCOMPARE(wall.run(5s), "floor 5");
    wall.scene(Scene::Voice);
    QCOMPARE(wall.run(320s), "voice 300, floor 15, response 5");
    wall.scene(Scene::Floor);
    wall.turnOnce();
    QCOMPARE(wall.stage.why, Why::Asked);
    wall.ask(BoardCommand::Kind::Next);
    QCOMPARE(wall.run(25s), "voice 20, floor 5");
}

void TestStage::whatIsAskedForAndSaysNothingIsTold()
{
    Wall wall;
    wall.scene(Scene::Alarm);
    QCOMPARE(wall.run(9s), "floor 9");
    QCOMPARE(wall.stage.missing, std::optional{Scene::Alarm});
    QCOMPARE(wall.run(2s), "floor 2");
    QVERIFY(!wall.stage.missing);
    wall.settings.alarm.an_hour = 0;
    wall.calls(true);
    wall.scene(Scene::Alarm);
    QCOMPARE(wall.run(5s), "alarm 5");
    wall.calls(false);
    QCOMPARE(wall.run(1s), "floor 1");
}

void TestStage::identifyAndQrAreBounded()
{
    Wall wall;
    wall.turnOnce();
    wall.ask(BoardCommand::Kind::Identify);
    QCOMPARE(wall.run(30s), "identify 15, floor 15");
    BoardCommand qr;
    qr.kind = BoardCommand::Kind::Qr;
    qr.issue = "router";
    wall.ask(qr);
    QCOMPARE(wall.run(3s), "floor 3");  // no address is set
    QCOMPARE(wall.stage.missing, std::optional{Scene::Qr});
    wall.settings.links.issue = "https://desk.example/{issue}";
    wall.ask(qr);
    QCOMPARE(wall.run(31s), "qr 30, floor 1");
    QCOMPARE(wall.stage.qr, "router");
    wall.ask(qr);
    wall.turnOnce();
    wall.scene({});
    QCOMPARE(wall.run(1s), "response 1");
}

void TestStage::closedRests()
{
    Wall wall;
    QCOMPARE(wall.run(5s), "floor 5");
    wall.floor.queues[0].closed = true;
    wall.floor.queues[0].tone = Tone::Closed;
    QCOMPARE(wall.run(100s), "closed 100");
    QCOMPARE(wall.stage.screen_care.dim, wall.settings.display.closed_dim);
    wall.ask(BoardCommand::Kind::Next);
    QCOMPARE(wall.run(320s).section(", ", 0, 1), "response 20, voice 20");
    QCOMPARE(wall.run(20s), "closed 20");
    wall.scene(Scene::Voice);
    QCOMPARE(wall.run(301s), "voice 300, closed 1");
    wall.floor.queues.push_back(wall.floor.queues[0]);
    wall.floor.queues.back().closed = false;
    QVERIFY(!wall.run(1s).contains("closed"));
}

void TestStage::pagesOfLongListsAllComeRound()
{
    Wall wall;
    std::set<int> seen;
    for (int i = 0; i < 600; ++i) {
        wall.turnOnce();
        if (wall.stage.scene == Scene::Floor) seen.insert(wall.stage.page % 5);
    }
    QCOMPARE(seen, (std::set<int>{0, 1, 2, 3, 4}));
}

void TestStage::nightsAreDimmed()
{
    Wall wall;
    wall.settings.display.night = {22h, 6h};
    wall.settings.display.night_dim = 0.6;
    int dimmed = 0;
    int changes = 0;
    double before = 0;
    for (int i = 0; i < 24 * 3600; ++i) {
        wall.turnOnce();
        if (wall.stage.screen_care.dim == 0.6) ++dimmed;
        changes += wall.stage.screen_care.dim != std::exchange(before, wall.stage.screen_care.dim) ? 1 : 0;
    }
    QCOMPARE(dimmed, 8 * 3600);
    QCOMPARE(changes, 2);
    // By hand: until the hour says something else.
    wall.dim(0.2);
    wall.turnOnce();
    QCOMPARE(wall.stage.screen_care.dim, 0.2);
    (void)wall.run(9h + 59min);
    QCOMPARE(wall.stage.screen_care.dim, 0.2);
    (void)wall.run(2min);
    QCOMPARE(wall.stage.screen_care.dim, 0.6);
    // An alarm is seen at night too.
    wall.calls(true);
    (void)wall.run(32s);
    QCOMPARE(wall.stage.scene, Scene::Alarm);
    QCOMPARE(wall.stage.screen_care.dim, 0.0);
}

void TestStage::thePictureWanders()
{
    Wall wall;
    wall.turnOnce();
    QCOMPARE(std::pair(wall.stage.screen_care.x, wall.stage.screen_care.y), std::pair(0, 0));
    std::map<std::pair<int, int>, int> seconds;
    for (int i = 0; i < 49 * 180; ++i) {
        wall.turnOnce();
        ++seconds[{wall.stage.screen_care.x, wall.stage.screen_care.y}];
    }
    QCOMPARE(seconds.size(), 49U);
    for (const auto& [place, time] : seconds) {
        QCOMPARE(time, 180);
        QVERIFY(std::abs(place.first) <= 3 && std::abs(place.second) <= 3);
    }
    wall.settings.display.wander = false;
    wall.turnOnce();
    QCOMPARE(std::pair(wall.stage.screen_care.x, wall.stage.screen_care.y), std::pair(0, 0));
}

void TestStage::theBestDayIsToldOnce()
{
    const auto dayOf = [](int ago, std::uint64_t answered, std::uint64_t within) {
        PastDay day;
        day.start = noon - 12h - ago * 24h;
        Tally& tally = day.queues["a"];
        tally.offered = answered;
        tally.answered = answered;
        tally.answered_within_target = within;
        return day;
    };
    Wall wall;
    wall.floor.queues[0].target = {20s, 0.8, AbandonPolicy::Ignored};
    wall.floor.target_ratio = 0.8;
    for (int ago = 10; ago >= 1; --ago)
        wall.state.history.push_back(dayOf(ago, 100, 80U + static_cast<unsigned>(ago)));  // at most 90 %
    const auto told = [&](ServiceLevel today) {
        wall.floor.service_level = today;
        Wall evening = wall;
        int seconds = 0;
        for (int i = 0; i < 13 * 3600; ++i) {
            evening.turnOnce();
            if (!evening.stage.best_day) continue;
            ++seconds;
            if (evening.floor.time < noon + 11h + 30min || evening.stage.best_day->days != 10) return -1;
        }
        return seconds;
    };
    QCOMPARE(told({92, 100}), 300);  // from 23:30 on, five minutes, once
    QCOMPARE(told({90, 100}), 0);    // only as good as the best
    QCOMPARE(told({49, 49}), 0);     // too few cases
    QCOMPARE(told({46, 50}), 300);
    wall.floor.target_ratio = 0.95;
    QCOMPARE(told({92, 100}), 0);  // the target is missed
    wall.floor.target_ratio = 0.8;
    wall.state.history.resize(6);
    QCOMPARE(told({99, 100}), 0);  // too few days
    // A floor with hours: half an hour before it closes.
    while (wall.state.history.size() < 10)
        wall.state.history.push_back(dayOf(1, 100, 80));
    Held<QueueDay> day;
    day.report.opening.hours = {{8h, 18h, 0}};
    wall.state.queues["a"].sources["desk"].day = day;
    wall.floor.service_level = {92, 100};
    (void)wall.run(5h + 30min);
    QVERIFY(!wall.stage.best_day);
    (void)wall.run(2s);
    QVERIFY(wall.stage.best_day.has_value());
}

void TestStage::anyStormOfCommandsKeepsTheWallWhole()
{
    unsigned seed = 20'250'603;
    const auto roll = [&seed](unsigned sides) {
        seed = seed * 1'664'525U + 1'013'904'223U;
        return (seed >> 16U) % sides;
    };
    Wall wall;
    wall.settings.links.issue = "https://desk.example/{issue}";
    for (int i = 0; i < 20'000; ++i) {
        BoardCommand command;
        command.kind = static_cast<BoardCommand::Kind>(roll(10));
        if (const auto which = roll(asked_scenes.size() + 1); which > 0) command.scene = asked_scenes.at(which - 1);
        command.hold = roll(2) == 0;
        command.dim = roll(11) / 10.0;
        command.issue = roll(2) == 0 ? "router" : "";
        command.language = language_codes.at(roll(language_codes.size()));
        command.theme = static_cast<Theme>(roll(4));
        if (roll(4) == 0) wall.ask(command);
        if (roll(40) == 0) wall.calls(roll(2) == 0);
        if (roll(200) == 0) wall.floor.queues[0].closed = roll(2) == 0;
        if (roll(200) == 0) wall.state.voices.clear();
        if (roll(100) == 0) wall.state.voices["ears"];
        wall.turnOnce();
        const Stage& now = wall.stage;
        const bool over_it_all = now.scene == Scene::Identify || now.scene == Scene::Qr;
        QVERIFY2(over_it_all || hasSomethingToSay(now.scene, wall.state, wall.floor, now.alarms),
                 name(now.scene).data());
        QVERIFY(now.screen_care.dim >= 0 && now.screen_care.dim <= 1);
        QVERIFY(now.page >= 0 && now.place < wall.settings.scenes.show.size());
        QVERIFY(std::ranges::find(language_codes, now.language) != language_codes.end());
        QVERIFY(now.alarms.takes.size() <= 6);
    }
}

QTEST_GUILESS_MAIN(TestStage)
#include "tst_stage.moc"
