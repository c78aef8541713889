// Goal: QML is told of what differs and of nothing else.
// Method: a sample floor is changed in one place; the models' signals are counted, the models watched
// by QAbstractItemModelTester.
#include "support/snapshots.h"
#include "ui/sample_floor.h"

#include "ui/colour_scheme.h"
#include "ui/floor/floor_model.h"
#include "ui/response/response_model.h"
#include "ui/wall_model.h"
#include "ui/words/words.h"

#include <QAbstractItemModelTester>
#include <QMetaMethod>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <vector>

using namespace carewall;
using namespace std::chrono_literals;

class TestWallModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void rolesAreTheTilesProperties();
    void unchangedReportTellsNothing();
    void oneValueTellsItsRolesOnly();
    void aSecondTicksWaitsAlone();
    void rankMovesRows();
    void whoTookAPlaceDidNotMoveThere();
    void channelsAndTeamsComeBeforeQueues();
    void comingAndGoing();
    void pagesTurn();
    void emptyFloorSaysWhatItWaitsFor();
    void thinFiguresAreGreyed();
    void linkDownFadesAndSaysSo();
    void refusalsAreToldForAWhile();
    void noticesComeWorstFirst();
    void whatIsNotOnIsNotShown();
    void probeCountsIn24Bits();
    void themeFollowsTheFloorsHours();

private:
    core::State m_state;
    core::Instant m_at;
    support::Snapshots m_snapshots;
    std::unique_ptr<ui::WallModel> m_wall;

    void show() { m_wall->show(m_snapshots.of(m_state, m_at)); }
    core::QueueNow& now(const char* queue) { return m_state.queues.at(queue).sources.at("desk").now->report; }
    QVariant value(const QAbstractItemModel* model, int row, const char* role) const
    {
        return model->index(row, 0).data(model->roleNames().key(role));
    }
    ui::FloorModel& floor() const { return m_wall->of<ui::FloorModel>(); }
    /// All that QML hears of while the floor is shown, but for its rows.
    std::vector<QObject*> wallsObjects() const { return {m_wall.get(), m_wall->frame(), &floor()}; }
    QString label(int row) const { return value(floor().queues(), row, "label").toString(); }
};

namespace {

/// Every signal of some objects, counted.
class Ear {
public:
    explicit Ear(const std::vector<QObject*>& objects)
    {
        for (QObject* object : objects) {
            const QMetaObject* meta = object->metaObject();
            for (int i = QObject::staticMetaObject.methodCount(); i < meta->methodCount(); ++i)
                if (meta->method(i).methodType() == QMetaMethod::Signal)
                    m_spies.push_back(std::make_unique<QSignalSpy>(object, meta->method(i)));
        }
    }
    QStringList heard() const
    {
        QStringList names;
        for (const auto& spy : m_spies)
            for (int i = 0; i < spy->count(); ++i)
                names << QString::fromLatin1(spy->signal());
        return names;
    }

private:
    std::vector<std::unique_ptr<QSignalSpy>> m_spies;
};

}  // namespace

void TestWallModel::init()
{
    m_state = support::sampleFloor();
    m_at = support::sampleInstant();
    m_snapshots = support::Snapshots{support::sampleSettings()};
    m_wall = std::make_unique<ui::WallModel>(support::sampleSettings(), "0");
    for (QAbstractItemModel* model : std::initializer_list<QAbstractItemModel*>{floor().queues(), floor().issues()})
        new QAbstractItemModelTester{model, QAbstractItemModelTester::FailureReportingMode::QtTest, m_wall.get()};
    floor().queues()->setFits(10);
    floor().issues()->setFits(10);
    show();
}

void TestWallModel::rolesAreTheTilesProperties()
{
    QCOMPARE(floor().queues()->rowCount(), 7);
    QCOMPARE(floor().issues()->rowCount(), 9);
    QCOMPARE(label(0), "Technical support");
    QCOMPARE(value(floor().queues(), 0, "waiting").toString(), "14");
    QCOMPARE(value(floor().queues(), 0, "oldest").toString(), "4:34");
    QCOMPARE(value(floor().queues(), 0, "within").toString(), "in 20 s");
    QCOMPARE(value(floor().issues(), 0, "change").toString(), "+143");
    QCOMPARE(value(floor().issues(), 0, "mood").toInt(), -1);
}

void TestWallModel::unchangedReportTellsNothing()
{
    const Ear queues{{floor().queues()}};
    const Ear issues{{floor().issues()}};
    const Ear board{wallsObjects()};
    now("sales").header.revision.sequence += 1;
    show();
    QCOMPARE(queues.heard() + issues.heard() + board.heard(), QStringList{});
}

