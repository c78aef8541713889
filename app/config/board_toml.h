#pragma once

#include "core/result.h"
#include "core/settings.h"

#include <filesystem>
#include <string>
#include <string_view>

/// board.toml: what a person set for one board.
namespace carewall::config {

/// Reads a settings file. Keys left out keep their defaults (platform/board.toml lists them all); relative file names
/// are taken from the settings file's folder.
/// An error is one sentence: file:line:column, the key, what it is and what would be right; where there are more
/// problems than the first, it ends with their number.
core::Result<core::Settings, std::string> load(const std::filesystem::path& path);

/// The same of text at hand. `name` stands in the errors, and its folder for relative file names.
core::Result<core::Settings, std::string> parse(std::string_view toml, const std::filesystem::path& name);

}  // namespace carewall::config
