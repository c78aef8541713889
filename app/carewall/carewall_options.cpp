#include "carewall/carewall_options.h"

#include "config/board_toml.h"

#include <QCommandLineParser>
#include <QRegularExpression>

#include <utility>

namespace carewall {
namespace {

QCommandLineOption option(const char* name, const char* description, const char* value = "", const char* preset = "")
{
    return {QString::fromLatin1(name), QString::fromLatin1(description), QString::fromLatin1(value),
            QString::fromLatin1(preset)};
}

tl::unexpected<Answer> unusable(const QString& words)
{
    return core::failure(Answer{words, 2});
}

/// The number behind an option, when it is one in [least, most]; else a sentence.
core::Result<double, Answer> number(const QCommandLineParser& line, const QString& name, double least, double most)
{
    bool ok = false;
    const double value = line.value(name).toDouble(&ok);
    if (ok && value >= least && value <= most) return value;
    return unusable(QStringLiteral("--%1 is '%2'; it must be a number from %3 to %4")
                        .arg(name, line.value(name))
                        .arg(least)
                        .arg(most));
}

core::Result<QSize, Answer> sizeOf(const QString& words)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{2,5})x(\\d{2,5})$"));
    const QRegularExpressionMatch match = form.match(words);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    if (match.hasMatch() && size.width() >= 320 && size.height() >= 240 && size.width() <= 16384 &&
        size.height() <= 16384)
        return size;
    return unusable(
        QStringLiteral("--size is '%1'; it must be like 1920x1080, from 320x240 to 16384x16384").arg(words));
}

void declare(QCommandLineParser& line)
{
    line.setApplicationDescription(
        QStringLiteral("Carewall: the display of a customer-care floor. Subscribes over MQTT and shows response times, "
                       "service level and issues."));
    line.addOptions({
        option("config", "Settings of this board.", "board.toml"),
        option("broker", "mqtt://HOST[:PORT] or mqtts://HOST[:PORT].", "URL"),
        option("floor", "The floor to show: {floor} in carewall/v1/{floor}/...", "NAME"),
        option("board", "This board's own name: {board} in .../board/{board}/status.", "NAME"),
        option("language", "en, fa, ru or de.", "CODE"),
        option("store", "Where the board remembers; 'none' to remember nothing.", "FILE"),
        option("snapshot", "Draws without a display, writes a PNG and exits.", "OUT.png"),
        option("after", "When the snapshot is taken (default 3).", "SECONDS", "3"),
        option("refresh", "Takes the snapshot again and again, and goes on.", "SECONDS"),
        option("size", "Size of a snapshot or a window (default 1920x1080).", "WIDTHxHEIGHT"),
        option("window", "A window instead of the whole screen."),
        option("record", "Writes raw messages with their times.", "FILE"),
        option("replay", "Shows a recording instead of a broker's messages.", "FILE"),
        option("speed", "Of a replay: 60 shows an hour in a minute, 0 all at once (default 1).", "FACTOR", "1"),
        option(
            "gallery",
            "Draws every scene as a recording ends (--replay) in every size and language, and exits. Without a floor "
            "it is the recording's own.",
            "DIR"),
        option("verbose", "Says more in the log."),
    });
    QCommandLineOption probe = option("latency-probe", "Paints what an outside program needs to time the board.");
    probe.setFlags(QCommandLineOption::HiddenFromHelp);
    line.addOption(probe);
    line.addHelpOption();
    line.addVersionOption();
}

core::Result<core::Settings, Answer> settingsOf(const QCommandLineParser& line)
{
    core::Settings settings;
    if (line.isSet(QStringLiteral("config"))) {
        auto loaded = config::load(line.value(QStringLiteral("config")).toStdString());
        if (!loaded) return unusable(QString::fromStdString(loaded.error()));
        settings = std::move(*loaded);
    }
    const auto take = [&](const char* name, std::string& setting) {
        const QString key = QString::fromLatin1(name);
        if (line.isSet(key)) setting = line.value(key).toStdString();
    };
    take("broker", settings.broker.url);
    take("floor", settings.floor);
    take("board", settings.board);
    take("language", settings.display.language);
    take("store", settings.store.path);
    if (settings.store.path == "none") settings.store.enabled = false;
    if (line.isSet(QStringLiteral("window"))) settings.display.fullscreen = false;
    static const QStringList shipped{"de", "en", "fa", "ru"};
    if (const QString language = QString::fromStdString(settings.display.language); !shipped.contains(language))
        return unusable(QStringLiteral("--language is '%1'; it must be one of %2").arg(language, shipped.join(", ")));
    for (const auto& [name, value] : {std::pair{"floor", settings.floor}, std::pair{"board", settings.board}}) {
        if (value.empty() || value.find_first_of("/+#") != std::string::npos)
            return unusable(QStringLiteral("--%1 is '%2'; it must be a name without '/', '+' and '#'")
                                .arg(QString::fromLatin1(name), QString::fromStdString(value)));
    }
    return settings;
}

}  // namespace

core::Result<BoardOptions, Answer> readOptions(const QStringList& arguments)
{
    QCommandLineParser line;
    declare(line);
    if (!line.parse(arguments)) return unusable(line.errorText());
    if (line.isSet(QStringLiteral("help"))) return core::failure(Answer{line.helpText(), 0});
    if (line.isSet(QStringLiteral("version")))
        return core::failure(Answer{QStringLiteral("carewall " CAREWALL_VERSION "\n"), 0});
    if (!line.positionalArguments().isEmpty())
        return unusable(QStringLiteral("'%1' is no option; see --help").arg(line.positionalArguments().constFirst()));

    BoardOptions options;
    auto settings = settingsOf(line);
    if (!settings) return core::failure(settings.error());
    options.settings = std::move(*settings);
    options.snapshot = line.value(QStringLiteral("snapshot"));
    options.record = line.value(QStringLiteral("record")).toStdString();
    options.replay = line.value(QStringLiteral("replay")).toStdString();
    options.gallery = line.value(QStringLiteral("gallery"));
    options.floor_asked = line.isSet(QStringLiteral("floor")) || options.settings.floor != core::Settings{}.floor;
    options.language_asked = line.isSet(QStringLiteral("language"));
    options.latency_probe = line.isSet(QStringLiteral("latency-probe"));
    options.verbose = line.isSet(QStringLiteral("verbose"));

    const auto after = number(line, QStringLiteral("after"), 0, 86400);
    if (!after) return core::failure(after.error());
    options.after_s = *after;
    const auto speed = number(line, QStringLiteral("speed"), 0, 1e6);
    if (!speed) return core::failure(speed.error());
    options.speed = *speed;
    if (line.isSet(QStringLiteral("refresh"))) {
        const auto refresh = number(line, QStringLiteral("refresh"), 0.2, 86400);
        if (!refresh) return core::failure(refresh.error());
        if (options.snapshot.isEmpty())
            return unusable(QStringLiteral("--refresh needs --snapshot OUT.png: the picture to take again"));
        options.refresh_s = *refresh;
    }
    if (line.isSet(QStringLiteral("size"))) {
        const auto size = sizeOf(line.value(QStringLiteral("size")));
        if (!size) return core::failure(size.error());
        options.size = *size;
    }
    if (!options.gallery.isEmpty() && options.replay.empty())
        return unusable(QStringLiteral("--gallery needs --replay FILE: the recording whose end it shows"));
    if (!options.replay.empty() && !options.record.empty())
        return unusable(QStringLiteral("--record and --replay exclude each other: a replay is a recording already"));
    return options;
}

}  // namespace carewall
