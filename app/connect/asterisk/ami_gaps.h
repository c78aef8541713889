#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

/// Inside the room only: what happened while nobody listened.
namespace carewall::connect {

/// Asterisk's own counts of a queue since it started: how often a call ended in it. A timeout counts as abandoned
/// there.
struct QueueTotals {
    std::uint64_t completed = 0;
    std::uint64_t abandoned = 0;
};

/// How many calls ended in queues while AMI was away, by the differences of Asterisk's own counts. They are counted,
/// and no times are invented for them. A call that was seen to be answered before the gap was seen, also where it ended
/// in it.
class AmiGaps {
public:
    /// AMI is away; of each queue so many calls were talking then.
    void away(const std::map<std::string, std::uint64_t, std::less<>>& talking);
    /// Asterisk began anew: it counts from 0, and those who talked do no more.
    void restarted();
    /// An end that was told, of a queue of that name. `seen` of one that was known to talk.
    void completed(std::string_view name, bool seen);
    void abandoned(std::string_view name);
    /// Of a list: what Asterisk counts by now.
    void told(std::string_view name, QueueTotals totals);

    /// In all gaps.
    std::uint64_t notSeen() const { return m_not_seen; }

private:
    struct Queue {
        bool known = false;
        bool away = false;  ///< since it was last told
        bool was_away = false;
        QueueTotals base;             ///< as last told
        QueueTotals since;            ///< ends that were told since then
        std::uint64_t talking = 0;    ///< from before the gap, and not known to have ended
        std::uint64_t ambiguous = 0;  ///< of those that ended in the gap, so many may be of them
    };
    Queue& of(std::string_view queue);
    void settle(Queue& queue);

    std::map<std::string, Queue, std::less<>> m_queues;
    std::uint64_t m_not_seen = 0;
};

}  // namespace carewall::connect
