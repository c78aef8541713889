// Goal: what only saves work decides nothing: figures, tones, alarms and scenes are the same without it.
// Method: seeded shifts told event by event to two snapshots, whose caches are kept, and dropped at random turns; a
// tone that holds, with the cache dropped in between.
#include "core/calendar.h"
#include "core/figures/figures_cache.h"
#include "core/fold.h"
#include "core/reported.h"
#include "core/stage/snapshot.h"

#include <QTest>

#include <algorithm>
#include <set>
#include <string>

using namespace carewall::core;
using namespace carewall::tests;
using std::chrono::minutes;

namespace {

/// A forecast may be up to a second old; all else is of the moment.
FloorFigures withoutForecasts(FloorFigures floor)
{
    const auto forget = [](auto& whole) { whole.forecasts = 0, whole.breaches_10min = whole.breaches_30min = 0; };
    forget(floor.all);
    for (auto* groups : {&floor.channels, &floor.teams})
        std::for_each(groups->begin(), groups->end(), forget);
    for (QueueFigures& queue : floor.queues)
        queue.forecast = {};
    return floor;
}

void hear(Snapshot& snapshot, const Event& event, const Settings& settings, FiguresCache& cache)
{
    snapshot.state = reduce(std::move(snapshot.state), event);
    workOut(snapshot, event.at, settings, cache);
}

}  // namespace

class TestSnapshot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(useTimeZone("UTC")); }

    void aDroppedCacheChangesNothing();
    void aToneHoldsWithoutTheCache();
};

void TestSnapshot::aDroppedCacheChangesNothing()
{
    Settings settings;
    settings.alarm.after = Seconds{10};
    settings.scenes.dwell = Seconds{5};
    settings.scenes.show = {Scene::Floor, Scene::Response, Scene::Voice, Scene::Visit};
    std::set<Scene> shown;
    std::size_t active = 0;
    std::size_t held = 0;
    for (const std::uint64_t seed : {1, 2}) {
        Dice dice{seed};
        Snapshot kept;
        Snapshot dropped;
        FiguresCache cache_kept;
        FiguresCache cache_dropped;
        Milliseconds after{0};
        std::vector<Event> events{told(LinkChanged{LinkPhase::Up, {}})};
        for (const Event& event : shift(seed, 12))
            events.push_back(event);
        for (Event event : events) {
            after += Milliseconds{dice.roll(4'000)};
            event.at = instant(after);
            if (dice.roll(3) == 0) cache_dropped = {};
            hear(kept, event, settings, cache_kept);
            hear(dropped, event, settings, cache_dropped);
            const std::string differs = difference(withoutForecasts(kept.figures), withoutForecasts(dropped.figures));
            QVERIFY2(differs.empty(), ("seed " + std::to_string(seed) + "\n" + differs).c_str());
            QVERIFY(kept.tones == dropped.tones);
            QVERIFY(kept.stage == dropped.stage);
            shown.insert(kept.stage.scene);
            for (const QueueFigures& queue : kept.figures.queues) {
                held += queue.tone == queue.judged ? 0 : 1;
                active += kept.stage.alarms.queues.at(queue.queue).active ? 1 : 0;
            }
        }
    }
    // There was something to lose.
    QVERIFY(active > 0);
    QVERIFY(held > 0);
    for (const Scene scene : settings.scenes.show)
        QVERIFY(shown.contains(scene));
}

void TestSnapshot::aToneHoldsWithoutTheCache()
{
    Snapshot snapshot;
    const Settings settings;
    const auto tell = [&](Milliseconds after, std::uint64_t within) {
        FiguresCache none;
        QueueNow now = nowOf(after, {}, static_cast<std::uint64_t>(after.count()) + 1);
        now.open = slotAt(noon - minutes{1}, 10, within);
        now.waiting = 1;
        hear(snapshot, told(QueueNowReported{"mail", "a", now}, after), settings, none);
        return only(snapshot.figures);
    };
    snapshot.state = heard({});
    QCOMPARE(name(tell(Seconds{0}, 5).tone), "act");
    QCOMPARE(name(tell(Seconds{1}, 9).judged), "calm");
    QCOMPARE(name(only(snapshot.figures).tone), "act");
    QCOMPARE(name(tell(Seconds{19}, 9).tone), "act");
    QCOMPARE(name(tell(Seconds{20}, 9).tone), "calm");
}

QTEST_GUILESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
