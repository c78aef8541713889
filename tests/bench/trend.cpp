// The trend detector on simulated floors, beside z-scores on the same streams: false trends a floor-week, minutes until
// a burst is found and until its end is; what it costs.
//   carewall-bench-trend [--weeks 60] [--trials 300] [--seed 1] [--false 1] [--floor NAME]
//
// A floor has 40 issues of 0.02 to 1.2 mentions a minute, season of the day (1 + 0.8 sin) and of the week (weekends
// 0.6), each issue's day shifted by up to an hour of its own. It is learned for six weeks and watched for `weeks`.
//   poisson   Poisson minutes
//   minutes   negative-binomial minutes: each minute of each issue is Gamma(2) times the usual
//   hours     hourly frailty: each hour of each issue is Gamma(16) times the usual, CV 0.25
//   common    the same, one frailty for all issues of the floor
// As on a board, slots are of 15 minutes and the open one is looked at each minute.
// Bursts begin at a random minute at which the issue's season is within 10 % of 1, after two quiet hours; the delay is
// counted to the end of the minute in which the trend is seen. z = (x - mu) / sqrt(mu) over the trailing 15 or 60
// minutes, looked at each minute, mu being the simulation's own mean, which no floor knows; it alarms as it passes the
// threshold and is armed again once it is below. The last of them has the lowest threshold (in steps of 0.5) that has
// no more false alarms than Carewall on the same stream.
#include "core/trend/trend.h"
#include "store/trend_codec.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <numbers>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace carewall::core;
using std::chrono::minutes;

constexpr std::size_t issue_count = 40;
constexpr std::int64_t week_minutes = 7 * 24 * 60;
constexpr std::int64_t learned_weeks = 6;
constexpr std::int64_t slot_minutes = 15;
const WallTime monday = wallTimeFromMs(1'704'067'200'000);  // 2024-01-01, UTC

enum class Kind : std::uint8_t { Poisson, Minutes, Hours, Common };
constexpr std::array<const char*, 4> kind_names = {"poisson", "minutes", "hours", "common"};

WallTime at(std::int64_t minute)
{
    return monday + minutes{minute};
}

/// A floor's mentions, minute by minute.
class Floor {
public:
    Floor(Kind kind, std::uint64_t seed) : m_kind{kind}, m_random{seed}
    {
        std::mt19937_64 shape{7};  // the same floor for all kinds
        std::uniform_real_distribution<double> shift{-1, 1};
        for (std::size_t i = 0; i < issue_count; ++i) {
            m_rates[i] = 0.02 * std::pow(60.0, static_cast<double>(i) / (issue_count - 1));
            m_shift[i] = shift(shape);
        }
        m_rates[3] = 0.03;
        m_rates[15] = 0.1;
        m_rates[26] = 0.3;
        for (std::size_t i = 0; i < issue_count; ++i)
            for (std::int64_t m = 0; m < week_minutes; ++m)
                m_season[i].push_back(seasonAt(static_cast<double>(m), m_shift[i]));
        m_hour.fill(1);
    }
    static std::size_t issueOfRate(double rate) { return rate < 0.05 ? 3 : rate < 0.2 ? 15 : 26; }

    double season(std::size_t issue, std::int64_t minute) const
    {
        return m_season[issue][static_cast<std::size_t>(minute % week_minutes)];
    }
    double mean(std::size_t issue, std::int64_t minute) const { return m_rates[issue] * season(issue, minute); }

