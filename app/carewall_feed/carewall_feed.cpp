/// carewall-feed: introduces files, standard input or a simulation to the ledger, and its reports to the broker.

#include "carewall_feed/feed_link.h"
#include "carewall_feed/feed_options.h"
#include "carewall_feed/feed_output.h"
#include "carewall_feed/feed_state.h"
#include "carewall_feed/feed_terminal.h"
#include "core/calendar.h"
#include "core/system_clock.h"
#include "feed/backtest/backtest.h"
#include "feed/backtest/backtest_json.h"
#include "feed/backtest/backtest_page.h"
#include "feed/conversation/clean_text.h"
#include "feed/run/run.h"
#include "feed/simulation/simulation.h"
#include "feed/sources/file_source.h"

#include <poll.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

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

/// Plays a run to its end, or until it is asked to stop. The exit code.
int play(feed::Run& run, FeedLink& link, const FeedOptions& options, const core::Clock& clock)
{
    const bool at_once = options.speed <= 0;
    Progress progress{options.quiet, options.speed};
    std::string trouble;
    while (!run.ended() && !stopped()) {
        if (at_once && !link.waitUp()) break;
        const core::Instant now = clock.now();
        if (link.cameUp()) run.reporter().forgetTold();
        auto reports = run.step(now);
        if (!reports) {
            trouble = reports.error();
            break;
        }
        // While the broker is away floor time goes on; when it is back, everything is told anew.
        if (link.isUp() && !link.send(*reports, at_once)) run.reporter().forgetTold();
        progress.show(now, run.floor(), run.played(), link.sent(), link.isUp());
        if (!at_once) std::this_thread::sleep_for(50ms);
    }
    progress.end();
    link.send(run.last(clock.now()), true);
    link.close(10s);
    return trouble.empty() ? 0 : refuse(trouble, 1);
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

int connectAndPlay(feed::Run& run, const FeedOptions& options, const core::Clock& clock, const std::string& source)
{
    auto link = FeedLink::open(options.broker, "carewall-feed-" + options.floor + "-" + source,
                               run.reporter().lostClock(), stopped);
    if (!link) return refuse(link.error(), 2);
    if (!(*link)->waitUp()) return 0;
    const int exit_code = play(run, **link, options, clock);
    tellLedger(run.ledger().counts(), (*link)->sent());
    return exit_code;
}

/// The mapping and what reads by it; the mapping stays where it is.
struct Understanding {
    feed::Mapping mapping;
    std::unique_ptr<feed::RowReader> reader;
};

core::Result<std::unique_ptr<Understanding>, std::string> understand(const FeedOptions& options)
{
    auto made = std::make_unique<Understanding>();
    auto mapping = options.map.empty() ? feed::plainMapping() : feed::loadMapping(options.map);
    if (!mapping) return core::failure(mapping.error());
    made->mapping = std::move(*mapping);
    std::string words = options.words == "none" ? "" : options.words;
    if (options.words.empty()) {
        auto found = feed::findWordList(made->mapping, options.events);
        if (!found) return core::failure(found.error());
        words = std::move(*found);
    }
    auto reader = feed::RowReader::make(made->mapping, words);
    if (!reader) return core::failure(reader.error());
    made->reader = std::move(*reader);
    return made;
}

int replay(const FeedOptions& options, const core::Clock& clock)
{
    const auto understood = understand(options);
    if (!understood) return refuse(understood.error(), 2);
    const feed::Mapping& mapping = (*understood)->mapping;
    auto files = feed::FileSource::open(mapping, *(*understood)->reader, options.events, {options.max_refused, 100});
    if (!files) return refuse(files.error(), 2);
    feed::ReporterOptions reporting = reporterOptions(options, clock, mapping.source, "replay");
    const std::string source = reporting.source;
    feed::Run run{{options.speed, options.from, options.to},
                  feed::Ledger{feed::ledgerOptions(mapping)},
                  feed::Reporter{std::move(reporting)},
                  [&files] { return files->next(); }};
    const int exit_code = connectAndPlay(run, options, clock, source);
    tellRead(files->counts());
    if (!run.ended()) std::printf("to go on from here: --from %s\n", feed::formatTime(run.floor()).c_str());
    return exit_code;
}

int cannotWrite(const std::string& path)
{
    return refuse((path.empty() ? "standard output" : path) + ": cannot be written: " + std::strerror(errno), 1);
}

int backtest(const FeedOptions& options)
{
    const auto understood = understand(options);
    if (!understood) return refuse(understood.error(), 2);
    const feed::Mapping& mapping = (*understood)->mapping;
    auto files = feed::FileSource::open(mapping, *(*understood)->reader, options.events, {options.max_refused, 100});
    if (!files) return refuse(files.error(), 2);
    FeedOutput lines{options.json_lines};
    if (!lines.isOpen()) return cannotWrite(options.json_lines);
    const auto pull = [&files]() -> core::Result<std::optional<feed::ConversationEvent>, std::string> {
        return stopped() ? std::optional<feed::ConversationEvent>{} : files->next();
    };
    const auto tested =
        feed::backtest({options.from, options.to, options.known, {}}, feed::ledgerOptions(mapping), pull,
                       [&lines](const feed::BacktestEvent& event) { lines.write(feed::jsonLine(event) + "\n"); });
    tellRead(files->counts(), stderr);
    if (!tested) return refuse(tested.error(), 1);
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
    feed::Run run{{options.speed, start, end},
                  feed::Ledger{std::move(counting)},
                  feed::Reporter{std::move(reporting)},
                  [&simulation]() -> core::Result<std::optional<feed::ConversationEvent>, std::string> {
                      return simulation.next();
                  }};
    return connectAndPlay(run, options, clock, source);
}

/// What standard input has within a moment; empty when nothing came, `ended` when nothing will.
std::string_view readInput(std::array<char, 64 * 1024>& buffer, bool& ended)
{
    pollfd input{STDIN_FILENO, POLLIN, 0};
    if (poll(&input, 1, 100) <= 0) return {};
    const ssize_t size = read(STDIN_FILENO, buffer.data(), buffer.size());
    ended = size == 0 || (size < 0 && errno != EINTR && errno != EAGAIN);
    return {buffer.data(), size > 0 ? static_cast<std::size_t>(size) : 0};
}

/// The [[file]] for standard input: the one that says so, else the first.
const feed::FileMapping& ofInput(const feed::Mapping& mapping)
{
    const auto named = std::ranges::find(mapping.files, "-", &feed::FileMapping::match);
    return named == mapping.files.end() ? mapping.files.front() : *named;
}

/// Standard input through the ledger to the broker, in wall time, until it ends or the feed is to stop.
class Following {
public:
    Following(const FeedOptions& options, const core::Clock& clock, Understanding& understood, FeedLink& link,
              feed::Reporter reporter, feed::Ledger ledger, FeedState state)
        : m_options{options}, m_clock{clock}, m_understood{understood}, m_link{link},
          m_reporter{std::move(reporter)}, m_ledger{std::move(ledger)}, m_state{std::move(state)}
    {
    }

    int run()
    {
        std::array<char, 64 * 1024> buffer{};
        Progress progress{m_options.quiet, 1};
        bool ended = false;
        std::string trouble;
        m_link.send({m_reporter.withdrawnClock()}, true);
        while (!ended && !stopped() && trouble.empty()) {
            const std::string_view bytes = readInput(buffer, ended);
            const core::Instant now = m_clock.now();
            trouble = take(bytes, ended, now.wall);
            tell(now);
            if (const auto kept = m_state.keep(m_ledger, now.steady); !kept)
                std::fprintf(stderr, "carewall-feed: %s\n", kept.error().c_str());
            progress.show(now, now.wall, m_events, m_link.sent(), m_link.isUp());
        }
        progress.end();
        m_link.send(m_reporter.last(m_ledger, m_clock.now().wall, m_clock.now()), true);
        m_link.close(10s);
        tellLedger(m_ledger.counts(), m_link.sent());
        if (m_source) tellRead(m_source->counts());
        if (const auto kept = m_state.write(m_ledger); !kept && trouble.empty()) trouble = kept.error();
        return trouble.empty() ? 0 : refuse(trouble, 1);
    }

private:
    std::string take(std::string_view bytes, bool ended, core::WallTime now)
    {
        if (!m_source && !bytes.empty()) {
            const feed::FileMapping& how = ofInput(m_understood.mapping);
            const bool json = m_options.format.empty() ? bytes.front() == '{' : m_options.format == "jsonl";
            const feed::Format guessed = json ? feed::Format::JsonLines : feed::Format::Csv;
            m_source.emplace(*m_understood.reader, how,
                             m_options.format.empty() ? how.format.value_or(guessed) : guessed, "standard input",
                             feed::RefusalLimit{m_options.max_refused, 100});
        }
        if (m_source && !bytes.empty()) {
            if (std::string trouble = fold(m_source->take(bytes, now)); !trouble.empty()) return trouble;
        }
        return m_source && ended ? fold(m_source->finish(now)) : std::string{};
    }

    std::string fold(const core::Result<std::vector<feed::ConversationEvent>, std::string>& events)
    {
        if (!events) return events.error();
        for (const feed::ConversationEvent& event : *events)
            m_ledger.take(event);
        m_events += events->size();
        return {};
    }

    void tell(core::Instant now)
    {
        m_ledger.advanceTo(now.wall);
        if (m_link.cameUp()) m_reporter.forgetTold();
        if (m_link.isUp() && !m_link.send(m_reporter.turn(m_ledger, now.wall, now), false)) m_reporter.forgetTold();
    }

    const FeedOptions& m_options;
    const core::Clock& m_clock;
    Understanding& m_understood;
    FeedLink& m_link;
    feed::Reporter m_reporter;
    feed::Ledger m_ledger;
    FeedState m_state;
    std::optional<feed::LiveSource> m_source;
    std::uint64_t m_events = 0;
};

int follow(FeedOptions options, const core::Clock& clock)
{
    options.speed = 1;
    const auto understood = understand(options);
    if (!understood) return refuse(understood.error(), 2);
    const std::string source = options.source.empty() ? (*understood)->mapping.source : options.source;
    feed::Ledger ledger{feed::ledgerOptions((*understood)->mapping)};
    FeedState state{options.state};
    if (const auto read = state.read(ledger); !read) return refuse(read.error(), 2);
    const auto link =
        FeedLink::open(options.broker, "carewall-feed-" + options.floor + "-" + source, std::nullopt, stopped);
    if (!link) return refuse(link.error(), 2);
    if (!(*link)->waitUp()) return 0;
    Following following{options,
                        clock,
                        **understood,
                        **link,
                        feed::Reporter{reporterOptions(options, clock, source, "")},
                        std::move(ledger),
                        std::move(state)};
    return following.run();
}

}  // namespace

int main(int argc, char** argv)
{
    const auto options = carewall::readFeedOptions(argc, argv);
    if (!options) {
        const auto& [words, exit_code] = options.error();
        std::fprintf(exit_code == 0 ? stdout : stderr, "%s%s", words.c_str(), words.ends_with('\n') ? "" : "\n");
        return exit_code;
    }
    spdlog::set_default_logger(spdlog::stderr_logger_mt("carewall-feed"));
    spdlog::set_pattern("%n: %v");
    listenToSignals();
    const carewall::SystemClock clock;
    switch (options->mode) {
    case FeedOptions::Mode::Replay:
        return replay(*options, clock);
    case FeedOptions::Mode::Follow:
        return follow(*options, clock);
    case FeedOptions::Mode::Backtest:
        return backtest(*options);
    case FeedOptions::Mode::Simulate:
        return simulate(*options, clock);
    }
    return 2;
}
