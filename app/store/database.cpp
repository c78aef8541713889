#include "store/database.h"

#include "store/statement.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace carewall::store {

namespace {

/// "CWal": tells our file from another program's.
constexpr std::int64_t application_id = 0x4357616C;

/// Step i takes a file from user_version i to i + 1. A step that was ever released is never changed.
constexpr std::array migrations{
    R"(PRAGMA application_id = 1129800044;
       CREATE TABLE picture(topic TEXT NOT NULL UNIQUE, payload BLOB NOT NULL,
                            arrived_ms INTEGER NOT NULL, retained INTEGER NOT NULL);
       CREATE TABLE series(id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, queue TEXT NOT NULL, source TEXT NOT NULL,
                           UNIQUE(kind, queue, source));
       CREATE TABLE slot(series INTEGER NOT NULL, start_ms INTEGER NOT NULL, length_ms INTEGER NOT NULL,
                         body BLOB NOT NULL, told_day INTEGER NOT NULL,
                         PRIMARY KEY(series, start_ms)) WITHOUT ROWID;
       PRAGMA user_version = 1;)",
    // Slots and trends are protobuf from here on. What lies there is read as it stands (old_codec.h) and not rewritten
    // at once: a board that starts has no time for a third of a million rows, and half of its room for their copies.
    "PRAGMA user_version = 2;",
};
static_assert(application_id == 1129800044);

constexpr const char* upsert_picture =
    "INSERT INTO picture(topic, payload, arrived_ms, retained) VALUES(?, ?, ?, ?) ON CONFLICT(topic) DO UPDATE SET "
    "payload = excluded.payload, arrived_ms = excluded.arrived_ms, retained = excluded.retained";

// Each day report repeats the whole day: only what differs is written.
constexpr const char* upsert_slot =
    "INSERT INTO slot(series, start_ms, length_ms, body, told_day) VALUES(?, ?, ?, ?, ?) "
    "ON CONFLICT(series, start_ms) DO UPDATE SET length_ms = excluded.length_ms, body = excluded.body, "
    "told_day = excluded.told_day WHERE body <> excluded.body OR length_ms <> excluded.length_ms "
    "OR told_day <> excluded.told_day";

constexpr const char* trim_pictures =
    "DELETE FROM picture WHERE rowid IN (SELECT rowid FROM (SELECT rowid, row_number() OVER newest AS place, "
    "sum(length(payload)) OVER newest AS bytes FROM picture WINDOW newest AS (ORDER BY arrived_ms DESC, rowid DESC)) "
    "WHERE place > ? OR bytes > ?)";

constexpr const char* drop_oldest_eighth =
    "DELETE FROM slot WHERE (series, start_ms) IN (SELECT series, start_ms FROM slot ORDER BY told_day, start_ms "
    "LIMIT (SELECT (count(*) + 7) / 8 FROM slot))";

std::int64_t dayOf(core::WallTime time)
{
    return std::chrono::floor<std::chrono::days>(time).time_since_epoch().count();
}

int interrupted(void* flag)
{
    return static_cast<const std::atomic<bool>*>(flag)->load() ? 1 : 0;
}

DatabaseError errorOf(int code, const std::string& detail)
{
    using Kind = DatabaseError::Kind;
    switch (code & 0xFF) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {Kind::Corrupt, "it is damaged (" + detail + ")"};
    case SQLITE_FULL:
        return {Kind::Full, "there is no space left for it (" + detail + "); free some, or set store.path elsewhere"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {Kind::Held, "another program has it open; each board needs a store.path of its own"};
    case SQLITE_INTERRUPT:
        return {Kind::Interrupted, "there was no time left to write it"};
    case SQLITE_READONLY:
        return {Kind::Broken, "it is read-only (" + detail + "); it must be writable for the board"};
    default:
        return {Kind::Broken, "it cannot be read or written (" + detail + ")"};
    }
}

}  // namespace

void Database::Close::operator()(sqlite3* database) const
{
    sqlite3_close(database);
}

Database::Database(std::unique_ptr<sqlite3, Close> database, const DatabaseLimits& limits)
    : m_database(std::move(database)), m_limits(limits)
{
}

DatabaseError Database::error(int code) const
{
    return errorOf(code, sqlite3_errmsg(m_database.get()));
}

Database::Result<void> Database::run(const char* sql)
{
    const int code = sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return core::failure(error(code));
    return {};
}

Database::Result<std::int64_t> Database::ask(const char* sql)
{
    Statement question(m_database.get(), sql);
    if (!question.next()) return core::failure(error(question.code()));
    return question.integer(0);
}

