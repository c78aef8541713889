#pragma once

#include "core/report.h"
#include "feed/happening.h"
#include "feed/mapping.h"

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>

namespace carewall::feed {

inline constexpr core::Milliseconds voice_slot = std::chrono::minutes{15};
/// Slots are kept so long: the last three hours and the same hours the day before, and a little.
inline constexpr core::Milliseconds voice_kept = std::chrono::hours{28};
/// Of one slot and issue; further ones count each time they speak.
inline constexpr std::size_t max_voices_told_apart = 50'000;

/// The start of the slot of a length that holds `time`. Slots begin at multiples of their length since 1970 UTC, which
/// are the same on the clock of every zone whose offset is in quarters of an hour.
core::WallTime slotStart(core::WallTime time, core::Milliseconds length);

/// Leaves a slot its most mentioned issues, at most so many, rising by id.
void keepMostMentioned(core::VoiceSlot& slot, std::size_t most);

/// The voice of the customer by slots: an author counts once a slot, and once an issue and slot, with the mean of what
/// was felt. Positive and negative by the thresholds; reach is the largest told of that author.
class Voices {
public:
    explicit Voices(Thresholds thresholds) : m_thresholds{thresholds} {}

    /// A customer spoke, or one of the community helped (of whom only the ladder's "defend" is counted).
    void heard(const Happening& happening);
    /// The brand spoke to somebody, or to everybody.
    void replied(core::WallTime at);
    void broadcast(core::WallTime at);
    /// Time passes: slots that began more than voice_kept ago are forgotten. Once a slot at least.
    void advanceTo(core::WallTime now);

    /// The slot that starts then, its issues rising by id; empty when nothing was said.
    core::VoiceSlot slot(core::WallTime start) const;
    /// Rises whenever a slot changes.
    std::uint64_t changes() const { return m_changes; }
    /// Rises whenever a slot before the running one does.
    std::uint64_t lateChanges() const { return m_late_changes; }
    std::uint64_t notToldApart() const { return m_not_told_apart; }

private:
    /// One author in one slot, of one issue or of anything.
    struct Voice {
        double felt = 0;
        std::uint32_t feelings = 0;
        std::uint64_t reach = 0;
    };
    enum class Rung : std::uint8_t { None, Anger, Like, Love };
    struct Slot {
        core::Mentions total;
        core::Ladder ladder;
        std::uint64_t replies = 0;
        std::uint64_t broadcasts = 0;
        std::map<std::string, core::Mentions> issues;
        std::unordered_map<std::string, Voice> voices;  ///< author, and author with issue
    };

    Slot* slotOf(core::WallTime at);
    void count(Slot& slot, core::Mentions& mentions, const std::string& key, const Happening& happening,
               bool on_ladder);
    int sign(const Voice& voice) const;
    Rung rung(const Voice& voice) const;
    static void step(core::Ladder& ladder, Rung rung, bool up);

    Thresholds m_thresholds;
    std::map<core::WallTime, Slot> m_slots;
    core::WallTime m_open{};    ///< start of the slot that runs
    core::WallTime m_oldest{};  ///< slots before it are forgotten
    std::uint64_t m_changes = 0;
    std::uint64_t m_late_changes = 0;
    std::uint64_t m_not_told_apart = 0;
};

}  // namespace carewall::feed
