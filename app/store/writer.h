#pragma once

#include "store/database.h"
#include "store/pending.h"
#include "store/store.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace carewall::store {

/// The store's thread and what it shares with callers. Two locks, never one inside the other but m_gate within m_disk:
/// m_gate guards what waits and is held for moments; m_disk guards the database and is held while a disk works.
class Writer {
public:
    Writer(std::filesystem::path path, Options options)
        : m_path(std::move(path)), m_options(std::move(options)), m_now(m_options.opened)
    {
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    ~Writer() { stop(); }

    core::Result<void, StoreError> start();

    void remember(core::Message message);
    void forget(const std::string& topic);
    /// Dates the rows itself: by the newest message that was handed over.
    void keep(const Series& series, SlotRows&& rows);
    bool flush(core::Milliseconds within);

    std::vector<core::Message> pictures();
    SlotRows slots(const Series& series, core::WallTime from, core::WallTime to);
    OwnedRows slots(core::WallTime from, core::WallTime to);

private:
    const std::filesystem::path m_path;
    const Options m_options;

    std::mutex m_disk;
    std::optional<Database> m_database;
    std::atomic<bool> m_interrupt = false;

    std::mutex m_gate;
    std::condition_variable m_wake;
    std::condition_variable m_written;
    Pending m_pending;
    core::WallTime m_now;
    std::string m_trouble;              ///< as it stands
    std::deque<std::string> m_to_tell;  ///< its changes, not told yet
    bool m_stop = false;
    bool m_ended = false;
    bool m_wrote = true;  ///< the last attempt
    int m_failures = 0;   ///< in a row
    std::uint64_t m_asked = 0;
    std::uint64_t m_attempted = 0;

    std::thread m_thread;

    void stop();
    void work();
    void tell(std::unique_lock<std::mutex>& gate);
    core::Milliseconds pause() const;
    bool urgent() const;

    // Under m_disk:
    using Attempt = core::Result<void, DatabaseError>;
    Attempt ensureOpen(core::WallTime now);
    Attempt attempt(const Pending& pending, core::WallTime now);
    Attempt startAnew(const std::string& why, core::WallTime now);
    template <typename Rows, typename Read>
    Rows read(Read read);

    void trouble(const DatabaseError& error);
    // Under m_gate:
    void setTrouble(std::string words);
    std::string words(const DatabaseError& error) const;
};

}  // namespace carewall::store
