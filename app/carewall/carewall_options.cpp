#include "carewall/carewall_options.h"

#include "config/board_toml.h"
#include "config/complaints.h"
#include "core/broker_url.h"
#include "core/languages.h"

#include <algorithm>
#include <charconv>
#include <sstream>
#include <string_view>
#include <system_error>
#include <utility>

#include <CLI/CLI.hpp>

namespace carewall {
namespace {

/// What was typed, as it was typed.
struct Typed {
    std::string config;
    std::string broker;
    std::string floor;
    std::string board;
    std::string language;
    std::string store;
    std::string snapshot;
    std::string after = "3";
    std::string refresh;
    std::string size;
    bool window = false;
    std::string record;
    std::string replay;
    std::string speed = "1";
    std::string gallery;
};

using Trouble = std::optional<std::string>;

void declare(CLI::App& line, Typed& typed, BoardOptions& options)
{
    line.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    line.get_formatter()->column_width(26);
    line.set_version_flag("-v,--version", "carewall " CAREWALL_VERSION, "Says which version this is.");
    line.set_help_flag("-h,--help", "Says this.");
    const auto add = [&line](const char* name, std::string& into, const char* value, const char* what) {
        line.add_option(name, into, what)->type_name(value);
    };
    add("--config", typed.config, "board.toml", "Settings of this board.");
    add("--broker", typed.broker, "URL", "mqtt://HOST[:PORT] or mqtts://HOST[:PORT].");
    add("--floor", typed.floor, "NAME", "The floor to show: {floor} in carewall/v1/{floor}/...");
    add("--board", typed.board, "NAME", "This board's own name: {board} in .../board/{board}/status.");
    add("--language", typed.language, "CODE", "en, fa, ru or de.");
    add("--store", typed.store, "FILE", "Where the board remembers; 'none' to remember nothing.");
    add("--snapshot", typed.snapshot, "OUT.png", "Draws without a display, writes a PNG and exits.");
    add("--after", typed.after, "SECONDS", "When the snapshot is taken (default 3).");
    add("--refresh", typed.refresh, "SECONDS", "Takes the snapshot again and again, and goes on.");
    add("--size", typed.size, "WIDTHxHEIGHT", "Size of a snapshot or a window (default 1920x1080).");
    line.add_flag("--window", typed.window, "A window instead of the whole screen.");
    add("--record", typed.record, "FILE", "Writes raw messages with their times.");
    add("--replay", typed.replay, "FILE", "Shows a recording instead of a broker's messages.");
    add("--speed", typed.speed, "FACTOR", "Of a replay: 60 shows an hour in a minute, 0 all at once (default 1).");
    add("--gallery", typed.gallery, "DIR",
        "Draws every scene as a recording ends (--replay) in every size and language, and exits. Without a floor it is "
        "the recording's own.");
    line.add_flag("--verbose", options.verbose, "Says more in the log.");
    // What an outside program needs to time the board; not in the help.
    line.add_flag("--latency-probe", options.latency_probe)->group("");
}

/// Reads a number in [least, most].
Trouble readNumber(std::string_view option, const std::string& text, double least, double most, double& into)
{
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec == std::errc{} && read.ptr == text.data() + text.size() && value >= least && value <= most) {
        into = value;
        return std::nullopt;
    }
    std::ostringstream right;
    right << "a number from " << least << " to " << most;
    return config::optionTrouble(option, text, right.str());
}

Trouble readSize(const std::string& text, QSize& into)
{
    const auto side = [](std::string_view digits, int least) -> std::optional<int> {
        int pixels = 0;
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), pixels);
        const bool whole = read.ec == std::errc{} && read.ptr == digits.data() + digits.size();
        return whole && pixels >= least && pixels <= 16384 ? std::optional{pixels} : std::nullopt;
    };
    const std::size_t cross = text.find('x');
    const auto width = side(std::string_view{text}.substr(0, cross), 320);
    const auto height = cross == std::string::npos ? std::nullopt : side(std::string_view{text}.substr(cross + 1), 240);
    if (!width || !height) return config::optionTrouble("--size", text, "like 1920x1080, from 320x240 to 16384x16384");
    into = QSize(*width, *height);
    return std::nullopt;
}

