#include "store/writer.h"

#include "store/file.h"

#include <algorithm>
#include <utility>

namespace carewall::store {

namespace {

/// Waits double after each failure in a row, up to flush_interval times this.
constexpr int longest_pause = 12;
/// Changes of trouble that wait for a handler that is slow.
constexpr std::size_t most_to_tell = 16;

constexpr std::uint64_t smallest_file = std::uint64_t{256} * 1024;

DatabaseLimits limitsOf(const Options& options)
{
    return {std::max(options.max_bytes, smallest_file), std::max(options.keep_days, 1), options.max_pictures,
            options.max_picture_bytes};
}

std::string lost(std::uint64_t values)
{
    return std::to_string(values) + " values were lost, for they found no room to wait";
}

}  // namespace

core::Result<void, StoreError> Writer::start()
{
    {
        const std::lock_guard disk(m_disk);
        const Attempt opened = ensureOpen(m_options.opened);
        if (!opened) {
            const std::string why = m_path.string() + ": " + opened.error().why;
            if (opened.error().kind == DatabaseError::Kind::Newer)
                return core::failure(StoreError{StoreError::Kind::Newer, why});
            if (opened.error().kind == DatabaseError::Kind::Foreign)
                return core::failure(StoreError{StoreError::Kind::Foreign, why});
            trouble(opened.error());
        }
    }
    m_thread = std::thread([this] { work(); });
    return {};
}

void Writer::stop()
{
    if (!m_thread.joinable()) return;
    {
        std::unique_lock gate(m_gate);
        m_stop = true;
        m_wake.notify_all();
        if (!m_written.wait_for(gate, m_options.close_within, [this] { return m_ended; })) m_interrupt = true;
    }
    m_thread.join();
}

void Writer::remember(core::Message message)
{
    const std::lock_guard gate(m_gate);
    m_now = message.received.wall;
    m_pending.remember(std::move(message));
    m_wake.notify_one();
}

void Writer::forget(const std::string& topic)
{
    const std::lock_guard gate(m_gate);
    m_pending.forget(topic);
    m_wake.notify_one();
}

void Writer::keep(const Series& series, SlotRows&& rows)
{
    const std::lock_guard gate(m_gate);
    for (auto& [start, row] : rows) {
        row.told_at = m_now;
        m_pending.keep(series, start, std::move(row));
    }
    m_wake.notify_one();
}

bool Writer::flush(core::Milliseconds within)
{
    std::unique_lock gate(m_gate);
    const std::uint64_t ticket = ++m_asked;
    m_wake.notify_all();
    return m_written.wait_for(gate, within, [&] { return m_attempted >= ticket; }) && m_wrote;
}

core::Milliseconds Writer::pause() const
{
    return m_options.flush_interval * std::min(1 << std::min(m_failures, 4), longest_pause);
}

bool Writer::urgent() const
{
    return m_stop || m_asked != m_attempted || (m_failures == 0 && m_pending.plenty());
}

void Writer::work()
{
    std::unique_lock gate(m_gate);
    for (bool last = false; !last;) {
        tell(gate);
        m_wake.wait(gate, [this] { return urgent() || !m_pending.empty() || !m_to_tell.empty(); });
        if (!m_to_tell.empty()) continue;
        if (!urgent()) m_wake.wait_for(gate, pause(), [this] { return urgent(); });

        last = m_stop;
        const std::uint64_t ticket = m_asked;
        const core::WallTime now = m_now;
        Pending batch = std::exchange(m_pending, Pending{});
        gate.unlock();
        Attempt done;
        {
            const std::lock_guard disk(m_disk);
            done = attempt(batch, now);
        }
        gate.lock();
        if (done) {
            setTrouble(batch.dropped() == 0 ? std::string{} : m_path.string() + ": " + lost(batch.dropped()));
        } else {
            m_pending.absorbOlder(std::move(batch));
            setTrouble(words(done.error()));
        }
        m_wrote = done.has_value();
        m_failures = done ? 0 : m_failures + 1;
        m_attempted = ticket;
        m_written.notify_all();
    }
    tell(gate);
    m_ended = true;
    m_written.notify_all();
}

void Writer::tell(std::unique_lock<std::mutex>& gate)
{
    while (!m_to_tell.empty()) {
        const std::string words = std::move(m_to_tell.front());
        m_to_tell.pop_front();
        gate.unlock();
        if (m_options.on_trouble) m_options.on_trouble(words);
        gate.lock();
    }
}

void Writer::setTrouble(std::string words)
{
    if (words == m_trouble) return;
    m_trouble = std::move(words);
    m_to_tell.push_back(m_trouble);
    if (m_to_tell.size() > most_to_tell) m_to_tell.pop_front();
    m_wake.notify_one();
}

std::string Writer::words(const DatabaseError& error) const
{
    const std::string begin = m_path.string() + ": " + error.why;
    return m_pending.dropped() == 0 ? begin : begin + "; " + lost(m_pending.dropped());
}

void Writer::trouble(const DatabaseError& error)
{
    const std::lock_guard gate(m_gate);
    setTrouble(m_path.string() + ": " + error.why + (m_pending.dropped() == 0 ? "" : "; " + lost(m_pending.dropped())));
}

Writer::Attempt Writer::ensureOpen(core::WallTime now)
{
    if (m_database) return {};
    if (const auto prepared = prepareFile(m_path); !prepared) {
        return core::failure(
            DatabaseError{DatabaseError::Kind::Broken, "it cannot be made (" + prepared.error() + ")"});
    }
    auto opened = Database::open(m_path, m_options.vfs, limitsOf(m_options), &m_interrupt);
    if (!opened && opened.error().kind == DatabaseError::Kind::Corrupt) return startAnew(opened.error().why, now);
    if (!opened) return core::failure(opened.error());
    m_database.emplace(std::move(*opened));
    return {};
}

Writer::Attempt Writer::startAnew(const std::string& why, core::WallTime now)
{
    m_database.reset();
    const auto aside = setAside(m_path, now);
    if (!aside) {
        return core::failure(DatabaseError{DatabaseError::Kind::Broken,
                                           why + " and cannot be set aside (" + aside.error() + "); move it away"});
    }
    trouble(
        {DatabaseError::Kind::Corrupt, why + "; it is kept as " + aside->filename().string() + ", a new one is begun"});
    if (const auto prepared = prepareFile(m_path); !prepared)
        return core::failure(DatabaseError{DatabaseError::Kind::Broken, prepared.error()});
    auto opened = Database::open(m_path, m_options.vfs, limitsOf(m_options), &m_interrupt);
    if (!opened) return core::failure(opened.error());
    m_database.emplace(std::move(*opened));
    return {};
}

Writer::Attempt Writer::attempt(const Pending& pending, core::WallTime now)
{
    if (Attempt open = ensureOpen(now); !open || pending.empty()) return open;
    Attempt done = m_database->write(pending, now);
    if (!done && done.error().kind == DatabaseError::Kind::Corrupt) {
        done = startAnew(done.error().why, now);
        if (done) done = m_database->write(pending, now);
    }
    // What was wrong with the file or its disk may be gone once it is opened again.
    if (!done && done.error().kind == DatabaseError::Kind::Broken) m_database.reset();
    return done;
}

template <typename Rows, typename Read>
Rows Writer::read(Read read)
{
    core::WallTime now;
    {
        const std::lock_guard gate(m_gate);
        now = m_now;
    }
    const std::lock_guard disk(m_disk);
    if (const Attempt open = ensureOpen(now); !open) {
        trouble(open.error());
        return {};
    }
    core::Result<Rows, DatabaseError> rows = read(*m_database);
    if (rows) return std::move(*rows);
    if (rows.error().kind != DatabaseError::Kind::Corrupt)
        trouble(rows.error());
    else if (const Attempt anew = startAnew(rows.error().why, now); !anew)
        trouble(anew.error());
    return {};
}

std::vector<core::Message> Writer::pictures()
{
    return read<std::vector<core::Message>>([](Database& database) { return database.pictures(); });
}

SlotRows Writer::slots(const Series& series, core::WallTime from, core::WallTime to)
{
    return read<SlotRows>([&](Database& database) { return database.slots(series, from, to); });
}

OwnedRows Writer::slots(core::WallTime from, core::WallTime to)
{
    return read<OwnedRows>([&](Database& database) { return database.slots(from, to); });
}

}  // namespace carewall::store
