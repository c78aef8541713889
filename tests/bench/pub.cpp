// A paced publisher of Carewall's own reports, for timing the board from outside.
//
// It takes the same options and prints the same line as the publisher of ../shared/peers, so that their prober and
// tables serve for both: 8 queues and one voice source (10 issues) in place of 8 + 10 topics, 70 % and 30 % of the
// reports. `sequence` is 2^24 + id: its low 24 bits, which the board paints, are the id.
//
//   carewall-bench-pub [-p port] [-r reports_per_s, 0 = flat out] [-n count | -t seconds] [-q 0|1] [-i first_id] [-R]
//                      [-w window] [-o log.csv] [-f floor]

#include "core/report.h"
#include "core/time.h"
#include "wire/encode.h"

#include <mosquitto.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <random>
#include <string>
#include <unistd.h>
#include <vector>

using namespace carewall;

namespace {

constexpr std::uint64_t sequence_base = 1U << 24U;
constexpr std::size_t queues = 8;
constexpr std::size_t variants = 64;
constexpr std::array<const char*, queues> queue_names{"Billing",  "Technical", "Orders",    "Returns",
                                                      "Accounts", "Mobile",    "Broadband", "VIP"};

struct Options {
    int port = 1883;
    double rate = 10;
    double seconds = 0;
    std::uint32_t count = 0;
    std::uint32_t first = 1;
    int qos = 0;
    bool retain = false;
    std::uint32_t window = 1000;
    std::string log;
    std::string floor = "bench";
};

std::uint64_t monotonicNs()
{
    timespec t{};
    clock_gettime(CLOCK_MONOTONIC, &t);
    return static_cast<std::uint64_t>(t.tv_sec) * 1'000'000'000U + static_cast<std::uint64_t>(t.tv_nsec);
}

/// A report encoded ahead, with the place of its sequence: flat out, encoding would be what is measured.
struct Template {
    std::string topic;
    std::string payload;
    std::size_t sequence_at = 0;
};

/// Sequences from 2^24 to 2^28 take four bytes as a varint, so one can be written over another.
void writeSequence(std::string& payload, std::size_t at, std::uint64_t sequence)
{
    for (std::size_t i = 0; i < 4; ++i)
        payload[at + i] = static_cast<char>(((sequence >> (7 * i)) & 0x7fU) | (i < 3 ? 0x80U : 0U));
}

Template templateOf(std::string topic, std::string payload, std::uint64_t sequence)
{
    Template t{std::move(topic), std::move(payload), 0};
    std::string varint(4, '\0');
    writeSequence(varint, 0, sequence);
    t.sequence_at = t.payload.find(varint);
    if (t.sequence_at == std::string::npos) std::abort();
    return t;
}

core::Header headerOf(core::WallTime now, std::uint64_t sequence)
{
    core::Header header;
    header.revision = {1, sequence};
    header.time = now;
    header.interval = core::Seconds{3600};
    return header;
}

Template queueTemplate(const Options& options, std::size_t queue, core::WallTime now, std::mt19937& random)
{
    const auto below = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
    const std::uint64_t marker = sequence_base + 0xabcdef;
    core::QueueNow report;
    report.header = headerOf(now, marker);
    report.label = queue_names.at(queue);
    report.channel = "Phone";
    report.target = {core::Seconds{20}, 0.8, core::AbandonPolicy::Ignored};
    report.waiting = 1 + below(30);
    report.ages.emplace_back(core::Seconds{20 + below(600)});
    report.agents = core::Agents{below(5), 5 + below(5), below(3)};
    core::Tally open;
    open.start = now - core::Seconds{120};
    open.length = core::Seconds{300};
    open.answered = 20 + below(20);
    open.offered = open.answered + 3;
    open.answered_within_target = open.answered - below(3);
    for (unsigned i = 0; i < 12; ++i)
        open.response.add(5 + below(200));
    report.open = open;
    return templateOf("carewall/v1/" + options.floor + "/queue/q" + std::to_string(queue) + "/bench/now",
                      wire::encode(report), marker);
}

Template voiceTemplate(const Options& options, core::WallTime now, std::mt19937& random)
{
    const std::uint64_t marker = sequence_base + 0xabcdef;
    core::VoiceNow report;
    report.header = headerOf(now, marker);
    core::VoiceSlot slot;
    slot.start = now - core::Seconds{300};
    slot.length = core::Seconds{900};
    for (unsigned i = 0; i < 10; ++i) {
        // Ranks seldom change on a floor, and do not here: what is measured is figures that change.
        const std::uint64_t mentions = 10 * (10 - i) + random() % 10;
        slot.issues.push_back(
            {"issue" + std::to_string(i), "Issue number " + std::to_string(i), {mentions, 2, random() % 4, 100}});
        slot.total.add(slot.issues.back().voices);
    }
    report.open = slot;
    return templateOf("carewall/v1/" + options.floor + "/voice/bench/now", wire::encode(report), marker);
}

class Workload {
public:
    explicit Workload(const Options& options)
    {
        timespec t{};
        clock_gettime(CLOCK_REALTIME, &t);
        const auto now = core::wallTimeFromMs(static_cast<std::int64_t>(t.tv_sec) * 1000);
        for (std::size_t q = 0; q < queues; ++q)
            for (std::size_t v = 0; v < variants; ++v)
                m_queues.at(q).push_back(queueTemplate(options, q, now, m_random));
        for (std::size_t v = 0; v < variants; ++v)
            m_voice.push_back(voiceTemplate(options, now, m_random));
    }

