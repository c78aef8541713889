/// carewall-feed: introduces files, standard input, an Asterisk or a simulation to the ledger, and its reports to the
/// broker.

#include "carewall_feed/feed_asterisk.h"
#include "carewall_feed/feed_input.h"
#include "carewall_feed/feed_link.h"
#include "carewall_feed/feed_options.h"
#include "carewall_feed/feed_output.h"
#include "carewall_feed/feed_play.h"
#include "carewall_feed/feed_state.h"
#include "carewall_feed/feed_terminal.h"
#include "core/calendar.h"
#include "core/system_clock.h"
#include "feed/backtest/backtest.h"
#include "feed/backtest/backtest_json.h"
#include "feed/backtest/backtest_page.h"
#include "feed/conversation/clean_text.h"
#include "feed/conversation/timestamp.h"
#include "feed/run/ledger_options.h"
#include "feed/run/live_run.h"
#include "feed/run/run.h"
#include "feed/simulation/simulated_source.h"
#include "feed/simulation/simulation.h"
#include "feed/sources/mapping_proposal.h"
#include "feed/sources/row_words.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <string>

namespace {

using namespace carewall;
using namespace std::chrono_literals;

volatile std::sig_atomic_t stop_asked = 0;

extern "C" void askToStop(int /*signal*/)
{
    stop_asked = 1;
}

void listenToSignals()
{
    struct sigaction action {};
    action.sa_handler = askToStop;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        sigaction(signal, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

bool stopped()
{
    return stop_asked != 0;
}

int refuse(const std::string& why, int exit_code)
{
    std::fprintf(stderr, "carewall-feed: %s\n", why.c_str());
    return exit_code;
}

feed::ReporterOptions reporterOptions(const FeedOptions& options, const core::Clock& clock, const std::string& source,
                                      const std::string& label)
{
    feed::ReporterOptions made;
    made.floor = options.floor;
    made.source = feed::topicId(options.source.empty() ? source : options.source);
    made.encoding = options.json ? wire::Encoding::Json : wire::Encoding::Protobuf;
    made.least_gap = options.speed > 0 ? core::Milliseconds{1000} : core::Milliseconds{0};
    made.epoch = static_cast<std::uint64_t>(std::max<std::int64_t>(1, core::toMs(clock.now().wall)));
    made.clock_label = label;
    return made;
}

int connectAndPlay(feed::Player& run, const FeedOptions& options, const core::Clock& clock, const std::string& source,
                   FeedState state = FeedState{{}})
{
    auto link = FeedLink::open(options.broker, "carewall-feed-" + options.floor + "-" + source,
                               run.reporter().lostClock(), stopped);
    if (!link) return refuse(link.error(), 2);
    if (!(*link)->waitUp()) return 0;
    const std::string trouble = play(run, **link, state,
                                     {options.speed <= 0, options.mode == FeedOptions::Mode::Follow,
                                      Progress{options.quiet, options.speed}, stopped},
                                     clock);
    tellLedger(run.ledger().counts(), (*link)->sent());
    return trouble.empty() ? 0 : refuse(trouble, 1);
}

/// What was brought said nothing: a summary of nothing would look like one.
bool saidNothing(const feed::ReadCounts& counts)
{
    return std::ranges::all_of(
        counts.by_kind, [](std::uint64_t count) { return count == 0; });
}

int refuseNothing(const feed::Source& source)
{
    const feed::ReadCounts& counts = source.counts();
    return refuse(source.name() + ": nothing could be read of " + std::to_string(counts.rows) + " rows" +
                      (counts.first_refused.empty() ? "" : "; the first: " + counts.first_refused.front().words()),
                  1);
}

int replay(const FeedOptions& options, const core::Clock& clock)
{
    const auto input = FeedInput::open(options);
    if (!input) return refuse(input.error(), 2);
    auto files = (*input)->files(options);
    if (!files) return refuse(files.error(), 2);
    const feed::Mapping& mapping = (*input)->mapping;
    feed::ReporterOptions reporting = reporterOptions(options, clock, mapping.source, "replay");
    const std::string source = reporting.source;
    feed::Run run{{options.speed, options.from, options.to},
                  *files,
                  feed::Ledger{feed::ledgerOptions(mapping)},
                  feed::Reporter{std::move(reporting)}};
    const int exit_code = connectAndPlay(run, options, clock, source);
    tellRead(files->counts());
    if (exit_code == 0 && run.ended() && saidNothing(files->counts())) return refuseNothing(*files);
    if (!run.ended()) std::printf("to go on from here: --from %s\n", feed::formatTime(run.floor()).c_str());
    return exit_code;
}

int cannotWrite(const std::string& path)
{
    return refuse((path.empty() ? "standard output" : path) + ": cannot be written: " + std::strerror(errno), 1);
}

int backtest(const FeedOptions& options)
{
    const auto input = FeedInput::open(options);
    if (!input) return refuse(input.error(), 2);
    auto files = (*input)->files(options);
    if (!files) return refuse(files.error(), 2);
    FeedOutput lines{options.json_lines};
    if (!lines.isOpen()) return cannotWrite(options.json_lines);
    const feed::Mapping& mapping = (*input)->mapping;
    const auto tested = feed::backtest(
        {options.from, options.to, options.known, {}}, feed::ledgerOptions(mapping), *files,
        [&lines](const feed::BacktestEvent& event) { lines.write(feed::jsonLine(event) + "\n"); }, stopped);
    tellRead(files->counts(), stderr);
    if (!tested) return refuse(tested.error(), 1);
    if (saidNothing(files->counts())) return refuseNothing(*files);
    printAnomalies(tested->counts, stderr);
    lines.write(feed::summaryLine(*tested) + "\n");
    if (!lines.close()) return cannotWrite(options.json_lines);
    if (!options.html.empty()) {
        FeedOutput page{options.html};
        page.write(feed::backtestPage(*tested, mapping.source));
        if (!page.close()) return cannotWrite(options.html);
    }
    return 0;
}

int check(const FeedOptions& options)
{
    const auto input = FeedInput::open(options);
    if (!input) return refuse(input.error(), 2);
    for (const std::string& file : options.events) {
        const auto words = feed::wordsOfRows((*input)->mapping, *(*input)->reader, file, options.rows);
        if (!words) return refuse(words.error(), 2);
        std::printf("%s\n%s", file.c_str(), words->c_str());
    }
    auto files = (*input)->files(options);
    if (!files) return refuse(files.error(), 2);
    feed::Ledger ledger{feed::ledgerOptions((*input)->mapping)};
    while (true) {
        const auto next = files->next();
        if (!next) return refuse("it stops there: " + next.error(), 1);
        if (!*next) {
            std::printf("in all: ");
            tellRead(files->counts());
            printAnomalies(ledger.counts(), stdout);
            return saidNothing(files->counts()) ? refuseNothing(*files) : 0;
        }
        ledger.take(**next);
    }
}

int proposeMap(const FeedOptions& options)
{
    const auto proposal = feed::proposeMapping(options.events.front());
    if (!proposal) return refuse(proposal.error(), 2);
    std::printf("%s", proposal->c_str());
    return 0;
}

int simulate(const FeedOptions& options, const core::Clock& clock)
{
    const core::WallTime start = options.from.value_or(clock.now().wall);
    feed::SimulationOptions simulated;
    simulated.seed = options.seed;
    simulated.start = start;
    simulated.midnight = core::dayStart(start);
    feed::Simulation simulation{simulated};
    feed::LedgerOptions counting;
    counting.queues.assign(simulation.queues().begin(), simulation.queues().end());
    counting.issues.assign(simulation.issues().begin(), simulation.issues().end());
    std::optional<core::WallTime> end;
    if (options.length) end = start + *options.length;
    feed::ReporterOptions reporting = reporterOptions(options, clock, "simulation", "simulation");
    const std::string source = reporting.source;
    feed::SimulatedSource made_up{simulation};
    feed::Run run{
        {options.speed, start, end}, made_up, feed::Ledger{std::move(counting)}, feed::Reporter{std::move(reporting)}};
    return connectAndPlay(run, options, clock, source);
}

/// Of events, without --state: some 40 MB.
constexpr std::size_t most_in_memory = 200'000;

/// What a restart will cost, or what this one goes on with.
void tellStart(const FeedOptions& options, const feed::LiveRun& run, core::WallTime now)
{
    if (options.state.empty()) {
        std::fprintf(stderr, "carewall-feed: without --state DIR a restart loses the day; this one counts since %s\n",
                     feed::formatTime(now).c_str());
        return;
    }
    const auto heard = run.journal().lastHeard();
    if (run.journal().size() > 0 && heard && *heard)
        std::fprintf(stderr, "carewall-feed: goes on with %zu entries of %s, the last of them heard at %s\n",
                     run.journal().size(), options.state.c_str(), feed::formatTime(**heard).c_str());
}

/// Whose day the folder keeps: told under another name the same customers would stand on the wall twice.
core::Result<void, std::string> claim(KeptFeed& kept, const FeedOptions& options, const std::string& source)
{
    constexpr const char* told_as = "told as";
    const std::string name = options.floor + "/" + source;
    const auto before = kept.journal.note(told_as);
    if (!before) return core::failure("--state " + options.state + ": " + before.error());
    if (!before->empty() && *before != name) {
        return core::failure("--state " + options.state + ": keeps the day of " + *before +
                             " (floor/source), and this is " + name + "; each feed needs a folder of its own");
    }
    if (const auto noted = kept.journal.setNote(told_as, name); !noted)
        return core::failure("--state " + options.state + ": " + noted.error());
    return {};
}

/// Plays what happens now, and what is kept of before.
int playLive(feed::Source& source, KeptFeed kept, const feed::Mapping& mapping, const FeedOptions& options,
             const core::Clock& clock)
{
    feed::ReporterOptions reporting = reporterOptions(options, clock, mapping.source, "");
    reporting.epoch = kept.epoch;
    const std::string name = options.source.empty() ? mapping.source : options.source;
    if (const auto claimed = claim(kept, options, feed::topicId(name)); !claimed) return refuse(claimed.error(), 2);
    feed::LiveOptions live;
    live.fold = {feed::ledgerOptions(mapping), std::move(kept.learned)};
    if (options.state.empty()) live.most_entries = most_in_memory;
    feed::LiveRun run{source, std::move(kept.journal), feed::Reporter{std::move(reporting)}, std::move(live)};
    if (const auto begun = run.begin(); !begun) return refuse("--state " + options.state + ": " + begun.error(), 2);
    tellStart(options, run, clock.now().wall);
    const int exit_code = connectAndPlay(run, options, clock, name, std::move(kept.state));
    if (source.counts().rows > 0) tellRead(source.counts());
    if (run.doubles() > 0)
        std::printf("%llu told before, not counted again\n", static_cast<unsigned long long>(run.doubles()));
    if (!run.isWhole()) std::printf("more than %zu events came: late ones were counted as they came\n", most_in_memory);
    return exit_code;
}

int follow(FeedOptions options, const core::Clock& clock)
{
    options.speed = 1;
    auto kept = KeptFeed::open(options.state, clock.now().wall);
    if (!kept) return refuse(kept.error(), 2);
    const auto input = FeedInput::open(options, kept->salt);
    if (!input) return refuse(input.error(), 2);
    feed::LiveSource rows = (*input)->standardInput(options);
    const int exit_code = playLive(rows, std::move(*kept), (*input)->mapping, options, clock);
    if (exit_code == 0 && rows.wait().ended && rows.counts().refused > 0 && saidNothing(rows.counts()))
        return refuseNothing(rows);
    return exit_code;
}

int asterisk(FeedOptions options, const core::Clock& clock)
{
    options.speed = 1;
    const auto mapping = feed::loadMapping(options.map);
    if (!mapping) return refuse(mapping.error(), 2);
    const auto calls = openAsterisk(options, *mapping, clock);
    if (!calls) return refuse(calls.error(), 2);
    auto kept = KeptFeed::open({}, clock.now().wall);
    if (!kept) return refuse(kept.error(), 2);
    return playLive(**calls, std::move(*kept), *mapping, options, clock);
}

}  // namespace

int main(int argc, char** argv)
{
    const auto options = carewall::readFeedOptions(argc, argv);
    if (!options) return carewall::config::give(options.error());
    spdlog::set_default_logger(spdlog::stderr_logger_mt("carewall-feed"));
    spdlog::set_pattern("%n: %v");
    listenToSignals();
    const carewall::SystemClock clock;
    switch (options->mode) {
    case FeedOptions::Mode::Replay:
        return replay(*options, clock);
    case FeedOptions::Mode::Follow:
        return follow(*options, clock);
    case FeedOptions::Mode::Asterisk:
        return asterisk(*options, clock);
    case FeedOptions::Mode::Backtest:
        return backtest(*options);
    case FeedOptions::Mode::Simulate:
        return simulate(*options, clock);
    case FeedOptions::Mode::Check:
        return check(*options);
    case FeedOptions::Mode::Map:
        return proposeMap(*options);
    }
    return 2;
}
