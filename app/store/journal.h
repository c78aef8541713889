#pragma once

#include "core/result.h"
#include "core/time.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace carewall::store {

/// One thing that happened, as bytes that the journal does not look into.
struct JournalEntry {
    core::WallTime at{};       ///< floor time
    int rank = 0;              ///< its place among those of one instant
    std::string key;           ///< what its source calls it; empty: never a double
    std::string conversation;  ///< of what it is, for pruning: a conversation or whatever else; empty: of nothing
    std::string body;
};

/// What is written together: all of it or nothing.
struct JournalBatch {
    std::string source;
    std::vector<JournalEntry> entries;
    std::optional<std::string> cursor;  ///< how far the source was read with these, in its own words; empty: as it was
};

/// What a feed was told, on disk: once append() has returned it is never lost, and told twice it is there once.
///
/// One SQLite file, readable by its owner alone, in write-ahead mode with synchronous=FULL: a transaction is one append
/// to the log and one fsync, so that neither a kill nor a power cut takes what was acknowledged, and leaves nothing
/// half written. (The board's store takes NORMAL: what it loses, a feed tells again.) Held exclusively: a second feed
/// on the same file is refused. Each entry carries a checksum, so that a damaged one is told and not counted. Errors
/// are sentences about the file, without its name: "it is damaged (...); move it away to begin anew". Not for several
/// threads.
class Journal {
public:
    template <typename T>
    using Result = core::Result<T, std::string>;

    /// Doubles are told apart for so long after they came.
    static constexpr core::Milliseconds keys_kept = std::chrono::hours{24 * 7};

    /// Makes the file and its folder where they are missing. `vfs`: what SQLite writes through; empty: the system's.
    static Result<Journal> open(const std::filesystem::path& file, const std::string& vfs = {});
    /// Keeps everything in memory, and ends with the process.
    static Result<Journal> inMemory();

    /// One transaction. For each entry whether it was new: false for one whose key its source has told before. `heard`
    /// is the clock's time. After an error nothing of the batch is kept.
    Result<std::vector<bool>> append(const JournalBatch& batch, core::WallTime heard);
    /// Visits all entries by time, rank and arrival, without their keys. An error ends it, the visitor's own, too.
    Result<void> each(const std::function<Result<void>(const JournalEntry&)>& visit) const;
    std::size_t size() const { return m_size; }
    /// When something was last appended; empty before.
    Result<std::optional<core::WallTime>> lastHeard() const;

    /// How far a source was read; empty: nothing is known of it.
    Result<std::string> cursor(const std::string& source) const;
    /// Something small that is to be known at the next start; empty where it was never noted.
    Result<std::string> note(const std::string& name) const;
    Result<void> setNote(const std::string& name, std::string_view value);
    /// A number above each that it gave before, at least `least`.
    Result<std::uint64_t> nextEpoch(std::uint64_t least);

    /// A step of forgetting: looks at no more than `most` of the entries from before `until` and lets those go that
    /// `keeps` does not want (it is given an entry's conversation and time), and at as many keys from before `heard`
    /// less keys_kept. False when there is nothing left to look at: the next step begins again with the oldest.
    Result<bool> prune(core::WallTime until, core::WallTime heard,
                       const std::function<bool(const std::string&, core::WallTime)>& keeps, std::size_t most);

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    /// Where an entry stands.
    struct Place {
        std::int64_t at = INT64_MIN;
        std::int64_t rank = 0;
        std::int64_t number = 0;
    };

    explicit Journal(std::unique_ptr<sqlite3, Close> database);
    static Result<Journal> connect(const std::filesystem::path& file, const std::string& vfs);
    static Result<void> make(const std::filesystem::path& file, const std::string& vfs);
    Result<void> recognise() const;
    Result<void> count();
    Result<void> run(const char* sql) const;
    Result<std::int64_t> ask(const char* sql) const;
    Result<void> together(const std::function<Result<void>()>& work) const;
    Result<std::vector<bool>> write(const JournalBatch& batch, core::WallTime heard);
    Result<void> forgetKeys(core::WallTime before, std::size_t most) const;
    std::string words(int code) const;

    std::unique_ptr<sqlite3, Close> m_database;
    std::size_t m_size = 0;
    std::int64_t m_number = 0;  ///< of the newest entry
    Place m_pruned;             ///< up to where the last step looked
};

}  // namespace carewall::store
