#pragma once

#include "core/report.h"
#include "core/tally.h"
#include "core/time.h"
#include "feed/conversation/conversation_event.h"
#include "feed/conversation/queue_facts.h"
#include "feed/ledger/calibrator.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace carewall::feed {

/// What an agent does, and since when.
struct AgentNow {
    AgentState state = AgentState::Available;  ///< never Gone
    core::WallTime at{};
};
/// The agents of a queue who say themselves what they do, by pseudonym.
using Roster = std::map<std::string, AgentNow>;
core::Agents countOf(const Roster& roster);

/// One queue's state and slots.
struct QueueLedger {
    QueueFacts facts;
    std::optional<core::Agents> agents;
    Roster roster;
    std::set<std::pair<core::WallTime, std::string>> waiting;  ///< since when, and the conversation
    std::map<core::WallTime, core::Tally> slots;               ///< by start; only those with something in them
    core::WallTime slots_from{};                               ///< slots that start before it are gone
    std::optional<core::Milliseconds> last_wait;               ///< of the one answered last
    Calibrator calibrator;                                     ///< of its forecasts
    core::WallTime accrued{};                                  ///< until when waiting and busy time is in the slots
    std::uint64_t changes = 0;                                 ///< rises with every change
    std::uint64_t late_changes = 0;                            ///< rises with every change to a slot but the newest

    /// Time has passed until then: who waits and who is busy goes into the slots.
    void accrue(core::WallTime until);
    /// Slots that start before it go.
    void forgetBefore(core::WallTime time);
};

/// One customer's wait in one queue. All that is counted of it follows from it.
struct Wait {
    enum class End : std::uint8_t {
        NotYet,
        Answered,
        Abandoned,
        Left,  ///< neither: the queue was left, or the wait was none after all
    };
    QueueLedger* queue = nullptr;
    core::WallTime since{};
    core::WallTime until{};  ///< once it has ended
    End end = End::NotYet;
    bool by_community = false;      ///< answered so
    bool answered_late = false;     ///< somebody replied after it was abandoned
    std::uint16_t others = 0;       ///< who waited on when it was answered, at most limits::waiting_ages
    std::uint16_t passed_over = 0;  ///< of them, those who had waited longer

    bool isOn() const { return end == End::NotYet; }
};

/// The customer waits from now on, and time waited already counts.
void beginWait(const Wait& wait, const std::string& conversation);
/// The customer waits no more: `wait.until` and `wait.end` are told. Time waited counts up to there. Of an answer it is
/// kept how many others waited on.
void endWait(Wait& wait, const std::string& conversation);
/// As if the wait had never been: the time waited is taken back, and nothing is learnt of it.
void undoWait(const Wait& wait, const std::string& conversation, core::WallTime now);

/// What a wait adds to the slot in which it ended; nothing for one that has not, or that was left.
core::Tally countedAtEnd(const Wait& wait);
/// Takes from the queue's slot at that time what was added to it, where it is still held.
void takeBack(QueueLedger& queue, core::WallTime at, const core::Tally& added);

/// The queue's slot that is running at `floor`, which is the ledger's now() or later in the same slot; time waited
/// until then included.
core::Tally openSlot(const QueueLedger& queue, core::WallTime floor);

/// The queue's slot that starts then, made where there is none.
core::Tally& slotAt(QueueLedger& queue, core::WallTime start);

}  // namespace carewall::feed
