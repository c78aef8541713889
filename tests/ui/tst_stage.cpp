// Goal: what decides what is on the wall is seen on the wall: commands and keys, a language while it runs, what takes
// the screen, nights, a picture that wanders and keeps its law; and a wall on which nothing happens rests. Method: a
// wall of a sample floor is shown at simulated instants; the window is asked for pictures, frames and keys.
#include "support/snapshots.h"
#include "ui/sample_floor.h"

#include "core/settings.h"
#include "core/stage/scheme.h"
#include "core/stage/stage.h"
#include "ui/alarm/alarm_model.h"
#include "ui/keys.h"
#include "ui/painted/digits.h"
#include "ui/wall.h"
#include "ui/wall_model.h"

#include <QGuiApplication>
#include <QImage>
#include <QProcess>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <functional>
#include <set>

using namespace carewall;
using namespace std::chrono_literals;
using Kind = core::BoardCommand::Kind;

class TestStage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keysAskWhatCommandsAsk();
    void keysGoTheWayOfCommands();
    void languageChangesWhileItRuns();
    void themeChangesWhileItRuns();
    void anAlarmIsTheScreen();
    void onlyTheSignBlinks();
    void recoveryIsToldAndIsNoAlarm();
    void theBestDayAndWhatIsMissingAreTold();
    void theQrCodeIsRead();
    void nightIsDark();
    void theWanderingPictureStaysWhole();
    void aQuietMinuteIsDrawnOnceASecond();

private:
    std::unique_ptr<ui::Wall> m_wall;
    core::Settings m_settings;
    core::State m_state;
    core::Instant m_at;
    support::Snapshots m_snapshots;

    void open(QSize size = {1280, 720})
    {
        m_wall.reset();
        auto made = ui::Wall::make(m_settings, {size, false, "0"});
        if (!made) qFatal("%s", made.error().c_str());
        m_wall = std::move(*made);
        m_snapshots = support::Snapshots{m_settings};
        m_wall->onCommand([this]() -> const core::Snapshot& { return m_snapshots.now(); },
                          [this](core::BoardCommand command) { ask(std::move(command)); });
        show();
        m_wall->window().show();
        QCoreApplication::processEvents();
    }
    void show(core::Milliseconds later = 0ms)
    {
        m_at.wall += later;
        m_at.steady += later;
        m_state.now = m_at;
        m_wall->model().show(m_snapshots.of(m_state, m_at));
        QCoreApplication::processEvents();
    }
    void ask(core::BoardCommand command)
    {
        m_state = core::reduce(std::move(m_state), {m_at, core::CommandGiven{std::move(command)}});
    }
    QString scene() const { return QString::fromUtf8(core::name(m_wall->model().sceneShown()).data()); }
    core::QueueNow& queue(const char* id) { return m_state.queues.at(id).sources.at("desk").now->report; }
    QQuickItem* find(const char* name) const
    {
        const std::function<QQuickItem*(QQuickItem*)> look = [&](QQuickItem* item) -> QQuickItem* {
            if (item->objectName() == QLatin1String{name}) return item;
            for (QQuickItem* child : item->childItems())
                if (QQuickItem* found = look(child)) return found;
            return nullptr;
        };
        return look(m_wall->window().contentItem());
    }
    /// All words and figures that are seen.
    QStringList seen() const
    {
        QStringList texts;
        const std::function<void(QQuickItem*)> look = [&](QQuickItem* item) {
            if (!item->isVisible()) return;
            const QString text = item->property("text").toString();
            if ((item->inherits("QQuickText") || qobject_cast<ui::Digits*>(item)) && !text.isEmpty()) texts << text;
            for (QQuickItem* child : item->childItems())
                look(child);
        };
        look(m_wall->window().contentItem());
        return texts;
    }
};

void TestStage::init()
{
    m_settings = support::sampleSettings();
    m_settings.scenes.show = {core::Scene::Floor, core::Scene::Response, core::Scene::Voice};
    m_state = support::sampleFloor("voices");
    m_at = support::sampleInstant();
}

