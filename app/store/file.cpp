#include "store/file.h"

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <vector>

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace carewall::store {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kept_aside = 3;

std::string systemWord(int error)
{
    return std::generic_category().message(error);
}

core::Result<void, std::string> makeFolders(const fs::path& folder)
{
    fs::path made;
    for (const fs::path& part : folder) {
        made /= part;
        if (::mkdir(made.c_str(), 0700) == 0) continue;
        const int error = errno;
        std::error_code ignored;
        if (!fs::is_directory(made, ignored)) return core::failure(made.string() + ": " + systemWord(error));
    }
    return {};
}

/// "20260102-030405" (UTC), so that names sort by time.
std::string dateForName(core::WallTime now)
{
    const auto day = std::chrono::floor<std::chrono::days>(now);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{std::chrono::floor<core::Seconds>(now - day)};
    std::string text(32, '\0');
    const int size = std::snprintf(text.data(), text.size(), "%04d%02u%02u-%02d%02d%02d", static_cast<int>(date.year()),
                                   static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                                   static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                                   static_cast<int>(time.seconds().count()));
    text.resize(static_cast<std::size_t>(std::max(size, 0)));
    return text;
}

fs::path logOf(const fs::path& path)
{
    return path.string() + "-wal";
}

/// A disk that damages each file must not fill up with them.
void removeOldest(const fs::path& path, const fs::path& newest)
{
    std::vector<fs::path> aside;
    const std::string begin = path.filename().string() + ".corrupt-";
    std::error_code error;
    for (fs::directory_iterator entry(path.parent_path(), error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (name.starts_with(begin) && !name.ends_with("-wal") && entry->path().filename() != newest.filename())
            aside.push_back(entry->path());
    }
    std::sort(aside.begin(), aside.end());
    for (std::size_t i = 0; i + (kept_aside - 1) < aside.size(); ++i) {
        fs::remove(aside[i], error);
        fs::remove(logOf(aside[i]), error);
    }
}

}  // namespace

core::Result<void, std::string> prepareFile(const fs::path& path)
{
    if (auto made = makeFolders(path.parent_path()); !made) return made;
    // Never opens a file that is there: closing it would drop the locks that SQLite holds on it in this process.
    const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (file >= 0) {
        ::close(file);
        return {};
    }
    if (errno != EEXIST) return core::failure(systemWord(errno));
    struct stat known = {};
    if (::stat(path.c_str(), &known) == 0 && (known.st_mode & 077U) != 0) ::chmod(path.c_str(), 0600);
    return {};
}

core::Result<fs::path, std::string> setAside(const fs::path& path, core::WallTime now)
{
    const std::string wanted = path.string() + ".corrupt-" + dateForName(now);
    fs::path aside = wanted;
    std::error_code error;
    for (int again = 2; fs::exists(aside, error); ++again)
        aside = wanted + "-" + std::to_string(again);
    fs::rename(path, aside, error);
    if (error) return core::failure(error.message());
    fs::rename(logOf(path), logOf(aside), error);  // there is none after a clean close
    removeOldest(path, aside);
    return aside;
}

}  // namespace carewall::store
