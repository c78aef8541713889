#include "support/shared_data.h"

#include <cstdlib>
#include <filesystem>

namespace carewall::support {

std::optional<std::string> sharedFile(std::string_view name)
{
    const char* const chosen = std::getenv("CAREWALL_SHARED");
    const std::filesystem::path folder =
        chosen != nullptr ? std::filesystem::path(chosen) : std::filesystem::path(CAREWALL_SOURCE_DIR) / "../shared";
    const std::filesystem::path file = (folder / name).lexically_normal();
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return std::nullopt;
    return file.string();
}

}  // namespace carewall::support