void TestStage::keysAskWhatCommandsAsk()
{
    core::Stage stage;
    stage.language = "ru";
    core::FloorFigures floor;
    const auto asked = [&](int key) { return ui::commandOf(key, m_settings, stage, floor); };
    QCOMPARE(asked(Qt::Key_Right)->kind, Kind::Next);
    QCOMPARE(asked(Qt::Key_Left)->kind, Kind::Previous);
    QVERIFY(asked(Qt::Key_Space)->hold);
    stage.held = true;
    QVERIFY(!asked(Qt::Key_Space)->hold);
    QCOMPARE(asked(Qt::Key_2)->scene, std::optional{core::Scene::Response});
    QVERIFY(!asked(Qt::Key_4) && !asked(Qt::Key_0) && !asked(Qt::Key_X));
    QCOMPARE(asked(Qt::Key_L)->language, "de");
    for (const core::Theme next : {core::Theme::Light, core::Theme::Contrast, core::Theme::Hours, core::Theme::Dark}) {
        QCOMPARE(asked(Qt::Key_T)->kind, Kind::Theme);
        stage.theme = asked(Qt::Key_T)->theme;
        QCOMPARE(stage.theme, next);
    }
    QCOMPARE(asked(Qt::Key_Escape)->kind, Kind::Scene);
    QVERIFY(!asked(Qt::Key_Escape)->scene);
    QCOMPARE(asked(Qt::Key_I)->kind, Kind::Identify);
    double dim = 0;
    for (const double next : {0.4, 0.7, 0.0}) {
        stage.screen_care.dim = dim;
        dim = asked(Qt::Key_D)->dim;
        QCOMPARE(dim, next);
    }
    QCOMPARE(asked(Qt::Key_Q)->issue, "");
    floor.voice.issues.push_back({"bill", "Billed twice", {}, {}, {}, {}, {}});
    QCOMPARE(asked(Qt::Key_Q)->issue, "bill");
    floor.voice.trends.emplace_back();
    floor.voice.trends[0].trend.issue = "router";
    QCOMPARE(asked(Qt::Key_Q)->issue, "router");
    stage.scene = core::Scene::Qr;
    QCOMPARE(asked(Qt::Key_Q)->issue, "");
}

void TestStage::keysGoTheWayOfCommands()
{
    open();
    QCOMPARE(scene(), "floor");
    QTest::keyClick(&m_wall->window(), Qt::Key_Right);
    show(1s);
    QCOMPARE(scene(), "response");
    QTest::keyClick(&m_wall->window(), Qt::Key_3);
    QTest::keyClick(&m_wall->window(), Qt::Key_Space);
    show(1s);
    show(1h);
    QCOMPARE(scene(), "voice");
    QCOMPARE(m_wall->model().frame()->header().trouble, "held");
    QTest::keyClick(&m_wall->window(), Qt::Key_Escape);
    show(1s);
    QCOMPARE(scene(), "response");
    QCOMPARE(m_wall->model().frame()->header().trouble, "");
    QTest::keyClick(&m_wall->window(), Qt::Key_I);
    show(1s);
    QCOMPARE(scene(), "identify");
    QVERIFY(seen().contains("wall"));
    QVERIFY2(seen().join('|').contains("1280 \u00D7 720, 65 in, read from 5 m"), qPrintable(seen().join('|')));
    QTest::keyClick(&m_wall->window(), Qt::Key_Right, Qt::ControlModifier);
    show(1s);
    QCOMPARE(scene(), "identify");
    QTest::keyClick(&m_wall->window(), Qt::Key_F);
    QCOMPARE(m_wall->window().visibility(), QWindow::FullScreen);
}

void TestStage::languageChangesWhileItRuns()
{
    open();
    const QString latin = seen().join('|');
    QVERIFY2(latin.contains("longest wait"), qPrintable(latin));
    const auto textAt = [this](const char* name) { return find(name)->mapToScene({}).x(); };
    const double left = textAt("floor");
    core::BoardCommand fa;
    fa.kind = Kind::Language;
    for (const char* language : {"fa", "ru", "de", "en"}) {
        fa.language = language;
        ask(fa);
        show(1s);
        QCOMPARE(m_wall->model().mirrored(), fa.language == "fa");
        const QStringList now = seen();
        // The same as a wall that never spoke another.
        m_settings.display.language = language;
        const core::Instant at = m_at;
        auto fresh = std::move(m_wall);
        open();
        QCOMPARE(seen(), now);
        QCOMPARE(textAt("floor") > 640, fa.language == "fa");
        m_wall = std::move(fresh);
        m_at = at;
    }
    QVERIFY(left < 640);
}

