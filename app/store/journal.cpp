#include "store/journal.h"

#include "core/sealed.h"
#include "store/file.h"
#include "store/statement.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace carewall::store {

namespace {

namespace fs = std::filesystem;

/// "CWjr": tells our file from another program's.
constexpr std::int64_t journal_id = 0x43576A72;

/// Step i takes a file from user_version i to i + 1. A step that was ever released is never changed.
constexpr std::array journal_migrations{
    // Entries lie as they are read: by time. Keys lie as they came, so that the oldest are at hand.
    R"(PRAGMA application_id = 1129802354;
       CREATE TABLE entry(at_ms INTEGER NOT NULL, rank INTEGER NOT NULL, number INTEGER NOT NULL,
                          conversation TEXT NOT NULL, body BLOB NOT NULL, sum INTEGER NOT NULL,
                          PRIMARY KEY(at_ms, rank, number)) WITHOUT ROWID;
       CREATE TABLE known(number INTEGER PRIMARY KEY, source TEXT NOT NULL, key TEXT NOT NULL, heard_ms INTEGER NOT NULL,
                          UNIQUE(source, key));
       CREATE TABLE cursor(source TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
       CREATE TABLE note(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
       PRAGMA user_version = 1;)",
};
static_assert(journal_id == 1129802354);

constexpr const char* heard_note = "heard";
constexpr const char* epoch_note = "epoch";

std::int64_t sumOf(std::string_view body)
{
    return static_cast<std::int64_t>(core::checksum(body));
}

std::string journalTrouble(int code, const std::string& detail)
{
    switch (code & 0xFF) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return "it is damaged (" + detail + "); move it away to begin anew";
    case SQLITE_FULL:
        return "there is no space left for it (" + detail + ")";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "another feed has it open; each needs one of its own";
    case SQLITE_READONLY:
        return "it is read-only (" + detail + "); it must be writable for the feed";
    default:
        return "it cannot be read or written (" + detail + ")";
    }
}

void syncFolder(const fs::path& folder)
{
    const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0) return;
    ::fsync(opened);
    ::close(opened);
}

}  // namespace

void Journal::Close::operator()(sqlite3* database) const
{
    sqlite3_close(database);
}

Journal::Journal(std::unique_ptr<sqlite3, Close> database) : m_database{std::move(database)}
{
}

std::string Journal::words(int code) const
{
    return journalTrouble(code, sqlite3_errmsg(m_database.get()));
}

Journal::Result<void> Journal::run(const char* sql) const
{
    const int code = sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return core::failure(words(code));
    return {};
}

Journal::Result<std::int64_t> Journal::ask(const char* sql) const
{
    Statement question{m_database.get(), sql};
    if (!question.next()) return core::failure(words(question.code()));
    return question.integer(0);
}

Journal::Result<void> Journal::together(const std::function<Result<void>()>& work) const
{
    Result<void> done = run("BEGIN IMMEDIATE");
    if (done) done = work();
    if (done) done = run("COMMIT");
    if (!done) static_cast<void>(run("ROLLBACK"));  // the first error is the one to tell
    return done;
}

Journal::Result<Journal> Journal::connect(const fs::path& file, const std::string& vfs)
{
    sqlite3* made = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (file.empty() ? SQLITE_OPEN_MEMORY : 0);
    const int code =
        sqlite3_open_v2(file.empty() ? ":memory:" : file.c_str(), &made, flags, vfs.empty() ? nullptr : vfs.c_str());
    Journal opened{{made, Close{}}};
    if (code != SQLITE_OK)
        return core::failure(journalTrouble(code, made == nullptr ? "no memory" : sqlite3_errmsg(made)));
    sqlite3_extended_result_codes(made, 1);
    // Locked from the first read on: no shared memory, and a second feed is noticed.
    if (auto locked = opened.run("PRAGMA locking_mode = EXCLUSIVE"); !locked) return core::failure(locked.error());
    return opened;
}

/// Under another name first: a file that is there is a whole one, and an empty one is damaged.
Journal::Result<void> Journal::make(const fs::path& file, const std::string& vfs)
{
    const fs::path next = file.string() + ".new";
    std::error_code error;
    fs::remove(next, error);
    if (auto prepared = prepareFile(next); !prepared)
        return core::failure("it cannot be made (" + prepared.error() + ")");
    {
        auto made = connect(next, vfs);
        if (!made) return core::failure(made.error());
        for (const char* step : journal_migrations)
            if (auto done = made->together([&] { return made->run(step); }); !done) return done;
    }
    fs::rename(next, file, error);
    if (error) return core::failure("it cannot be made (" + error.message() + ")");
    syncFolder(file.parent_path());
    return {};
}

