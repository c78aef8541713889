// Goal: whatever the size and the language, the wall is legible, whole and safe, and looks as it did.
// Method: the scenes' item trees are walked at all sizes in four languages against the law of DESIGN.md section 6; a
// picture of each is compared with a kept one, blurred, so that only what an eye would see counts.
#include "support/snapshots.h"
#include "ui/legible.h"
#include "ui/same_picture.h"
#include "ui/sample_floor.h"

#include "core/settings.h"
#include "ui/network_denied.h"
#include "ui/wall.h"
#include "ui/wall_model.h"

#include <QGuiApplication>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QSysInfo>
#include <QTest>

#include <string_view>

using namespace carewall;
using namespace std::chrono_literals;

class TestScene : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void law_data();
    void law();
    void linkReasons_data();
    void linkReasons();
    void farAndNear_data();
    void farAndNear();
    void goldenPicture_data();
    void goldenPicture();
    void probeIsExact();
    void quietSecondDrawsLittle();
    void nothingIsFetched();

private:
    std::unique_ptr<ui::Wall> m_wall;
    support::Snapshots m_snapshots;

    void open(core::Settings settings, QSize size, const char* variant, bool probe = false)
    {
        using core::Scene;
        Scene scene = std::string_view{variant}.starts_with("voices") ? Scene::Voice : Scene::Floor;
        for (const Scene of : {Scene::Moments, Scene::Visit, Scene::Closed})
            if (std::string_view{variant}.starts_with(core::name(of))) scene = of;
        for (const Scene of : {Scene::Response, Scene::Alarm, Scene::Identify, Scene::Qr}) {
            const std::string prefix = std::string{core::name(of)} + "-";
            if (!std::string_view{variant}.starts_with(prefix)) continue;
            scene = of;
            variant += prefix.size();
        }
        core::State state = support::sampleFloor(variant);
        support::putOnStage(scene, state, settings);
        m_wall.reset();
        auto made = ui::Wall::make(settings, {size, probe, "0"});
        if (!made) qFatal("%s", made.error().c_str());
        m_wall = std::move(*made);
        const core::Instant at = support::sampleInstant();
        m_snapshots = support::Snapshots{settings};
        if (scene == core::Scene::Alarm) m_wall->model().show(m_snapshots.of(state, {at.wall - 6s, at.steady - 6s}));
        m_wall->model().show(m_snapshots.of(state, at, support::sampleTrends(variant)));
        m_wall->window().show();
        QCoreApplication::processEvents();
    }
    void check(const core::Settings& settings, QSize size);
};

void TestScene::law_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("variant");
    for (const char* language : {"en", "fa", "ru", "de"})
        for (const QSize size :
             {QSize{1280, 720}, QSize{1920, 1080}, QSize{3840, 2160}, QSize{1080, 1920}, QSize{1280, 1024}})
            for (const char* variant : {"busy",
                                        "down",
                                        "notice",
                                        "few",
                                        "remembered",
                                        "ended",
                                        "empty",
                                        "elsewhere",
                                        "voices",
                                        "voices-calm",
                                        "voices-learning",
                                        "voices-few",
                                        "voices-notice",
                                        "response-busy",
                                        "response-few",
                                        "response-down",
                                        "response-notice",
                                        "moments",
                                        "moments-long",
                                        "moments-notice",
                                        "moments-down",
                                        "visit",
                                        "visit-calm",
                                        "visit-few",
                                        "visit-long",
                                        "visit-notice",
                                        "visit-down",
                                        "closed",
                                        "closed-few",
                                        "closed-long",
                                        "closed-notice",
                                        "closed-down",
                                        "alarm-busy",
                                        "alarm-notice",
                                        "identify-busy",
                                        "identify-empty",
                                        "qr-busy",
                                        "qr-notice"})
                QTest::addRow("%s %dx%d %s", language, size.width(), size.height(), variant)
                    << language << size << variant;
}

void TestScene::law()
{
    QFETCH(QString, language);
    QFETCH(QSize, size);
    QFETCH(QString, variant);
    const core::Settings settings = support::sampleSettings(language.toStdString());
    open(settings, size, variant.toLatin1());
    check(settings, size);
}

void TestScene::linkReasons_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("variant");
    for (const char* language : {"en", "fa", "ru", "de"})
        for (const QSize size :
             {QSize{1280, 720}, QSize{1920, 1080}, QSize{3840, 2160}, QSize{1080, 1920}, QSize{1280, 1024}})
            for (const char* variant : {"down", "empty"})
                QTest::addRow("%s %dx%d %s", language, size.width(), size.height(), variant)
                    << language << size << variant;
}

void TestScene::linkReasons()
{
    QFETCH(QString, language);
    QFETCH(QSize, size);
    QFETCH(QString, variant);
    const core::Settings settings = support::sampleSettings(language.toStdString());
    open(settings, size, variant.toLatin1());
    core::State state = support::sampleFloor(variant.toLatin1().constData());
    const core::Instant at = support::sampleInstant();
    for (int i = 1; i <= static_cast<int>(core::LinkReason::Other); ++i) {
        // As long as words from the system and an outage can be.
        state.link = {core::LinkPhase::Down, "the broker's name is not known: Temporary failure in name resolution", at,
                      static_cast<core::LinkReason>(i)};
        state.link.since.steady -= 23h;
        m_wall->model().show(m_snapshots.of(state, at));
        QCoreApplication::processEvents();
        const QString wrong = support::whatIsWrong(m_wall->window(), settings.display, size);
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("reason %1: %2").arg(i).arg(wrong)));
        if (i == static_cast<int>(core::LinkReason::Credentials) && qEnvironmentVariableIsSet("CAREWALL_LOOK"))
            m_wall->window().grabWindow().save(
                QStringLiteral("%1/%2.png")
                    .arg(qEnvironmentVariable("CAREWALL_LOOK"),
                         QString::fromLatin1(QTest::currentDataTag()).replace(' ', '_')));
    }
}

