#include "carewall_feed/feed_options.h"

#include "core/broker_url.h"
#include "core/calendar.h"
#include "feed/conversation/timestamp.h"

#include <CLI/CLI.hpp>

#include <cmath>
#include <sstream>
#include <tuple>

namespace carewall {

namespace {

/// Times and such as they were typed, read once the time zone is known.
struct Typed {
    std::string speed;
    std::string from;
    std::string to;
    std::string length;
    std::string timezone;
    std::vector<std::string> onsets;
    double max_refused_percent = 5;
};

constexpr double fastest = 1e7;

void addTimeZone(CLI::App& command, Typed& typed)
{
    command.add_option("--timezone", typed.timezone, "Of the floor, such as Europe/Berlin; default: the machine's");
}

void addCommon(CLI::App& command, FeedOptions& options, Typed& typed)
{
    command.add_option("--broker", options.broker.url, "mqtt://HOST[:PORT] or mqtts://...")->capture_default_str();
    command.add_option("--floor", options.floor, "Name of the floor in the topics")->capture_default_str();
    command.add_option("--source", options.source, "Name of this feed in the topics; default: the mapping's");
    command.add_option("--username", options.broker.username, "Of the broker");
    command.add_option("--password-file", options.broker.password_file, "Its first line is the password");
    command.add_option("--ca-file", options.broker.ca_file, "Authorities to trust, PEM");
    command.add_option("--certificate-file", options.broker.certificate_file, "Ours, PEM");
    command.add_option("--key-file", options.broker.key_file, "Its key, PEM");
    command.add_option("--mqtt", options.broker.protocol, "5, or 4 for MQTT 3.1.1")
        ->check(CLI::IsMember({4, 5}))
        ->capture_default_str();
    addTimeZone(command, typed);
    command.add_flag("--json", options.json, "Reports in JSON, to be read with mosquitto_sub");
    command.add_flag("--quiet", options.quiet, "No progress line");
}

void addReading(CLI::App& command, FeedOptions& options, Typed& typed)
{
    command.add_option("--map", options.map, "Mapping file; default: columns are named as events are");
    command.add_option("--words", options.words,
                       "Word list for sentiment (JSON or TSV), or none; default: the mapping's");
    command.add_option("--max-refused", typed.max_refused_percent, "Per cent of rows that may be unreadable")
        ->check(CLI::Range(0.0, 100.0))
        ->capture_default_str();
}

void addSpan(CLI::App& command, Typed& typed)
{
    command.add_option("--from", typed.from, "Where floor time begins; what was before is counted silently");
    command.add_option("--to", typed.to, "Where it ends");
}

void addBacktest(CLI::App& command, FeedOptions& options, Typed& typed)
{
    command.add_option("events", options.events, "CSV, TSV or JSON lines; several are merged by time")->required();
    addSpan(command, typed);
    command.add_option("--html", options.html, "Writes a page to read to this file");
    command.add_option("--json", options.json_lines, "Writes the lines to this file; default: standard output");
    command
        .add_option("--onset", typed.onsets,
                    "A burst that is known, to tell how late it was found: TIME, taken to last a day, or TIME/TIME")
        ->allow_extra_args(false);
    addReading(command, options, typed);
    addTimeZone(command, typed);
}

void addAsterisk(CLI::App& command, FeedOptions& options, Typed& typed)
{
    command.add_option("--map", options.map, "Mapping file; its queues are those of Asterisk")->required();
    command.add_option("--host", options.asterisk.host, "Of Asterisk")->capture_default_str();
    command.add_option("--port", options.asterisk.port, "Of its AMI; with TLS 5039 is usual")
        ->check(CLI::Range(1, 65535))
        ->capture_default_str();
    command.add_option("--login", options.asterisk.login, "Our section of its manager.conf")->required();
    command.add_option("--secret-file", options.secret_file, "Its first line is the secret; nobody else may read it")
        ->required();
    command.add_flag("--tls", options.asterisk.tls, "Speaks TLS with Asterisk");
    command.add_option("--tls-ca-file", options.asterisk.ca_file,
                       "Authorities to trust there, PEM; default: the machine's");
    addCommon(command, options, typed);
}

void addSpeed(CLI::App& command, Typed& typed, const std::string& usual)
{
    typed.speed = usual;
    command.add_option("--speed", typed.speed, "Floor seconds a real second, or max")->default_str(usual);
}

bool readSpeed(const std::string& text, double& speed)
{
    if (text == "max") {
        speed = 0;
        return true;
    }
    std::istringstream in{text};
    in >> speed;
    return !in.fail() && in.peek() == std::istringstream::traits_type::eof() && speed > 0 && speed <= fastest;
}

bool readTime(const std::string& text, std::optional<core::WallTime>& time)
{
    if (!text.empty()) {
        time = feed::parseTime(text, {{}, feed::Zone::Floor});
        return time && feed::isPlausible(*time);
    }
    return true;
}

/// "2024-07-08T14:00Z", or two of them with a slash between.
bool readKnown(const std::string& text, feed::KnownBurst& known)
{
    const auto slash = text.find('/');
    const auto from = feed::parseTime(text.substr(0, slash), {{}, feed::Zone::Floor});
    if (!from) return false;
    const auto to = slash == std::string::npos ? std::optional{*from + std::chrono::hours{24}}
                                               : feed::parseTime(text.substr(slash + 1), {{}, feed::Zone::Floor});
    known = {*from, to.value_or(*from)};
    return known.to > known.from;
}

auto unusable(const std::string& sentence)
{
    return core::failure(config::unusable("carewall-feed", sentence + " (--help tells more)"));
}

auto unusable(std::string_view option, std::string_view value, std::string_view right)
{
    return unusable(config::optionTrouble(option, value, right));
}

core::Result<FeedOptions, config::Answer> readTyped(FeedOptions options, const Typed& typed)
{
    if (const auto trouble = config::timeZoneTrouble(typed.timezone)) return unusable(*trouble);
    core::useTimeZone(typed.timezone);
    if (!readSpeed(typed.speed, options.speed))
        return unusable("--speed", typed.speed, "a number above 0 and at most 10000000, or max");
    for (const auto& [name, text, time] :
         {std::tuple{"--from", &typed.from, &options.from}, std::tuple{"--to", &typed.to, &options.to}})
        if (!readTime(*text, *time)) return unusable(name, *text, "a time such as 2024-07-08 or 2024-07-08T14:00:00Z");
    if (options.from && options.to && *options.to <= *options.from) return unusable("--to is not after --from");
    for (const std::string& onset : typed.onsets)
        if (!readKnown(onset, options.known.emplace_back()))
            return unusable("--onset", onset, "a time such as 2024-07-08T14:00:00Z, or two with / between");
    if (!typed.length.empty()) {
        options.length = feed::parseDuration(typed.length);
        if (!options.length || options.length->count() == 0)
            return unusable("--for", typed.length, "a time such as 90 min, 8 h or 2 d");
    }
    if (options.asterisk.login.find_first_of("\r\n") != std::string::npos)
        return unusable("--login", options.asterisk.login, "one line");
    if (const auto trouble = config::nameTrouble("--floor", options.floor)) return unusable(*trouble);
    if (const auto address = core::parseBrokerUrl(options.broker.url); !address) return unusable(address.error());
    options.max_refused = typed.max_refused_percent / 100;
    return options;
}

}  // namespace

core::Result<FeedOptions, config::Answer> readFeedOptions(int argc, const char* const* argv)
{
    FeedOptions options;
    Typed typed;
    Typed simulated;
    CLI::App app{"Conversations in, reports for the wall out.\n"
                 "Try: carewall-feed simulate --seed 7",
                 "carewall-feed"};
    app.set_version_flag("--version", "carewall-feed " CAREWALL_VERSION);
    app.require_subcommand(1);

    CLI::App* replay = app.add_subcommand("replay", "Plays exported conversations at their own times, sped up");
    replay->add_option("events", options.events, "CSV, TSV or JSON lines; several are merged by time")->required();
    addSpan(*replay, typed);
    addSpeed(*replay, typed, "60");
    addReading(*replay, options, typed);
    addCommon(*replay, options, typed);

    CLI::App* follow = app.add_subcommand("follow", "Reads events from standard input as they happen");
    follow->add_option("--format", options.format, "csv or jsonl; default: jsonl when the first letter is { or [")
        ->check(CLI::IsMember({"csv", "jsonl"}));
    follow->add_option(
        "--state", options.state,
        "Folder in which it keeps its day (no customer's text) and what it learned: a restart goes on with them");
    addReading(*follow, options, typed);
    addCommon(*follow, options, typed);

    CLI::App* asterisk = app.add_subcommand("asterisk", "Hears from an Asterisk's queues as they are now, by its AMI");
    addAsterisk(*asterisk, options, typed);

    CLI::App* simulate = app.add_subcommand("simulate", "A made-up floor, the same for the same seed");
    simulate->add_option("--seed", options.seed, "Any number")->capture_default_str();
    simulate->add_option("--from", typed.from, "Where floor time begins; default: now");
    simulate->add_option("--for", typed.length, "Floor time after which it ends, such as 8 h; default: never");
    addSpeed(*simulate, simulated, "1");
    addCommon(*simulate, options, typed);

    CLI::App* backtest =
        app.add_subcommand("backtest", "Runs exported conversations at full speed and tells what the wall would have");
    addBacktest(*backtest, options, typed);

    CLI::App* check = app.add_subcommand("check", "Says in words what a mapping makes of the first rows of files");
    check->add_option("map", options.map, "Mapping file")->required();
    check->add_option("--with", options.events, "Files to try it with")->required();
    check->add_option("--rows", options.rows, "How many rows of each are told")->capture_default_str();
    check->add_option("--words", options.words, "Word list for sentiment, or none; default: the mapping's");
    addTimeZone(*check, typed);

    CLI::App* map = app.add_subcommand("map", "Proposes a mapping for an export, to be filled in");
    map->add_option("file", options.events, "The export")->required()->expected(1);

    if (auto parsed = config::parseCommandLine(app, argc, argv); !parsed) return core::failure(parsed.error());
    if (*simulate) {
        options.mode = FeedOptions::Mode::Simulate;
        typed.speed = simulated.speed;
    } else if (*backtest) {
        options.mode = FeedOptions::Mode::Backtest;
    } else if (*check || *map) {
        options.mode = *check ? FeedOptions::Mode::Check : FeedOptions::Mode::Map;
    } else if (*asterisk) {
        options.mode = FeedOptions::Mode::Asterisk;
    } else {
        options.mode = *follow ? FeedOptions::Mode::Follow : FeedOptions::Mode::Replay;
    }
    return readTyped(std::move(options), typed);
}

}  // namespace carewall
