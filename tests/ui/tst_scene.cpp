// Goal: whatever the size and the language, the wall is legible, whole and safe, and looks as it did.
// Method: the scene's item tree is walked at three sizes in four languages against the law of DESIGN.md section 6; one
// picture is compared with a kept one, blurred, so that only what an eye would see counts.
#include "ui/sample_floor.h"

#include "core/settings.h"
#include "ui/board.h"
#include "ui/digits.h"
#include "ui/network_denied.h"
#include "ui/wall.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImage>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPainter>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <numbers>
#include <string_view>

using namespace carewall;
using namespace std::chrono_literals;

namespace {

struct Drawn {
    QQuickItem* item;
    QRectF box;  ///< of its letters or digits, window coordinates
    bool figure = false;
};

bool isText(const QQuickItem* item)
{
    return item->inherits("QQuickText");
}

/// From the head of a capital letter to the baseline of the last line, as wide as what is drawn.
QRectF textBox(QQuickItem* text)
{
    const auto font = text->property("font").value<QFont>();
    const double cap = QFontMetricsF{font}.capHeight();
    const double wide = text->property("contentWidth").toDouble();
    const double spare = text->width() - wide;
    const int alignment = text->property("effectiveHorizontalAlignment").toInt();
    const double left = alignment == Qt::AlignRight ? spare : alignment == Qt::AlignHCenter ? spare / 2 : 0;
    const double lines = text->property("lineCount").toInt() - 1;
    const double top = text->baselineOffset() - cap;
    return text->mapRectToScene({left, top, wide, cap + lines * text->property("lineHeight").toDouble()});
}

void collect(QQuickItem* item, std::vector<Drawn>& all)
{
    if (!item->isVisible() || item->opacity() == 0) return;
    if (isText(item) && !item->property("text").toString().isEmpty()) all.push_back({item, textBox(item), false});
    if (auto* digits = qobject_cast<ui::Digits*>(item); digits && !digits->text().isEmpty()) {
        const double high = digits->drawnHeight();
        const double left = std::max(0.0, digits->width() - digits->implicitWidth());
        const QRectF box{left, digits->baselineOffset() - high, digits->implicitWidth(), high};
        all.push_back({item, item->mapRectToScene(box), true});
    }
    for (QQuickItem* child : item->childItems())
        collect(child, all);
}

QString describe(const Drawn& drawn)
{
    QString text;
    QDebug{&text}.nospace() << drawn.item->metaObject()->className() << " " << drawn.item->objectName() << " \""
                            << drawn.item->property("text").toString() << "\" at " << drawn.box;
    return text;
}

/// Pixels of the angle, from the law itself: h = 2 D tan(a / 2).
double pixels(double arcmin, const core::DisplaySettings& display, QSize size)
{
    const double per_metre = std::hypot(size.width(), size.height()) / (display.diagonal_in * 0.0254);
    return 2 * display.distance_m * std::tan(arcmin / 60 * std::numbers::pi / 360) * per_metre;
}

}  // namespace

class TestScene : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void law_data();
    void law();
    void farAndNear_data();
    void farAndNear();
    void goldenPicture();
    void probeIsExact();
    void quietSecondDrawsLittle();
    void nothingIsFetched();