    /// Issue `burst` is `times` the usual.
    void draw(std::int64_t minute, std::array<std::uint64_t, issue_count>& mentions, std::size_t burst, double times)
    {
        if (minute / 60 != m_drawn_hour) {
            m_drawn_hour = minute / 60;
            std::gamma_distribution<double> frailty{16, 1.0 / 16};
            const double all = frailty(m_random);
            for (double& hour : m_hour)
                hour = m_kind == Kind::Hours ? frailty(m_random) : m_kind == Kind::Common ? all : 1;
        }
        for (std::size_t i = 0; i < issue_count; ++i) {
            double rate = mean(i, minute) * m_hour[i] * (i == burst ? times : 1);
            if (m_kind == Kind::Minutes) rate *= -0.5 * std::log(uniform() * uniform());  // Gamma(2, 1/2)
            mentions[i] = poisson(rate);
        }
    }
    std::mt19937_64& random() { return m_random; }

private:
    static double seasonAt(double minute, double shift)
    {
        const double hour = minute / 60;
        const double day = 1 + 0.8 * std::sin(2 * std::numbers::pi * (hour + shift - 9) / 24);
        return day * (minute >= 5 * 24 * 60 ? 0.6 : 1);
    }
    double uniform() { return (static_cast<double>(m_random() >> 11U) + 0.5) * 0x1p-53; }
    std::uint64_t poisson(double rate)
    {
        if (rate > 30) return std::poisson_distribution<std::uint64_t>{rate}(m_random);
        double product = uniform();
        const double least = std::exp(-rate);
        std::uint64_t n = 0;
        for (; product > least; ++n)
            product *= uniform();
        return n;
    }

    Kind m_kind;
    std::mt19937_64 m_random;
    std::array<double, issue_count> m_rates{};
    std::array<double, issue_count> m_shift{};
    std::array<std::vector<double>, issue_count> m_season;
    std::array<double, issue_count> m_hour{};
    std::int64_t m_drawn_hour = -1;
};

/// Slots filled minute by minute.
class Slots {
public:
    Slots()
    {
        for (std::size_t i = 0; i < issue_count; ++i)
            m_slot.issues.push_back({"issue-" + std::to_string(100 + i), {}, {}});
        m_slot.length = minutes{slot_minutes};
    }
    void add(std::int64_t minute, const std::array<std::uint64_t, issue_count>& mentions)
    {
        if (minute % slot_minutes == 0) {
            m_slot.start = at(minute);
            m_slot.total = {};
            for (IssueMentions& issue : m_slot.issues)
                issue.voices = {};
        }
        for (std::size_t i = 0; i < issue_count; ++i) {
            m_slot.issues[i].voices.mentions += mentions[i];
            m_slot.total.mentions += mentions[i];
        }
    }
    bool full(std::int64_t minute) const { return minute % slot_minutes == slot_minutes - 1; }
    const VoiceSlot& slot() const { return m_slot; }

private:
    VoiceSlot m_slot;
};

/// z over a trailing window, of each issue and of the whole floor.
class ZScore {
public:
    ZScore(double threshold, std::size_t window) : m_threshold{threshold}, m_window{window} {}

    /// How many passed the threshold now; `watched` tells whether that one did.
    int add(std::int64_t minute, const Floor& floor, const std::array<std::uint64_t, issue_count>& mentions,
            std::size_t watched, bool& found)
    {
        int alarms = 0;
        double all = 0;
        double all_mean = 0;
        for (std::size_t i = 0; i <= issue_count; ++i) {
            const double x = i < issue_count ? static_cast<double>(mentions[i]) : all;
            const double mean = i < issue_count ? floor.mean(i, minute) : all_mean;
            all += x;
            all_mean += mean;
            One& one = m_ones[i];
            one.counts.emplace_back(x, mean);
            one.x += x;
            one.mean += mean;
            if (one.counts.size() > m_window) {
                one.x -= one.counts.front().first;
                one.mean -= one.counts.front().second;
                one.counts.pop_front();
            }
            const bool above = one.counts.size() == m_window && one.x - one.mean >= m_threshold * std::sqrt(one.mean);
            if (above && !one.above) ++alarms;
            if (above && i == watched) found = true;
            one.above = above;
        }
        return alarms;
    }

private:
    struct One {
        std::deque<std::pair<double, double>> counts;
        double x = 0;
        double mean = 0;
        bool above = false;
    };
    double m_threshold;
    std::size_t m_window;
    std::array<One, issue_count + 1> m_ones;
};

