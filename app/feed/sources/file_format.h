#pragma once

#include "feed/sources/mapping.h"
#include "feed/sources/row_parser.h"

#include <string_view>

namespace carewall::feed {

/// The format and separator of a file: as its mapping says, else by the name's ending (.jsonl, .ndjson, .json: JSON
/// lines; .tsv: tabs; anything else: CSV with commas).
Format formatOf(const FileMapping& how, std::string_view path);
char separatorOf(const FileMapping& how, std::string_view path);

}  // namespace carewall::feed
