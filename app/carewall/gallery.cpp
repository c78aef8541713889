#include "carewall/gallery.h"

#include "board/board.h"
#include "board/inbox.h"
#include "board/recording.h"
#include "board/replay.h"
#include "core/calendar.h"
#include "core/figures/figures_cache.h"
#include "core/languages.h"
#include "core/scenes.h"
#include "core/stage/snapshot.h"
#include "core/system_clock.h"
#include "store/store.h"
#include "ui/wall.h"
#include "ui/wall_model.h"

#include <QCoreApplication>
#include <QDir>
#include <QImage>
#include <QQuickWindow>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QTextStream>

#include <optional>
#include <string_view>
#include <utility>

namespace carewall {

namespace {

/// Plays a recording to its end. Nobody is called away from a gallery: alarms stand, and take no screen.
core::Result<core::Snapshot, std::string> playAll(const std::string& recording, core::Settings settings,
                                                  store::Store* store)
{
    auto player = board::Player::open(recording);
    if (!player) return core::failure(player.error());
    settings.alarm.an_hour = 0;
    const SystemClock real;
    board::ReplayClock clock{real, player->nextAt().value_or(core::Instant{}), 0};
    board::Inbox inbox;
    board::Board board{inbox, {settings, store, nullptr}};
    board::Replay replay{std::move(*player), clock, inbox, board};
    while (!replay.ended())
        replay.play(1);
    if (!replay.trouble().empty()) return core::failure("the recording breaks off " + replay.trouble());
    return board.snapshot();
}

/// The floor at the recording's end, with the days before as a board's store would have kept them.
core::Result<core::Snapshot, std::string> endOf(const std::string& recording, const core::Settings& settings)
{
    const QTemporaryDir folder;
    const std::string file = folder.filePath(QStringLiteral("gallery.db")).toStdString();
    {
        auto store = store::Store::open(file, {});
        if (!store) return core::failure(store.error().why);
        if (auto played = playAll(recording, settings, store->get()); !played) return played;
    }
    const auto store = store::Store::open(file, {});
    if (!store) return core::failure(store.error().why);
    auto end = playAll(recording, settings, nullptr);
    if (!end) return end;
    const core::WallTime today = core::dayStart(core::floorTime(end->state, end->at));
    end->state =
        core::reduce(std::move(end->state), {end->at, core::HistoryRead{(*store)->days(today, core::history_days)}});
    return end;
}

/// The same floor as if its hours were over: each queue opened for an hour at four in the morning.
void close(core::State& state)
{
    using namespace std::chrono_literals;
    for (auto& [id, queue] : state.queues)
        for (auto& [name, source] : queue.sources)
            if (source.day) source.day->report.opening = {{{4h, 5h, 0}}, {}};
}

QString asQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString called(core::Scene scene)
{
    return asQString(core::name(scene));
}

/// One picture of the gallery.
struct Exhibit {
    core::Scene scene;
    QString theme;
    QString language;
    QSize size;