void TestWallModel::oneValueTellsItsRolesOnly()
{
    const QSignalSpy changed{floor().queues(), &QAbstractItemModel::dataChanged};
    const Ear issues{{floor().issues()}};
    const Ear board{wallsObjects()};
    now("billing").waiting = 6;
    show();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 1);
    QCOMPARE(changed[0][2].value<QList<int>>(), QList{floor().queues()->roleNames().key("waiting")});
    QCOMPARE(issues.heard() + board.heard(), QStringList{"serviceChanged()"});  // the total beside it
    QVERIFY(floor().service().waiting.endsWith(", 1,356 waiting"));
}

void TestWallModel::aSecondTicksWaitsAlone()
{
    const QSignalSpy changed{floor().queues(), &QAbstractItemModel::dataChanged};
    const Ear issues{{floor().issues()}};
    m_at.wall += 1s;
    m_at.steady += 1s;
    show();
    const int oldest = floor().queues()->roleNames().key("oldest");
    QVERIFY(changed.count() >= 2);  // those waiting less than an hour
    for (const auto& signal : changed)
        QCOMPARE(signal[2].value<QList<int>>(), QList{oldest});
    QCOMPARE(issues.heard(), QStringList{});
    QCOMPARE(m_wall->frame()->second(), 37);
}

void TestWallModel::rankMovesRows()
{
    const QSignalSpy moved{floor().issues(), &QAbstractItemModel::rowsMoved};
    const QSignalSpy came{floor().issues(), &QAbstractItemModel::rowsInserted};
    const QSignalSpy went{floor().issues(), &QAbstractItemModel::rowsRemoved};
    core::VoiceDay& day = m_state.voices.at("ears").day->report;
    ++day.header.revision.sequence;
    core::VoiceSlot& slot = day.slots.back();
    std::find_if(slot.issues.begin(), slot.issues.end(), [](auto& i) { return i.issue == "tv"; })->voices.mentions =
        300;
    show();
    QCOMPARE(value(floor().issues(), 0, "issue").toString(), "tv");
    QCOMPARE(moved.count(), 1);
    QCOMPARE(came.count() + went.count(), 0);
}

void TestWallModel::whoTookAPlaceDidNotMoveThere()
{
    const auto stays = [&](int row) { return value(floor().queues(), row, "stays").toBool(); };
    floor().queues()->setFits(3);
    show();
    for (int i = 0; i < 3; ++i)
        QVERIFY(stays(i));
    m_at.steady += support::sampleSettings().display.page_dwell;
    show();
    QCOMPARE(floor().queues()->page(), 1);
    for (int i = 0; i < floor().queues()->rowCount(); ++i)
        QVERIFY(!stays(i));
    const QSignalSpy changed{floor().queues(), &QAbstractItemModel::dataChanged};
    show();
    QCOMPARE(changed.count(), floor().queues()->rowCount());  // and nothing else was told
    for (int i = 0; i < floor().queues()->rowCount(); ++i)
        QVERIFY(stays(i));
    floor().queues()->setFits(7);
    show();
    now("sales").waiting = 90;
    now("sales").ages.assign(40, 9min);
    show();
    QCOMPARE(label(0), "Sales");
    for (int i = 0; i < 7; ++i)
        QVERIFY(stays(i));
}

void TestWallModel::channelsAndTeamsComeBeforeQueues()
{
    core::Settings settings = support::sampleSettings();
    settings.scenes.show = {core::Scene::Response};
    ui::WallModel wall{settings, "0"};
    support::Snapshots snapshots{settings};
    wall.of<ui::ResponseModel>().responses()->setFits(50);
    const auto labels = [&] {
        QStringList all;
        for (int row = 0; row < wall.of<ui::ResponseModel>().responses()->rowCount(); ++row)
            all << value(wall.of<ui::ResponseModel>().responses(), row, "label")
                       .toString()
                       .remove(QChar{0x2068})
                       .remove(QChar{0x2069});
        return all;
    };
    wall.show(snapshots.of(m_state, m_at));
    // The forum is one queue: its row stands for its channel.
    QCOMPARE(labels().mid(0, 7), (QStringList{"All queues", "channel: chat", "channel: e-mail", "channel: phone",
                                              "team: Contracts", "team: Technical", "Technical support"}));
    QCOMPARE(value(wall.of<ui::ResponseModel>().responses(), 3, "next").toString(), QString{});
    QVERIFY(value(wall.of<ui::ResponseModel>().responses(), 3, "breaches").toString().endsWith(", 15 waiting"));
    QCOMPARE(wall.of<ui::ResponseModel>().responses()->total(), 13);

    for (const char* id : {"tech", "sales"})
        now(id).header.interval = 10s, m_state.queues.at(id).sources.at("desk").now->arrived.steady -= 7min;
    m_at.steady += 1s;
    wall.show(snapshots.of(m_state, m_at));
    QVERIFY(value(wall.of<ui::ResponseModel>().responses(), 3, "breaches").toString().startsWith("silent for "));

    // Each queue a channel of its own, and one team: that says nothing more than the queues do.
    for (auto& [id, queue] : m_state.queues) {
        queue.sources.at("desk").now->report.channel = id;
        queue.sources.at("desk").now->report.team = "all";
    }
    m_at.steady += 1s;
    wall.show(snapshots.of(m_state, m_at));
    QCOMPARE(labels().mid(0, 2), (QStringList{"All queues", "Billing"}));
    QCOMPARE(wall.of<ui::ResponseModel>().responses()->total(), 8);
}

