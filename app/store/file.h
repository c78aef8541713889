#pragma once

#include "core/result.h"
#include "core/time.h"

#include <filesystem>
#include <string>

/// The store's file as the file system sees it.
namespace carewall::store {

/// Makes missing folders (0700) and an empty file (0600) where there is none, and takes others' rights away from one
/// that is there. An error is the system's own word.
core::Result<void, std::string> prepareFile(const std::filesystem::path& path);

/// Moves the file and its write-ahead log to NAME.corrupt-<date>, and removes all but the newest two set aside before.
/// Returns the new name. The database must be closed.
core::Result<std::filesystem::path, std::string> setAside(const std::filesystem::path& path, core::WallTime now);

}  // namespace carewall::store
