#pragma once

#include "config/toml_node.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace carewall::config {

/// All that is wrong with one TOML file, in one form: "board.toml:2:13: store.keep_days is 0; it must be 1 to 3660 days
/// (and 2 more)".
class Complaints {
public:
    explicit Complaints(std::string file) : m_file(std::move(file)) {}

    void at(TomlPosition where, std::string words);
    /// Something that may follow from another mistake, or bring another about: only the first is told, and only where
    /// nothing else is wrong.
    void atLast(TomlPosition where, std::string words);
    /// One sentence: the first by its place in the file, and how many more there are. Empty: nothing is wrong.
    std::string sentence() const;

private:
    struct Complaint {
        TomlPosition where;
        std::string words;
    };
    std::string told(const Complaint& complaint) const;

    std::string m_file;
    std::vector<Complaint> m_mistakes;
    std::vector<Complaint> m_at_last;
};

/// "board.toml:2:13: "
std::string place(const std::string& file, TomlPosition where);

/// Text from a file as it may stand in a complaint: cut where it is long, control characters as '?'.
std::string plain(std::string_view text);
/// The same in quotes.
std::string inQuotes(std::string_view text);

/// "a, b, c"
std::string listed(std::span<const std::string_view> names);
/// "\"a\", \"b\" or \"c\""
std::string oneOf(std::span<const std::string_view> names);

}  // namespace carewall::config
