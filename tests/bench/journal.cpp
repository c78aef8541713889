// carewall-bench-journal FILE [EVENTS]: what the feed's journal costs: commits a second, and a restart with the events
// of a day (100,000 unless told) to the first right report. FILE is made anew, of a fixed seed.
#include "core/calendar.h"
#include "feed/run/kept_event.h"
#include "feed/run/live_run.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

using namespace carewall;
using namespace std::chrono_literals;

namespace {

const core::WallTime midnight{std::chrono::sys_days{std::chrono::year{2026} / 11 / 30}};
constexpr core::Milliseconds working_day = 15h;

double seconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

[[noreturn]] void stop(const std::string& why)
{
    std::fprintf(stderr, "%s\n", why.c_str());
    std::exit(1);
}

/// Nothing comes any more.
class Silent final : public feed::Source {
public:
    std::string name() const override { return "bench"; }
    core::Result<std::optional<feed::ConversationEvent>, std::string> next() override { return std::nullopt; }
    feed::SourceWait wait() const override { return {}; }
    const feed::ReadCounts& counts() const override { return m_counts; }

private:
    feed::ReadCounts m_counts;
};

/// Two fifths questions, as many answers, the rest resolutions; ten queues, 20,000 people.
std::vector<feed::ConversationEvent> dayOf(std::size_t events)
{
    std::mt19937_64 random(20261130);
    std::vector<feed::ConversationEvent> all;
    std::uniform_int_distribution<int> people{0, 19'999};
    for (std::size_t i = 0; all.size() < events; ++i) {
        feed::ConversationEvent event;
        event.at = midnight + core::Milliseconds{static_cast<std::int64_t>(random() % working_day.count())};
        event.conversation = "conversation-" + std::to_string(i);
        event.queue = "queue-" + std::to_string(i % 10);
        event.author = std::to_string(people(random)) + "abcdef0123456789";
        event.channel = "mail";
        event.issues = {i % 3 == 0 ? "delivery" : "refund"};
        event.sentiment = static_cast<double>(random() % 9) - 4;
        event.key = "0/" + std::to_string(i);
        all.push_back(event);
        event.kind = feed::Kind::Replied;
        event.by = feed::Role::Agent;
        event.author = "agent";
        event.issues.clear();
        event.at += core::Milliseconds{static_cast<std::int64_t>(random() % 1'200'000)};
        event.key = "1/" + std::to_string(i);
        all.push_back(event);
        if (i % 2 == 0) continue;
        event.kind = feed::Kind::Resolved;
        event.at += 10min;
        event.key = "2/" + std::to_string(i);
        all.push_back(event);
    }
    std::ranges::sort(all, {}, &feed::ConversationEvent::at);
    return all;
}

/// Writes [from, to) in batches; returns the time.
double write(store::Journal& journal, const std::vector<feed::ConversationEvent>& events, std::size_t from,
             std::size_t to, std::size_t batch)
{
    const double begun = seconds();
    for (std::size_t i = from; i < to; i += batch) {
        store::JournalBatch made{"bench", {}, std::to_string(i)};
        for (std::size_t k = i; k < std::min(i + batch, to); ++k)
            made.entries.push_back(feed::keptEvent(events[k]));
        if (const auto done = journal.append(made, events[i].at); !done) stop(done.error());
    }
    return seconds() - begun;
}

void restart(const std::string& file, core::WallTime now)
{
    const double begun = seconds();
    auto journal = store::Journal::open(file);
    if (!journal) stop(journal.error());
    const double opened = seconds();
    Silent source;
    feed::LiveOptions options;
    options.fold.counting.target = {5min, 0.8};
    feed::ReporterOptions reporting;
    reporting.floor = "bench";
    reporting.source = "bench";
    feed::LiveRun run{source, std::move(*journal), feed::Reporter{reporting}, options};
    if (const auto folded = run.begin(); !folded) stop(folded.error());
    const double folded = seconds();
    const auto reports = run.step({now, core::SteadyTime{1h}});
    if (!reports) stop(reports.error());
    const double told = seconds();
    std::printf("restart with %zu events: %.2f s (open %.2f, fold %.2f, %zu reports and a step of pruning %.2f)\n",
                run.journal().size(), told - begun, opened - begun, folded - opened, reports->size(), told - folded);
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc < 2) stop("usage: carewall-bench-journal FILE [EVENTS]");
    core::useTimeZone("UTC");
    const std::string file = argv[1];
    const std::size_t count = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 100'000;
    std::filesystem::remove(file);
    std::filesystem::remove(file + "-wal");
    const auto events = dayOf(count);
    {
        auto journal = store::Journal::open(file);
        if (!journal) stop(journal.error());
        const std::size_t singly = std::min<std::size_t>(2000, events.size() / 2);
        const double one = write(*journal, events, 0, singly, 1);
        const double many = write(*journal, events, singly, events.size(), 100);
        const auto rest = static_cast<double>(events.size() - singly);
        std::printf("commits of 1 event: %.0f a second; of 100: %.0f a second, %.0f events a second\n",
                    static_cast<double>(singly) / one, rest / 100 / many, rest / many);
    }
    std::printf("%.1f bytes an event on disk\n",
                static_cast<double>(std::filesystem::file_size(file)) / static_cast<double>(events.size()));
    for (int i = 0; i < 3; ++i)
        restart(file, midnight + 16h);
    return 0;
}
