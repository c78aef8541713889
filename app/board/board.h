#pragma once

#include "board/inbox.h"
#include "board/recording.h"
#include "board/trend_watch.h"
#include "core/figures/figures_cache.h"
#include "core/settings.h"
#include "core/stage/snapshot.h"
#include "store/store.h"

#include <future>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace carewall::board {

/// A board without a screen: what waits in the inbox, decoded and folded into the State, and what there is to show of
/// it. Live, at boot, in a replay at any speed, in the gallery and in the tests the same turns give the same alarms,
/// tones and scenes.
/// Thread: the folding one, all of it.
class Board {
public:
    struct Options {
        core::Settings settings{};      ///< reports of other floors than settings.floor are refused
        store::Store* store = nullptr;  ///< where pictures and slots are kept; none: not kept
        Recorder* recorder = nullptr;   ///< where raw messages go as they are folded; none: nowhere
    };
    Board(Inbox& inbox, Options options);

    /// Folds the pictures of the last run, marked as remembered: the first frame is the last known truth.
    void boot(const std::vector<core::Message>& pictures, core::Instant now);

    /// Folds what waits, then the time; weighs what trends, works out the figures and directs the stage. The snapshot
    /// is the board's own, good until the next call.
    const core::Snapshot& turn(core::Instant now);

    /// Folds one event that did not come as a message: the link, the store, a key. The next turn shows it.
    void happened(const core::Event& event);

    /// As the last turn left it; its state with what has happened since.
    const core::Snapshot& snapshot() const { return m_snapshot; }
    const core::State& state() const { return m_snapshot.state; }

private:
    void fold(const core::Message& message, core::Origin origin);
    void keep(const core::Message& message, const core::Event& event);
    void lookBack(core::Instant now);
    void workOut(core::Instant now);
    void refuse(const std::string& topic, std::string why, std::uint64_t times, core::Instant at);
    void nameInLog(const core::UnknownFieldsSeen& seen, core::Instant at);
    /// Whether there is room in the log of this minute; takes it.
    bool mayLog(core::Instant at);

    Inbox& m_inbox;
    const Options m_options;
    core::Snapshot m_snapshot;
    core::FiguresCache m_cache;
    TrendWatch m_trends;
    /// Which days were asked for last: those before a midnight, and whether its first reports had come by then.
    struct Asked {
        core::WallTime today{};
        bool settled = false;
        bool operator==(const Asked&) const = default;
    };
    std::optional<Asked> m_asked;
    std::future<core::DayHistory> m_history;  ///< on its way
    core::SteadyTime m_log_from{};            ///< start of the present minute of the refusal log
    std::uint64_t m_logged = 0;               ///< refusals logged in it
    std::uint64_t m_not_logged = 0;           ///< and those only counted
    std::set<std::string> m_named;            ///< topics whose unknown fields the log has named
};

/// Topics that nobody uses by right and that a slip of the finger leads to: other spellings of the floor's kinds, the
/// version or the floor left out. What comes there is refused, with what would be right.
std::vector<std::string> nearMisses(const std::string& floor);

/// Where reports of whatever floor come first. These topics overlap with `filters`: a broker sends what meets both
/// twice.
std::vector<std::string> anyFloor();

/// The topics a board subscribes to: its floor's reports and its own commands, not the boards' statuses.
std::vector<std::string> filters(const std::string& floor, const std::string& board);

}  // namespace carewall::board
