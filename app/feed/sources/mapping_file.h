#pragma once

#include "config/toml_table.h"
#include "feed/sources/mapping.h"

namespace carewall::feed {

/// Reads one [[file]] of a mapping; what is wrong goes into the table's complaints.
FileMapping readFile(config::TomlTable& table);

}  // namespace carewall::feed
