#pragma once

#include "feed/sources/mapping.h"
#include "feed/sources/toml_table.h"

namespace carewall::feed {

/// Reads one [[file]] of a mapping; what is wrong goes into the table's complaint.
FileMapping readFile(TomlTable& table);

}  // namespace carewall::feed
