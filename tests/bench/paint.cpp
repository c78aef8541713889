// What drawing costs on the software renderer, 1920x1080: a scene drawn whole, a second that passes, a row that changes
// rank, a chart.
//   carewall-bench-paint [ROUNDS]
#include "support/snapshots.h"
#include "ui/sample_floor.h"

#include "core/settings.h"
#include "ui/painted/curve.h"
#include "ui/painted/plot.h"
#include "ui/wall.h"
#include "ui/wall_model.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QQuickWindow>
#include <QTimer>

#include <cmath>
#include <cstdio>
#include <ctime>

using namespace carewall;
using namespace std::chrono_literals;

namespace {

double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

/// A wall in a window, with one scene of the busy floor.
struct Stage {
    core::State state;
    core::Instant at = support::sampleInstant();
    support::Snapshots snapshots;
    std::unique_ptr<ui::Wall> wall;
    int frames = 0;

    Stage(const char* scene, const char* variant) : state{support::sampleFloor(variant)}
    {
        core::Settings settings = support::sampleSettings();
        settings.scenes.show = {*core::sceneNamed(scene)};
        snapshots = support::Snapshots{settings};
        wall = std::move(*ui::Wall::make(settings, {QSize{1920, 1080}, false, "0"}));
        show();
        wall->window().show();
        QObject::connect(&wall->window(), &QQuickWindow::frameSwapped, &wall->window(), [this] { ++frames; });
        wait(300);
    }
    void show() { wall->model().show(snapshots.of(state, at, support::sampleTrends("voices"))); }
    static void wait(int ms)
    {
        QEventLoop loop;
        QTimer::singleShot(ms, &loop, &QEventLoop::quit);
        loop.exec();
    }
    /// Processor time from a change to its frame.
    template <typename Change>
    double frame(Change change)
    {
        const int before = frames;
        const double from = cpuMs();
        change();
        while (frames == before)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return cpuMs() - from;
    }
};

void scenes(int rounds)
{
    for (const auto& [scene, variant] :
         {std::pair{"floor", "busy"}, std::pair{"response", "busy"}, std::pair{"voice", "voices"}}) {
        Stage stage{scene, variant};
        double whole = 0;
        double second = 0;
        for (int i = 0; i < rounds; ++i) {
            const core::Theme theme = i % 2 == 0 ? core::Theme::Light : core::Theme::Dark;
            stage.state.requests.theme = {theme, ++stage.state.requests.number};
            whole += stage.frame([&] { stage.show(); });
            second += stage.frame([&] {
                stage.at.wall += 1s;
                stage.show();
            });
        }
        std::printf("%s: drawn whole in another scheme %.1f ms, a second that passes %.1f ms\n", scene, whole / rounds,
                    second / rounds);
    }
}

void motion(int rounds)
{
    Stage stage{"floor", "busy"};
    const auto waiting = [&](const char* queue, std::uint64_t many, core::Milliseconds each) {
        core::QueueNow& now = stage.state.queues.at(queue).sources.at("desk").now->report;
        now.waiting = many;
        now.ages.assign(many, each);
    };
    stage.frames = 0;
    const double from = cpuMs();
    for (int i = 0; i < rounds; ++i) {
        waiting("tech", i % 2 == 0 ? 0 : 40, 9min);
        waiting("billing", i % 2 == 0 ? 40 : 0, 9min);
        stage.show();
        Stage::wait(500);
    }
    std::printf("a change of rank: %.1f frames, %.1f ms of processor time\n", 1.0 * stage.frames / rounds,
                (cpuMs() - from) / rounds);
    stage.frames = 0;
    const double rest = cpuMs();
    Stage::wait(2000);
    std::printf("2 s of rest after it: %d frames, %.1f ms of processor time\n", stage.frames, cpuMs() - rest);
}

template <typename Item>
void chart(const char* name, Item& item, int rounds)
{
    QImage image{item.size().toSize(), QImage::Format_ARGB32_Premultiplied};
    const double from = cpuMs();
    for (int i = 0; i < 20 * rounds; ++i) {
        image.fill(Qt::transparent);
        QPainter painter{&image};
        item.paint(&painter);
    }
    std::printf("%s, %dx%d: %.2f ms\n", name, image.width(), image.height(), (cpuMs() - from) / (20 * rounds));
}

void charts(int rounds)
{
    ui::Curve curve;
    curve.setSize({880, 300});
    QList<qreal> values;
    QList<qreal> low;
    QList<qreal> high;
    for (int i = 0; i < 96; ++i) {
        values << 20 + 15 * std::sin(i * 0.3);
        low << 8;
        high << 24;
    }
    curve.setProperty("values", QVariant::fromValue(values));
    curve.setProperty("low", QVariant::fromValue(low));
    curve.setProperty("high", QVariant::fromValue(high));
    curve.setProperty("stroke", 8);
    chart("a curve of 96 values in its band", curve, rounds);

    ui::Plot plot;
    plot.setSize({460, 220});
    ui::Chart boxes;
    for (int i = 0; i < 48; ++i)
        boxes.boxes << ui::Chart::Box{i / 48.0, 0.2, 0.7 / 48, 0.4, ui::Chart::Quiet};
    plot.setChart(boxes);
    chart("a strip of 48 boxes", plot, rounds);
}

}  // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    ui::prepareRendering();
    const QGuiApplication app{argc, argv};
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 20;
    scenes(rounds);
    motion(rounds);
    charts(rounds);
    return 0;
}
