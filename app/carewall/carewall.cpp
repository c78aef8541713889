#include "board/board.h"
#include "board/recording.h"
#include "board/replay.h"
#include "carewall/board_loop.h"
#include "carewall/carewall_options.h"
#include "carewall/footprint.h"
#include "carewall/gallery.h"
#include "carewall/other_floors.h"
#include "carewall/stop_signals.h"
#include "core/calendar.h"
#include "core/system_clock.h"
#include "mqtt/session.h"
#include "store/store.h"
#include "ui/screen.h"
#include "ui/wall.h"
#include "wire/encode.h"
#include "wire/topic.h"

#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTimer>

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <cstdio>
#include <memory>
#include <optional>

using namespace carewall;

namespace {

constexpr int unusable = 2;
constexpr std::chrono::seconds started{5};  // after this the first picture has long been on the screen

int refuse(const std::string& sentence)
{
    std::fprintf(stderr, "carewall: %s\n", sentence.c_str());
    return unusable;
}

/// Where to draw when nobody says: pictures need no display; a bare board draws on its screen.
core::Result<void, std::string> choosePlatform(const BoardOptions& options)
{
    if (qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) return {};
    if (!options.snapshot.isEmpty() || !options.gallery.isEmpty()) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    } else if (!qEnvironmentVariableIsSet("DISPLAY") && !qEnvironmentVariableIsSet("WAYLAND_DISPLAY")) {
        if (QFileInfo::exists(QStringLiteral("/dev/dri/card0")))
            qputenv("QT_QPA_PLATFORM", "eglfs");
        else if (QFileInfo::exists(QStringLiteral("/dev/fb0")))
            qputenv("QT_QPA_PLATFORM", "linuxfb");
        else
            return core::failure(std::string{"there is no display: set DISPLAY or QT_QPA_PLATFORM, or ask for a "
                                             "picture with --snapshot OUT.png"});
    }
    return {};
}

/// How large the figures are hangs on it: what the screen says, or does not, is worth a line.
void sayDiagonal(const core::DisplaySettings& display)
{
    if (display.diagonal_in > 0) return;
    if (const auto inches = ui::screenDiagonal())
        spdlog::info("the screen says that its diagonal is {:.1f} inches", *inches);
    else
        spdlog::warn("the screen says no plausible size: {} inches are taken; set display.diagonal_in",
                     core::DisplaySettings{}.diagonal_in);
}

std::string storePath(const core::Settings& settings)
{
    if (!settings.store.path.empty()) return settings.store.path;
    QString folder = qEnvironmentVariable("STATE_DIRECTORY");
    if (folder.isEmpty())
        folder = qEnvironmentVariable("XDG_STATE_HOME", QDir::homePath() + "/.local/state") + "/carewall";
    return (folder + "/carewall.db").toStdString();
}

bool savePicture(ui::Wall& wall, const QString& path)
{
    QSaveFile file(path);  // a viewer never sees half a picture
    const bool saved =
        file.open(QIODevice::WriteOnly) && wall.window().grabWindow().save(&file, "PNG") && file.commit();
    if (!saved) spdlog::error("cannot write the picture {}: {}", path.toStdString(), file.errorString().toStdString());
    return saved;
}

/// Takes the pictures that were asked for; ends the program after a single one.
void schedulePictures(const BoardOptions& options, BoardLoop& loop, ui::Wall& wall, QTimer& timer)
{
    if (options.snapshot.isEmpty()) return;
    const auto milliseconds = [](double seconds) { return static_cast<int>(seconds * 1000); };
    QObject::connect(&timer, &QTimer::timeout, &timer, [&, milliseconds] {
        loop.turn();
        if (loop.unplayed()) return timer.start(0);
        const bool saved = savePicture(wall, options.snapshot);
        if (!options.refresh_s) return QCoreApplication::exit(saved ? 0 : 1);
        timer.start(milliseconds(*options.refresh_s));
    });
    timer.setSingleShot(true);
    timer.start(milliseconds(options.refresh_s ? std::min(options.after_s, *options.refresh_s) : options.after_s));
}

