// carewall-bench-store [FILE]: what 60 days of 20 queues cost on disk: bytes a slot, writing, opening, the days'
// history. The file is made anew where there is none, of a fixed seed, and stays: a second run opens what another
// version wrote.
#include "store/store.h"
#include "store/slot_codec.h"

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

using namespace carewall;

namespace {

constexpr int days = 60;
constexpr int queues = 20;
constexpr int slots_a_day = 288;
const core::WallTime first{std::chrono::days{19800}};

double seconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Five minutes of a queue: most answers by day, none for some hours of the night.
core::Tally slot(std::mt19937_64& random, core::WallTime start, int place)
{
    core::Tally made;
    made.start = start;
    made.length = std::chrono::minutes{5};
    const double hour = place / 12.0;
    const double rate = hour < 6 ? 0.3 : hour < 8 || hour > 20 ? 3 : 12;
    made.offered = std::poisson_distribution<std::uint64_t>{rate}(random);
    made.abandoned = std::binomial_distribution<std::uint64_t>{made.offered, 0.08}(random);
    made.answered = made.offered - made.abandoned;
    made.answered_within_target = std::binomial_distribution<std::uint64_t>{made.answered, 0.8}(random);
    made.resolved = std::binomial_distribution<std::uint64_t>{made.answered, 0.7}(random);
    std::lognormal_distribution<double> waits(3.5, 1);
    for (std::uint64_t i = 0; i < made.answered; ++i)
        made.response.add(waits(random));
    if (made.offered > 0)
        made.line = {made.offered * 45'000, 180'000, 90'000, made.answered / 2, made.answered * 2, 1, 600'000};
    return made;
}

void fill(store::Store& store)
{
    std::mt19937_64 random(20261130);
    std::size_t bytes = 0;
    std::size_t empty = 0;
    const double begun = seconds();
    for (int day = 0; day < days; ++day) {
        store.remember({"clock", "x", {first + std::chrono::days{day}, {}}, true});
        for (int queue = 0; queue < queues; ++queue) {
            std::vector<core::Tally> slots;
            for (int i = 0; i < slots_a_day; ++i) {
                slots.push_back(slot(random, first + std::chrono::days{day} + i * std::chrono::minutes{5}, i));
                bytes += store::encodeSlot(slots.back()).size();
                empty += slots.back().offered == 0 ? 1 : 0;
            }
            store.keepQueueSlots("queue-" + std::to_string(queue), "feed", slots);
        }
        if (!store.flush(core::Milliseconds{60'000})) std::fprintf(stderr, "a flush failed\n");
    }
    constexpr double all = double{days} * queues * slots_a_day;
    std::printf("%.0f slots, %.0f %% of them empty: %.1f bytes each; written in %.2f s\n", all,
                100.0 * static_cast<double>(empty) / all, static_cast<double>(bytes) / all, seconds() - begun);
}

}  // namespace

int main(int argc, char** argv)
{
    const std::filesystem::path path = argc > 1 ? argv[1] : "bench-store.db";
    const bool is_new = !std::filesystem::exists(path);
    const double opening = seconds();
    auto made = store::Store::open(path, {});
    if (!made) return std::fprintf(stderr, "carewall-bench-store: %s\n", made.error().why.c_str()), 1;
    const double opened = seconds();
    std::printf("opened in %.1f ms\n", (opened - opening) * 1000);
    if (is_new) fill(**made);
    const double reading = seconds();
    const core::DayHistory history = (*made)->days(first + std::chrono::days{days}, days);
    std::uint64_t answered = 0;
    for (const core::PastDay& day : history)
        for (const auto& [queue, tally] : day.queues)
            answered += tally.answered;
    std::printf("%d days read in %.0f ms: %llu answers\n", days, (seconds() - reading) * 1000,
                static_cast<unsigned long long>(answered));
    made->reset();
    std::printf("%s has %.1f MB\n", path.filename().c_str(),
                static_cast<double>(std::filesystem::file_size(path)) / 1e6);
    return 0;
}