private:
    std::unique_ptr<ui::Wall> m_wall;

    void open(core::Settings settings, QSize size, const char* variant, bool probe = false)
    {
        std::string_view scene = QByteArray{variant}.startsWith("voices") ? "voice" : "floor";
        for (const std::string_view of : {"response-", "alarm-", "identify-", "qr-"}) {
            if (!std::string_view{variant}.starts_with(of)) continue;
            scene = of.substr(0, of.size() - 1);
            variant += of.size();
        }
        core::State state = support::sampleFloor(variant);
        support::putOnStage(scene, state, settings);
        m_wall.reset();
        auto made = ui::Wall::make(settings, {size, probe, "0"});
        if (!made) qFatal("%s", made.error().c_str());
        m_wall = std::move(*made);
        const core::Instant at = support::sampleInstant();
        if (scene == "alarm") m_wall->board().show(state, {at.wall - 6s, at.steady - 6s});
        m_wall->board().show(state, at, support::sampleTrends(variant));
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
            for (const char* variant : {"busy",          "down",
                                        "notice",        "few",
                                        "remembered",    "ended",
                                        "empty",         "voices",
                                        "voices-calm",   "voices-learning",
                                        "voices-few",    "voices-notice",
                                        "response-busy", "response-few",
                                        "response-down", "response-notice",
                                        "alarm-busy",    "alarm-notice",
                                        "identify-busy", "identify-empty",
                                        "qr-busy",       "qr-notice"})
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

void TestScene::check(const core::Settings& settings, QSize size)
{
    std::vector<Drawn> all;
    collect(m_wall->window().contentItem(), all);
    QVERIFY2(all.size() >= 5, "the scene is empty");
    const double least_word = pixels(16, settings.display, size);
    const double least_figure = pixels(20, settings.display, size);
    const QRectF screen = QRectF{QPointF{}, size}.adjusted(-0.5, -0.5, 0.5, 0.5);
    // What customers and feeds write may be cut with an ellipsis; what the wall says itself may not.
    const QStringList may_be_cut{"label", "floor", "words"};
    const bool narrow = size.width() < size.height() || least_word > size.width() / 56.0;
    for (const Drawn& drawn : all) {
        const QByteArray what = describe(drawn).toUtf8();
        const double high = drawn.figure ? drawn.item->property("drawnHeight").toDouble()
                                         : QFontMetricsF{drawn.item->property("font").value<QFont>()}.capHeight();
        QVERIFY2(high >= (drawn.figure ? least_figure : least_word) - 0.5, what);
        QVERIFY2(screen.contains(drawn.box), what);
        if (drawn.figure) {
            QVERIFY2(drawn.item->width() >= drawn.item->implicitWidth() - 0.5, what);
            continue;
        }
        QCOMPARE(drawn.item->property("textFormat").toInt(), int{Qt::PlainText});
        QVERIFY2(!drawn.item->property("truncated").toBool() || narrow || may_be_cut.contains(drawn.item->objectName()),
                 what);
        QVERIFY2(drawn.item->property("contentWidth").toDouble() <= drawn.item->width() + 1, what);
    }
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = i + 1; j < all.size(); ++j)
            QVERIFY2(!all[i].box.intersects(all[j].box), qPrintable(describe(all[i]) + " meets " + describe(all[j])));
}

void TestScene::farAndNear_data()
{
    QTest::addColumn<double>("diagonal");
    QTest::addColumn<double>("distance");
    QTest::addColumn<QString>("variant");
    for (const char* variant : {"busy", "voices", "response-busy", "alarm-busy", "identify-busy", "qr-busy"}) {
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

void TestScene::goldenPicture()
{
    const QString golden = CAREWALL_SOURCE_DIR "/tests/ui/golden/floor.png";
    const QString out = CAREWALL_BINARY_DIR "/tests/ui/";
    open(support::sampleSettings(), {1920, 1080}, "busy");
    const QImage seen = m_wall->window().grabWindow().convertToFormat(QImage::Format_RGB32);
    QVERIFY(seen.save(out + "floor_seen.png"));
    const QImage kept = QImage{golden}.convertToFormat(QImage::Format_RGB32);
    QVERIFY2(kept.size() == seen.size(), qPrintable("no picture to compare with; seen: " + out + "floor_seen.png"));

    // Averaged over 4x4 pixels, so that a hair's breadth of antialiasing is no difference and a moved digit is.
    const QSize coarse = seen.size() / 4;
    const auto blurred = [&](const QImage& image) {
        return image.scaled(coarse, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .convertToFormat(QImage::Format_RGB32);
    };
    const QImage a = blurred(kept);
    const QImage b = blurred(seen);
    constexpr int visible = 28;  // of 255 in any channel
    QImage difference = seen;
    QPainter painter{&difference};
    painter.fillRect(difference.rect(), QColor{255, 255, 255, 150});
    int differing = 0;
    for (int y = 0; y < coarse.height(); ++y)
        for (int x = 0; x < coarse.width(); ++x) {
            const QColor p = a.pixelColor(x, y);
            const QColor q = b.pixelColor(x, y);
            const int most =
                std::max({std::abs(p.red() - q.red()), std::abs(p.green() - q.green()), std::abs(p.blue() - q.blue())});
            if (most <= visible) continue;
            ++differing;
            painter.fillRect(x * 4, y * 4, 4, 4, QColor{213, 0, 90});
        }
    painter.end();
    const double share = 1.0 * differing / (coarse.width() * coarse.height());
    if (share > 0.0005) {
        difference.save(out + "floor_difference.png");
        QFAIL(
            qPrintable(QStringLiteral("%1 % of the picture differs; see %2floor_difference.png, and if it is meant so, "
                                      "keep %2floor_seen.png as %3")
                           .arg(100 * share, 0, 'f', 2)
                           .arg(out, golden)));
    }
}

void TestScene::probeIsExact()
{
    open(support::sampleSettings(), {1280, 720}, "busy", true);
    m_wall->board().setReceived(0x0A0B0C);
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
        m_wall->board().show(support::sampleFloor(), support::sampleInstant());
        QTest::qWait(20);
    }
    QCOMPARE(frames.count(), 0);
    core::Instant later = support::sampleInstant();
    later.wall += std::chrono::seconds{1};
    m_wall->board().show(support::sampleFloor(), later);
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
