#pragma once

#include "core/message.h"
#include "core/result.h"
#include "core/time.h"
#include "store/pending.h"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

struct sqlite3;

namespace carewall::store {

struct DatabaseError {
    enum class Kind : std::uint8_t {
        Newer,        ///< its schema is from a newer Carewall
        Foreign,      ///< it belongs to another program
        Corrupt,      ///< no database, or a damaged one
        Held,         ///< another process has it open
        Full,         ///< the disk, or `DatabaseLimits::max_bytes`
        Broken,       ///< read-only, I/O error, cannot be opened
        Interrupted,  ///< broken off by `interrupt`
    };
    Kind kind = Kind::Broken;
    std::string why;  ///< without the file's name
};

/// As in store::Options.
struct DatabaseLimits {
    std::uint64_t max_bytes = 0;
    int keep_days = 0;
    std::size_t max_pictures = 0;
    std::size_t max_picture_bytes = 0;
};

/// The one connection to the store's file. Thread: one at a time.
/// Write-ahead log with synchronous=NORMAL: a transaction costs a sequential append and no fsync, which spares an SD
/// card; a crash of the board loses nothing, a power cut the newest seconds at most, and neither the file's integrity.
/// Held exclusively: no shared-memory file, and a second board on the same file is noticed.
class Database {
public:
    template <typename T>
    using Result = core::Result<T, DatabaseError>;

    /// `path` exists already (prepareFile). While `interrupt` is true, whatever runs is broken off and rolled back.
    static Result<Database> open(const std::filesystem::path& path, const std::string& vfs,
                                 const DatabaseLimits& limits, std::atomic<bool>* interrupt);

    /// One transaction: all of it or nothing. `now` dates the pruning. Where space runs out, the slots told longest ago
    /// make room.
    Result<void> write(const Pending& pending, core::WallTime now);

    /// Earliest arrival first.
    Result<std::vector<core::Message>> pictures();
    /// Rows that start in [from, to), rising.
    Result<SlotRows> slots(const Series& series, core::WallTime from, core::WallTime to);
    /// The same of all queues and all voices, each with whose it is.
    Result<OwnedRows> slots(core::WallTime from, core::WallTime to);

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    std::unique_ptr<sqlite3, Close> m_database;
    DatabaseLimits m_limits;
    std::int64_t m_pruned_day = -1;
    bool m_no_space = false;  ///< the last transaction found no space

    Database(std::unique_ptr<sqlite3, Close> database, const DatabaseLimits& limits);
    Result<void> recognise();
    Result<void> configure();
    Result<void> migrate();
    Result<void> writeOnce(const Pending& pending, core::WallTime now);
    Result<void> makeRoom();
    Result<void> writePictures(const Pending::Pictures& pictures);
    Result<void> writeSlots(const Pending::Slots& slots);
    Result<void> prune(core::WallTime now);
    Result<std::int64_t> ask(const char* sql);
    Result<void> run(const char* sql);
    DatabaseError error(int code) const;
};

}  // namespace carewall::store
