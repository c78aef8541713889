#pragma once

#include "core/figures.h"
#include "core/standing.h"

#include <optional>
#include <string>
#include <vector>

/// A queue's figures, and the sums that the floor's are made of. Inside of core.
namespace carewall::core {

/// Hours that `service_level_by_hour` goes back.
inline constexpr std::size_t trend_hours = 12;

/// Sums of a queue (or of the floor) while its sources are gone through.
struct Sums {
    /// One window's slots.
    struct Window {
        Tally tally;
        std::optional<WallTime> since;
        Milliseconds covered{0};
        void add(const Tally& slot, WallTime floor);
        /// Of another queue or source; covers what the one that covers more does.
        void add(const Window& other);
        ResponseFigure response() const;
    };

    Window day;
    Window hour;
    std::vector<ServiceLevel> by_hour = std::vector<ServiceLevel>(trend_hours);
    std::uint64_t newly_overdue = 0;  ///< of the waiting, those who passed the target within the last hour

    void add(const Tally& slot, const Viewed& m, AbandonPolicy policy);
    void add(const Sums& other);
};

/// Calls `visit` with each slot that a source told, the open one once.
template <typename Visit>
void eachSlot(const QueueSource& source, Visit visit)
{
    bool open_is_closed = false;
    if (source.day) {
        for (const Tally& slot : source.day->report.slots) {
            visit(slot);
            if (source.now && source.now->report.open && slot.start == source.now->report.open->start)
                open_is_closed = true;
        }
    }
    if (source.now && source.now->report.open && !open_is_closed) visit(*source.now->report.open);
}

/// A queue's figures, and the sums that go into the floor's.
struct QueueResult {
    QueueFigures figures;
    Sums sums;
};

QueueResult queueFigures(const std::string& id, const Queue& queue, const State& state, const Viewed& m);

}  // namespace carewall::core