Database::Result<Database> Database::open(const std::filesystem::path& path, const std::string& vfs,
                                          const DatabaseLimits& limits, std::atomic<bool>* interrupt)
{
    sqlite3* made = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &made, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                                     vfs.empty() ? nullptr : vfs.c_str());
    Database opened({made, Close{}}, limits);
    if (code != SQLITE_OK) return core::failure(errorOf(code, made == nullptr ? "no memory" : sqlite3_errmsg(made)));
    sqlite3_extended_result_codes(made, 1);
    sqlite3_progress_handler(made, 100, &interrupted, interrupt);
    if (auto known = opened.recognise(); !known) return core::failure(known.error());
    if (auto configured = opened.configure(); !configured) return core::failure(configured.error());
    if (auto migrated = opened.migrate(); !migrated) return core::failure(migrated.error());
    return opened;
}

Database::Result<void> Database::recognise()
{
    // Locked from the first read on, and nothing is written before we know that the file is ours.
    if (auto locked = run("PRAGMA locking_mode = EXCLUSIVE"); !locked) return locked;
    const auto id = ask("PRAGMA application_id");
    if (!id) return core::failure(id.error());
    const auto version = ask("PRAGMA user_version");
    if (!version) return core::failure(version.error());
    const auto things = ask("SELECT count(*) FROM sqlite_schema");
    if (!things) return core::failure(things.error());
    if (*things > 0 && *id != application_id) {
        return core::failure(
            DatabaseError{DatabaseError::Kind::Foreign,
                          "it is another program's database; set store.path to a file of the board's own"});
    }
    if (*version > static_cast<std::int64_t>(migrations.size())) {
        return core::failure(
            DatabaseError{DatabaseError::Kind::Newer, "a newer Carewall wrote it (schema " + std::to_string(*version) +
                                                          ", this one knows " + std::to_string(migrations.size()) +
                                                          "); use that Carewall, or set store.path to another file"});
    }
    return {};
}

Database::Result<void> Database::configure()
{
    // The cache is small: rows are written once and read at boot. Forgotten words are overwritten where that is free.
    if (auto set = run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -1024;"
                       "PRAGMA journal_size_limit = 4194304; PRAGMA secure_delete = FAST; PRAGMA trusted_schema = OFF;"
                       "PRAGMA temp_store = MEMORY");
        !set)
        return set;
    const auto page = ask("PRAGMA page_size");
    if (!page) return core::failure(page.error());
    const auto bytes = static_cast<std::int64_t>(m_limits.max_bytes);
    const std::string limit = "PRAGMA max_page_count = " + std::to_string(bytes / std::max<std::int64_t>(*page, 512));
    return run(limit.c_str());
}

Database::Result<void> Database::migrate()
{
    const auto version = ask("PRAGMA user_version");
    if (!version) return core::failure(version.error());
    for (std::size_t step = static_cast<std::size_t>(std::max<std::int64_t>(*version, 0)); step < migrations.size();
         ++step) {
        Result<void> done = run("BEGIN IMMEDIATE");
        if (done) done = run(migrations.at(step));
        if (done) done = run("COMMIT");
        if (!done) {
            static_cast<void>(run("ROLLBACK"));  // the first error is the one to tell
            return done;
        }
    }
    return {};
}

Database::Result<void> Database::write(const Pending& pending, core::WallTime now)
{
    Result<void> done = writeOnce(pending, now);
    if (!done && done.error().kind == DatabaseError::Kind::Full && !m_no_space) {
        m_no_space = true;
        done = writeOnce(pending, now);
    }
    m_no_space = !done && done.error().kind == DatabaseError::Kind::Full;
    return done;
}

Database::Result<void> Database::writeOnce(const Pending& pending, core::WallTime now)
{
    if (auto room = makeRoom(); !room) return room;
    Result<void> done = run("BEGIN IMMEDIATE");
    if (done) done = prune(now);
    if (done) done = writePictures(pending.pictures());
    if (done) done = writeSlots(pending.slots());
    if (done) done = run("COMMIT");
    if (!done) {
        static_cast<void>(run("ROLLBACK"));  // SQLite may have rolled back already
        m_pruned_day = -1;
    }
    return done;
}

Database::Result<void> Database::writePictures(const Pending::Pictures& pictures)
{
    if (pictures.empty()) return {};
    Statement upsert(m_database.get(), upsert_picture);
    Statement erase(m_database.get(), "DELETE FROM picture WHERE topic = ?");
    for (const auto& [topic, picture] : pictures) {
        Statement& statement = picture ? upsert : erase;
        statement.bind(topic);
        if (picture)
            statement.bindBlob(picture->payload)
                .bind(core::toMs(picture->received.wall))
                .bind(picture->retained ? 1 : 0);
        if (!statement.run()) return core::failure(error(statement.code()));
    }
    Statement trim(m_database.get(), trim_pictures);
    const std::uint64_t bytes = std::min<std::uint64_t>(m_limits.max_picture_bytes, m_limits.max_bytes / 2);
    trim.bind(static_cast<std::int64_t>(m_limits.max_pictures)).bind(static_cast<std::int64_t>(bytes));
    if (!trim.run()) return core::failure(error(trim.code()));
    return {};
}

