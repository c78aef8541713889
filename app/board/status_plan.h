#pragma once

#include "core/figures/board_status.h"
#include "core/stage/snapshot.h"
#include "core/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace carewall::board {

/// What a status tells of the screen itself.
struct ScreenNow {
    std::uint64_t frames = 0;  ///< drawn since the start
    std::int32_t width = 0;    ///< of the window, device-independent pixels
    std::int32_t height = 0;
};

/// The board's word on what is on its screen. `identity` holds what does not change: board, version, start.
core::BoardStatus statusOf(const core::Snapshot& snapshot, core::BoardStatus identity, const ScreenNow& screen);

/// When a status is to be said: as soon as another scene is shown or an alarm begins or ends, where anything else
/// changed at most every two seconds, and at least every ten. A value: who says asks once a second.
class StatusPlan {
public:
    static constexpr core::Seconds at_most{2};
    static constexpr core::Seconds at_least{10};

    bool isDue(const core::Snapshot& snapshot, core::SteadyTime now) const;
    void said(const core::Snapshot& snapshot, core::SteadyTime now);

private:
    /// What a status is waited for.
    struct Awaited {
        core::Scene scene = core::Scene::Floor;
        core::Why why{};
        std::vector<std::string> alarms;
        bool operator==(const Awaited&) const = default;
    };
    static Awaited awaited(const core::Snapshot& snapshot);

    std::optional<core::SteadyTime> m_said;
    std::uint64_t m_changes = 0;
    Awaited m_awaited;
};

}  // namespace carewall::board