    QString file() const
    {
        return QStringLiteral("%1-%2-%3-%4x%5.png")
            .arg(called(scene), theme, language)
            .arg(size.width())
            .arg(size.height());
    }
    QString words() const
    {
        return QStringLiteral("%1, %2, %3 x %4").arg(theme, language).arg(size.width()).arg(size.height());
    }
};

/// By scene, then theme, language and size.
QList<Exhibit> exhibits(const GalleryPlan& plan)
{
    QList<Exhibit> all;
    for (const core::Scene scene : plan.scenes)
        for (const QString& theme : plan.themes)
            for (const QString& language : plan.languages)
                for (const QSize size : plan.sizes)
                    all.push_back({scene, theme, language, size});
    return all;
}

core::Theme themeOf(const QString& name)
{
    if (name == QLatin1String{"light"}) return core::Theme::Light;
    return name == QLatin1String{"contrast"} ? core::Theme::Contrast : core::Theme::Dark;
}

/// What the board would show at the recording's end if its playlist began anew with that scene alone: its alarms stand
/// as the recording raised them.
core::Snapshot directed(core::Snapshot end, const core::Settings& settings, const Exhibit& exhibit)
{
    core::Stage anew;
    anew.alarms = std::move(end.stage.alarms);
    anew.heard = end.stage.heard;
    anew.steps = end.stage.steps;
    end.stage = std::move(anew);
    if (exhibit.scene == core::Scene::Closed) close(end.state);
    core::FiguresCache cache;
    core::workOut(end, end.at, settings, cache);
    return end;
}

QImage draw(core::Settings settings, const Exhibit& exhibit, const core::Snapshot& end)
{
    settings.display.language = exhibit.language.toStdString();
    settings.display.theme = themeOf(exhibit.theme);
    settings.display.fullscreen = false;
    settings.scenes.show = {exhibit.scene};
    settings.alarm.an_hour = 0;
    auto wall = ui::Wall::make(settings, {exhibit.size, false, QStringLiteral(CAREWALL_VERSION)});
    if (!wall) return {};
    const core::Snapshot shown = directed(end, settings, exhibit);
    // Twice: what fits on a page is known once it is laid out.
    (*wall)->model().show(shown);
    (*wall)->window().show();
    QCoreApplication::processEvents();
    (*wall)->model().show(shown);
    QCoreApplication::processEvents();
    return (*wall)->window().grabWindow();
}

/// The pictures by scene, each as large as its neighbours and as its file when it is clicked.
QString indexPage(const GalleryPlan& plan, const QString& floor)
{
    QString page;
    QTextStream out{&page};
    out << "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Carewall: gallery</title>\n<style>\n"
           "body{margin:2rem;background:#1d1c1b;color:#f4f1ea;font:16px/1.5 Inter,sans-serif}\n"
           "h1,h2{font-weight:600}section{display:flex;flex-wrap:wrap;gap:1.5rem;align-items:flex-start}\n"
           "figure{margin:0}img{display:block;height:270px;width:auto;background:#000}\n"
           "figcaption{color:#aba69c;margin-top:.3rem}a{color:inherit}\n</style>\n<h1>Carewall: every scene of floor \""
        << floor.toHtmlEscaped() << "\"</h1>\n<section>\n";
    std::optional<core::Scene> before;
    for (const Exhibit& exhibit : exhibits(plan)) {
        const QString scene = called(exhibit.scene);
        if (std::exchange(before, exhibit.scene) != exhibit.scene)
            out << "</section>\n<h2>" << scene << "</h2>\n<section>\n";
        out << "<figure><a href=\"" << exhibit.file() << "\"><img loading=\"lazy\" src=\"" << exhibit.file()
            << "\" alt=\"" << scene << ", " << exhibit.words() << "\"></a><figcaption>" << exhibit.words()
            << "</figcaption></figure>\n";
    }
    out << "</section>\n</html>\n";
    return page;
}

/// Why no picture is worth drawing.
std::string nothingToShow(const std::string& floor, const std::string& recording)
{
    std::string others;
    if (const auto floors = board::floorsIn(recording))
        for (const std::string& other : *floors)
            if (other != floor) others += (others.empty() ? "" : ", ") + other;
    return "the recording " + recording + " has no report of floor " + floor + " that counts" +
           (others.empty() ? std::string{} : "; it has of " + others + " (--floor)");
}

bool write(const QString& path, const QByteArray& bytes)
{
    QSaveFile file{path};
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

}  // namespace

GalleryPlan wholeGallery()
{
    QStringList languages;
    for (const core::Language& language : core::languages)
        languages << asQString(language.code);
    return {{core::asked_scenes.begin(), core::asked_scenes.end()},
            languages,
            {{1920, 1080}, {3840, 2160}, {1280, 720}, {1280, 1024}, {1080, 1920}},
            {QStringLiteral("dark"), QStringLiteral("light"), QStringLiteral("contrast")}};
}

core::Result<int, std::string> drawGallery(const core::Settings& settings, const std::string& recording,
                                           const GalleryPlan& plan, const QString& folder)
{
    const QDir into{folder};
    if (!into.mkpath(QStringLiteral(".")))
        return core::failure("the gallery's folder " + folder.toStdString() + " cannot be made");
    const auto end = endOf(recording, settings);
    if (!end) return core::failure(end.error());
    const core::State& told = end->state;
    if (told.queues.empty() && told.voices.empty() && told.metrics.empty() && told.moments.empty())
        return core::failure(nothingToShow(settings.floor, recording));

    const QList<Exhibit> all = exhibits(plan);
    for (const Exhibit& exhibit : all) {
        const QString path = into.filePath(exhibit.file());
        const QImage picture = draw(settings, exhibit, *end);
        if (picture.isNull())
            return core::failure("the scene " + std::string{core::name(exhibit.scene)} + " cannot be drawn");
        if (!picture.save(path)) return core::failure("cannot write the picture " + path.toStdString());
    }
    const QString index = into.filePath(QStringLiteral("index.html"));
    const QString name = QString::fromStdString(settings.title.empty() ? settings.floor : settings.title);
    if (!write(index, indexPage(plan, name).toUtf8()))
        return core::failure("cannot write the page " + index.toStdString());
    return static_cast<int>(all.size());
}

}  // namespace carewall
