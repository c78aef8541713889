#include "wire/json_survey.h"

#include "core/limits.h"
#include "wire/need.h"
#include "wire/plain_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace carewall::wire {
namespace {

namespace limits = core::limits;
using Field = google::protobuf::FieldDescriptor;

std::size_t quotedEnd(std::string_view text, std::size_t from)
{
    const char quote = text[from - 1];
    while (from < text.size() && text[from] != quote)
        from += text[from] == '\\' ? 2 : 1;
    return std::min(from, text.size());
}

bool isNumber(std::string_view word, double& value)
{
    if (word.empty() || word.find_first_not_of("0123456789+-.eE") != std::string_view::npos) return false;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    return error == std::errc{} && end == word.data() + word.size();
}

bool isWhole(std::string_view word, bool quoted, double least, double most)
{
    double value = 0;
    if (!isNumber(word, value) || (quoted && word.find_first_of(".eE") != std::string_view::npos)) return false;
    return value == std::floor(value) && value >= least && value <= most;
}

bool isReal(std::string_view word, bool quoted)
{
    double value = 0;
    return isNumber(word, value) || (quoted && (word == "NaN" || word == "Infinity" || word == "-Infinity"));
}

/// Whether protobuf takes the word for one value of the field.
bool fits(const Field& field, std::string_view word, bool quoted)
{
    switch (field.cpp_type()) {
    case Field::CPPTYPE_UINT64:
        return isWhole(word, quoted, 0, 0x1p64);
    case Field::CPPTYPE_UINT32:
        return isWhole(word, quoted, 0, std::numeric_limits<std::uint32_t>::max());
    case Field::CPPTYPE_INT64:
        return isWhole(word, quoted, -0x1p63, 0x1p63);
    case Field::CPPTYPE_INT32:
        return isWhole(word, quoted, std::numeric_limits<std::int32_t>::min(),
                       std::numeric_limits<std::int32_t>::max());
    case Field::CPPTYPE_DOUBLE:
    case Field::CPPTYPE_FLOAT:
        return isReal(word, quoted);
    case Field::CPPTYPE_BOOL:
        return word == "true" || word == "false";
    case Field::CPPTYPE_STRING:
        return quoted;
    case Field::CPPTYPE_ENUM:
        return quoted || isWhole(word, quoted, 0, std::numeric_limits<std::int32_t>::max());
    case Field::CPPTYPE_MESSAGE:
        return false;
    }
    return true;
}

/// What a value of the field is.
std::string right(const Field& field)
{
    switch (field.cpp_type()) {
    case Field::CPPTYPE_UINT64:
    case Field::CPPTYPE_UINT32:
        return "a whole number, 0 or more";
    case Field::CPPTYPE_INT64:
    case Field::CPPTYPE_INT32:
        return "a whole number";
    case Field::CPPTYPE_DOUBLE:
    case Field::CPPTYPE_FLOAT:
        return "a number";
    case Field::CPPTYPE_BOOL:
        return "true or false";
    case Field::CPPTYPE_STRING:
        return "text in quotes";
    case Field::CPPTYPE_ENUM:
        return "one of the names in the contract, in quotes";
    case Field::CPPTYPE_MESSAGE:
        return "an object in { }";
    }
    return "";
}

std::string quotedWord(std::string_view word, bool quoted)
{
    const std::string plain = plainText(word, shown_chars);
    return quoted ? '"' + plain + '"' : plain;
}

bool holds(const std::vector<const Field*>& fields, std::string_view name)
{
    return std::ranges::any_of(
        fields, [&](const Field* field) { return field->name() == name; });
}

}  // namespace

bool JsonSurvey::said(std::string_view field) const
{
    return holds(m_said, field);
}

bool JsonSurvey::isNull(std::string_view field) const
{
    return holds(m_null, field);
}

bool JsonSurvey::walk(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"' || c == '\'') {
            i = word(text, i + 1, quotedEnd(text, i + 1), true);
        } else if (c == '{' || c == '[') {
            if (m_levels.size() == static_cast<std::size_t>(limits::nesting)) return false;
            open(c == '{');
        } else if (c == '}' || c == ']') {
            if (!m_levels.empty()) close();
        } else if (c == ':') {
            name();
        } else if (c == ',') {
            if (inObject()) m_levels.back().field = nullptr;
            if (!m_levels.empty()) ++m_levels.back().index;
        } else if (white.find(c) == std::string_view::npos) {
            i = word(text, i, text.find_first_of(" \t\r\n\"'{}[]:,", i), false) - 1;
        }
    }
    return true;
}

