#pragma once

#include "core/result.h"
#include "feed/sources/mapping.h"
#include "feed/sources/row_reader.h"

#include <cstddef>
#include <string>

namespace carewall::feed {

/// What a mapping makes of the first rows of a file, a line each, for every [[file]] that the file matches:
///   line 2: asked in "101" at 2024-07-01T09:00:00Z, queue billing
///   line 3: left aside, "private" is "true"
/// Neither a customer's words nor anybody's name is in it. The error is one sentence.
core::Result<std::string, std::string> wordsOfRows(const Mapping& mapping, RowReader& reader, const std::string& path,
                                                   std::size_t rows);

}  // namespace carewall::feed