Journal::Result<Journal> Journal::open(const fs::path& file, const std::string& vfs)
{
    std::error_code error;
    if (!fs::exists(file, error)) {
        if (auto made = make(file, vfs); !made) return core::failure(made.error());
    }
    if (fs::file_size(file, error) == 0 && !error)
        return core::failure(std::string{"it is damaged (it is empty); move it away to begin anew"});
    if (auto prepared = prepareFile(file); !prepared)
        return core::failure("it cannot be opened (" + prepared.error() + ")");
    auto opened = connect(file, vfs);
    if (!opened) return opened;
    if (auto known = opened->recognise(); !known) return core::failure(known.error());
    if (auto set = opened->run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -4096;"
                               "PRAGMA journal_size_limit = 4194304; PRAGMA secure_delete = FAST;"
                               "PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY");
        !set)
        return core::failure(set.error());
    if (auto counted = opened->count(); !counted) return core::failure(counted.error());
    return opened;
}

Journal::Result<Journal> Journal::inMemory()
{
    auto opened = connect({}, {});
    if (!opened) return opened;
    for (const char* step : journal_migrations)
        if (auto done = opened->run(step); !done) return core::failure(done.error());
    return opened;
}

Journal::Result<void> Journal::recognise() const
{
    const auto id = ask("PRAGMA application_id");
    if (!id) return core::failure(id.error());
    const auto version = ask("PRAGMA user_version");
    if (!version) return core::failure(version.error());
    if (*id != journal_id) return core::failure(std::string{"it is no journal of a feed; move it away to begin anew"});
    if (*version > static_cast<std::int64_t>(journal_migrations.size())) {
        return core::failure("a newer Carewall wrote it (schema " + std::to_string(*version) + ", this one knows " +
                             std::to_string(journal_migrations.size()) +
                             "); use that Carewall, or move it away to begin anew");
    }
    return {};
}

Journal::Result<void> Journal::count()
{
    const auto size = ask("SELECT count(*) FROM entry");
    if (!size) return core::failure(size.error());
    const auto newest = ask("SELECT coalesce(max(number), 0) FROM entry");
    if (!newest) return core::failure(newest.error());
    m_size = static_cast<std::size_t>(*size);
    m_number = *newest;
    return {};
}

Journal::Result<std::vector<bool>> Journal::append(const JournalBatch& batch, core::WallTime heard)
{
    std::vector<bool> fresh;
    const std::int64_t number = m_number;
    const auto done = together([&]() -> Result<void> {
        auto written = write(batch, heard);
        if (!written) return core::failure(written.error());
        fresh = std::move(*written);
        return {};
    });
    if (!done) {
        m_number = number;
        return core::failure(done.error());
    }
    m_size += static_cast<std::size_t>(std::ranges::count(fresh, true));
    return fresh;
}

Journal::Result<std::vector<bool>> Journal::write(const JournalBatch& batch, core::WallTime heard)
{
    sqlite3* database = m_database.get();
    Statement meet{database, "INSERT OR IGNORE INTO known(source, key, heard_ms) VALUES(?, ?, ?)"};
    Statement insert{database,
                     "INSERT INTO entry(at_ms, rank, number, conversation, body, sum) VALUES(?, ?, ?, ?, ?, ?)"};
    Statement note{database, "INSERT OR REPLACE INTO note(name, value) VALUES(?, ?)"};
    std::vector<bool> fresh;
    for (const JournalEntry& entry : batch.entries) {
        bool is_new = true;
        if (!entry.key.empty()) {
            if (!meet.bind(batch.source).bind(entry.key).bind(core::toMs(heard)).run())
                return core::failure(words(meet.code()));
            is_new = sqlite3_changes(database) > 0;
        }
        fresh.push_back(is_new);
        if (!is_new) continue;
        insert.bind(core::toMs(entry.at)).bind(entry.rank).bind(++m_number).bind(entry.conversation);
        if (!insert.bindBlob(entry.body).bind(sumOf(entry.body)).run()) return core::failure(words(insert.code()));
    }
    if (batch.cursor) {
        Statement go{database, "INSERT OR REPLACE INTO cursor(source, value) VALUES(?, ?)"};
        if (!go.bind(batch.source).bindBlob(*batch.cursor).run()) return core::failure(words(go.code()));
    }
    const std::string when = std::to_string(core::toMs(heard));
    if (!note.bind(heard_note).bindBlob(when).run()) return core::failure(words(note.code()));
    return fresh;
}

