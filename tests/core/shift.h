#pragma once

#include "core/event.h"

#include <random>
#include <string>
#include <vector>

/// Reports of a floor as its feeds would send them, the same for the same seed.
namespace carewall::tests {

using core::Milliseconds;
using core::Seconds;
using core::WallTime;

/// 2024-02-29 12:00 UTC: a Thursday's noon.
inline constexpr WallTime noon{Milliseconds{1'709'208'000'000}};

/// `after` noon on both clocks; the steady one began a day before.
inline core::Instant instant(Milliseconds after)
{
    return {noon + after, core::SteadyTime{std::chrono::hours{24} + after}};
}

template <typename What>
core::Event told(What what, Milliseconds after = {}, core::Origin origin = core::Origin::Live)
{
    return {instant(after), std::move(what), origin};
}

inline core::Header header(std::uint64_t sequence, std::optional<WallTime> time = std::nullopt, std::uint64_t epoch = 1)
{
    return {{epoch, sequence}, time, Milliseconds{0}};
}

class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_random(seed) {}
    /// In [0, below), the same on every machine.
    std::uint64_t roll(std::uint64_t below) { return m_random() % below; }
    /// In [0, 1).
    double share() { return static_cast<double>(m_random() >> 11U) * 0x1p-53; }
    template <typename List>
    void shuffle(List& list)
    {
        for (std::size_t i = list.size(); i > 1; --i)
            std::swap(list[i - 1], list[roll(i)]);
    }

private:
    std::mt19937_64 m_random;
};

/// One slot's happenings; adds each response time to `times` where given.
inline core::Tally slotOf(Dice& dice, WallTime start, std::vector<double>* times = nullptr)
{
    core::Tally slot;
    slot.start = start;
    slot.length = std::chrono::minutes{5};
    slot.answered = dice.roll(12);
    for (std::uint64_t i = 0; i < slot.answered; ++i) {
        const double seconds = std::exp2(dice.share() * 14);
        slot.response.add(seconds);
        if (times != nullptr) times->push_back(seconds);
        if (seconds <= 60) ++slot.answered_within_target;
        if (dice.roll(4) == 0) ++slot.answered_by_community;
    }
    slot.abandoned = dice.roll(4);
    slot.abandoned_within_target = dice.roll(slot.abandoned + 1);
    slot.offered = slot.answered + slot.abandoned + dice.roll(3);
    slot.resolved = dice.roll(slot.answered + 1);
    slot.fcr = dice.roll(slot.resolved + 1);
    return slot;
}

inline core::VoiceSlot voiceSlotOf(Dice& dice, WallTime start)
{
    core::VoiceSlot slot;
    slot.start = start;
    slot.length = std::chrono::minutes{15};
    for (const char* issue : {"billing", "delivery", "login", "price"}) {
        core::Mentions voices{1 + dice.roll(9), 0, 0, dice.roll(5000)};
        voices.positive = dice.roll(voices.mentions + 1);
        voices.negative = dice.roll(voices.mentions - voices.positive + 1);
        slot.total.add(voices);
        if (dice.roll(3) != 0) slot.issues.push_back({issue, {}, voices});
    }
    slot.ladder = {dice.roll(5), dice.roll(5), dice.roll(5), dice.roll(5)};
    slot.replies = dice.roll(20);
    slot.broadcasts = dice.roll(4);
    return slot;
}

/// What a shift of `rounds` rounds tells, one round every five minutes from noon, oldest first: three queues with two
/// sources, voices of two sources, notes, metrics, moments, notices, commands and a floor clock. All at one instant,
/// the end of the shift, as after a long silence of the link; each source restarts halfway.
std::vector<core::Event> shift(std::uint64_t seed, int rounds);

}  // namespace carewall::tests
