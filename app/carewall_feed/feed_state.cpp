#include "carewall_feed/feed_state.h"

#include "feed/conversation/pseudonyms.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

namespace carewall {

namespace {

bool writeAll(int file, const std::string& bytes)
{
    std::size_t written = 0;
    while (written < bytes.size()) {
        const ssize_t size = ::write(file, bytes.data() + written, bytes.size() - written);
        if (size < 0 && errno != EINTR) return false;
        written += size > 0 ? static_cast<std::size_t>(size) : 0;
    }
    return true;
}

namespace fs = std::filesystem;

constexpr const char* learned_name = "learned";
constexpr const char* salt_note = "salt";

/// The file of before goes into a folder that takes its place. Broken off in between, the next start goes on with it.
core::Result<void, std::string> takeOver(const fs::path& folder)
{
    const fs::path made = folder.string() + ".becomes-a-folder";
    const auto cannot = [&](const std::string& why) {
        return core::failure("--state " + folder.string() + ": cannot become a folder: " + why);
    };
    std::error_code error;
    if (fs::is_regular_file(folder, error)) {
        if (const auto read = FeedState{folder.string()}.read(); !read) return core::failure(read.error());
        if (::mkdir(made.c_str(), 0700) != 0 && errno != EEXIST) return cannot(std::strerror(errno));
        fs::rename(folder, made / learned_name, error);
        if (error) return cannot(error.message());
    }
    if (!fs::exists(folder, error) && fs::exists(made / learned_name, error)) {
        fs::rename(made, folder, error);
        if (error) return cannot(error.message());
    }
    return {};
}

}  // namespace

core::Result<std::string, std::string> FeedState::read() const
{
    if (m_path.empty() || (::access(m_path.c_str(), F_OK) != 0 && errno == ENOENT)) return std::string{};
    std::ifstream file{m_path, std::ios::binary};
    std::ostringstream bytes;
    bytes << file.rdbuf();
    if (!file) return core::failure("--state " + m_path + ": cannot be read: " + std::strerror(errno));
    feed::Ledger any{{}};
    if (const auto loaded = any.load(bytes.str()); !loaded)
        return core::failure("--state " + m_path + ": " + loaded.error() + "; move it away to begin anew");
    return bytes.str();
}

core::Result<void, std::string> FeedState::keep(const feed::Ledger& ledger, core::SteadyTime now)
{
    if (!m_written) m_written = now;
    if (now - *m_written < every) return {};
    m_written = now;
    return write(ledger);
}

core::Result<void, std::string> FeedState::write(const feed::Ledger& ledger) const
{
    if (m_path.empty()) return {};
    const std::string next = m_path + ".new";
    const auto failed = [&] {
        return core::failure("--state " + m_path + ": cannot be written: " + std::strerror(errno));
    };
    const int file = ::open(next.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0) return failed();
    const bool whole = writeAll(file, ledger.save()) && ::fsync(file) == 0;
    const int error = errno;
    if (::close(file) != 0 || !whole) {
        errno = whole ? errno : error;
        return failed();
    }
    if (std::rename(next.c_str(), m_path.c_str()) != 0) return failed();
    return {};
}

core::Result<KeptFeed, std::string> KeptFeed::open(const std::string& folder, core::WallTime now)
{
    if (!folder.empty()) {
        if (const auto taken = takeOver(folder); !taken) return core::failure(taken.error());
    }
    const std::string in = folder.empty() ? "" : folder + "/";
    const FeedState state{folder.empty() ? "" : in + learned_name};
    const auto trouble = [&](const std::string& why) { return core::failure("--state " + in + "journal.db: " + why); };
    auto learned = state.read();
    if (!learned) return core::failure(learned.error());
    auto journal = folder.empty() ? store::Journal::inMemory() : store::Journal::open(in + "journal.db");
    if (!journal) return trouble(journal.error());
    auto salt = journal->note(salt_note);
    if (!salt) return trouble(salt.error());
    if (salt->empty()) {
        salt = feed::Pseudonyms::freshSalt();
        if (auto noted = journal->setNote(salt_note, *salt); !noted) return trouble(noted.error());
    }
    const auto epoch = journal->nextEpoch(static_cast<std::uint64_t>(std::max<std::int64_t>(1, core::toMs(now))));
    if (!epoch) return trouble(epoch.error());
    return KeptFeed{std::move(*journal), state, std::move(*learned), std::move(*salt), *epoch};
}

}  // namespace carewall
