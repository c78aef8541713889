#include "config/toml_table.h"

#include "core/nearest.h"

#include <algorithm>

namespace carewall::config {

std::string TomlTable::full(std::string_view key) const
{
    std::string name = m_name;
    if (!name.empty() && !key.empty()) name += ".";
    return name.append(key);
}

TomlPosition TomlTable::placeOf(std::string_view key) const
{
    const TomlNode* found = m_section.find(key);
    return found == nullptr ? m_section.at : found->at;
}

bool TomlTable::hasSection(std::string_view key) const
{
    const TomlNode* found = m_section.find(key);
    return found != nullptr && found->kind == TomlNode::Kind::Section;
}

std::optional<TomlValue> TomlTable::value(std::string_view key)
{
    if (std::find(m_asked.begin(), m_asked.end(), key) == m_asked.end()) m_asked.emplace_back(key);
    const TomlNode* found = m_section.find(key);
    if (found == nullptr) return std::nullopt;
    return TomlValue{full(key), *found, m_complaints};
}

std::optional<std::string> TomlTable::string(std::string_view key)
{
    const auto found = value(key);
    return found ? found->text() : std::nullopt;
}

std::optional<bool> TomlTable::boolean(std::string_view key)
{
    const auto found = value(key);
    return found ? found->flag() : std::nullopt;
}

std::optional<double> TomlTable::number(std::string_view key, double least, double most)
{
    const auto found = value(key);
    return found ? found->number(least, most) : std::nullopt;
}

std::vector<std::string> TomlTable::strings(std::string_view key)
{
    const auto found = value(key);
    return found ? found->texts() : std::vector<std::string>{};
}

std::vector<std::pair<std::string, std::string>> TomlTable::pairs(std::string_view key)
{
    const auto found = value(key);
    return found ? found->pairs() : std::vector<std::pair<std::string, std::string>>{};
}

std::vector<std::string> TomlTable::names() const
{
    std::vector<std::string> all;
    for (const TomlEntry& entry : m_section.entries)
        all.push_back(entry.key);
    return all;
}

std::optional<std::size_t> TomlTable::choice(std::string_view key, std::span<const std::string_view> names)
{
    const auto found = value(key);
    return found ? found->oneOf(names) : std::nullopt;
}

std::optional<std::size_t> TomlTable::choice(std::string_view key, std::initializer_list<std::string_view> names)
{
    return choice(key, std::span<const std::string_view>{names.begin(), names.size()});
}

std::optional<TomlTable> TomlTable::table(std::string_view key)
{
    const auto found = value(key);
    if (!found) return std::nullopt;
    if (found->node().kind == TomlNode::Kind::Section) return TomlTable{found->node(), full(key), m_complaints};
    found->refuse("a section, [" + full(key) + "]");
    return std::nullopt;
}

std::vector<TomlTable> TomlTable::tables(std::string_view key)
{
    std::vector<TomlTable> all;
    const auto found = value(key);
    if (!found) return all;
    const TomlNode& node = found->node();
    const std::string right = "sections, [[" + full(key) + "]]";
    if (node.kind == TomlNode::Kind::Section)
        all.emplace_back(node, full(key), m_complaints);
    else if (node.kind != TomlNode::Kind::List)
        found->refuse(right);
    for (const TomlNode& element : node.list)
        if (element.kind == TomlNode::Kind::Section)
            all.emplace_back(element, full(key), m_complaints);
        else
            TomlValue(full(key), element, m_complaints).refuse(right);
    return all;
}

void TomlTable::complain(std::string_view key, std::string_view what)
{
    m_complaints.at(placeOf(key), full(key).append(" ").append(what));
}

void TomlTable::complainLast(std::string_view key, std::string_view what)
{
    m_complaints.atLast(placeOf(key), full(key).append(" ").append(what));
}

void TomlTable::refuse(std::string_view key, std::string_view right)
{
    if (const TomlNode* found = m_section.find(key)) TomlValue(full(key), *found, m_complaints).refuse(right);
}

std::string TomlTable::notKnown(std::string_view key, std::string_view (*elsewhere)(std::string_view key)) const
{
    const std::vector<std::string_view> known(m_asked.begin(), m_asked.end());
    std::string words = full(plain(key)).append(" is not known; ");
    if (const auto meant = core::nearest(key, known)) return words.append("did you mean ").append(*meant).append("?");
    if (const std::string_view section = elsewhere == nullptr ? "" : elsewhere(key); !section.empty())
        return words.append(key).append(" belongs in [").append(section).append("]");
    words += m_name.empty() ? "there are " : "[" + m_name + "] has ";
    return words.append(listed(known));
}

void TomlTable::done(std::string_view (*elsewhere)(std::string_view key))
{
    for (const TomlEntry& entry : m_section.entries)
        if (std::find(m_asked.begin(), m_asked.end(), entry.key) == m_asked.end())
            m_complaints.at(entry.at, notKnown(entry.key, elsewhere));
}

}  // namespace carewall::config
