#pragma once

#include "core/time.h"

#include <toml++/toml.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace carewall::feed {

/// The first thing found wrong in a TOML file: "mail.toml:12: target.ratio is 75; it must be 0 to 1".
struct TomlComplaint {
    std::string file;
    std::string words;  ///< empty: nothing is wrong

    void at(const toml::node& node, const std::string& what);
};

/// Reads one table key by key. A key of the wrong kind is a complaint and reads as absent, so that the caller goes on
/// and looks once, at the end. Keys that nobody asked for are complained of by `done`.
class TomlTable {
public:
    /// `name` is how the table is called in a complaint: "target", "file[1].columns"; empty at the top.
    TomlTable(const toml::table& table, std::string name, TomlComplaint& complaint)
        : m_table{table}, m_name{std::move(name)}, m_complaint{complaint}
    {
    }

    bool has(std::string_view key) const { return m_table.contains(key); }
    std::optional<std::string> string(std::string_view key);
    std::optional<bool> boolean(std::string_view key);
    /// A number in [least, most]; `unit` completes "it must be 0 to 1 ...".
    std::optional<double> number(std::string_view key, double least, double most);
    /// "24 h", "20 s", or a number of seconds; above 0.
    std::optional<core::Milliseconds> duration(std::string_view key);
    /// "a" or ["a", "b"].
    std::vector<std::string> strings(std::string_view key);
    /// Names with values, in the order of the names: { customer = "asked" }.
    std::vector<std::pair<std::string, std::string>> pairs(std::string_view key);
    /// One of the names; the index of it.
    std::optional<std::size_t> choice(std::string_view key, const std::vector<std::string>& names);
    /// The table under a key, or nothing.
    std::optional<TomlTable> table(std::string_view key);
    /// [[key]]: each of its tables. A single table counts as one.
    std::vector<TomlTable> tables(std::string_view key);

    /// Complains of a value: "file[0].match is ...; it must be ...". Of the table itself when there is no such key.
    void complain(std::string_view key, const std::string& what);
    /// Complains of the first key that was never asked for.
    void done();
    const toml::node* node(std::string_view key);

private:
    std::string full(std::string_view key) const;
    void wrong(std::string_view key, const toml::node& found, const std::string& right);

    const toml::table& m_table;
    std::string m_name;
    TomlComplaint& m_complaint;
    std::vector<std::string> m_asked;
};

}  // namespace carewall::feed
