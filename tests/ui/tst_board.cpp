// Goal: QML is told of what differs and of nothing else.
// Method: a sample floor is changed in one place; the models' and the board's signals are counted, the models watched
// by QAbstractItemModelTester.
#include "support/snapshots.h"
#include "ui/sample_floor.h"

#include "ui/board.h"
#include "ui/colour_scheme.h"
#include "ui/words/words.h"

#include <QAbstractItemModelTester>
#include <QMetaMethod>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <vector>

using namespace carewall;
using namespace std::chrono_literals;

class TestBoard : public QObject {
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
    void probeCountsIn24Bits();
    void themeFollowsTheFloorsHours();

private:
    core::State m_state;
    core::Instant m_at;
    support::Snapshots m_snapshots;
    std::unique_ptr<ui::Board> m_board;

    void show() { m_board->show(m_snapshots.of(m_state, m_at)); }
    core::QueueNow& now(const char* queue) { return m_state.queues.at(queue).sources.at("desk").now->report; }
    QVariant value(const QAbstractItemModel* model, int row, const char* role) const
    {
        return model->index(row, 0).data(model->roleNames().key(role));
    }
    QString label(int row) const { return value(m_board->queues(), row, "label").toString(); }
};

namespace {

/// Every signal of an object, counted.
class Ear {
public:
    explicit Ear(QObject* object)
    {
        const QMetaObject* meta = object->metaObject();
        for (int i = QObject::staticMetaObject.methodCount(); i < meta->methodCount(); ++i)
            if (meta->method(i).methodType() == QMetaMethod::Signal)
                m_spies.push_back(std::make_unique<QSignalSpy>(object, meta->method(i)));
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

void TestBoard::init()
{
    m_state = support::sampleFloor();
    m_at = support::sampleInstant();
    m_snapshots = support::Snapshots{support::sampleSettings()};
    m_board = std::make_unique<ui::Board>(support::sampleSettings(), "0");
    for (QAbstractItemModel* model : std::initializer_list<QAbstractItemModel*>{m_board->queues(), m_board->issues()})
        new QAbstractItemModelTester{model, QAbstractItemModelTester::FailureReportingMode::QtTest, m_board.get()};
    m_board->queues()->setFits(10);
    m_board->issues()->setFits(10);
    show();
}

void TestBoard::rolesAreTheTilesProperties()
{
    QCOMPARE(m_board->queues()->rowCount(), 7);
    QCOMPARE(m_board->issues()->rowCount(), 9);
    QCOMPARE(label(0), "Technical support");
    QCOMPARE(value(m_board->queues(), 0, "waiting").toString(), "14");
    QCOMPARE(value(m_board->queues(), 0, "oldest").toString(), "4:34");
    QCOMPARE(value(m_board->queues(), 0, "within").toString(), "in 20 s");
    QCOMPARE(value(m_board->issues(), 0, "change").toString(), "+143");
    QCOMPARE(value(m_board->issues(), 0, "mood").toInt(), -1);
}

void TestBoard::unchangedReportTellsNothing()
{
    const Ear queues{m_board->queues()};
    const Ear issues{m_board->issues()};
    const Ear board{m_board.get()};
    now("sales").header.revision.sequence += 1;
    show();
    QCOMPARE(queues.heard() + issues.heard() + board.heard(), QStringList{});
}

void TestBoard::oneValueTellsItsRolesOnly()
{
    const QSignalSpy changed{m_board->queues(), &QAbstractItemModel::dataChanged};
    const Ear issues{m_board->issues()};
    const Ear board{m_board.get()};
    now("billing").waiting = 6;
    show();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 1);
    QCOMPARE(changed[0][2].value<QList<int>>(), QList{m_board->queues()->roleNames().key("waiting")});
    QCOMPARE(issues.heard() + board.heard(), QStringList{"serviceChanged()"});  // the total beside it
    QVERIFY(m_board->service().waiting.endsWith(", 1,356 waiting"));
}

void TestBoard::aSecondTicksWaitsAlone()
{
    const QSignalSpy changed{m_board->queues(), &QAbstractItemModel::dataChanged};
    const Ear issues{m_board->issues()};
    m_at.wall += 1s;
    m_at.steady += 1s;
    show();
    const int oldest = m_board->queues()->roleNames().key("oldest");
    QVERIFY(changed.count() >= 2);  // those waiting less than an hour
    for (const auto& signal : changed)
        QCOMPARE(signal[2].value<QList<int>>(), QList{oldest});
    QCOMPARE(issues.heard(), QStringList{});
    QCOMPARE(m_board->second(), 37);
}

void TestBoard::rankMovesRows()
{
    const QSignalSpy moved{m_board->issues(), &QAbstractItemModel::rowsMoved};
    const QSignalSpy came{m_board->issues(), &QAbstractItemModel::rowsInserted};
    const QSignalSpy went{m_board->issues(), &QAbstractItemModel::rowsRemoved};
    core::VoiceDay& day = m_state.voices.at("ears").day->report;
    ++day.header.revision.sequence;
    core::VoiceSlot& slot = day.slots.back();
    std::find_if(slot.issues.begin(), slot.issues.end(), [](auto& i) { return i.issue == "tv"; })->voices.mentions =
        300;
    show();
    QCOMPARE(value(m_board->issues(), 0, "issue").toString(), "tv");
    QCOMPARE(moved.count(), 1);
    QCOMPARE(came.count() + went.count(), 0);
}

void TestBoard::whoTookAPlaceDidNotMoveThere()
{
    const auto stays = [&](int row) { return value(m_board->queues(), row, "stays").toBool(); };
    m_board->queues()->setFits(3);
    show();
    for (int i = 0; i < 3; ++i)
        QVERIFY(stays(i));
    m_at.steady += support::sampleSettings().display.page_dwell;
    show();
    QCOMPARE(m_board->queues()->page(), 1);
    for (int i = 0; i < m_board->queues()->rowCount(); ++i)
        QVERIFY(!stays(i));
    const QSignalSpy changed{m_board->queues(), &QAbstractItemModel::dataChanged};
    show();
    QCOMPARE(changed.count(), m_board->queues()->rowCount());  // and nothing else was told
    for (int i = 0; i < m_board->queues()->rowCount(); ++i)
        QVERIFY(stays(i));
    m_board->queues()->setFits(7);
    show();
    now("sales").waiting = 90;
    now("sales").ages.assign(40, 9min);
    show();
    QCOMPARE(label(0), "Sales");
    for (int i = 0; i < 7; ++i)
        QVERIFY(stays(i));
}

void TestBoard::channelsAndTeamsComeBeforeQueues()
{
    core::Settings settings = support::sampleSettings();
    settings.scenes.show = {core::Scene::Response};
    ui::Board board{settings, "0"};
    support::Snapshots snapshots{settings};
    board.responses()->setFits(50);
    const auto labels = [&] {
        QStringList all;
        for (int row = 0; row < board.responses()->rowCount(); ++row)
            all << value(board.responses(), row, "label").toString().remove(QChar{0x2068}).remove(QChar{0x2069});
        return all;
    };
    board.show(snapshots.of(m_state, m_at));
    // The forum is one queue: its row stands for its channel.
    QCOMPARE(labels().mid(0, 7), (QStringList{"All queues", "channel: chat", "channel: e-mail", "channel: phone",
                                              "team: Contracts", "team: Technical", "Technical support"}));
    QCOMPARE(value(board.responses(), 3, "next").toString(), QString{});
    QVERIFY(value(board.responses(), 3, "breaches").toString().endsWith(", 15 waiting"));
    QCOMPARE(board.responses()->total(), 13);

    for (const char* id : {"tech", "sales"})
        now(id).header.interval = 10s, m_state.queues.at(id).sources.at("desk").now->arrived.steady -= 7min;
    m_at.steady += 1s;
    board.show(snapshots.of(m_state, m_at));
    QVERIFY(value(board.responses(), 3, "breaches").toString().startsWith("silent for "));

    // Each queue a channel of its own, and one team: that says nothing more than the queues do.
    for (auto& [id, queue] : m_state.queues) {
        queue.sources.at("desk").now->report.channel = id;
        queue.sources.at("desk").now->report.team = "all";
    }
    m_at.steady += 1s;
    board.show(snapshots.of(m_state, m_at));
    QCOMPARE(labels().mid(0, 2), (QStringList{"All queues", "Billing"}));
    QCOMPARE(board.responses()->total(), 8);
}

void TestBoard::comingAndGoing()
{
    const QSignalSpy came{m_board->queues(), &QAbstractItemModel::rowsInserted};
    const QSignalSpy went{m_board->queues(), &QAbstractItemModel::rowsRemoved};
    const core::Queue sales = m_state.queues.at("sales");
    m_state.queues.erase("sales");
    show();
    QCOMPARE(went.count(), 1);
    QCOMPARE(m_board->queues()->rowCount(), 6);
    m_state.queues["sales"] = sales;
    show();
    QCOMPARE(came.count(), 1);
    QCOMPARE(m_board->queues()->rowCount(), 7);
}

void TestBoard::pagesTurn()
{
    m_board->queues()->setFits(3);
    m_board->issues()->setFits(4);
    QCOMPARE(m_board->queues()->pages(), 3);
    QCOMPARE(m_board->queuesPlace(), ui::Words::orBrief("page 1 of 3", "1 of 3"));
    QCOMPARE(m_board->queues()->rowCount(), 3);
    QStringList seen;
    for (int page = 0; page < 3; ++page) {
        QCOMPARE(m_board->queues()->page(), page);
        QVERIFY(m_board->queues()->rowCount() <= m_board->queues()->pageSize());
        for (int i = 0; i < m_board->queues()->rowCount(); ++i)
            seen << label(i);
        m_at.steady += support::sampleSettings().display.page_dwell;
        show();
    }
    QCOMPARE(seen.removeDuplicates(), 0);
    QCOMPARE(seen.size(), 7);
    QCOMPARE(m_board->queues()->page(), 0);
    QCOMPARE(m_board->issues()->pages(), 3);
    m_board->queues()->setFits(7);
    QCOMPARE(m_board->queuesPlace(), "");
    QCOMPARE(m_board->queues()->rowCount(), 7);
}

void TestBoard::emptyFloorSaysWhatItWaitsFor()
{
    m_state = core::State{};
    show();
    QVERIFY(m_board->await().shown);
    QVERIFY(m_board->await().where.contains("north"));
    QVERIFY(m_board->await().where.contains("127.0.0.1:1883"));
    QVERIFY(m_board->await().line.contains("-t carewall/v1/north/queue/"));
    QCOMPARE(m_board->await().elsewhere, QString());
    m_state.other_floors = {"south", "west"};
    ++m_state.changes;
    show();
    QCOMPARE(
        m_board->await().elsewhere,
        QStringLiteral("Reports arrive for floor 'south', 'west'; this board shows 'north' (floor = in board.toml, or "
                       "--floor)"));
    QCOMPARE(m_board->await().reason, "");
    m_state.link = {core::LinkPhase::Down, "TLS: certificate verify failed", m_at,
                    core::LinkReason::CertificateNotTrusted};
    show();
    QVERIFY(m_board->await().reason.startsWith("The broker's certificate is not trusted: check ca_file ("));
    QVERIFY(m_board->await().reason.contains("TLS: certificate verify failed"));
    m_state = support::sampleFloor();
    show();
    QVERIFY(!m_board->await().shown);
}

void TestBoard::thinFiguresAreGreyed()
{
    auto& source = m_state.queues.at("sales").sources.at("desk");
    source.day->report.slots = {support::sampleTally(m_at.wall - 20min, 3, 3, 8)};
    show();
    for (int i = 0; i < m_board->queues()->rowCount(); ++i) {
        if (label(i) != "Sales") continue;
        QVERIFY(value(m_board->queues(), i, "p50Thin").toBool());
        QVERIFY(value(m_board->queues(), i, "p90Thin").toBool());
        QVERIFY(value(m_board->queues(), i, "rests").toString().endsWith("n 3"));
        return;
    }
    QFAIL("the queue is gone");
}

void TestBoard::linkDownFadesAndSaysSo()
{
    m_state = support::sampleFloor("down");
    show();
    QCOMPARE(m_board->notice().text,
             "No connection to the broker for 4 min. The broker refuses the connection: is it running?");
    QCOMPARE(m_board->header().trouble, "connection refused");
    QVERIFY(m_board->service().fade > 0);
    QVERIFY(value(m_board->queues(), 0, "fade").toDouble() > 0);
    QVERIFY(value(m_board->queues(), 0, "detail").toString().endsWith("old"));
}

void TestBoard::refusalsAreToldForAWhile()
{
    m_state = support::sampleFloor("few");
    show();
    QVERIFY(m_board->header().trouble.startsWith("3 "));
    m_at.steady += 11min;
    show();
    QCOMPARE(m_board->header().trouble, "");
}

void TestBoard::noticesComeWorstFirst()
{
    m_state = support::sampleFloor("notice");
    show();
    QVERIFY(m_board->notice().text.startsWith("Router update"));
    QCOMPARE(m_board->notice().place, "1 of 2");
    m_at.steady += support::sampleSettings().display.page_dwell;
    show();
    QCOMPARE(m_board->notice().text, "Cake at three.");
    m_state.notices.at("outage").report.until = m_at.wall - 1s;
    show();
    QCOMPARE(m_board->notice().place, "");
}

void TestBoard::probeCountsIn24Bits()
{
    m_state.newest_sequence = 0x5'123456;
    show();
    QCOMPARE(m_board->sequence(), 0x123456);
    core::Snapshot shown = m_snapshots.now();
    shown.received = 0x1'000007;
    m_board->show(shown);
    QCOMPARE(m_board->received(), 7);
}

void TestBoard::themeFollowsTheFloorsHours()
{
    core::Settings settings = support::sampleSettings();
    settings.display.theme = core::Theme::Hours;
    settings.display.light_from = 14h;
    settings.display.light_until = 15h;
    ui::Board board{settings, "0"};
    support::Snapshots snapshots{settings};
    const QSignalSpy changed{&board, &ui::Board::schemeChanged};
    board.show(snapshots.of(m_state, m_at));  // 14:02
    QCOMPARE(board.scheme(), int{ui::Scheme::Light});
    QCOMPARE(changed.count(), 1);
    core::Instant later = m_at;
    later.wall += 57min;
    board.show(snapshots.of(m_state, later));
    QCOMPARE(changed.count(), 1);
    later.wall += 1min;
    board.show(snapshots.of(m_state, later));
    QCOMPARE(board.scheme(), int{ui::Scheme::Dark});
    m_state.requests.theme = {core::Theme::Contrast, ++m_state.requests.number};
    board.show(snapshots.of(m_state, later));
    QCOMPARE(board.scheme(), int{ui::Scheme::Contrast});
    QCOMPARE(changed.count(), 3);
}

QTEST_GUILESS_MAIN(TestBoard)
#include "tst_board.moc"
