#pragma once

#include "feed/sources/mapping.h"
#include "feed/sources/row_parser.h"

#include <string_view>

namespace carewall::feed {

/// How a file is to be read: as its mapping says, else by the name's ending (.jsonl, .ndjson, .json: JSON; .tsv: tabs;
/// anything else: CSV, by the separator that its header row has most of).
RowFormat formatOf(const FileMapping& how, std::string_view path);

}  // namespace carewall::feed
