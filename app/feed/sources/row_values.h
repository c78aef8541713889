#pragma once

#include "core/result.h"
#include "feed/sources/mapping.h"

#include <optional>
#include <string>
#include <string_view>

/// Inside the room only: what columns of a row say.
namespace carewall::feed {

/// A value as it may stand in a complaint.
std::string shownValue(std::string_view value);

/// Of a column, or nothing.
std::string_view valueOf(const Row& row, const Column& column);

/// Values that say something, joined; with all of them empty nothing.
std::string joinedValues(const Row& row, const Columns& columns, std::string_view between);

/// An id of several columns: each plain, joined with '/'.
std::string idOf(const Row& row, const Columns& columns);

/// Tags of the issue columns.
std::vector<std::string> tagsOf(const FileMapping& file, const Row& row);

/// The time that a row tells; empty: it tells none. The error says why what it tells is none.
core::Result<std::optional<ReadTime>, std::string> timeOf(const FileMapping& file, const Row& row);

/// A number, or what a word stands for; empty: the column says nothing, or nothing that can be read, which `readable`
/// tells.
std::optional<double> numberOf(const Row& row, const NumberColumn& column, bool& readable);

}  // namespace carewall::feed
