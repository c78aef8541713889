#pragma once

#include "core/result.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace carewall::config {

/// Where in a file, from 1; 0 where it stands nowhere.
struct TomlPosition {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    auto operator<=>(const TomlPosition&) const = default;
};

struct TomlEntry;

/// One value of a TOML file, with all that is in it.
struct TomlNode {
    enum class Kind : std::uint8_t { Text, Whole, Real, Flag, Time, List, Section };
    Kind kind = Kind::Section;
    TomlPosition at;
    std::string text;
    std::int64_t whole = 0;
    double real = 0;  ///< of a whole number too
    bool flag = false;
    std::vector<TomlNode> list;
    std::vector<TomlEntry> entries;  ///< of a section, in the order of their keys

    bool isNumber() const { return kind == Kind::Whole || kind == Kind::Real; }
    /// The value under a key; null: none, or this is no section.
    const TomlNode* find(std::string_view key) const;
};

/// A key with its value.
struct TomlEntry {
    std::string key;
    TomlPosition at;  ///< of the key
    TomlNode value;
};

/// Reads TOML text; `file` stands in the error, which is one sentence with line and column.
core::Result<TomlNode, std::string> parseToml(std::string_view text, const std::string& file);

/// The text of a file of at most `most` bytes. An error is a sentence that ends with `right`: what it must be.
core::Result<std::string, std::string> readText(const std::string& path, std::size_t most, std::string_view right);

}  // namespace carewall::config
