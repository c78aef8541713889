#include "feed/sources/toml_table.h"

#include "feed/conversation/timestamp.h"
#include "feed/sources/row_parser.h"

#include <algorithm>
#include <sstream>

namespace carewall::feed {

namespace {

std::string shown(const toml::node& node)
{
    std::ostringstream words;
    node.visit([&words](const auto& value) {
        using Value = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Value, toml::table>)
            words << "a table";
        else if constexpr (std::is_same_v<Value, toml::array>)
            words << "an array";
        else
            words << value;
    });
    std::string text = words.str();
    if (text.size() > 40) text = text.substr(0, 37) + "...";
    return text;
}

std::string number(double value)
{
    std::ostringstream words;
    words << value;
    return words.str();
}

}  // namespace

void TomlComplaint::at(const toml::node& node, const std::string& what)
{
    if (words.empty()) words = file + ":" + std::to_string(node.source().begin.line) + ": " + what;
}

std::string TomlTable::full(std::string_view key) const
{
    if (key.empty()) return m_name;
    return m_name.empty() ? std::string{key} : m_name + "." + std::string{key};
}

const toml::node* TomlTable::node(std::string_view key)
{
    m_asked.emplace_back(key);
    return m_table.get(key);
}

void TomlTable::wrong(std::string_view key, const toml::node& found, const std::string& right)
{
    m_complaint.at(found, full(key) + " is " + shown(found) + "; it must be " + right);
}

void TomlTable::complain(std::string_view key, const std::string& what)
{
    const toml::node* found = m_table.get(key);
    m_complaint.at(found == nullptr ? m_table : *found, full(key) + " " + what);
}

std::optional<std::string> TomlTable::string(std::string_view key)
{
    const toml::node* found = node(key);
    if (found == nullptr) return std::nullopt;
    auto value = found->value_exact<std::string>();
    if (!value) wrong(key, *found, "a text in quotes");
    return value;
}

std::optional<bool> TomlTable::boolean(std::string_view key)
{
    const toml::node* found = node(key);
    if (found == nullptr) return std::nullopt;
    const auto value = found->value_exact<bool>();
    if (!value) wrong(key, *found, "true or false");
    return value;
}

std::optional<double> TomlTable::number(std::string_view key, double least, double most)
{
    const toml::node* found = node(key);
    if (found == nullptr) return std::nullopt;
    const auto value = found->is_number() ? found->value<double>() : std::nullopt;
    if (!value || !(*value >= least) || !(*value <= most)) {
        wrong(key, *found, "a number from " + feed::number(least) + " to " + feed::number(most));
        return std::nullopt;
    }
    return value;
}

std::optional<core::Milliseconds> TomlTable::duration(std::string_view key)
{
    const toml::node* found = node(key);
    if (found == nullptr) return std::nullopt;
    std::optional<core::Milliseconds> time;
    if (const auto text = found->value_exact<std::string>())
        time = parseDuration(*text);
    else if (found->is_number())
        time = parseDuration(feed::number(*found->value<double>()));
    if (!time || time->count() <= 0) {
        wrong(key, *found, "a time such as \"20 s\", \"5 min\", \"24 h\" or \"7 d\"");
        return std::nullopt;
    }
    return time;
}

std::vector<std::string> TomlTable::strings(std::string_view key)
{
    const toml::node* found = node(key);
    if (found == nullptr) return {};
    if (const auto one = found->value_exact<std::string>()) return {*one};
    std::vector<std::string> all;
    const toml::array* array = found->as_array();
    if (array == nullptr) {
        wrong(key, *found, "a text in quotes, or an array of them");
        return {};
    }
    for (const toml::node& element : *array)
        if (const auto text = element.value_exact<std::string>())
            all.push_back(*text);
        else
            wrong(key, element, "a text in quotes");
    return all;
}

std::vector<std::pair<std::string, std::string>> TomlTable::pairs(std::string_view key)
{
    const toml::node* found = node(key);
    if (found == nullptr) return {};
    const toml::table* table = found->as_table();
    if (table == nullptr) {
        wrong(key, *found, "a table such as { customer = \"asked\" }");
        return {};
    }
    std::vector<std::pair<std::string, std::string>> all;
    for (const auto& [name, value] : *table)
        if (const auto text = value.value_exact<std::string>())
            all.emplace_back(std::string{name.str()}, *text);
        else
            wrong(std::string{key} + "." + std::string{name.str()}, value, "a text in quotes");
    return all;
}

std::optional<std::size_t> TomlTable::choice(std::string_view key, const std::vector<std::string>& names)
{
    const auto text = string(key);
    if (!text) return std::nullopt;
    const auto found = std::ranges::find(names, *text);
    if (found == names.end()) {
        std::string all;
        for (const std::string& name : names)
            all += (all.empty() ? "" : ", ") + name;
        complain(key, "is '" + *text + "'; it must be one of " + all);
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - names.begin());
}

std::optional<TomlTable> TomlTable::table(std::string_view key)
{
    const toml::node* found = node(key);
    if (found == nullptr) return std::nullopt;
    const toml::table* inner = found->as_table();
    if (inner == nullptr) {
        wrong(key, *found, "a table");
        return std::nullopt;
    }
    return TomlTable{*inner, full(key), m_complaint};
}

std::vector<TomlTable> TomlTable::tables(std::string_view key)
{
    const toml::node* found = node(key);
    std::vector<TomlTable> all;
    if (found == nullptr) return all;
    if (const toml::table* one = found->as_table()) {
        all.emplace_back(*one, full(key), m_complaint);
        return all;
    }
    const toml::array* array = found->as_array();
    if (array == nullptr) {
        wrong(key, *found, "tables: [[" + full(key) + "]]");
        return all;
    }
    for (const toml::node& element : *array)
        if (const toml::table* inner = element.as_table())
            all.emplace_back(*inner, full(key), m_complaint);
        else
            wrong(key, element, "tables: [[" + full(key) + "]]");
    return all;
}

void TomlTable::done()
{
    for (const auto& [name, value] : m_table) {
        const std::string key{name.str()};
        if (std::ranges::find(m_asked, key) == m_asked.end()) {
            if (m_complaint.words.empty()) {
                m_complaint.words = m_complaint.file + ":" + std::to_string(name.source().begin.line) + ": " +
                                    full(key) + " is not known" + didYouMean(key, m_asked);
            }
        }
    }
}

}  // namespace carewall::feed
