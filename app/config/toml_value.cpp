#include "config/toml_value.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace carewall::config {

namespace {

using Kind = TomlNode::Kind;

/// The shortest form that reads back as the same number.
std::string shortest(double value)
{
    std::array<char, 32> text{};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), written.ptr};
}

std::string shown(const TomlNode& node)
{
    switch (node.kind) {
    case Kind::Text:
        return inQuotes(node.text);
    case Kind::Whole:
        return std::to_string(node.whole);
    case Kind::Real:
        return shortest(node.real);
    case Kind::Flag:
        return node.flag ? "true" : "false";
    case Kind::Time:
        return "a date or time";
    case Kind::List:
        return "a list";
    case Kind::Section:
        break;
    }
    return "a section";
}

std::string range(const std::string& least, const std::string& most, std::string_view unit)
{
    std::string words = least + " to " + most;
    if (!unit.empty()) words.append(" ").append(unit);
    return words;
}

bool isControl(char letter)
{
    return static_cast<unsigned char>(letter) < 0x20 || letter == '\x7F';
}

}  // namespace

void TomlValue::refuse(std::string_view right) const
{
    complain(m_node, std::string("is ").append(shown(m_node)).append("; it must be ").append(right));
}

void TomlValue::complain(const TomlNode& within, std::string_view words) const
{
    std::string all = m_key;
    m_complaints.at(within.at, all.append(" ").append(words));
}

std::optional<bool> TomlValue::flag() const
{
    if (m_node.kind == Kind::Flag) return m_node.flag;
    refuse("true or false, without quotes");
    return std::nullopt;
}

std::optional<double> TomlValue::number(double least, double most, std::string_view unit) const
{
    const std::string right = range(shortest(least), shortest(most), unit);
    if (m_node.isNumber() && m_node.real >= least && m_node.real <= most) return m_node.real;  // NaN is neither
    refuse((m_node.isNumber() ? "" : "a number without quotes, ") + right);
    return std::nullopt;
}

std::optional<int> TomlValue::whole(int least, int most, std::string_view unit) const
{
    const bool whole = m_node.kind == Kind::Whole;
    if (whole && m_node.whole >= least && m_node.whole <= most) return static_cast<int>(m_node.whole);
    refuse((whole ? "" : "a whole number without quotes, ") + range(std::to_string(least), std::to_string(most), unit));
    return std::nullopt;
}

std::optional<std::string> TomlValue::text() const
{
    if (m_node.kind == Kind::Text) return m_node.text;
    refuse("text in quotes");
    return std::nullopt;
}

const std::string* TomlValue::line(std::string_view right) const
{
    if (m_node.kind == Kind::Text && std::none_of(m_node.text.begin(), m_node.text.end(), isControl))
        return &m_node.text;
    refuse(right);
    return nullptr;
}

std::optional<std::size_t> TomlValue::oneOf(std::span<const std::string_view> words) const
{
    const auto found = std::find(words.begin(), words.end(), m_node.text);
    if (m_node.kind == Kind::Text && found != words.end()) return static_cast<std::size_t>(found - words.begin());
    refuse(config::oneOf(words));
    return std::nullopt;
}

std::vector<std::string> TomlValue::texts() const
{
    if (m_node.kind == Kind::Text) return {m_node.text};
    if (m_node.kind != Kind::List) {
        refuse("text in quotes, or a list of such");
        return {};
    }
    std::vector<std::string> all;
    for (const TomlNode& element : m_node.list)
        if (element.kind == Kind::Text)
            all.push_back(element.text);
        else
            complain(element, "has " + shown(element) + "; it must be text in quotes, or a list of such");
    return all;
}

std::vector<std::pair<std::string, std::string>> TomlValue::pairs() const
{
    if (m_node.kind != Kind::Section) {
        refuse("a section such as { customer = \"asked\" }");
        return {};
    }
    std::vector<std::pair<std::string, std::string>> all;
    for (const TomlEntry& entry : m_node.entries)
        if (entry.value.kind == Kind::Text)
            all.emplace_back(entry.key, entry.value.text);
        else
            TomlValue(m_key + "." + plain(entry.key), entry.value, m_complaints).refuse("text in quotes");
    return all;
}

}  // namespace carewall::config