/// Opens the board's memory; its troubles reach `loop` once there is one.
core::Result<std::unique_ptr<store::Store>, store::StoreError>
openStore(const core::Settings& settings, core::Instant now, QGuiApplication& app, BoardLoop*& loop)
{
    store::Options kept;
    kept.keep_days = settings.store.keep_days;
    kept.opened = now.wall;
    kept.on_trouble = [&app, &loop](const std::string& trouble) {
        const auto tell = [&loop, trouble] {
            if (loop) loop->happened(core::StoreChanged{trouble});
        };
        QMetaObject::invokeMethod(&app, tell, Qt::QueuedConnection);
    };
    return store::Store::open(storePath(settings), std::move(kept));
}

/// The last word, then no handler reaches any more into what is destroyed next.
void sayGoodbye(mqtt::Session& session, const std::string& topic, core::BoardStatus status)
{
    status.online = false;
    (void)session.publish(topic, wire::encode(status, wire::Encoding::Json), 1, true);
    session.waitSent(std::chrono::milliseconds{500});
    session.stop();
}

/// Connects the loop to the broker: messages in, link and status out.
core::Result<std::unique_ptr<mqtt::Session>, mqtt::SessionError> connectTo(const core::Settings& settings,
                                                                           board::Inbox& inbox, BoardLoop& loop,
                                                                           const core::Clock& clock,
                                                                           const core::BoardStatus& identity)
{
    core::BoardStatus gone = identity;
    gone.online = false;
    mqtt::Options options{settings.broker, settings.broker.client_id, board::filters(settings.floor, settings.board),
                          mqtt::Will{wire::topicName({settings.floor, core::Subject::BoardStatus, settings.board, {}}),
                                     wire::encode(gone, wire::Encoding::Json)},
                          board::nearMisses(settings.floor)};
    if (options.client_id.empty()) options.client_id = "carewall-" + settings.floor + "-" + settings.board;
    return mqtt::Session::start(std::move(options),
                                {[&](const core::MessageView& message) { inbox.put(message, clock.now()); },
                                 [&](core::LinkPhase phase, const core::LinkTrouble& trouble) {
                                     loop.happened(core::LinkChanged{phase, trouble.why, trouble.reason});
                                 }});
}

/// The whole gallery, or the part of it in the size and the language that were asked for.
int showGallery(const BoardOptions& options)
{
    GalleryPlan plan = wholeGallery();
    if (options.size.isValid()) plan.sizes = {options.size};
    if (options.language_asked) plan.languages = {QString::fromStdString(options.settings.display.language)};
    core::Settings settings = options.settings;
    if (!options.floor_asked) {
        const auto floors = board::floorsIn(options.replay);
        if (!floors) return refuse(floors.error());
        if (!floors->empty()) settings.floor = floors->front();
        if (floors->size() > 1)
            std::printf("%zu floors are in the recording: %s is drawn; --floor names another\n", floors->size(),
                        settings.floor.c_str());
    }
    const auto drawn = drawGallery(settings, options.replay, plan, options.gallery);
    if (!drawn) return refuse(drawn.error());
    std::printf("%d pictures of floor %s and index.html in %s\n", *drawn, settings.floor.c_str(),
                qPrintable(options.gallery));
    return 0;
}

