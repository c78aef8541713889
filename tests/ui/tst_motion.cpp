// Goal: a row that changes rank can be followed by the eye; nothing else moves, and a wall at rest draws nothing.
// Method: the floor's ranks are changed while the window is watched: where its rows stand from frame to frame, and how
// many frames there are.
#include "support/snapshots.h"
#include "ui/sample_floor.h"

#include "core/settings.h"
#include "ui/wall.h"
#include "ui/wall_model.h"

#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace carewall;
using namespace std::chrono_literals;

class TestMotion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_state = support::sampleFloor(); }
    void rankIsWalked();
    void withoutMotionIsOneFrame();
    void pagesTurnAtOnce();
    void restDrawsNothing();

private:
    std::unique_ptr<ui::Wall> m_wall;
    core::State m_state;
    core::Instant m_at = support::sampleInstant();
    support::Snapshots m_snapshots;

    void open(bool motion)
    {
        core::Settings settings = support::sampleSettings();
        settings.display.motion = motion;
        m_wall.reset();
        auto made = ui::Wall::make(settings, {QSize{1920, 1080}, false, "0"});
        if (!made) qFatal("%s", made.error().c_str());
        m_wall = std::move(*made);
        m_snapshots = support::Snapshots{settings};
        show();
        m_wall->window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_wall->window()));
        show();
        QTest::qWait(100);  // the first frames
    }
    void show() { m_wall->model().show(m_snapshots.of(m_state, m_at)); }

    /// The tiles of queues, as they stand in the window.
    std::vector<QQuickItem*> tiles() const
    {
        std::vector<QQuickItem*> found;
        const auto look = [&](auto&& self, QQuickItem* item) -> void {
            if (QByteArray{item->metaObject()->className()}.startsWith("QueueTile")) found.push_back(item);
            for (QQuickItem* child : item->childItems())
                self(self, child);
        };
        look(look, m_wall->window().contentItem());
        return found;
    }
    QQuickItem* tile(const QString& label) const
    {
        const auto all = tiles();
        const auto known =
            std::find_if(all.begin(), all.end(), [&](QQuickItem* each) { return each->property("label") == label; });
        return known == all.end() ? nullptr : *known;
    }
    bool anyMoves() const
    {
        const auto all = tiles();
        return std::any_of(all.begin(), all.end(), [](QQuickItem* each) { return each->property("moving").toBool(); });
    }
    /// Billing becomes the worst: it had the second place.
    void overtake()
    {
        core::QueueNow& billing = m_state.queues.at("billing").sources.at("desk").now->report;
        billing.waiting = 60;
        billing.ages.assign(60, 50min);
        core::QueueNow& tech = m_state.queues.at("tech").sources.at("desk").now->report;
        tech.waiting = 0;
        tech.ages.clear();
    }
};

void TestMotion::rankIsWalked()
{
    open(true);
    QQuickItem* billing = tile("Billing");
    QVERIFY(billing);
    const double from = billing->y();
    std::vector<double> places;
    connect(&m_wall->window(), &QQuickWindow::frameSwapped, this, [&] { places.push_back(billing->y()); });
    overtake();
    show();
    QCOMPARE(billing->y(), from);  // not there yet
    QTRY_VERIFY(!anyMoves());
    m_wall->window().disconnect(this);
    QVERIFY(billing->y() < from);
    QVERIFY2(places.size() >= 3, qPrintable(QString::number(places.size())));
    QVERIFY(std::is_sorted(places.rbegin(), places.rend()));
    const auto between = [&](double y) { return y < from && y > billing->y(); };
    QVERIFY(std::any_of(places.begin(), places.end(), between));
    QCOMPARE(places.back(), billing->y());
    for (QQuickItem* each : tiles())
        QCOMPARE(each->z(), 0.0);
}

void TestMotion::withoutMotionIsOneFrame()
{
    open(false);
    QQuickItem* billing = tile("Billing");
    const double from = billing->y();
    const QSignalSpy frames{&m_wall->window(), &QQuickWindow::frameSwapped};
    overtake();
    show();
    QVERIFY(billing->y() < from);
    QTRY_COMPARE(frames.count(), 1);
    QTest::qWait(60);
    QCOMPARE(frames.count(), 1);
}

void TestMotion::pagesTurnAtOnce()
{
    open(true);
    const std::vector<QQuickItem*> before = tiles();
    std::vector<double> places(before.size());
    std::transform(before.begin(), before.end(), places.begin(), [](QQuickItem* each) { return each->y(); });
    m_at.steady += support::sampleSettings().display.page_dwell;
    show();
    QVERIFY(!anyMoves());
    QTRY_VERIFY(!tile("Billing"));
    std::sort(places.begin(), places.end());
    const std::vector<QQuickItem*> turned = tiles();
    std::vector<double> after(turned.size());
    std::transform(turned.begin(), turned.end(), after.begin(), [](QQuickItem* each) { return each->y(); });
    std::sort(after.begin(), after.end());
    after.resize(std::min(after.size(), places.size()));
    QVERIFY(std::equal(after.begin(), after.end(), places.begin()));
}

void TestMotion::restDrawsNothing()
{
    open(true);
    overtake();
    show();
    QTRY_VERIFY(!anyMoves());
    QTest::qWait(60);
    const QSignalSpy frames{&m_wall->window(), &QQuickWindow::frameSwapped};
    for (int i = 0; i < 10; ++i) {
        show();
        QTest::qWait(10);
    }
    QCOMPARE(frames.count(), 0);
}

int main(int argc, char** argv)
{
    ui::prepareRendering();
    const QGuiApplication app{argc, argv};
    TestMotion test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_motion.moc"
