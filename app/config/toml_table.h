#pragma once

#include "config/complaints.h"
#include "config/toml_node.h"
#include "config/toml_value.h"

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace carewall::config {

/// Reads one section key by key. A key of the wrong kind is a complaint and reads as absent, so that the caller goes on
/// and looks once, at the end. Keys that nobody asked for are complained of by `done`. It looks into the file's
/// TomlNode, which must live as long.
class TomlTable {
public:
    /// `name` is how the section is called in a complaint: "target", "file.columns"; empty at the top.
    TomlTable(const TomlNode& section, std::string name, Complaints& complaints)
        : m_section{section}, m_name{std::move(name)}, m_complaints{complaints}
    {
    }

    bool has(std::string_view key) const { return m_section.find(key) != nullptr; }
    bool hasSection(std::string_view key) const;
    /// The value under a key, which counts as asked for.
    std::optional<TomlValue> value(std::string_view key);
    std::optional<std::string> string(std::string_view key);
    std::optional<bool> boolean(std::string_view key);
    /// A number in [least, most].
    std::optional<double> number(std::string_view key, double least, double most);
    /// "a" or ["a", "b"].
    std::vector<std::string> strings(std::string_view key);
    /// Names with values, in the order of the names: { customer = "asked" }.
    std::vector<std::pair<std::string, std::string>> pairs(std::string_view key);
    /// The names of all keys, in their order.
    std::vector<std::string> names() const;
    /// One of the names; the index of it.
    std::optional<std::size_t> choice(std::string_view key, std::span<const std::string_view> names);
    std::optional<std::size_t> choice(std::string_view key, std::initializer_list<std::string_view> names);
    /// The section under a key, or nothing.
    std::optional<TomlTable> table(std::string_view key);
    /// [[key]]: each of its sections. A single section counts as one.
    std::vector<TomlTable> tables(std::string_view key);

    /// Complains of a value in words of one's own: "KEY WHAT". Of the section itself when there is no such key.
    void complain(std::string_view key, std::string_view what);
    /// The same of what may follow from another mistake: told only where nothing else is wrong.
    void complainLast(std::string_view key, std::string_view what);
    /// "KEY is VALUE; it must be RIGHT", of a key that is there.
    void refuse(std::string_view key, std::string_view right);

    /// Complains of the keys that were never asked for, with what was probably meant. `elsewhere` says in which other
    /// section a key of that name belongs; empty: in none.
    void done(std::string_view (*elsewhere)(std::string_view key) = nullptr);

private:
    std::string full(std::string_view key) const;
    TomlPosition placeOf(std::string_view key) const;
    std::string notKnown(std::string_view key, std::string_view (*elsewhere)(std::string_view key)) const;

    const TomlNode& m_section;
    std::string m_name;
    Complaints& m_complaints;
    std::vector<std::string> m_asked;
};

}  // namespace carewall::config
