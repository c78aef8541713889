#pragma once

#include "core/day_history.h"
#include "core/limits.h"
#include "core/message.h"
#include "core/report.h"
#include "core/result.h"
#include "core/tally.h"
#include "core/time.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// What the board remembers when the power goes: the last picture and the history of closed slots, in one SQLite file.
namespace carewall::store {

/// Why there is no store.
struct StoreError {
    enum class Kind : std::uint8_t {
        Path,     ///< the path cannot be a store: empty, a folder
        Newer,    ///< a newer Carewall wrote it; it is left as it is
        Foreign,  ///< another program's database; it is left as it is
    };
    Kind kind = Kind::Path;
    std::string why;  ///< what is wrong, where, and what would be right
};

struct Options {
    /// Slots that no report told again for longer than this are forgotten. Days, >= 1.
    int keep_days = 60;
    /// From a change to its transaction. Bounds what a power cut can cost.
    core::Milliseconds flush_interval{5000};
    /// The destructor's last transaction is broken off after this.
    core::Milliseconds close_within{2000};
    /// Now, at the start: names a damaged file that is set aside, and dates slots until the first message comes.
    core::WallTime opened{};
    /// The file's size, bytes. Near it the slots told longest ago go first. At least 256 KiB.
    std::uint64_t max_bytes = 256ULL * 1024 * 1024;
    /// Last pictures kept, by number and by payload bytes; over it those that arrived first go.
    std::size_t max_pictures = core::limits::inbox_topics;
    std::size_t max_picture_bytes = core::limits::inbox_bytes;
    /// What keeps the store from writing, as a sentence; empty when it works again. Told once a change, on the store's
    /// own thread, from `open` on and until the destructor returns. Must not throw and not call the store.
    std::function<void(const std::string&)> on_trouble;
    /// SQLite VFS below the store; empty: the system's own. The seam at which tests let the disk fail.
    std::string vfs;
};

class Writer;

/// The board's memory on disk: the newest message of each topic, and closed slots by queue, source and start.
/// Writing: callers hand values over and go on; a thread of the store's own writes them in one transaction every
/// `flush_interval`. What waits is the newest a topic and the newest a slot, so that a flood costs no memory; what is
/// over the limits of waiting is dropped and told as trouble. A disk that is full, read-only or broken is told, tried
/// again, and what waits keeps waiting. A damaged file is set aside as NAME.corrupt-<date> (the newest three stay) and
/// a new one begun.
/// Reading waits for a running transaction: at boot or off the frame only. It shows what is on disk; `flush()` first
/// to see all that was handed over.
/// Thread: any, for each function. Reads no clock: times come with the values.
class Store {
public:
    /// Opens or makes the file (mode 0600, folders 0700). A file that cannot be opened for now (disk missing,
    /// read-only, held by another board) is no error: it is told as trouble and tried again.
    static core::Result<std::unique_ptr<Store>, StoreError> open(const std::filesystem::path& path, Options options);

    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    /// Writes what waits, once, within `Options::close_within`, and closes the file.
    ~Store();

    /// The newest message of its topic replaces the one before. An empty payload forgets the topic.
    void remember(core::Message message);
    void forget(const std::string& topic);

    /// Closed slots of one queue as one source tells them; a slot told again replaces itself.
    void keepQueueSlots(const std::string& queue, const std::string& source, const std::vector<core::Tally>& slots);
    void keepVoiceSlots(const std::string& source, const std::vector<core::VoiceSlot>& slots);

    /// Bytes under a name, in place of those before. Forgotten as slots are when they are not kept again.
    void keep(const std::string& name, std::string bytes);
    std::optional<std::string> kept(const std::string& name);

    /// The last picture, earliest arrival first. `received.steady` is 0: the wall time of arrival is all that is known.
    std::vector<core::Message> pictures();
    /// Slots that start in [from, to), rising start.
    std::vector<core::Tally> queueSlots(const std::string& queue, const std::string& source, core::WallTime from,
                                        core::WallTime to);
    std::vector<core::VoiceSlot> voiceSlots(const std::string& source, core::WallTime from, core::WallTime to);
    /// What each of the `days` days before `today` came to, summed up over its slots; `today` is a midnight on the
    /// floor. Asks the disk day by day, so that writing goes on between: some 10 ms a day with ten queues.
    core::DayHistory days(core::WallTime today, int days);

    /// Writes now, and waits at most `within`. True when all that was handed over before is on disk.
    bool flush(core::Milliseconds within = core::Milliseconds{5000});

private:
    explicit Store(std::unique_ptr<Writer> writer);
    std::unique_ptr<Writer> m_writer;
};

}  // namespace carewall::store
