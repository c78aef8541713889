#pragma once

#include "core/limits.h"
#include "core/message.h"
#include "core/time.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace carewall::store {

/// Whose slots: one source's of one queue, or of voice (then the queue is empty); or what the board keeps for itself
/// under the name in `queue`, a single row.
struct Series {
    enum class Kind : std::uint8_t { Queue = 1, Voice = 2, Kept = 3 };  // on disk: never renumber
    Kind kind = Kind::Queue;
    std::string queue;
    std::string source;
    auto operator<=>(const Series&) const = default;  // NOLINT(modernize-use-nullptr): of clang-tidy 14's own making
};

/// A closed slot as it lies on disk.
struct SlotRow {
    core::Milliseconds length{0};
    std::string body;        ///< of encodeSlot, or what was handed over under a name
    core::WallTime told_at;  ///< the board's time when it was last told
};

using SlotRows = std::vector<std::pair<core::WallTime, SlotRow>>;  ///< each with its start

using OwnedRows = std::vector<std::pair<Series, SlotRow>>;

/// What waits to be written: the newest a topic, the newest a slot. Limits: `limits::inbox_topics` topics with
/// `limits::inbox_bytes` of payload, and `slot_bytes` of slots; what is over them is dropped and counted.
/// Thread: one at a time.
class Pending {
public:
    static constexpr std::size_t slot_bytes = std::size_t{16} * 1024 * 1024;

    using Pictures = std::map<std::string, std::optional<core::Message>>;  ///< empty: to be forgotten
    using Slots = std::map<Series, std::map<core::WallTime, SlotRow>>;

    void remember(core::Message message);
    void forget(const std::string& topic);
    void keep(const Series& series, core::WallTime start, SlotRow row);
    /// Takes in what could not be written before; what waits here is newer and stays.
    void absorbOlder(Pending&& older);

    bool empty() const { return m_pictures.empty() && m_slots.empty(); }
    /// Enough that it should be written without waiting for more.
    bool plenty() const { return m_slot_bytes > slot_bytes / 4 || m_picture_bytes > core::limits::inbox_bytes / 4; }
    const Pictures& pictures() const { return m_pictures; }
    const Slots& slots() const { return m_slots; }
    /// Pictures and slots that found no room.
    std::uint64_t dropped() const { return m_dropped; }
    /// Bytes of payload and slots that wait.
    std::size_t bytes() const { return m_picture_bytes + m_slot_bytes; }

private:
    Pictures m_pictures;
    Slots m_slots;
    std::size_t m_picture_bytes = 0;
    std::size_t m_slot_bytes = 0;
    std::uint64_t m_dropped = 0;

    void put(const std::string& topic, std::optional<core::Message> picture);
};

}  // namespace carewall::store
