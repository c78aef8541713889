#pragma once

#include "core/result.h"

#include <string>

namespace carewall::feed {

/// A mapping for an export, by the names of its columns and what stands in its first rows: TOML to fill in, in which
/// ??? stands where only a person knows, with a comment that asks. It is a proposal: `check` says what it makes of
/// rows. The error is one sentence.
core::Result<std::string, std::string> proposeMapping(const std::string& path);

}  // namespace carewall::feed
