// Goal: who watches boards from afar hears at once of what matters, and is spared what does not; and a flood is made up
// for once, when it is over.
// Method: snapshots changed in one thing, and times before and after each limit; the status of one compared with it.
#include "board/flood_watch.h"
#include "board/floors_heard.h"
#include "board/status_plan.h"

#include "core/limits.h"

#include <QTest>

#include <cmath>

using namespace carewall;
using namespace std::chrono_literals;

namespace {

core::SteadyTime at(core::Milliseconds time)
{
    return core::SteadyTime{1h + time};
}

}  // namespace

class TestStatusPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstIsSaidAtOnce();
    void quietIsToldEachTenSeconds();
    void changesAreToldEachTwoSeconds();
    void scenesAndAlarmsAreToldAtOnce();
    void theStatusIsOfTheSnapshot();
    void aFloodIsMadeUpForOnce_data();
    void aFloodIsMadeUpForOnce();
    void otherFloorsAreListenedForWhileNothingComes();
    void eachOtherFloorIsToldOnce();
};

void TestStatusPlan::theFirstIsSaidAtOnce()
{
    QVERIFY(board::StatusPlan{}.isDue(core::Snapshot{}, at(0s)));
}

void TestStatusPlan::quietIsToldEachTenSeconds()
{
    board::StatusPlan plan;
    const core::Snapshot snapshot;
    plan.said(snapshot, at(0s));
    QVERIFY(!plan.isDue(snapshot, at(9'999ms)));
    QVERIFY(plan.isDue(snapshot, at(10s)));
    plan.said(snapshot, at(10s));
    QVERIFY(!plan.isDue(snapshot, at(19s)));
}

void TestStatusPlan::changesAreToldEachTwoSeconds()
{
    board::StatusPlan plan;
    core::Snapshot snapshot;
    plan.said(snapshot, at(0s));
    ++snapshot.state.changes;
    QVERIFY(!plan.isDue(snapshot, at(1'999ms)));
    QVERIFY(plan.isDue(snapshot, at(2s)));
    plan.said(snapshot, at(2s));
    QVERIFY(!plan.isDue(snapshot, at(4s)));
}

void TestStatusPlan::scenesAndAlarmsAreToldAtOnce()
{
    board::StatusPlan plan;
    core::Snapshot snapshot;
    const auto told = [&] {
        const bool due = plan.isDue(snapshot, at(1ms));
        plan.said(snapshot, at(1ms));
        return due && !plan.isDue(snapshot, at(2ms));
    };
    plan.said(snapshot, at(0s));
    snapshot.stage.scene = core::Scene::Voice;
    QVERIFY(told());
    snapshot.stage.why = core::Why::Held;
    QVERIFY(told());
    snapshot.stage.alarms.queues["calls"].active = true;
    QVERIFY(told());
    snapshot.stage.alarms.queues["calls"].active = false;
    QVERIFY(told());
    snapshot.stage.alarms.queues["calls"].acting = 3s;  // not yet one
    snapshot.stage.page = 3;
    QVERIFY(!told());
}

void TestStatusPlan::theStatusIsOfTheSnapshot()
{
    core::Snapshot snapshot;
    snapshot.state.reports = 7;
    snapshot.state.link.phase = core::LinkPhase::Up;
    snapshot.state.store_trouble = "the disk is full";
    snapshot.figures.waiting = 12;
    snapshot.stage.scene = core::Scene::Alarm;
    snapshot.stage.why = core::Why::Alarm;
    snapshot.stage.language = "fa";
    snapshot.stage.theme = core::Theme::Hours;
    snapshot.stage.scheme = core::Scheme::Light;
    snapshot.stage.screen_care.dim = 0.5;
    snapshot.stage.alarms.queues["calls"].active = true;
    snapshot.stage.alarms.queues["mail"].active = false;
    core::BoardStatus identity;
    identity.board = "wall";
    const core::BoardStatus status = board::statusOf(snapshot, identity, {9, 1920, 1080});
    QCOMPARE(status.board, std::string{"wall"});
    QCOMPARE(status.scene, std::string{"alarm"});
    QCOMPARE(status.why, std::string{"alarm"});
    QCOMPARE(status.alarms, std::vector<std::string>{"calls"});
    QCOMPARE(status.language, std::string{"fa"});
    QCOMPARE(status.theme, std::string{"hours"});
    QCOMPARE(status.scheme, std::string{"light"});
    QCOMPARE(status.dim, 0.5);
    QCOMPARE(status.frames, std::uint64_t{9});
    QCOMPARE(status.width, 1920);
    QCOMPARE(status.height, 1080);
    QVERIFY(status.link == core::LinkPhase::Up);
    QCOMPARE(status.shown.waiting, std::uint64_t{12});
    QCOMPARE(status.store_trouble, std::string{"the disk is full"});
    QCOMPARE(status.reports, std::uint64_t{7});
}

void TestStatusPlan::aFloodIsMadeUpForOnce_data()
{
    QTest::addColumn<QList<int>>("seconds");  // messages in each
    QTest::addColumn<QList<int>>("over");     // at which looks a flood is over
    QTest::newRow("quiet") << QList<int>{0, 0, 0, 0, 0} << QList<int>{};
    QTest::newRow("busy") << QList<int>{500, 500, 500, 500, 0} << QList<int>{};
    QTest::newRow("a burst") << QList<int>{5000, 5000, 0, 5000, 5000, 0} << QList<int>{};
    QTest::newRow("a flood") << QList<int>{501, 501, 501, 0, 0, 0} << QList<int>{3};
    QTest::newRow("a long one, and its refresh")
        << QList<int>{900, 900, 900, 900, 900, 3, 900, 900, 0} << QList<int>{5};
    QTest::newRow("two") << QList<int>{900, 900, 900, 0, 900, 900, 900, 500} << QList<int>{3, 7};
}

void TestStatusPlan::aFloodIsMadeUpForOnce()
{
    QFETCH(QList<int>, seconds);
    QFETCH(QList<int>, over);
    // A timer is not exact.
    for (const core::Milliseconds tick : {1'000ms, 960ms, 1'040ms}) {
        board::FloodWatch watch;
        QVERIFY(!watch.isOver(1'000'000, at(0s)));  // what came before anybody looked
        std::uint64_t received = 1'000'000;
        QList<int> seen;
        for (int i = 0; i < seconds.size(); ++i) {
            // The limit is one of messages a second.
            received += static_cast<std::uint64_t>(std::ceil(seconds[i] * static_cast<double>(tick.count()) / 1000));
            if (watch.isOver(received, at(tick * (i + 1)))) seen << i;
        }
        QCOMPARE(seen, over);
    }
}

void TestStatusPlan::otherFloorsAreListenedForWhileNothingComes()
{
    core::State state;
    state.link = {core::LinkPhase::Up, {}, {{}, at(0s)}, {}};
    QVERIFY(!board::listensForOtherFloors(state, at(999ms)));  // what is retained may still come
    QVERIFY(board::listensForOtherFloors(state, at(1s)));
    state.link.phase = core::LinkPhase::Down;
    QVERIFY(!board::listensForOtherFloors(state, at(1s)));
    state.link.phase = core::LinkPhase::Up;
    state.queues["mail"];
    QVERIFY(!board::listensForOtherFloors(state, at(1s)));
}

void TestStatusPlan::eachOtherFloorIsToldOnce()
{
    board::FloorsHeard heard{"north"};
    QVERIFY(!heard.hear("carewall/v1/north/queue/help/me/now"));
    QCOMPARE(heard.hear("carewall/v1/south/queue/help/me/now").value_or(""), std::string{"south"});
    QVERIFY(!heard.hear("carewall/v1/south/voice/me/now"));
    QVERIFY(!heard.hear("weather/south"));
    std::size_t told = 1;
    for (int i = 0; i < 100; ++i)
        told += heard.hear("carewall/v1/f" + std::to_string(i) + "/voice/me/now") ? 1 : 0;
    QCOMPARE(told, core::limits::other_floors);
}

QTEST_GUILESS_MAIN(TestStatusPlan)
#include "tst_status_plan.moc"