std::vector<ZScore> zScores(double fair)
{
    return {{3, 15}, {3, 60}, {7, 15}, {7, 60}, {fair, 60}};
}
constexpr std::size_t z_count = 5;
constexpr std::array<const char*, z_count> z_names = {"z>=3/15min", "z>=3/60min", "z>=7/15min", "z>=7/60min",
                                                      "z fair/60min"};

struct Options {
    std::int64_t weeks = 60;
    int trials = 300;
    std::uint64_t seed = 1;
    const char* floor = "";
    TrendOptions trend;
};

Trends learned(Floor& floor, const TrendOptions& options)
{
    Trends trends{options};
    Slots slots;
    std::array<std::uint64_t, issue_count> mentions{};
    for (std::int64_t m = 0; m < learned_weeks * week_minutes; ++m) {
        floor.draw(m, mentions, issue_count, 1);
        slots.add(m, mentions);
        if (slots.full(m)) trends.close(slots.slot());
    }
    return trends;
}

/// Returns the threshold at which z over an hour is as seldom wrong.
double falseTrends(Floor& floor, Trends trends, const Options& options)
{
    Slots slots;
    std::array<std::uint64_t, issue_count> mentions{};
    std::vector<ZScore> others = zScores(7);
    others.pop_back();
    for (int i = 1; i <= 60; ++i)
        others.emplace_back(7 + 0.5 * i, 60);
    std::vector<std::int64_t> alarms(others.size());
    std::vector<std::string> before;
    int issues = 0;
    int volume = 0;
    bool volume_before = false;
    std::int64_t trending = 0;
    bool unused = false;
    for (std::int64_t m = learned_weeks * week_minutes; m < (learned_weeks + options.weeks) * week_minutes; ++m) {
        floor.draw(m, mentions, issue_count, 1);
        slots.add(m, mentions);
        const TrendsNow now = trends.watch({&slots.slot(), 1}, at(m + 1));
        std::vector<std::string> names;
        for (const Trend& trend : now.issues) {
            names.push_back(trend.issue);
            issues += std::find(before.begin(), before.end(), trend.issue) == before.end() ? 1 : 0;
        }
        trending += static_cast<std::int64_t>(names.size());
        before = names;
        volume += now.volume && !volume_before ? 1 : 0;
        volume_before = now.volume.has_value();
        for (std::size_t z = 0; z < others.size(); ++z)
            alarms[z] += others[z].add(m, floor, mentions, issue_count, unused);
        if (slots.full(m)) trends.close(slots.slot());
    }
    const auto weeks = static_cast<double>(options.weeks);
    std::printf("  false a floor-week: carewall %.3f (of these the volume %.3f; trending %.2f issue-hours a week)",
                (issues + volume) / weeks, volume / weeks, static_cast<double>(trending) / 60 / weeks);
    for (std::size_t z = 0; z + 1 < z_count; ++z)
        std::printf("  %s %.2f", z_names[z], static_cast<double>(alarms[z]) / weeks);
    std::size_t fair = z_count - 2;
    while (fair + 1 < others.size() && alarms[fair] > issues + volume)
        ++fair;
    const double threshold = 7 + 0.5 * static_cast<double>(fair - (z_count - 2));
    std::printf("  fair: z>=%.1f/60min %.2f\n", threshold, static_cast<double>(alarms[fair]) / weeks);
    return threshold;
}

struct Delays {
    std::vector<double> minutes;
    int missed = 0;
    int early = 0;
    double quantile(double q)
    {
        if (minutes.empty()) return std::nan("");
        std::sort(minutes.begin(), minutes.end());
        return minutes[static_cast<std::size_t>(q * static_cast<double>(minutes.size() - 1))];
    }
};