/// The settings file, and over it what was typed.
Trouble readSettings(const CLI::App& line, const Typed& typed, core::Settings& settings)
{
    if (line.count("--config") > 0) {
        auto loaded = config::load(typed.config);
        if (!loaded) return loaded.error();
        settings = std::move(*loaded);
    }
    const auto take = [&line](const char* option, const std::string& value, std::string& setting) {
        if (line.count(option) > 0) setting = value;
    };
    take("--broker", typed.broker, settings.broker.url);
    take("--floor", typed.floor, settings.floor);
    take("--board", typed.board, settings.board);
    take("--language", typed.language, settings.display.language);
    take("--store", typed.store, settings.store.path);
    if (settings.store.path == "none") settings.store.enabled = false;
    if (typed.window) settings.display.fullscreen = false;
    if (const auto address = core::parseBrokerUrl(settings.broker.url); !address) return address.error();
    if (std::find(core::language_codes.begin(), core::language_codes.end(), settings.display.language) ==
        core::language_codes.end())
        return config::optionTrouble("--language", typed.language, config::oneOf(core::language_codes));
    if (auto trouble = config::nameTrouble("--floor", settings.floor)) return trouble;
    return config::nameTrouble("--board", settings.board);
}

/// How it is drawn: when, how large, how fast.
Trouble readPicture(const CLI::App& line, const Typed& typed, BoardOptions& options)
{
    if (auto trouble = readNumber("--after", typed.after, 0, 86400, options.after_s)) return trouble;
    if (auto trouble = readNumber("--speed", typed.speed, 0, 1e6, options.speed)) return trouble;
    if (line.count("--refresh") > 0) {
        double refresh_s = 0;
        if (auto trouble = readNumber("--refresh", typed.refresh, 0.2, 86400, refresh_s)) return trouble;
        if (options.snapshot.isEmpty()) return "--refresh needs --snapshot OUT.png: the picture to take again";
        options.refresh_s = refresh_s;
    }
    if (line.count("--size") > 0) return readSize(typed.size, options.size);
    return std::nullopt;
}

Trouble readTogether(const BoardOptions& options)
{
    if (!options.gallery.isEmpty() && options.replay.empty())
        return "--gallery needs --replay FILE: the recording whose end it shows";
    if (!options.replay.empty() && !options.record.empty())
        return "--record and --replay exclude each other: a replay is a recording already";
    return std::nullopt;
}

}  // namespace

core::Result<BoardOptions, config::Answer> readOptions(int argc, const char* const* argv)
{
    BoardOptions options;
    Typed typed;
    CLI::App line{
        "Carewall: the display of a customer-care floor. Subscribes over MQTT and shows response times, service "
        "level and issues.",
        "carewall"};
    declare(line, typed, options);
    if (auto parsed = config::parseCommandLine(line, argc, argv); !parsed) return core::failure(parsed.error());

    Trouble trouble = readSettings(line, typed, options.settings);
    options.snapshot = QString::fromLocal8Bit(typed.snapshot.c_str());
    options.record = typed.record;
    options.replay = typed.replay;
    options.gallery = QString::fromLocal8Bit(typed.gallery.c_str());
    options.floor_asked = line.count("--floor") > 0 || options.settings.floor != core::Settings{}.floor;
    options.language_asked = line.count("--language") > 0;
    if (!trouble) trouble = readPicture(line, typed, options);
    if (!trouble) trouble = readTogether(options);
    if (trouble) return core::failure(config::unusable("carewall", *trouble));
    return options;
}

}  // namespace carewall