void TestWallModel::comingAndGoing()
{
    const QSignalSpy came{floor().queues(), &QAbstractItemModel::rowsInserted};
    const QSignalSpy went{floor().queues(), &QAbstractItemModel::rowsRemoved};
    const core::Queue sales = m_state.queues.at("sales");
    m_state.queues.erase("sales");
    show();
    QCOMPARE(went.count(), 1);
    QCOMPARE(floor().queues()->rowCount(), 6);
    m_state.queues["sales"] = sales;
    show();
    QCOMPARE(came.count(), 1);
    QCOMPARE(floor().queues()->rowCount(), 7);
}

void TestWallModel::pagesTurn()
{
    floor().queues()->setFits(3);
    floor().issues()->setFits(4);
    QCOMPARE(floor().queues()->pages(), 3);
    QCOMPARE(floor().queuesPlace(), ui::Words::orBrief("page 1 of 3", "1 of 3"));
    QCOMPARE(floor().queues()->rowCount(), 3);
    QStringList seen;
    for (int page = 0; page < 3; ++page) {
        QCOMPARE(floor().queues()->page(), page);
        QVERIFY(floor().queues()->rowCount() <= floor().queues()->pageSize());
        for (int i = 0; i < floor().queues()->rowCount(); ++i)
            seen << label(i);
        m_at.steady += support::sampleSettings().display.page_dwell;
        show();
    }
    QCOMPARE(seen.removeDuplicates(), 0);
    QCOMPARE(seen.size(), 7);
    QCOMPARE(floor().queues()->page(), 0);
    QCOMPARE(floor().issues()->pages(), 3);
    floor().queues()->setFits(7);
    QCOMPARE(floor().queuesPlace(), "");
    QCOMPARE(floor().queues()->rowCount(), 7);
}

void TestWallModel::emptyFloorSaysWhatItWaitsFor()
{
    m_state = core::State{};
    show();
    QVERIFY(m_wall->frame()->await().shown);
    QVERIFY(m_wall->frame()->await().where.contains("north"));
    QVERIFY(m_wall->frame()->await().where.contains("127.0.0.1:1883"));
    QVERIFY(m_wall->frame()->await().line.contains("-t carewall/v1/north/queue/"));
    QCOMPARE(m_wall->frame()->await().elsewhere, QString());
    m_state.other_floors = {"south", "west"};
    ++m_state.changes;
    show();
    QCOMPARE(
        m_wall->frame()->await().elsewhere,
        QStringLiteral("Reports arrive for floor 'south', 'west'; this board shows 'north' (floor = in board.toml, or "
                       "--floor)"));
    QCOMPARE(m_wall->frame()->await().reason, "");
    m_state.link = {core::LinkPhase::Down, "TLS: certificate verify failed", m_at,
                    core::LinkReason::CertificateNotTrusted};
    show();
    QVERIFY(m_wall->frame()->await().reason.startsWith("The broker's certificate is not trusted: check ca_file ("));
    QVERIFY(m_wall->frame()->await().reason.contains("TLS: certificate verify failed"));
    m_state = support::sampleFloor();
    show();
    QVERIFY(!m_wall->frame()->await().shown);
}

void TestWallModel::thinFiguresAreGreyed()
{
    auto& source = m_state.queues.at("sales").sources.at("desk");
    source.day->report.slots = {support::sampleTally(m_at.wall - 20min, 3, 3, 8)};
    show();
    for (int i = 0; i < floor().queues()->rowCount(); ++i) {
        if (label(i) != "Sales") continue;
        QVERIFY(value(floor().queues(), i, "p50Thin").toBool());
        QVERIFY(value(floor().queues(), i, "p90Thin").toBool());
        QVERIFY(value(floor().queues(), i, "rests").toString().endsWith("n 3"));
        return;
    }
    QFAIL("the queue is gone");
}