void TestStage::themeChangesWhileItRuns()
{
    m_settings.display.theme = core::Theme::Contrast;
    open();
    const auto ground = [this] { return m_wall->window().grabWindow().pixelColor(2, 2); };
    QCOMPARE(m_wall->model().scheme(), int(core::Scheme::Contrast));
    QTest::keyClick(&m_wall->window(), Qt::Key_T);  // by the hours: at noon it is light, at midnight dark
    show(1s);
    QCOMPARE(m_wall->model().scheme(), int(core::Scheme::Light));
    QVERIFY(ground().lightnessF() > 0.8);
    show(12h);
    QCOMPARE(m_wall->model().scheme(), int(core::Scheme::Dark));
    QVERIFY(ground().lightnessF() < 0.2);
    core::BoardCommand light;
    light.kind = Kind::Theme;
    light.theme = core::Theme::Light;
    ask(light);
    show(1s);
    QCOMPARE(m_wall->model().scheme(), int(core::Scheme::Light));
    show(12h);
    QCOMPARE(m_wall->model().scheme(), int(core::Scheme::Light));
}

void TestStage::anAlarmIsTheScreen()
{
    m_settings.alarm.an_hour = 6;
    open();
    show(6s);
    QCOMPARE(scene(), "alarm");
    const QStringList texts = seen();
    QVERIFY(texts.contains("Technical support"));
    QVERIFY(texts.contains("14"));
    QVERIFY(texts.join('|').contains(QString("All 14 have waited longer than 20\u00A0s.")));
    QVERIFY(texts.join('|').contains("nobody is free"));
    // It ticks.
    const QString oldest = m_wall->model().of<ui::AlarmModel>().alarm().oldest;
    show(1s);
    QVERIFY(m_wall->model().of<ui::AlarmModel>().alarm().oldest != oldest);
    show(30s);
    QCOMPARE(scene(), "floor");
}

void TestStage::onlyTheSignBlinks()
{
    for (const bool motion : {true, false}) {
        init();
        m_settings.alarm.an_hour = 6;
        m_settings.display.motion = motion;
        open();
        show(6s);
        QCOMPARE(scene(), "alarm");
        QTest::qWait(200);
        const QSignalSpy frames{&m_wall->window(), &QQuickWindow::frameSwapped};
        const QImage before = m_wall->window().grabWindow();
        QQuickItem* sign = find("sign");
        QVERIFY(sign);
        const double lit = sign->opacity();
        if (!motion) {
            QTest::qWait(1200);
            QCOMPARE(frames.count(), 0);
            QCOMPARE(sign->opacity(), 1.0);
            continue;
        }
        QTRY_VERIFY(sign->opacity() != lit);
        QTRY_VERIFY(frames.count() > 0);
        const QImage after = m_wall->window().grabWindow();
        QRect changed;
        for (int y = 0; y < before.height(); ++y)
            for (int x = 0; x < before.width(); ++x)
                if (before.pixel(x, y) != after.pixel(x, y)) changed |= QRect{x, y, 1, 1};
        const QRectF place = sign->mapRectToScene({0, 0, sign->width(), sign->height()});
        QVERIFY(!changed.isEmpty());
        QVERIFY(place.adjusted(-1, -1, 1, 1).contains(changed));
    }
}

void TestStage::recoveryIsToldAndIsNoAlarm()
{
    open();
    show(6s);  // the alarm stands, over a budget of none
    core::QueueSource& tech = m_state.queues.at("tech").sources.at("desk");
    tech.now->report.waiting = 0;
    tech.now->report.ages.clear();
    tech.now->report.header.interval = 0ms;  // nobody reports in this test
    show(1s);
    show(3min);
    QCOMPARE(m_wall->model().frame()->notice().text.remove(QChar{0x2068}).remove(QChar{0x2069}),
             "Technical support no longer calls for action, after more than 7 s");
    QVERIFY(m_wall->model().frame()->notice().tone > static_cast<int>(core::Tone::Closed));
    show(61s);
    QCOMPARE(m_wall->model().frame()->notice().text, "");
}

void TestStage::theBestDayAndWhatIsMissingAreTold()
{
    open();
    core::BoardCommand alarm;
    alarm.kind = Kind::Scene;
    alarm.scene = core::Scene::Closed;
    ask(alarm);
    show(1s);
    QCOMPARE(scene(), "floor");
    QCOMPARE(m_wall->model().frame()->notice().text, "Nothing to show in Closed now");
    show(11s);
    QCOMPARE(m_wall->model().frame()->notice().text, "");
}

