#include "connect/asterisk/ami_parser.h"

#include "feed/conversation/clean_text.h"

#include <algorithm>

namespace carewall::connect {

namespace {

/// What an Asterisk says first, on a line without a key.
constexpr std::string_view banner = "Asterisk Call ";

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string smallLetters(std::string_view text)
{
    std::string small{text};
    std::ranges::transform(small, small.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return small;
}

bool saysWhoCalls(std::string_view key)
{
    return key.find("callerid") != std::string_view::npos || key.find("connectedline") != std::string_view::npos;
}

}  // namespace

std::string_view AmiMessage::of(std::string_view key) const
{
    const auto found = std::ranges::find_if(fields, [key](const auto& field) { return field.first == key; });
    return found == fields.end() ? std::string_view{} : std::string_view{found->second};
}

void AmiParser::feed(std::string_view bytes, std::vector<AmiMessage>& out)
{
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        const std::size_t room = max_ami_line_bytes + 1 - std::min(m_line.size(), max_ami_line_bytes + 1);
        m_line.append(bytes.substr(0, std::min(end, room)));
        m_line_bytes += end;
        if (end == bytes.size()) return;
        endLine(out);
        bytes.remove_prefix(end + 1);
    }
}

void AmiParser::restart()
{
    m_message.fields.clear();
    m_line.clear();
    m_line_bytes = 0;
    m_message_bytes = 0;
}

void AmiParser::endLine(std::vector<AmiMessage>& out)
{
    std::string_view line = m_line;
    if (line.ends_with('\r')) line.remove_suffix(1);
    m_message_bytes += m_line_bytes;
    if (m_line_bytes > max_ami_line_bytes)
        ++m_counts.bad_lines;
    else if (line.empty())
        endMessage(out);
    else
        take(line);
    m_line.clear();
    m_line_bytes = 0;
}

void AmiParser::endMessage(std::vector<AmiMessage>& out)
{
    if (m_message_bytes > max_ami_message_bytes) {
        ++m_counts.long_messages;
    } else if (!m_message.fields.empty()) {
        ++m_counts.messages;
        out.push_back(std::move(m_message));
    }
    m_message = {};
    m_message_bytes = 0;
}

void AmiParser::take(std::string_view line)
{
    if (m_message_bytes > max_ami_message_bytes) {
        m_message.fields.clear();
        return;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos && m_message.fields.empty() && line.starts_with(banner)) return;
    const std::string_view key = trimmed(line.substr(0, colon));
    if (colon == std::string_view::npos || key.empty() || !feed::isUtf8(line) ||
        m_message.fields.size() >= max_ami_keys) {
        ++m_counts.bad_lines;
        return;
    }
    std::string small = smallLetters(key);
    if (saysWhoCalls(small)) return;
    m_message.fields.emplace_back(std::move(small), trimmed(line.substr(colon + 1)));
}

}  // namespace carewall::connect
