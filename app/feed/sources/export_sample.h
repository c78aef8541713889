#pragma once

#include "core/result.h"

#include <cstddef>
#include <string>
#include <vector>

/// Inside the room only: what the first rows of an export look like.
namespace carewall::feed {

inline constexpr std::size_t sampled_rows = 500;
inline constexpr std::size_t most_kinds = 12;

struct SampledColumn {
    std::string name;
    std::string plain_name;             ///< small letters and digits, with blanks between words
    bool is_time = false;               ///< nearly all values that there are can be read as times
    bool is_empty = false;              ///< says nothing in these rows
    bool is_day = false;                ///< and none of them says a time of day
    bool is_time_of_day = false;        ///< all are hours and minutes alone
    std::vector<std::string> patterns;  ///< by which all of them can; empty: by themselves
    std::vector<std::string> values;    ///< the different ones, where there are at most most_kinds
};

struct ExportSample {
    bool is_windows_1252 = false;  ///< it is not UTF-8, and may be that
    std::vector<SampledColumn> columns;
};

/// Reads the beginning of a file. The error is one sentence.
core::Result<ExportSample, std::string> sampleOf(const std::string& path);

}  // namespace carewall::feed
