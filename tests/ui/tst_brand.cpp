// Goal: a house's logo is a drawing and nothing else, and is seen on any ground; a screen is believed only where it can
// be right.
// Method: SVGs with one thing too much each; logos drawn on light and dark; sizes that screens are known to say.
#include "core/settings.h"
#include "ui/brand.h"
#include "ui/painted/logo.h"
#include "ui/screen.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace carewall;

namespace {

QString svg(const char* inside, const char* box = "0 0 40 10")
{
    return QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
                          "viewBox=\"%1\">\n%2</svg>")
        .arg(QString::fromLatin1(box), QString::fromLatin1(inside));
}

QImage drawn(ui::Logo& logo)
{
    QImage image{logo.size().toSize(), QImage::Format_ARGB32};
    image.fill(logo.ground());
    QPainter painter{&image};
    logo.paint(&painter);
    return image;
}

}  // namespace

class TestBrand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawingsAreTaken_data()
    {
        QTest::addColumn<QString>("logo");
        QTest::newRow("a box") << svg("<rect width='40' height='10' fill='#0057b8'/>");
        QTest::newRow("a gradient of its own")
            << svg("<defs><linearGradient id='g'><stop stop-color='red'/></linearGradient></defs>"
                   "<rect width='40' height='10' fill='url(#g)'/>");
        QTest::newRow("a part used twice")
            << svg("<defs><circle id='c' r='4'/></defs><use xlink:href='#c'/><use xlink:href='#c' x='9'/>");
        QTest::newRow("a document type") << "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
                                            "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">" +
                                                svg("<path d='M0 0h40v10z'/>");
        QTest::newRow("words about its making") << svg("<metadata>see http://example.com</metadata><rect width='9' "
                                                       "height='9'/>");
    }
    void drawingsAreTaken()
    {
        QFETCH(QString, logo);
        QCOMPARE(ui::troubleOfLogo(logo), QString());
    }

    void moreThanDrawingsAreRefused_data()
    {
        QTest::addColumn<QString>("logo");
        QTest::addColumn<QString>("trouble");
        const auto row = [](const char* name, const QString& logo, const char* trouble) {
            QTest::newRow(name) << logo << QString::fromLatin1(trouble);
        };
        row("a script", svg("<script>alert(1)</script>"), "has <script>, line 2");
        row("a handler", svg("<rect onload='x()'/>"), "has a script in onload, line 2");
        row("a picture from elsewhere", svg("<image xlink:href='http://example.com/a.png'/>"), "has <image>, line 2");
        row("a part of another file", svg("<use xlink:href='/etc/passwd#x'/>"),
            "refers to something outside in href, line 2");
        row("a paint from elsewhere", svg("<rect fill='url(http://example.com/p.svg#x)'/>"),
            "refers to something outside in fill, line 2");
        row("a style from elsewhere", svg("<style>@import url(http://example.com/a.css);</style>"),
            "refers to something outside, line 2");
        row("a page in a page", svg("<foreignObject/>"), "has <foreignObject>, line 2");
        row("entities", "<!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg("<text>&a;</text>"), "declares entities, line 1");
        row("another language", "<html/>", "begins with no <svg>, line 1");
        row("a ladder of uses", svg(QByteArray("<use xlink:href='#a'/>").repeated(25).constData()),
            "has more parts than a logo, line 2");
        row("a deep one", svg((QByteArray("<g>").repeated(60) + QByteArray("</g>").repeated(60)).constData()),
            "has more parts than a logo, line 2");
        row("a flat one", svg("<rect width='9' height='9'/>", "0 0 400 10"), "is 40 times as wide as high");
        row("one without a size", svg("", "0 0 0 0"), "cannot be drawn, or says no size");
        QTest::newRow("no XML") << "<svg><rect></svg>" << QString();
        QTest::newRow("nothing") << "" << QString();
    }
    void moreThanDrawingsAreRefused()
    {
        QFETCH(QString, logo);
        QFETCH(QString, trouble);
        const QString told = ui::troubleOfLogo(logo);
        QVERIFY(!told.isEmpty());
        if (!trouble.isEmpty()) QCOMPARE(told, trouble);
    }

    void refusalsSayWhereAndWhatIsRight()
    {
        const QTemporaryDir folder;
        QFile file{folder.filePath("logo.svg")};
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(svg("<script/>").toUtf8());
        file.close();
        core::BrandSettings settings;
        settings.logo = folder.filePath("logo.svg").toStdString();
        const auto brand = ui::brandOf(settings);
        QVERIFY(!brand);
        QCOMPARE(QString::fromStdString(brand.error()),
                 "brand.logo " + folder.filePath("logo.svg") +
                     " has <script>, line 2; it must be an SVG (UTF-8) that is a drawing by itself: no scripts, "
                     "pictures, entities or references to other files, 1/4 to 12 times as wide as high");
    }

    void settingsBecomeFacts()
    {
        const auto none = ui::brandOf({});
        QVERIFY(none && none->logo.isEmpty() && none->colour.alpha() == 0);
        const auto brand = ui::brandOf({"#0057B8", {}});
        QVERIFY(brand);
        QCOMPARE(brand->colour, QColor(0, 0x57, 0xB8));
    }

    void logoStandsOutFromAnyGround()
    {
        ui::Logo logo;
        logo.setSize({200, 50});
        logo.setSvg(svg("<rect width='40' height='10' fill='#101820'/>"));
        logo.setGround(Qt::white);
        QVERIFY(!logo.plated());
        QCOMPARE(logo.aspect(), 4.0);
        QCOMPARE(drawn(logo).pixelColor(100, 25), QColor(0x10, 0x18, 0x20));
        const QSignalSpy changed{&logo, &ui::Logo::svgChanged};
        logo.setGround(QColor{"#0b0b0a"});
        QVERIFY(logo.plated());
        QVERIFY(changed.count() > 0);  // it became another width
        const QImage plated = drawn(logo);
        QCOMPARE(plated.pixelColor(100, 25), QColor(0x10, 0x18, 0x20));
        QCOMPARE(plated.pixelColor(100, 3), QColor(Qt::white));
    }
    void logoKeepsItsShape()
    {
        ui::Logo logo;
        logo.setSize({100, 100});
        logo.setGround(Qt::black);
        logo.setSvg(svg("<rect width='40' height='10' fill='white'/>"));
        const QImage image = drawn(logo);
        QCOMPARE(image.pixelColor(50, 50), QColor(Qt::white));
        QCOMPARE(image.pixelColor(50, 30), QColor(Qt::black));
        QCOMPARE(image.pixelColor(2, 50), QColor(Qt::white));
        logo.setSvg({});
        QCOMPARE(logo.aspect(), 0.0);
    }

    void screensAreBelievedWhereTheyCanBeRight_data()
    {
        QTest::addColumn<QSizeF>("millimetres");
        QTest::addColumn<QSize>("pixels");
        QTest::addColumn<double>("inches");
        QTest::newRow("a 55 inch set") << QSizeF{1210, 680} << QSize{1920, 1080} << 54.6;
        QTest::newRow("on its side") << QSizeF{680, 1210} << QSize{1080, 1920} << 54.6;
        QTest::newRow("a 5:4 monitor") << QSizeF{376, 301} << QSize{1280, 1024} << 19.0;
        QTest::newRow("nothing") << QSizeF{0, 0} << QSize{1920, 1080} << -1.0;
        QTest::newRow("its shape alone") << QSizeF{160, 90} << QSize{1920, 1080} << -1.0;
        QTest::newRow("its shape in dm") << QSizeF{1600, 900} << QSize{3840, 2160} << -1.0;
        QTest::newRow("another shape") << QSizeF{1210, 680} << QSize{1280, 1024} << -1.0;
        QTest::newRow("a stamp") << QSizeF{32, 18} << QSize{1920, 1080} << -1.0;
        QTest::newRow("a house") << QSizeF{16000, 9100} << QSize{1920, 1080} << -1.0;
    }
    void screensAreBelievedWhereTheyCanBeRight()
    {
        QFETCH(QSizeF, millimetres);
        QFETCH(QSize, pixels);
        QFETCH(double, inches);
        const auto said = ui::plausibleDiagonal(millimetres, pixels);
        QCOMPARE(said.has_value(), inches > 0);
        if (said) QVERIFY(std::abs(*said - inches) < 0.1);
        QVERIFY(!ui::screenDiagonal());  // a test has no screen
    }
};

QTEST_MAIN(TestBrand)
#include "tst_brand.moc"