void TestScene::check(const core::Settings& settings, QSize size)
{
    QVERIFY2(support::drawnOn(m_wall->window()).size() >= 5, "the scene is empty");
    const QString wrong = support::whatIsWrong(m_wall->window(), settings.display, size);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void TestScene::farAndNear_data()
{
    QTest::addColumn<double>("diagonal");
    QTest::addColumn<double>("distance");
    QTest::addColumn<QString>("variant");
    for (const char* variant : {"busy", "voices", "response-busy", "alarm-busy", "identify-busy", "qr-busy",
                                "moments-long", "visit", "closed"}) {
        QTest::addRow("a desk, %s", variant) << 24.0 << 0.7 << variant;
        QTest::addRow("a small room, %s", variant) << 55.0 << 3.0 << variant;
        QTest::addRow("a hall, %s", variant) << 86.0 << 6.0 << variant;
        QTest::addRow("too far, narrow, %s", variant) << 55.0 << 5.5 << variant;
    }
}

void TestScene::farAndNear()
{
    QFETCH(double, diagonal);
    QFETCH(double, distance);
    core::Settings settings = support::sampleSettings();
    settings.display.diagonal_in = diagonal;
    settings.display.distance_m = distance;
    QFETCH(QString, variant);
    open(settings, {1920, 1080}, variant.toLatin1());
    check(settings, {1920, 1080});
}

void TestScene::goldenPicture_data()
{
    QTest::addColumn<QString>("variant");
    QTest::addRow("floor") << "busy";
    QTest::addRow("response") << "response-busy";
    QTest::addRow("voice") << "voices";
    QTest::addRow("moments") << "moments";
    QTest::addRow("visit") << "visit";
    QTest::addRow("closed") << "closed";
    QTest::addRow("alarm") << "alarm-busy";
    QTest::addRow("qr") << "qr-busy";
    QTest::addRow("identify") << "identify-busy";
}

/// The scene that names the machine names another one: the picture is the same on each.
void nameTheMachine(QQuickItem* item, const QString& name)
{
    if (item->property("text").toString().contains(QSysInfo::machineHostName())) item->setProperty("text", name);
    for (QQuickItem* child : item->childItems())
        nameTheMachine(child, name);
}

void TestScene::goldenPicture()
{
    QFETCH(QString, variant);
    open(support::sampleSettings(), {1920, 1080}, variant.toLatin1());
    if (variant.startsWith("identify")) nameTheMachine(m_wall->window().contentItem(), "wall-3, 192.0.2.17");
    const QString differs = support::whatDiffers(m_wall->window().grabWindow(), QTest::currentDataTag());
    QVERIFY2(differs.isEmpty(), qPrintable(differs));
}

void TestScene::probeIsExact()
{
    open(support::sampleSettings(), {1280, 720}, "busy", true);
    core::Snapshot shown = m_snapshots.now();
    shown.received = 0x0A0B0C;
    m_wall->model().show(shown);
    const QImage seen = m_wall->window().grabWindow();
    for (const QPoint corner : {QPoint{0, 0}, QPoint{31, 0}, QPoint{0, 31}, QPoint{31, 31}}) {
        QCOMPARE(seen.pixelColor(corner).rgb() & 0xFFFFFF, 0x123456U);
        QCOMPARE(seen.pixelColor(corner + QPoint{32, 0}).rgb() & 0xFFFFFF, 0x0A0B0CU);
    }
    QVERIFY((seen.pixelColor(64, 0).rgb() & 0xFFFFFF) != 0x0A0B0CU);
    open(support::sampleSettings(), {1280, 720}, "busy");
    QVERIFY((m_wall->window().grabWindow().pixelColor(0, 0).rgb() & 0xFFFFFF) != 0x123456U);
}

void TestScene::quietSecondDrawsLittle()
{
    open(support::sampleSettings(), {1280, 720}, "busy");
    QTest::qWait(300);  // the first frames
    const QSignalSpy frames{&m_wall->window(), &QQuickWindow::frameSwapped};
    for (int i = 0; i < 10; ++i) {
        m_wall->model().show(m_snapshots.of(support::sampleFloor(), support::sampleInstant()));
        QTest::qWait(20);
    }
    QCOMPARE(frames.count(), 0);
    core::Instant later = support::sampleInstant();
    later.wall += std::chrono::seconds{1};
    m_wall->model().show(m_snapshots.of(support::sampleFloor(), later));
    QTRY_COMPARE(frames.count(), 1);
}

void TestScene::nothingIsFetched()
{
    ui::NetworkDenied denied;
    const std::unique_ptr<QNetworkAccessManager> manager{denied.create(nullptr)};
    QNetworkReply* reply = manager->get(QNetworkRequest{QUrl{"http://127.0.0.1:9/"}});
    QSignalSpy finished{reply, &QNetworkReply::finished};
    QVERIFY(finished.wait(1000));
    QCOMPARE(reply->error(), QNetworkReply::ContentAccessDenied);
}

int main(int argc, char** argv)
{
    ui::prepareRendering();
    QGuiApplication app{argc, argv};
    TestScene test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_scene.moc"
