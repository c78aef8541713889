#include "connect/asterisk/ami_settings.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <string_view>
#include <system_error>

namespace carewall::connect {

namespace {

constexpr unsigned others_rights = 077;

/// systemd lets a service alone into it, by an access list that the mode shows as the group's.
bool isCredential(std::string_view path)
{
    const char* folder = std::getenv("CREDENTIALS_DIRECTORY");
    return folder != nullptr && *folder != '\0' && path.starts_with(std::string{folder} + "/");
}

core::Result<std::string, std::string> readOpen(int file, const std::string& path)
{
    struct stat known {};
    if (::fstat(file, &known) != 0 || !S_ISREG(known.st_mode)) return core::failure(path + ": is not a file");
    if ((known.st_mode & others_rights) != 0 && !isCredential(path))
        return core::failure(path + ": others can read the secret in it; chmod 600 " + path);
    std::array<char, 1024> bytes{};
    const ssize_t size = ::read(file, bytes.data(), bytes.size());
    std::string_view text{bytes.data(), size > 0 ? static_cast<std::size_t>(size) : 0};
    text = text.substr(0, text.find_first_of("\r\n"));
    if (text.empty()) return core::failure(path + ": is empty; its first line must be the secret");
    return std::string{text};
}

}  // namespace

core::Result<std::string, std::string> readSecret(const std::string& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) return core::failure(path + ": cannot be read: " + std::generic_category().message(errno));
    auto secret = readOpen(file, path);
    ::close(file);
    return secret;
}

}  // namespace carewall::connect