int run(BoardOptions options, QGuiApplication& app)
{
    core::Settings& settings = options.settings;
    if (!options.snapshot.isEmpty() || options.size.isValid()) settings.display.fullscreen = false;
    const SystemClock real;

    std::optional<board::Recorder> recorder;
    if (!options.record.empty()) {
        auto opened = board::Recorder::open(options.record);
        if (!opened) return refuse(opened.error());
        recorder = std::move(*opened);
    }
    std::optional<board::Player> player;
    std::optional<board::ReplayClock> recorded;
    if (!options.replay.empty()) {
        auto opened = board::Player::open(options.replay);
        if (!opened) return refuse(opened.error());
        recorded.emplace(real, opened->nextAt().value_or(core::Instant{}), options.speed);
        player = std::move(*opened);
    }
    const core::Clock& clock = recorded ? static_cast<const core::Clock&>(*recorded) : real;

    BoardLoop* loop = nullptr;  // set before anything can call it: the store and the inbox come first
    std::unique_ptr<store::Store> store;
    if (settings.store.enabled && !player) {
        auto opened = openStore(settings, real.now(), app, loop);
        if (!opened) return refuse(opened.error().why);
        store = std::move(*opened);
    }

    board::Inbox inbox([&loop] { loop->wake(); });
    board::Board board(inbox, {settings, store.get(), recorder ? &*recorder : nullptr});
    board.boot(store ? store->pictures() : std::vector<core::Message>{}, clock.now());
    std::optional<board::Replay> replay;
    if (player) replay.emplace(std::move(*player), *recorded, inbox, board);

    ui::WallOptions look;
    if (options.size.isValid()) look.size = options.size;
    look.latency_probe = options.latency_probe;
    look.version = QStringLiteral(CAREWALL_VERSION);
    sayDiagonal(settings.display);
    auto wall = ui::Wall::make(settings, look);
    if (!wall) return refuse(wall.error());

    core::BoardStatus identity;
    identity.board = settings.board;
    identity.version = CAREWALL_VERSION;
    identity.started_ms = core::toMs(real.now().wall);
    std::unique_ptr<mqtt::Session> session;
    std::optional<OtherFloors> others;
    const std::string status_topic = wire::topicName({settings.floor, core::Subject::BoardStatus, settings.board, {}});
    BoardLoop turning({clock, inbox, board, **wall, identity, replay ? &*replay : nullptr},
                      {[&](const core::BoardStatus& status) {
                           if (session)
                               (void)session->publish(status_topic, wire::encode(status, wire::Encoding::Json), 1,
                                                      true);
                       },
                       [&] {
                           if (session) session->refresh();
                       },
                       [&](bool wanted) {
                           if (others) others->listen(wanted);
                       }});
    loop = &turning;
    turning.turn();
    (*wall)->show();
    if (!replay) {
        auto connected = connectTo(settings, inbox, turning, clock, identity);
        if (!connected) return refuse(connected.error().why);
        session = std::move(*connected);
        others.emplace(settings,
                       [&turning](std::string floor) { turning.happened(core::OtherFloorHeard{std::move(floor)}); });
    }

    QTimer::singleShot(started, &turning, [] { releaseStart(); });
    QTimer pictures;
    schedulePictures(options, turning, **wall, pictures);
    const StopSignals stop([] { QCoreApplication::exit(0); });
    const int code = QGuiApplication::exec();
    if (others) others->listen(false);
    if (session) sayGoodbye(*session, status_topic, turning.status());
    others.reset();  // it reaches into what is destroyed next
    return code;
}

}  // namespace

int main(int argc, char* argv[])
{
    boundHeap();
    auto options = readOptions(argc, argv);
    if (!options) return config::give(options.error());
    spdlog::set_default_logger(spdlog::stderr_color_mt("carewall"));
    spdlog::set_level(options->verbose ? spdlog::level::debug : spdlog::level::info);
    if (!core::useTimeZone(options->settings.timezone))
        return refuse(config::optionTrouble("board.timezone", options->settings.timezone, core::time_zone_form));
    if (const auto platform = choosePlatform(*options); !platform) return refuse(platform.error());
    ui::prepareRendering();
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("carewall"));
    if (!options->gallery.isEmpty()) return showGallery(*options);
    return run(std::move(*options), app);
}
