// For looking at the wall: carewall_shot OUT.png [--size 1920x1080] [--language fa] [--floor calm|...] ...
#include "support/snapshots.h"
#include "ui/sample_floor.h"

#include "core/settings.h"
#include "ui/wall.h"
#include "ui/wall_model.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QImage>
#include <QQuickWindow>
#include <QTextStream>

using namespace carewall;

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("TZ", "UTC");
    ui::prepareRendering();
    const QGuiApplication app{argc, argv};
    QCommandLineParser parser;
    parser.addPositionalArgument("file", "PNG to write");
    parser.addOptions(
        {{"size", "WxH", "size", "1920x1080"},
         {"language", "en, de, fa, ru", "language", "en"},
         {"variant", "busy, empty, down, replay, notice, few, remembered, voices, voices-calm, ...", "variant", "busy"},
         {"page", "which page", "page", "0"},
         {"theme", "dark, light, contrast", "theme", "dark"},
         {"brand", "#rrggbb", "colour"},
         {"logo", "SVG file", "file"},
         {"scene", "floor, response, voice, moments, visit, closed, alarm, identify, qr", "scene", "floor"},
         {"diagonal", "inches", "inches", "65"},
         {"distance", "metres", "metres", "5"}});
    parser.process(app);
    const QStringList size = parser.value("size").split('x');
    core::Settings settings = support::sampleSettings(parser.value("language").toStdString());
    settings.display.diagonal_in = parser.value("diagonal").toDouble();
    settings.display.distance_m = parser.value("distance").toDouble();
    const QString theme = parser.value("theme");
    settings.display.theme = theme == "light"      ? core::Theme::Light
                             : theme == "contrast" ? core::Theme::Contrast
                                                   : core::Theme::Dark;
    settings.brand = {parser.value("brand").toStdString(), parser.value("logo").toStdString()};
    core::State state = support::sampleFloor(parser.value("variant").toStdString());
    support::putOnStage(core::sceneNamed(parser.value("scene").toStdString()).value_or(core::Scene::Floor), state,
                        settings);
    const core::TrendsNow trends = support::sampleTrends(parser.value("variant").toStdString());

    auto wall = ui::Wall::make(settings, {{size.value(0).toInt(), size.value(1).toInt()}, false, "0.1.0"});
    if (!wall) {
        QTextStream{stderr} << QString::fromStdString(wall.error()) << '\n';
        return 1;
    }
    support::Snapshots snapshots{settings};
    core::Instant at = support::sampleInstant();
    const core::Seconds before{6};  // for an alarm to stand
    (*wall)->model().show(snapshots.of(state, {at.wall - before, at.steady - before}, trends));
    (*wall)->model().show(snapshots.of(state, at, trends));
    (*wall)->window().show();
    QCoreApplication::processEvents();
    for (int page = 0; page < parser.value("page").toInt(); ++page) {
        at.steady += settings.display.page_dwell;
        (*wall)->model().show(snapshots.of(state, at, trends));
    }
    QCoreApplication::processEvents();
    const QImage picture = (*wall)->window().grabWindow();
    return picture.save(parser.positionalArguments().value(0)) ? 0 : 1;
}