void bursts(Floor& floor, const Trends& learnt, double rate, double times, double fair, const Options& options)
{
    constexpr std::int64_t quiet = 120;
    const std::int64_t lasts = rate >= 0.3 ? 120 : 360;
    const std::size_t burst = Floor::issueOfRate(rate);
    const std::string name = "issue-" + std::to_string(100 + burst);
    Delays ours;
    Delays ends;
    std::array<Delays, z_count> theirs;
    int again = 0;
    for (int trial = 0; trial < options.trials; ++trial) {
        std::int64_t onset = 0;
        do {
            onset = learned_weeks * week_minutes + 3 * 60 +
                    static_cast<std::int64_t>(floor.random()() % static_cast<std::uint64_t>(week_minutes));
        } while (std::abs(floor.season(burst, onset) - 1) > 0.1);
        const std::int64_t first = (onset - quiet) / 60 * 60;
        Trends trends = learnt;
        Slots slots;
        std::array<std::uint64_t, issue_count> mentions{};
        std::vector<ZScore> others = zScores(fair);
        std::array<bool, z_count> found{};
        bool trending = false;
        double seen = -1;
        double gone = -1;
        for (std::int64_t m = first; m < onset + lasts + 360; ++m) {
            const bool on = m >= onset && m < onset + lasts;
            floor.draw(m, mentions, burst, on ? times : 1);
            slots.add(m, mentions);
            const TrendsNow now = trends.watch({&slots.slot(), 1}, at(m + 1));
            const bool before = trending;
            trending =
                std::any_of(now.issues.begin(), now.issues.end(), [&](const Trend& t) { return t.issue == name; });
            if (trending && seen < 0)
                seen = static_cast<double>(m + 1 - onset);
            else if (trending && !before)
                ++again;
            if (!trending && before) gone = static_cast<double>(m + 1 - onset - lasts);
            for (std::size_t z = 0; z < others.size(); ++z) {
                bool above = false;
                others[z].add(m, floor, mentions, burst, above);
                if (above && !found[z] && m >= onset) {
                    found[z] = true;
                    theirs[z].minutes.push_back(static_cast<double>(m + 1 - onset));
                }
            }
            if (slots.full(m)) trends.close(slots.slot());
        }
        for (std::size_t z = 0; z < others.size(); ++z)
            if (!found[z]) theirs[z].minutes.push_back(1e6);
        if (seen >= 0 && seen <= 0)
            ++ours.early;
        else
            ours.minutes.push_back(seen > 0 ? seen : 1e6);
        if (seen > 0 && !trending) ends.minutes.push_back(gone);
        if (seen > 0 && trending) ends.minutes.push_back(1e6);
    }
    std::printf(
        "  %4.3g-fold at %.2f/min: found after %3.0f min (p90 %3.0f; early %d)  gone %4.0f min after the end (p90 "
        "%4.0f), again %d  |",
        times, rate, ours.quantile(0.5), ours.quantile(0.9), ours.early, ends.quantile(0.5), ends.quantile(0.9), again);
    for (std::size_t z = 0; z < theirs.size(); ++z)
        std::printf("  %s %.0f", z_names[z], theirs[z].quantile(0.5));
    std::printf("\n");
}

double seconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void cost()
{
    constexpr std::size_t many = 500;
    std::mt19937_64 random{3};
    Trends trends;
    VoiceSlot slot;
    slot.length = minutes{slot_minutes};
    for (std::size_t i = 0; i < many; ++i)
        slot.issues.push_back({"an-issue-of-the-floor-" + std::to_string(1000 + i), {}, {}});
    const auto draw = [&](double share) {
        slot.total = {};
        for (std::size_t i = 0; i < many; ++i) {
            std::poisson_distribution<std::uint64_t> poisson{share * 20.0 / static_cast<double>(1 + i % 100)};
            slot.issues[i].voices = {poisson(random), 0, 0, 0};
            slot.total.add(slot.issues[i].voices);
        }
    };
    constexpr int closes = 672 * 2;
    double closing = 0;
    for (int s = 0; s < closes; ++s) {
        slot.start = at(s * slot_minutes);
        draw(1);
        const double begun = seconds();
        trends.close(slot);
        closing += seconds() - begun;
    }
    slot.start = at(closes * slot_minutes);
    draw(0.5);
    const WallTime now = slot.start + minutes{slot_minutes} / 2;
    const auto timed = [&](const VoiceSlot& open) {
        constexpr int times = 2000;
        std::size_t sum = 0;
        const double begun = seconds();
        for (int i = 0; i < times; ++i)
            sum += trends.at({&open, 1}, now).issues.size();
        const double took = (seconds() - begun) / times;
        return std::pair{took * 1e6, sum / times};
    };
    VoiceSlot some = slot;
    std::erase_if(some.issues, [](const IssueMentions& issue) { return issue.voices.mentions == 0; });
    some.issues.resize(std::min<std::size_t>(some.issues.size(), 200));
    const auto [all_us, all_trends] = timed(slot);
    const auto [some_us, some_trends] = timed(some);
    for (std::size_t i = 0; i < 10; ++i)
        some.issues[i * 20].voices.mentions += 60;
    const auto [burst_us, burst_trends] = timed(some);
    std::printf("cost with 500 issues: close() %.0f us; at() %.1f us with all 500 named (%zu trend), %.1f us with %zu "
                "named (%zu), %.1f us with ten bursts (%zu trend); kept in %zu bytes\n",
                closing / closes * 1e6, all_us, all_trends, some_us, some.issues.size(), some_trends, burst_us,
                burst_trends, carewall::store::encodeTrends(trends.memory()).size());
}

}  // namespace

int main(int argc, char** argv)
{
    setenv("TZ", "UTC", 1);
    Options options;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string name = argv[i];
        if (name == "--weeks")
            options.weeks = std::atoi(argv[i + 1]);
        else if (name == "--trials")
            options.trials = std::atoi(argv[i + 1]);
        else if (name == "--seed")
            options.seed = static_cast<std::uint64_t>(std::atoll(argv[i + 1]));
        else if (name == "--false")
            options.trend.false_trends_a_week = std::atof(argv[i + 1]);
        else if (name == "--errors")
            options.trend.bound_errors = std::atof(argv[i + 1]);
        else if (name == "--floor")
            options.floor = argv[i + 1];
        else
            return std::fprintf(stderr, "carewall-bench-trend: no option %s; see the source's first lines\n", argv[i]),
                   2;
    }
    std::printf("40 issues, %lld learned and %lld watched weeks, %d bursts each, seed %llu\n",
                static_cast<long long>(learned_weeks), static_cast<long long>(options.weeks), options.trials,
                static_cast<unsigned long long>(options.seed));
    for (const Kind kind : {Kind::Poisson, Kind::Minutes, Kind::Hours, Kind::Common}) {
        const char* name = kind_names[static_cast<std::size_t>(kind)];
        if (*options.floor != '\0' && std::strcmp(options.floor, name) != 0) continue;
        const double begun = seconds();
        std::printf("%s\n", name);
        Floor floor{kind, options.seed * 10 + static_cast<std::uint64_t>(kind)};
        const Trends trends = learned(floor, options.trend);
        const double fair = options.weeks > 0 ? falseTrends(floor, trends, options) : 7;
        for (const auto& [rate, times] : {std::pair{0.3, 10.0}, {0.3, 5.0}, {0.1, 5.0}, {0.03, 5.0}})
            if (options.trials > 0) bursts(floor, trends, rate, times, fair, options);
        std::printf("  (%.0f s)\n", seconds() - begun);
        std::fflush(stdout);
    }
    cost();
    return 0;
}
