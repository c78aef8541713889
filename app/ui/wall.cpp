#include "ui/wall.h"

#include "ui/board.h"
#include "ui/brand.h"
#include "ui/fonts.h"
#include "ui/network_denied.h"
#include "ui/screen.h"

#include <QGuiApplication>
#include <QLocale>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTranslator>

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

struct Wall::Inner {
    Inner(const core::Settings& given, const WallOptions& options) : settings{given}, board{given, options.version} {}

    core::Settings settings;
    Board board;
    NetworkDenied network;
    QQmlApplicationEngine engine;
    QQuickWindow* window = nullptr;
};

namespace {

/// The application's for as long as it lives: the words are made with it.
void speak(const QString& language)
{
    static QTranslator translator;
    QCoreApplication::removeTranslator(&translator);
    const QLocale locale{language};
    QLocale::setDefault(locale);
    if (translator.load(locale, QStringLiteral("carewall"), QStringLiteral("_"), QStringLiteral(":/languages")))
        QCoreApplication::installTranslator(&translator);
    QGuiApplication::setLayoutDirection(locale.textDirection());
}

}  // namespace

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
    speak(QString::fromStdString(settings.display.language));
    QGuiApplication::setFont(fonts::text());
    auto inner = std::make_unique<Inner>(settings, options);
    inner->board.setBrand(std::move(*brand));
    QQmlApplicationEngine& engine = inner->engine;
    engine.setNetworkAccessManagerFactory(&inner->network);
    engine.addImportPath(QStringLiteral("qrc:/"));
    engine.setInitialProperties({
        {QStringLiteral("board"), QVariant::fromValue(&inner->board)},
        {QStringLiteral("latencyProbe"), options.latency_probe},
        {QStringLiteral("width"), options.size.width()},
        {QStringLiteral("height"), options.size.height()},
    });
    engine.load(QUrl{QStringLiteral("qrc:/Carewall/Main.qml")});
    if (!engine.rootObjects().isEmpty()) inner->window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    if (!inner->window)
        return core::failure<std::string>("the scene qrc:/Carewall/Main.qml does not load; its errors are in the log");
    return std::unique_ptr<Wall>{new Wall{std::move(inner)}};
}

Board& Wall::board()
{
    return m_inner->board;
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