void TestStage::theQrCodeIsRead()
{
    const QString zbar = QStandardPaths::findExecutable("zbarimg");
    QVERIFY2(!zbar.isEmpty(), "zbar-tools is not there");
    m_settings.links.issue = "https://desk.example.org/issues/{issue}?from=wall";
    m_settings.display.theme = core::Theme::Dark;
    const QTemporaryDir folder;
    for (const QSize size : {QSize{1920, 1080}, QSize{1080, 1920}, QSize{1280, 720}}) {
        open(size);
        core::BoardCommand qr;
        qr.kind = Kind::Qr;
        qr.issue = "router";
        ask(qr);
        show(1s);
        QCOMPARE(scene(), "qr");
        QVERIFY(seen().contains("Router offline after update"));
        const QString picture = folder.filePath("wall.png");
        QVERIFY(m_wall->window().grabWindow().save(picture));
        QProcess read;
        read.start(zbar, {"-q", "--raw", picture});
        QVERIFY(read.waitForFinished());
        QCOMPARE(QString::fromUtf8(read.readAllStandardOutput()).trimmed(),
                 "https://desk.example.org/issues/router?from=wall");
        show(30s);
        QVERIFY(scene() != "qr");
    }
}

void TestStage::nightIsDark()
{
    open();
    const QImage day = m_wall->window().grabWindow();
    core::BoardCommand dim;
    dim.kind = Kind::Dim;
    dim.dim = 0.5;
    ask(dim);
    show();
    const QImage night = m_wall->window().grabWindow();
    int brightest_day = 0;
    int brightest_night = 0;
    for (int y = 0; y < day.height(); ++y)
        for (int x = 0; x < day.width(); ++x) {
            brightest_day = std::max(brightest_day, qGray(day.pixel(x, y)));
            brightest_night = std::max(brightest_night, qGray(night.pixel(x, y)));
        }
    QVERIFY(brightest_day > 200);
    QVERIFY(std::abs(brightest_night - brightest_day / 2) < 4);
}

void TestStage::theWanderingPictureStaysWhole()
{
    m_settings.scenes.show = {core::Scene::Floor};
    open();
    m_state.link.phase = core::LinkPhase::Up;
    const QImage first = m_wall->window().grabWindow();
    std::set<std::pair<int, int>> places;
    for (int i = 0; i < 49; ++i) {
        m_at.steady += core::wander_dwell;  // the floor's clock stands: the picture is the same but for its place
        show();
        places.insert({m_wall->model().wanderX(), m_wall->model().wanderY()});
        const QRectF screen{0, 0, 1280, 720};
        const std::function<void(QQuickItem*)> look = [&](QQuickItem* item) {
            if (!item->isVisible()) return;
            if (item->inherits("QQuickText") && !item->property("text").toString().isEmpty()) {
                const double wide = item->property("contentWidth").toDouble();
                const QPointF corner = item->mapToScene({0, 0});
                QVERIFY(screen.contains(QRectF{corner.x(), corner.y(), std::min(wide, item->width()), 1}));
            }
            for (QQuickItem* child : item->childItems())
                look(child);
        };
        look(m_wall->window().contentItem());
    }
    QCOMPARE(places.size(), 49U);
    QVERIFY(places.contains({0, 0}));
}

void TestStage::aQuietMinuteIsDrawnOnceASecond()
{
    m_settings.scenes.show = {core::Scene::Floor};
    m_state = support::sampleFloor("calm");
    for (auto& [id, queue] : m_state.queues)
        for (auto& [name, source] : queue.sources) {
            source.now->report.waiting = 0;
            source.now->report.ages.clear();
            source.now->report.header.interval = 0ms;
            source.day->report.header.interval = 0ms;
        }
    open();
    QTest::qWait(300);
    const QSignalSpy frames{&m_wall->window(), &QQuickWindow::frameSwapped};
    for (int second = 0; second < 60; ++second) {
        const auto before = frames.count();
        for (int turn = 0; turn < 3; ++turn)  // what the loop shows within a second, after quiet
            show(turn == 0 ? 1s : 0s);
        QTRY_VERIFY(frames.count() > before);
        QVERIFY2(frames.count() - before <= 1, qPrintable(QString::number(second)));
    }
    QTest::qWait(300);  // and nothing goes on by itself
    QCOMPARE(frames.count(), 60);
}

int main(int argc, char** argv)
{
    ui::prepareRendering();
    QGuiApplication app{argc, argv};
    TestStage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_stage.moc"