Journal::Result<void> Journal::each(const std::function<Result<void>(const JournalEntry&)>& visit) const
{
    Statement rows{m_database.get(),
                   "SELECT at_ms, rank, conversation, body, sum FROM entry ORDER BY at_ms, rank, number"};
    JournalEntry entry;
    while (rows.next()) {
        entry.at = core::wallTimeFromMs(rows.integer(0));
        entry.rank = static_cast<int>(rows.integer(1));
        entry.conversation = rows.bytes(2);
        entry.body = rows.bytes(3);
        if (rows.integer(4) != sumOf(entry.body))
            return core::failure(std::string{"it is damaged (an entry's checksum is another); move it away to begin "
                                             "anew"});
        if (auto visited = visit(entry); !visited) return visited;
    }
    if (!rows.done()) return core::failure(words(rows.code()));
    return {};
}

Journal::Result<std::optional<core::WallTime>> Journal::lastHeard() const
{
    const auto noted = note(heard_note);
    if (!noted) return core::failure(noted.error());
    if (noted->empty()) return std::nullopt;
    return core::wallTimeFromMs(std::strtoll(noted->c_str(), nullptr, 10));
}

Journal::Result<std::string> Journal::cursor(const std::string& source) const
{
    Statement row{m_database.get(), "SELECT value FROM cursor WHERE source = ?"};
    if (row.bind(source).next()) return row.bytes(0);
    if (!row.done()) return core::failure(words(row.code()));
    return std::string{};
}

Journal::Result<std::string> Journal::note(const std::string& name) const
{
    Statement row{m_database.get(), "SELECT value FROM note WHERE name = ?"};
    if (row.bind(name).next()) return row.bytes(0);
    if (!row.done()) return core::failure(words(row.code()));
    return std::string{};
}

Journal::Result<void> Journal::setNote(const std::string& name, std::string_view value)
{
    Statement noted{m_database.get(), "INSERT OR REPLACE INTO note(name, value) VALUES(?, ?)"};
    if (!noted.bind(name).bindBlob(value).run()) return core::failure(words(noted.code()));
    return {};
}

Journal::Result<std::uint64_t> Journal::nextEpoch(std::uint64_t least)
{
    const auto before = note(epoch_note);
    if (!before) return core::failure(before.error());
    const std::uint64_t epoch = std::max<std::uint64_t>(least, std::strtoull(before->c_str(), nullptr, 10) + 1);
    if (auto noted = setNote(epoch_note, std::to_string(epoch)); !noted) return core::failure(noted.error());
    return epoch;
}

Journal::Result<void> Journal::forgetKeys(core::WallTime before, std::size_t most) const
{
    Statement old{m_database.get(),
                  "DELETE FROM known WHERE number IN (SELECT number FROM known ORDER BY number LIMIT ?) AND heard_ms < "
                  "?"};
    if (!old.bind(static_cast<std::int64_t>(most)).bind(core::toMs(before)).run())
        return core::failure(words(old.code()));
    return {};
}

Journal::Result<bool> Journal::prune(core::WallTime until, core::WallTime heard,
                                     const std::function<bool(const std::string&, core::WallTime)>& keeps,
                                     std::size_t most)
{
    std::size_t seen = 0;
    std::size_t gone = 0;
    Place place = m_pruned;
    const auto done = together([&]() -> Result<void> {
        std::vector<Place> old;
        Statement rows{m_database.get(),
                       "SELECT at_ms, rank, number, conversation FROM entry WHERE (at_ms, rank, number) > (?, ?, ?) "
                       "AND at_ms < ? ORDER BY at_ms, rank, number LIMIT ?"};
        rows.bind(place.at).bind(place.rank).bind(place.number).bind(core::toMs(until));
        rows.bind(static_cast<std::int64_t>(most));
        for (; rows.next(); ++seen) {
            place = {rows.integer(0), rows.integer(1), rows.integer(2)};
            if (!keeps(rows.bytes(3), core::wallTimeFromMs(place.at))) old.push_back(place);
        }
        if (!rows.done()) return core::failure(words(rows.code()));
        rows.again();
        Statement erase{m_database.get(), "DELETE FROM entry WHERE at_ms = ? AND rank = ? AND number = ?"};
        for (const Place& each : old)
            if (!erase.bind(each.at).bind(each.rank).bind(each.number).run()) return core::failure(words(erase.code()));
        gone = old.size();
        return forgetKeys(heard - keys_kept, most);
    });
    if (!done) return core::failure(done.error());
    m_size -= gone;
    const bool more = seen == most;
    m_pruned = more ? place : Place{};
    return more;
}

}  // namespace carewall::store
