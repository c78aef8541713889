#include "feed/sources/json_rows.h"

#include <nlohmann/json.hpp>

namespace carewall::feed {

namespace {

using Json = nlohmann::json;

std::string plain(const Json& value)
{
    if (value.is_string()) return value.get_ref<const std::string&>();
    if (value.is_null() || value.is_object()) return {};
    if (value.is_array()) {
        std::string all;
        for (const Json& element : value)
            if (element.is_primitive()) all += plain(element) + element_separator;
        return all;
    }
    return value.dump();
}

/// The value at a key, or at a path of keys with dots between them; null when there is none.
const Json* find(const Json& object, std::string_view path)
{
    if (!object.is_object()) return nullptr;
    if (const auto whole = object.find(path); whole != object.end()) return &*whole;
    const std::size_t dot = path.find('.');
    if (dot == std::string_view::npos) return nullptr;
    const auto outer = object.find(path.substr(0, dot));
    return outer == object.end() ? nullptr : find(*outer, path.substr(dot + 1));
}

}  // namespace

JsonRows::JsonRows(std::vector<std::string> wanted) : m_wanted{std::move(wanted)}
{
}

core::Result<void, std::string> JsonRows::parse(std::string_view bytes, std::vector<Row>& rows)
{
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        const std::string_view piece = bytes.substr(0, end);
        m_too_long = m_too_long || m_open.size() + piece.size() > max_row_bytes;
        if (!m_too_long) m_open += piece;
        if (end == std::string_view::npos) return {};
        if (m_too_long || m_open.find_first_not_of(" \t\r") != std::string::npos) rows.push_back(takeLine());
        m_open.clear();
        m_too_long = false;
        ++m_line;
        bytes.remove_prefix(end + 1);
    }
    return {};
}

core::Result<void, std::string> JsonRows::close(std::vector<Row>& rows)
{
    return parse("\n", rows);
}

Row JsonRows::takeLine() const
{
    Row row;
    row.line = m_line;
    if (m_too_long) {
        row.trouble = "is longer than " + std::to_string(max_row_bytes) + " bytes";
        return row;
    }
    const Json object = Json::parse(m_open, nullptr, false);
    if (!object.is_object()) {
        row.trouble = object.is_discarded() ? "is not JSON; each line must be one object" : "is not a JSON object";
        return row;
    }
    row.fields.reserve(m_wanted.size());
    for (const std::string& column : m_wanted) {
        const Json* value = find(object, column);
        row.fields.push_back(value == nullptr ? std::string{} : plain(*value));
    }
    return row;
}

}  // namespace carewall::feed