    /// The report with this id: each topic once at first, then 70 : 30 at random (fixed seed).
    const Template& next(std::uint32_t id)
    {
        Template* chosen = nullptr;
        if (id <= queues)
            chosen = &m_queues.at(id - 1).at(id % variants);
        else if (id <= 2 * queues || m_random() % 10 >= 7)
            chosen = &m_voice.at(m_random() % variants);
        else
            chosen = &m_queues.at(m_random() % queues).at(m_random() % variants);
        writeSequence(chosen->payload, chosen->sequence_at, sequence_base + id);
        return *chosen;
    }

private:
    std::mt19937 m_random{7};
    std::array<std::vector<Template>, queues> m_queues;
    std::vector<Template> m_voice;
};

Options readOptions(int argc, char** argv)
{
    Options o;
    int c = 0;
    while ((c = getopt(argc, argv, "p:r:n:t:q:s:i:Rw:o:f:")) != -1) {  // NOLINT(concurrency-mt-unsafe): one thread yet
        switch (c) {
        case 'p':
            o.port = std::atoi(optarg);
            break;
        case 'r':
            o.rate = std::atof(optarg);
            break;
        case 'n':
            o.count = static_cast<std::uint32_t>(std::strtoul(optarg, nullptr, 10));
            break;
        case 't':
            o.seconds = std::atof(optarg);
            break;
        case 'q':
            o.qos = std::atoi(optarg);
            break;
        case 's':
            break;  // payloads are what reports are
        case 'i':
            o.first = static_cast<std::uint32_t>(std::strtoul(optarg, nullptr, 10));
            break;
        case 'R':
            o.retain = true;
            break;
        case 'w':
            o.window = static_cast<std::uint32_t>(std::strtoul(optarg, nullptr, 10));
            break;
        case 'o':
            o.log = optarg;
            break;
        case 'f':
            o.floor = optarg;
            break;
        default:
            std::exit(2);
        }
    }
    if (o.count == 0 && o.seconds <= 0) o.seconds = 10;
    if (o.count == 0 && o.rate > 0) o.count = static_cast<std::uint32_t>(std::llround(o.rate * o.seconds));
    return o;
}

/// Sleeps until the deadline; how late it already is, ns.
std::uint64_t awaitDeadline(std::uint64_t due)
{
    const std::uint64_t now = monotonicNs();
    if (now >= due) return now - due;
    const timespec until{static_cast<time_t>(due / 1'000'000'000U), static_cast<long>(due % 1'000'000'000U)};
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, nullptr) == EINTR) {
    }
    return 0;
}

std::atomic<std::uint32_t> acknowledged{0};

}  // namespace

int main(int argc, char** argv)
{
    const Options options = readOptions(argc, argv);
    Workload workload(options);
    mosquitto_lib_init();
    mosquitto* client = mosquitto_new(nullptr, true, nullptr);
    mosquitto_int_option(client, MOSQ_OPT_TCP_NODELAY, 1);
    mosquitto_max_inflight_messages_set(client, options.window);
    mosquitto_publish_callback_set(client, [](mosquitto*, void*, int) { ++acknowledged; });
    if (mosquitto_connect(client, "127.0.0.1", options.port, 60) != MOSQ_ERR_SUCCESS) {
        std::fprintf(stderr, "no broker on 127.0.0.1:%d\n", options.port);
        return 1;
    }
    mosquitto_loop_start(client);
    std::vector<std::uint64_t> sent_at;
    const std::uint64_t start = monotonicNs();
    const auto end = start + static_cast<std::uint64_t>(options.seconds * 1e9);
    std::uint64_t latest = 0;
    std::uint32_t sent = 0;
    while (options.count > 0 ? sent < options.count : monotonicNs() < end) {
        if (options.rate > 0) {
            const auto due = start + static_cast<std::uint64_t>(static_cast<double>(sent) * 1e9 / options.rate);
            latest = std::max(latest, awaitDeadline(due));
        }
        while (sent - acknowledged >= options.window)
            usleep(20);
        const Template& report = workload.next(options.first + sent);
        sent_at.push_back(monotonicNs());
        mosquitto_publish(client, nullptr, report.topic.c_str(), static_cast<int>(report.payload.size()),
                          report.payload.data(), options.qos, options.retain);
        ++sent;
    }
    const std::uint64_t done = monotonicNs();
    for (int i = 0; acknowledged < sent && i < 10'000; ++i)
        usleep(1000);
    mosquitto_disconnect(client);
    mosquitto_loop_stop(client, false);
    mosquitto_destroy(client);
    mosquitto_lib_cleanup();

    if (FILE* log = options.log.empty() ? nullptr : std::fopen(options.log.c_str(), "w")) {
        for (std::uint32_t i = 0; i < sent; ++i)
            std::fprintf(log, "%u,%llu\n", options.first + i, static_cast<unsigned long long>(sent_at[i]));
        std::fclose(log);
    }
    const double seconds = static_cast<double>(done - start) / 1e9;
    std::printf("{\"sent\":%u,\"first\":%u,\"last\":%u,\"secs\":%.4f,\"rate\":%.1f,\"worst_late_ms\":%.2f,"
                "\"last_ns\":%llu,\"acked\":%u}\n",
                sent, options.first, options.first + sent - 1, seconds, sent / seconds,
                static_cast<double>(latest) / 1e6,
                static_cast<unsigned long long>(sent_at.empty() ? start : sent_at.back()), acknowledged.load());
    return 0;
}
