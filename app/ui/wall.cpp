#include "ui/wall.h"

#include "core/stage/snapshot.h"
#include "ui/brand.h"
#include "ui/fonts.h"
#include "ui/keys.h"
#include "ui/language.h"
#include "ui/network_denied.h"
#include "ui/screen.h"
#include "ui/wall_model.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include <functional>
#include <utility>

namespace carewall::ui {

void prepareRendering()
{
    const auto unlessSet = [](const char* name, const char* value) {
        if (!qEnvironmentVariableIsSet(name)) qputenv(name, value);
    };
    unlessSet("QT_QUICK_BACKEND", "software");
    unlessSet("QSG_RENDER_LOOP", "basic");
    // Qt waits 5 ms for more changes before it draws; a turn of the board has them all. Who shows paces the frames.
    unlessSet("QT_QPA_UPDATE_IDLE_TIME", "0");
    // The wall has fonts and colours of its own: a desktop's theme would bring GTK and 14 MiB. QT_QPA_PLATFORMTHEME
    // stands.
    QGuiApplication::setDesktopSettingsAware(false);
}

namespace {

/// Keys pressed at the window ask what commands from afar ask.
class Keys : public QObject {
public:
    explicit Keys(const core::Settings& settings) : m_settings{settings} {}

    std::function<const core::Snapshot&()> shown;
    std::function<void(core::BoardCommand)> asked;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::KeyPress) return QObject::eventFilter(watched, event);
        const auto* pressed = static_cast<QKeyEvent*>(event);
        if (pressed->isAutoRepeat() || (pressed->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) return false;
        if (pressed->key() == Qt::Key_F) {
            auto* window = qobject_cast<QWindow*>(watched);
            if (window->visibility() == QWindow::FullScreen)
                window->showNormal();
            else
                window->showFullScreen();
            return true;
        }
        if (!shown || !asked) return false;
        const core::Snapshot& now = shown();
        const auto command = commandOf(pressed->key(), m_settings, now.stage, now.figures);
        if (command) asked(*command);
        return command.has_value();
    }

private:
    const core::Settings& m_settings;
};

}  // namespace

struct Wall::Inner {
    Inner(const core::Settings& given, const WallOptions& options)
        : settings{given}, model{given, options.version}, keys{settings}
    {
    }

    core::Settings settings;
    WallModel model;
    Keys keys;
    NetworkDenied network;
    QQmlApplicationEngine engine;
    QQuickWindow* window = nullptr;
};

Wall::Wall(std::unique_ptr<Inner> inner) : m_inner{std::move(inner)}
{
}

Wall::~Wall() = default;

core::Result<std::unique_ptr<Wall>, std::string> Wall::make(const core::Settings& given, WallOptions options)
{
    core::Settings settings = given;
    if (settings.display.diagonal_in <= 0)
        settings.display.diagonal_in = screenDiagonal().value_or(core::DisplaySettings{}.diagonal_in);
    auto brand = brandOf(settings.brand);
    if (!brand) return core::failure(brand.error());
    speak(core::languageOf(settings.display.language));
    QGuiApplication::setFont(fonts::text());
    auto inner = std::make_unique<Inner>(settings, options);
    inner->model.setBrand(std::move(*brand));
    QQmlApplicationEngine& engine = inner->engine;
    engine.setNetworkAccessManagerFactory(&inner->network);
    engine.addImportPath(QStringLiteral("qrc:/"));
    engine.setInitialProperties({
        {QStringLiteral("model"), QVariant::fromValue(&inner->model)},
        {QStringLiteral("latencyProbe"), options.latency_probe},
        {QStringLiteral("width"), options.size.width()},
        {QStringLiteral("height"), options.size.height()},
    });
    engine.load(QUrl{QStringLiteral("qrc:/Carewall/Main.qml")});
    if (!engine.rootObjects().isEmpty()) inner->window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    if (!inner->window)
        return core::failure<std::string>("the scene qrc:/Carewall/Main.qml does not load; its errors are in the log");
    inner->window->installEventFilter(&inner->keys);
    Inner* in = inner.get();
    const auto measure = [in] { in->model.setScreen(in->window->size() * in->window->devicePixelRatio()); };
    QObject::connect(in->window, &QQuickWindow::widthChanged, &in->model, measure);
    QObject::connect(in->window, &QQuickWindow::heightChanged, &in->model, measure);
    measure();
    QObject::connect(&in->model, &WallModel::languageChanged, &in->engine, &QQmlEngine::retranslate);
    return std::unique_ptr<Wall>{new Wall{std::move(inner)}};
}

WallModel& Wall::model()
{
    return m_inner->model;
}

void Wall::onCommand(std::function<const core::Snapshot&()> shown, std::function<void(core::BoardCommand)> asked)
{
    m_inner->keys.shown = std::move(shown);
    m_inner->keys.asked = std::move(asked);
}

QQuickWindow& Wall::window()
{
    return *m_inner->window;
}

void Wall::show()
{
    if (m_inner->settings.display.fullscreen)
        m_inner->window->showFullScreen();
    else
        m_inner->window->show();
}

}  // namespace carewall::ui
