#include "carewall_feed/feed_state.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <sstream>

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

}  // namespace

core::Result<void, std::string> FeedState::read(feed::Ledger& ledger) const
{
    if (m_path.empty() || (::access(m_path.c_str(), F_OK) != 0 && errno == ENOENT)) return {};
    std::ifstream file{m_path, std::ios::binary};
    std::ostringstream bytes;
    bytes << file.rdbuf();
    if (!file) return core::failure("--state " + m_path + ": cannot be read: " + std::strerror(errno));
    if (const auto loaded = ledger.load(bytes.str()); !loaded)
        return core::failure("--state " + m_path + ": " + loaded.error() + "; move it away to begin anew");
    return {};
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

}  // namespace carewall
