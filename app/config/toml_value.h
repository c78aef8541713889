#pragma once

#include "config/complaints.h"
#include "config/toml_node.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace carewall::config {

/// One value of a file, read as what it should be. Where it is not, that is a complaint, and it reads as absent. It
/// looks into the file's TomlNode, which must live as long.
class TomlValue {
public:
    /// `key` is its whole name in a complaint: "target.ratio".
    TomlValue(std::string key, const TomlNode& node, Complaints& complaints)
        : m_key(std::move(key)), m_node(node), m_complaints(complaints)
    {
    }

    const TomlNode& node() const { return m_node; }

    std::optional<bool> flag() const;
    /// In [least, most]; the unit completes "it must be 0.3 to 50 ..." and may be empty.
    std::optional<double> number(double least, double most, std::string_view unit = {}) const;
    std::optional<int> whole(int least, int most, std::string_view unit = {}) const;
    /// Any text.
    std::optional<std::string> text() const;
    /// Text without control characters; null and a complaint with `right` otherwise.
    const std::string* line(std::string_view right) const;
    /// One of a few words: the place of the one found.
    std::optional<std::size_t> oneOf(std::span<const std::string_view> words) const;
    /// "a" or ["a", "b"].
    std::vector<std::string> texts() const;
    /// Names with values, in the order of the names: { customer = "asked" }.
    std::vector<std::pair<std::string, std::string>> pairs() const;

    /// "KEY is VALUE; it must be RIGHT".
    void refuse(std::string_view right) const;
    /// "KEY WORDS", at a node within it.
    void complain(const TomlNode& within, std::string_view words) const;

private:
    std::string m_key;
    const TomlNode& m_node;
    Complaints& m_complaints;
};

}  // namespace carewall::config