Database::Result<void> Database::writeSlots(const Pending::Slots& slots)
{
    if (slots.empty()) return {};
    Statement name(m_database.get(), "INSERT OR IGNORE INTO series(kind, queue, source) VALUES(?, ?, ?)");
    Statement find(m_database.get(), "SELECT id FROM series WHERE kind = ? AND queue = ? AND source = ?");
    Statement upsert(m_database.get(), upsert_slot);
    for (const auto& [series, rows] : slots) {
        const auto kind = static_cast<std::int64_t>(series.kind);
        if (!name.bind(kind).bind(series.queue).bind(series.source).run()) return core::failure(error(name.code()));
        if (!find.bind(kind).bind(series.queue).bind(series.source).next()) return core::failure(error(find.code()));
        const std::int64_t id = find.integer(0);
        find.again();
        for (const auto& [start, row] : rows) {
            upsert.bind(id)
                .bind(core::toMs(start))
                .bind(row.length.count())
                .bindBlob(row.body)
                .bind(dayOf(row.told_at));
            if (!upsert.run()) return core::failure(error(upsert.code()));
        }
    }
    return {};
}

Database::Result<void> Database::prune(core::WallTime now)
{
    const std::int64_t today = dayOf(now);
    if (today == m_pruned_day) return {};
    Statement old(m_database.get(), "DELETE FROM slot WHERE told_day < ?");
    if (!old.bind(today - m_limits.keep_days).run()) return core::failure(error(old.code()));
    if (auto empty = run("DELETE FROM series WHERE NOT EXISTS (SELECT 1 FROM slot WHERE slot.series = series.id)");
        !empty)
        return empty;
    m_pruned_day = today;
    return {};
}

Database::Result<void> Database::makeRoom()
{
    const auto limit = ask("PRAGMA max_page_count");
    const auto pages = ask("PRAGMA page_count");
    const auto spare = ask("PRAGMA freelist_count");
    if (!limit || !pages || !spare) return core::failure((!limit ? limit : !pages ? pages : spare).error());
    if (*pages - *spare <= (m_no_space ? *limit / 2 : *limit / 10 * 9)) return {};
    return run(drop_oldest_eighth);
}

Database::Result<std::vector<core::Message>> Database::pictures()
{
    std::vector<core::Message> found;
    Statement rows(m_database.get(),
                   "SELECT topic, payload, arrived_ms, retained FROM picture ORDER BY arrived_ms, rowid");
    while (rows.next()) {
        found.push_back(
            {rows.bytes(0), rows.bytes(1), {core::wallTimeFromMs(rows.integer(2)), {}}, rows.integer(3) != 0});
    }
    if (!rows.done()) return core::failure(error(rows.code()));
    return found;
}

Database::Result<SlotRows> Database::slots(const Series& series, core::WallTime from, core::WallTime to)
{
    SlotRows found;
    Statement rows(m_database.get(),
                   "SELECT start_ms, length_ms, body, told_day FROM slot WHERE series = (SELECT id FROM series WHERE "
                   "kind = ? AND queue = ? AND source = ?) AND start_ms >= ? AND start_ms < ? ORDER BY start_ms");
    rows.bind(static_cast<std::int64_t>(series.kind)).bind(series.queue).bind(series.source);
    rows.bind(core::toMs(from)).bind(core::toMs(to));
    while (rows.next()) {
        found.emplace_back(core::wallTimeFromMs(rows.integer(0)),
                           SlotRow{core::Milliseconds{rows.integer(1)}, rows.bytes(2),
                                   core::WallTime{std::chrono::days{rows.integer(3)}}});
    }
    if (!rows.done()) return core::failure(error(rows.code()));
    return found;
}

Database::Result<OwnedRows> Database::slots(core::WallTime from, core::WallTime to)
{
    OwnedRows found;
    // CROSS JOIN keeps the order: each series' slots are found by their key, not all of them looked through.
    Statement rows(m_database.get(),
                   "SELECT kind, queue, source, length_ms, body, told_day FROM series CROSS JOIN slot ON "
                   "slot.series = series.id WHERE kind IN (?, ?) AND start_ms >= ? AND start_ms < ?");
    rows.bind(static_cast<std::int64_t>(Series::Kind::Queue)).bind(static_cast<std::int64_t>(Series::Kind::Voice));
    rows.bind(core::toMs(from)).bind(core::toMs(to));
    while (rows.next()) {
        const Series series{static_cast<Series::Kind>(rows.integer(0)), rows.bytes(1), rows.bytes(2)};
        found.emplace_back(series, SlotRow{core::Milliseconds{rows.integer(3)}, rows.bytes(4),
                                           core::WallTime{std::chrono::days{rows.integer(5)}}});
    }
    if (!rows.done()) return core::failure(error(rows.code()));
    return found;
}

}  // namespace carewall::store
