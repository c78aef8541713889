#include "feed/sources/json_rows.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace carewall::feed {

namespace {

using Json = nlohmann::json;

constexpr std::string_view json_blanks = " \t\r";
constexpr std::size_t max_rows_of_one = 100'000;

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

bool isListOfObjects(const Json& value)
{
    const auto isObject = [](const Json& element) { return element.is_object(); };
    return value.is_array() && (value.empty() || std::ranges::any_of(value, isObject));
}

/// What a path leads to: a value, or a list of objects on the way to it.
struct Found {
    const Json* value = nullptr;
    const Json* list = nullptr;
    std::size_t list_ends = 0;  ///< the bytes of the path that lead to it
};

/// The value at a key, or at a path of keys with dots between them.
Found find(const Json& object, std::string_view path, std::size_t begins = 0)
{
    const std::string_view rest = path.substr(begins);
    if (!object.is_object()) return {};
    if (const auto whole = object.find(rest); whole != object.end()) return {&*whole, nullptr, 0};
    for (std::size_t dot = rest.find('.'); dot != std::string_view::npos; dot = rest.find('.', dot + 1)) {
        const auto outer = object.find(rest.substr(0, dot));
        if (outer == object.end()) continue;
        if (isListOfObjects(*outer)) return {nullptr, &*outer, begins + dot};
        return find(*outer, path, begins + dot + 1);
    }
    return {};
}

/// Makes rows of one object.
class Expansion {
public:
    Expansion(const std::vector<WantedColumn>& wanted, std::vector<bool>& seen, std::uint64_t line,
              std::vector<Row>& rows)
        : m_wanted{wanted}, m_seen{seen}, m_line{line}, m_rows{rows}
    {
    }

    void expand(const Json& object)
    {
        m_scopes = {{"", &object}};
        const std::size_t before = m_rows.size();
        if (std::string trouble = inner(before); !trouble.empty()) {
            m_rows.resize(before);
            Row row;
            row.line = m_line;
            row.trouble = std::move(trouble);
            m_rows.push_back(std::move(row));
        }
    }

private:
    struct Scope {
        std::string prefix;  ///< with the dot at its end
        const Json* object;
    };

    Found resolve(const std::string& path) const
    {
        const auto inside = std::ranges::find_if(m_scopes.rbegin(), m_scopes.rend(),
                                                 [&](const Scope& scope) { return path.starts_with(scope.prefix); });
        return find(*inside->object, path, inside->prefix.size());  // the outermost has no prefix
    }

    std::string inner(std::size_t before)
    {
        for (const WantedColumn& wanted : m_wanted) {
            const Found found = resolve(wanted.name);
            if (found.list == nullptr) continue;
            const std::string prefix = wanted.name.substr(0, found.list_ends) + '.';
            if (!prefix.starts_with(m_scopes.back().prefix))
                return "has two lists, " + m_scopes.back().prefix + " and " + prefix +
                       " beside it; a row is of one alone";
            for (const Json& element : *found.list) {
                if (m_rows.size() - before >= max_rows_of_one)
                    return "has a list of more than " + std::to_string(max_rows_of_one) + " entries";
                m_scopes.push_back({prefix, &element});
                std::string trouble = element.is_object() ? inner(before) : std::string{};
                m_scopes.pop_back();
                if (!trouble.empty()) return trouble;
            }
            return {};
        }
        take();
        return {};
    }

    void take()
    {
        Row row;
        row.line = m_line;
        row.fields.reserve(m_wanted.size());
        for (std::size_t i = 0; i < m_wanted.size(); ++i) {
            const Found found = resolve(m_wanted[i].name);
            m_seen[i] = m_seen[i] || found.value != nullptr;
            row.fields.push_back(found.value == nullptr ? std::string{} : plain(*found.value));
        }
        m_rows.push_back(std::move(row));
    }

    const std::vector<WantedColumn>& m_wanted;
    std::vector<bool>& m_seen;
    std::uint64_t m_line;
    std::vector<Row>& m_rows;
    std::vector<Scope> m_scopes;
};

/// Paths to plain values, those inside of lists of objects included.
void collectNames(const Json& object, const std::string& prefix, std::vector<std::string>& names)
{
    for (const auto& [key, value] : object.items()) {
        const std::string path = prefix + key;
        if (value.is_object()) {
            collectNames(value, path + '.', names);
        } else if (isListOfObjects(value) && !value.empty()) {
            if (value.front().is_object()) collectNames(value.front(), path + '.', names);
        } else if (names.size() < max_columns && std::ranges::find(names, path) == names.end()) {
            names.push_back(path);
        }
    }
}

/// Whether a first line is the beginning of an object that was written over many.
bool onlyBegins(std::string_view line)
{
    const std::size_t first = line.find_first_not_of(json_blanks);
    const std::size_t last = line.find_last_not_of(json_blanks);
    return line[first] == '{' && std::string_view{"{[,"}.find(line[last]) != std::string_view::npos;
}

Row unreadable(std::uint64_t line, std::string why)
{
    Row row;
    row.line = line;
    row.trouble = std::move(why);
    return row;
}

}  // namespace