std::size_t JsonSurvey::word(std::string_view text, std::size_t from, std::size_t end, bool quoted)
{
    end = std::min(end, text.size());
    m_word = text.substr(from, end - from);
    if (!m_levels.empty() && m_levels.back().field != nullptr) value(m_word, quoted);
    return end;
}

void JsonSurvey::value(std::string_view word, bool quoted)
{
    Level& level = m_levels.back();
    const Field& field = *level.field;
    if (!quoted && word == "null") {
        if (m_levels.size() == 1) m_null.push_back(&field);
        return;
    }
    if (quoted && field.enum_type() != nullptr && field.enum_type()->FindValueByName(std::string(word)) == nullptr) {
        m_unknown.add(path(false) + '=' + std::string(word.substr(0, limits::unknown_name_bytes)));
        return;  // protobuf leaves it out
    }
    if (!fits(field, word, quoted)) wrong(quotedWord(word, quoted), field);
    if (level.object) level.said.push_back(&field);
}

void JsonSurvey::name()
{
    if (!inObject() || m_levels.back().message == nullptr) return;
    Level& level = m_levels.back();
    const std::string known(m_word);
    level.field = level.message->FindFieldByName(known);
    if (level.field == nullptr) level.field = level.message->FindFieldByCamelcaseName(known);
    if (level.field != nullptr) return;
    const std::string at = path(false);
    m_unknown.add((at.empty() ? at : at + '.') + known.substr(0, 4 * limits::unknown_name_bytes));
    if (level.strangers.size() < limits::unknown_names) level.strangers.push_back(plainText(known, shown_chars));
}

void JsonSurvey::open(bool object)
{
    Level next{object, nullptr, nullptr, 0, {}, {}};
    if (m_levels.empty()) {
        next.message = m_root;
    } else if (Level& level = m_levels.back(); level.field != nullptr) {
        const Field& field = *level.field;
        const bool list = !object && !field.is_repeated();
        if (list || (object && field.message_type() == nullptr)) wrong(list ? "a list" : "an object", field);
        if (level.object) level.said.push_back(&field);
        if (object)
            next.message = field.message_type();
        else
            next.field = &field;
    }
    m_levels.push_back(std::move(next));
}

void JsonSurvey::close()
{
    Level level = std::move(m_levels.back());
    m_levels.pop_back();
    if (m_levels.empty()) {
        m_said.insert(m_said.end(), level.said.begin(), level.said.end());
        m_strangers.insert(m_strangers.end(), level.strangers.begin(), level.strangers.end());
    } else if (level.object && level.message != nullptr && m_empty_words.empty()) {
        saysNothing(level);
    }
}

/// An object of counts with a misspelt name and no known one would be counts of 0.
void JsonSurvey::saysNothing(const Level& level)
{
    const bool course = level.message->name() == "MetricSlot";
    if (course ? holds(level.said, "value") : level.strangers.empty() || !mustSayMore(*level.message)) return;
    const bool says = std::ranges::any_of(level.said, [](const Field* field) {
        return field->name() != "start_ms" && field->name() != "length_s" && field->name() != "header";
    });
    if (says) return;
    m_empty_words = path(true) + (course ? " has no value" : " has no field that is known and says something") +
                    strangerWords(level.strangers, *level.message);
    if (m_empty_words.back() != '?') m_empty_words += "; its fields are in the contract";
}

std::string JsonSurvey::path(bool with_indices) const
{
    std::string path;
    for (const Level& level : m_levels) {
        if (level.object && level.field != nullptr) {
            if (!path.empty()) path += '.';
            path += level.field->name();
        } else if (!level.object && with_indices) {
            path.append("[").append(std::to_string(level.index)).append("]");
        }
    }
    return path;
}

void JsonSurvey::wrong(std::string_view is, const Field& field)
{
    if (!m_wrong_value.empty()) return;
    m_wrong_value = path(true).append(" is ").append(is).append("; it must be ").append(right(field));
}

}  // namespace carewall::wire
