#pragma once

#include "core/report.h"
#include "feed/conversation/conversation_event.h"
#include "feed/conversation/spoken.h"
#include "feed/text/sentiment_thresholds.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace carewall::feed {

/// An author, and an author with an issue, is held for core::voice_window; further ones count each time they speak.
/// About 64 bytes each: 13 MB at the most.
inline constexpr std::size_t max_voices_told_apart = 200'000;

/// Leaves a slot its most mentioned issues, at most so many, rising by id.
void keepMostMentioned(core::VoiceSlot& slot, std::size_t most);

/// The voice of the customer by slots. A loud author is one voice: who has been counted, in all or for an issue, is not
/// counted there again for core::voice_window (3 h), so that the slots of any such window sum up to the distinct
/// voices in it. All that the author says within it is felt where the voice was counted: the mean of what was felt, by
/// the thresholds positive, negative or neither, and the largest reach told.
///
/// Several feeds that share a stream by conversation count an author who speaks in two of them twice: voices add up
/// exactly where no author has conversations in more than one feed within a window; all else adds up always.
class Voices {
public:
    explicit Voices(SentimentThresholds thresholds) : m_thresholds{thresholds} {}

    /// A customer spoke, or one of the community helped (of whom only the ladder's "defend" is counted).
    void heard(const ConversationEvent& event);
    /// Somebody who was heard already spoke of this issue, too: nothing but the issue is counted.
    void heardOf(const std::string& issue, const Spoken& words);
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
    /// One author, of one issue or of anything.
    struct Voice {
        core::WallTime counted{};  ///< start of the slot
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
    };

    Slot* slotOf(core::WallTime at);
    void changed(core::WallTime slot);
    void count(const std::string* issue, const Spoken& words);
    void helped(const Spoken& words);
    std::pair<Voice*, bool> voiceOf(std::uint64_t key, core::WallTime slot);
    int sign(const Voice& voice) const;
    Rung rung(const Voice& voice) const;
    static void step(core::Ladder& ladder, Rung rung, bool up);

    SentimentThresholds m_thresholds;
    std::map<core::WallTime, Slot> m_slots;
    std::unordered_map<std::uint64_t, Voice> m_voices;  ///< by author, and by author and issue
    core::WallTime m_open{};                            ///< start of the slot that runs
    core::WallTime m_oldest{};                          ///< slots before it are forgotten
    std::uint64_t m_changes = 0;
    std::uint64_t m_late_changes = 0;
    std::uint64_t m_not_told_apart = 0;
};

}  // namespace carewall::feed
