#include "config/complaints.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace carewall::config {

void Complaints::at(TomlPosition where, std::string words)
{
    m_mistakes.push_back({where, std::move(words)});
}

void Complaints::atLast(TomlPosition where, std::string words)
{
    m_at_last.push_back({where, std::move(words)});
}

std::string Complaints::told(const Complaint& complaint) const
{
    return place(m_file, complaint.where) + complaint.words;
}

std::string Complaints::sentence() const
{
    if (m_mistakes.empty()) return m_at_last.empty() ? std::string{} : told(m_at_last.front());
    const auto first = std::min_element(m_mistakes.begin(), m_mistakes.end(),
                                        [](const Complaint& a, const Complaint& b) { return a.where < b.where; });
    std::string words = told(*first);
    const std::size_t more = m_mistakes.size() - 1;
    if (more > 0) words.append(" (and ").append(std::to_string(more)).append(" more)");
    return words;
}

std::string place(const std::string& file, TomlPosition where)
{
    return file + ":" + std::to_string(where.line) + ":" + std::to_string(where.column) + ": ";
}

std::string plain(std::string_view text)
{
    constexpr std::size_t most = 40;
    std::string_view part = text.substr(0, most);
    // A letter of several bytes is not cut in its middle.
    while (part.size() < text.size() && !part.empty() &&
           (static_cast<unsigned char>(text[part.size()]) & 0xC0U) == 0x80)
        part.remove_suffix(1);
    std::string words{part};
    std::replace_if(
        words.begin(), words.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7F'; }, '?');
    if (part.size() < text.size()) words += "...";
    return words;
}

std::string inQuotes(std::string_view text)
{
    std::string words{"\""};
    return words.append(plain(text)).append("\"");
}

std::string listed(std::span<const std::string_view> names)
{
    std::string words;
    for (const std::string_view name : names)
        words.append(words.empty() ? "" : ", ").append(name);
    return words;
}

std::string oneOf(std::span<const std::string_view> names)
{
    std::string words;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) words += i + 1 == names.size() ? " or " : ", ";
        words.append("\"").append(names[i]).append("\"");
    }
    return words;
}

}  // namespace carewall::config