JsonRows::JsonRows(std::vector<WantedColumn> wanted) : m_wanted{std::move(wanted)}, m_seen(m_wanted.size())
{
}

core::Result<void, std::string> JsonRows::feed(std::string_view bytes, std::vector<Row>& rows)
{
    while (!bytes.empty()) {
        if (m_form == Form::Unknown && m_open.find_first_not_of(json_blanks) == std::string::npos) {
            const std::size_t first = bytes.find_first_not_of(json_blanks);
            if (first != std::string_view::npos && bytes[first] == '[') {
                m_form = Form::Array;
                m_in_array = true;
                bytes.remove_prefix(first + 1);
                continue;
            }
        }
        if (m_form == Form::Array || m_form == Form::Document)
            takeValues(bytes, rows);
        else
            takeLines(bytes, rows);
    }
    return {};
}

core::Result<void, std::string> JsonRows::finish(std::vector<Row>& rows)
{
    if (m_form == Form::Array || m_form == Form::Document) {
        if (!m_open.empty()) rows.push_back(unreadable(m_began, "is not JSON; it begins here and never ends"));
        m_open.clear();
    } else {
        lineEnds(rows);
    }
    noteLacking();
    return {};
}

void JsonRows::takeLines(std::string_view& bytes, std::vector<Row>& rows)
{
    const std::size_t end = bytes.find('\n');
    const std::string_view piece = bytes.substr(0, end);
    m_too_long = m_too_long || m_open.size() + piece.size() > max_row_bytes;
    if (!m_too_long) m_open += piece;
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    if (end != std::string_view::npos) lineEnds(rows);
}

void JsonRows::lineEnds(std::vector<Row>& rows)
{
    const bool blank = m_open.find_first_not_of(json_blanks) == std::string::npos;
    if (m_too_long) {
        rows.push_back(unreadable(m_line, "is longer than " + std::to_string(max_row_bytes) + " bytes"));
        m_form = Form::Lines;
    } else if (!blank && m_form == Form::Unknown && onlyBegins(m_open)) {
        m_form = Form::Document;
        const std::string begun = std::exchange(m_open, {}) + '\n';
        std::string_view rest{begun};
        takeValues(rest, rows);
        return;
    } else if (!blank) {
        m_form = Form::Lines;
        read(m_open, m_line, rows);
    }
    m_open.clear();
    m_too_long = false;
    ++m_line;
}

/// Whether the open value goes on behind this byte of it.
bool JsonRows::goesOn(char byte)
{
    if (m_in_text) {
        m_in_text = m_escaped || byte != '"';
        m_escaped = !m_escaped && byte == '\\';
    } else if (byte == '"') {
        m_in_text = true;
    } else if (byte == '{' || byte == '[') {
        ++m_depth;
    } else if (byte == '}' || byte == ']') {
        --m_depth;
    }
    return m_depth > 0;
}

void JsonRows::takeValues(std::string_view& bytes, std::vector<Row>& rows)
{
    for (const char byte : bytes) {
        m_line += byte == '\n' ? 1 : 0;
        const bool between = m_open.empty() && m_depth == 0;
        const bool begins = byte == '[' && m_form == Form::Array && !m_in_array;
        if (between && (begins || byte == ']')) m_in_array = begins;
        if (between &&
            (begins || byte == ',' || byte == ']' || byte == '\n' || json_blanks.find(byte) != std::string_view::npos))
            continue;
        if (between) m_began = m_line;
        m_too_long = m_too_long || m_open.size() >= max_document_bytes;
        if (!m_too_long) m_open += byte;
        if (goesOn(byte) || m_in_text) continue;
        // A bare word ends where the next begins.
        if (byte == '}' || byte == ',' || byte == '\n' || byte == ']') valueEnds(rows);
    }
    bytes = {};
}

void JsonRows::valueEnds(std::vector<Row>& rows)
{
    if (m_too_long)
        rows.push_back(unreadable(m_began, "is longer than " + std::to_string(max_document_bytes) + " bytes"));
    else
        read(m_open, m_began, rows);
    m_open.clear();
    m_too_long = false;
    m_depth = 0;
}

void JsonRows::read(std::string_view text, std::uint64_t line, std::vector<Row>& rows)
{
    const Json object = Json::parse(text, nullptr, false);
    if (!object.is_object()) {
        rows.push_back(unreadable(line, object.is_discarded()
                                            ? "is not JSON; each line, or each entry of a list, must be one object"
                                            : "is not a JSON object"));
        return;
    }
    ++m_objects;
    if (m_wanted.empty()) collectNames(object, "", m_names);
    Expansion{m_wanted, m_seen, line, rows}.expand(object);
}

void JsonRows::noteLacking()
{
    std::string lacking;
    for (std::size_t i = 0; m_objects > 0 && i < m_wanted.size(); ++i)
        if (!m_seen[i]) lacking += (lacking.empty() ? "\"" : ", \"") + m_wanted[i].name + "\"";
    if (!lacking.empty()) note("no object has " + lacking);
}

}  // namespace carewall::feed
