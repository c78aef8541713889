#pragma once

#include "core/figures/figures.h"
#include "core/figures/report_age.h"
#include "core/opening.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// A queue's figures, and the sums that the floor's are made of. Inside of core.
namespace carewall::core {

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
    std::uint64_t newly_breached = 0;  ///< of the waiting, those who passed the target within the last hour

    void add(const Tally& slot, const Viewed& m);
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

/// The closed slots of one source summed up, and for which reports and times the sums are right.
struct ClosedSlots {
    Revision revision;  ///< of the report; one that has none is summed up each time
    Instant arrived;
    std::size_t slots = 0;
    WallTime today{};
    WallTime from{};    ///< floor time
    WallTime until{};   ///< from here on other slots count, or for other hours
    WallTime newest{};  ///< the latest start
    Sums sums;
};

/// What is kept of a queue.
struct QueueCache {
    std::map<std::string, ClosedSlots> sources;
    Opening opening;  ///< what `spell` was made of
    OpenSpell spell{true, std::nullopt, WallTime::max(), WallTime::min()};
    std::optional<SteadyTime> foreseen;  ///< when `forecast` was made
    Target target;                       ///< what it was made for, as far as that may not wait a second
    Freshness freshness = Freshness::Live;
    bool closed = false;
    std::size_t lines = 0;
    Forecast forecast;
};

/// A queue's figures, and the sums that go into the floor's. `figures.day_tally` is left to who needs the sums no more,
/// `figures.tone` to who
/// holds tones.
struct QueueResult {
    QueueFigures figures;
    Sums sums;
};

QueueResult queueFigures(const std::string& id, const Queue& queue, const State& state, const Viewed& m,
                         QueueCache& cache);

}  // namespace carewall::core