void TestWallModel::linkDownFadesAndSaysSo()
{
    m_state = support::sampleFloor("down");
    show();
    QCOMPARE(m_wall->frame()->notice().text,
             "No connection to the broker for 4 min. The broker refuses the connection: is it running?");
    QCOMPARE(m_wall->frame()->header().trouble, "connection refused");
    QVERIFY(floor().service().fade > 0);
    QVERIFY(value(floor().queues(), 0, "fade").toDouble() > 0);
    QVERIFY(value(floor().queues(), 0, "detail").toString().endsWith("old"));
}

void TestWallModel::refusalsAreToldForAWhile()
{
    m_state = support::sampleFloor("few");
    show();
    QVERIFY(m_wall->frame()->header().trouble.startsWith("3 "));
    m_at.steady += 11min;
    show();
    QCOMPARE(m_wall->frame()->header().trouble, "");
}

void TestWallModel::noticesComeWorstFirst()
{
    m_state = support::sampleFloor("notice");
    show();
    QVERIFY(m_wall->frame()->notice().text.startsWith("Router update"));
    QCOMPARE(m_wall->frame()->notice().place, "1 of 2");
    m_at.steady += support::sampleSettings().display.page_dwell;
    show();
    QCOMPARE(m_wall->frame()->notice().text, "Cake at three.");
    m_state.notices.at("outage").report.until = m_at.wall - 1s;
    show();
    QCOMPARE(m_wall->frame()->notice().place, "");
}

void TestWallModel::whatIsNotOnIsNotShown()
{
    const auto& response = m_wall->of<ui::ResponseModel>();
    const Ear others{{&m_wall->of<ui::ResponseModel>(), m_wall->of<ui::ResponseModel>().responses()}};
    QCOMPARE(m_wall->sceneShown(), core::Scene::Floor);
    QCOMPARE(m_wall->scene(), &floor());
    now("billing").waiting = 6;
    show();
    QCOMPARE(others.heard(), QStringList{});
    m_state.requests.scene = {{core::Scene::Response}, ++m_state.requests.number};
    const QSignalSpy changed{m_wall.get(), &ui::WallModel::sceneChanged};
    const Ear floors{{&floor(), floor().queues(), floor().issues()}};
    now("billing").waiting = 7;
    show();
    QCOMPARE(m_wall->scene(), &response);
    QCOMPARE(changed.count(), 1);
    QVERIFY(m_wall->page().path().endsWith(QStringLiteral("/Response.qml")));
    QVERIFY(others.heard().contains("hoursChanged()"));
    QCOMPARE(floors.heard(), QStringList{});
    m_wall->giveUpPage();  // as a page that does not load does
    QCOMPARE(m_wall->scene(), &floor());
    show();
    QCOMPARE(m_wall->scene(), &floor());
}

void TestWallModel::probeCountsIn24Bits()
{
    m_state.newest_sequence = 0x5'123456;
    show();
    QCOMPARE(m_wall->sequence(), 0x123456);
    core::Snapshot shown = m_snapshots.now();
    shown.received = 0x1'000007;
    m_wall->show(shown);
    QCOMPARE(m_wall->received(), 7);
}

void TestWallModel::themeFollowsTheFloorsHours()
{
    core::Settings settings = support::sampleSettings();
    settings.display.theme = core::Theme::Hours;
    settings.display.light_from = 14h;
    settings.display.light_until = 15h;
    ui::WallModel wall{settings, "0"};
    support::Snapshots snapshots{settings};
    const QSignalSpy changed{&wall, &ui::WallModel::schemeChanged};
    wall.show(snapshots.of(m_state, m_at));  // 14:02
    QCOMPARE(wall.scheme(), int{ui::Scheme::Light});
    QCOMPARE(changed.count(), 1);
    core::Instant later = m_at;
    later.wall += 57min;
    wall.show(snapshots.of(m_state, later));
    QCOMPARE(changed.count(), 1);
    later.wall += 1min;
    wall.show(snapshots.of(m_state, later));
    QCOMPARE(wall.scheme(), int{ui::Scheme::Dark});
    m_state.requests.theme = {core::Theme::Contrast, ++m_state.requests.number};
    wall.show(snapshots.of(m_state, later));
    QCOMPARE(wall.scheme(), int{ui::Scheme::Contrast});
    QCOMPARE(changed.count(), 3);
}

QTEST_GUILESS_MAIN(TestWallModel)
#include "tst_wall_model.moc"
