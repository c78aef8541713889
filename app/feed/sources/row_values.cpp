#include "feed/sources/row_values.h"

#include "feed/conversation/clean_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace carewall::feed {

std::string shownValue(std::string_view value)
{
    constexpr std::size_t most = 40;
    return "\"" + cleanText(startOf(value, most)) + (value.size() > most ? "..." : "") + "\"";
}

std::string_view valueOf(const Row& row, const Column& column)
{
    return column ? std::string_view{row.fields[*column]} : std::string_view{};
}

std::string joinedValues(const Row& row, const Columns& columns, std::string_view between)
{
    std::string all;
    for (const std::size_t column : columns) {
        const std::string value = plainKey(row.fields[column]);
        if (!value.empty()) all.append(all.empty() ? "" : between).append(value);
    }
    return all;
}

std::string idOf(const Row& row, const Columns& columns)
{
    std::string all;
    bool says = false;
    for (const std::size_t column : columns) {
        const std::string id = plainId(row.fields[column]);
        says = says || !id.empty();
        all.append(column == columns.front() ? "" : "/").append(id);
    }
    return says ? all : std::string{};
}

std::vector<std::string> tagsOf(const FileMapping& file, const Row& row)
{
    std::vector<std::string> all;
    const std::string separators = file.issue_separator + element_separator;
    for (const std::size_t column : file.issue) {
        std::string_view rest = row.fields[column];
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find_first_of(separators), rest.size());
            std::string tag = plainKey(rest.substr(0, end));
            if (!tag.empty()) all.push_back(std::move(tag));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return all;
}

namespace {

bool isFractionOfADay(std::string_view text)
{
    return text.starts_with("0.") && text.size() > 3 &&
           text.find_first_not_of("0123456789", 2) == std::string_view::npos &&
           text.find_first_not_of('0', 2) != std::string_view::npos;
}

std::string noTime(const std::string& told, const std::string& column, const TimeForm& form)
{
    std::string why = "has " + shownValue(told) + " in column \"" + column + "\", which is no time; it must be ";
    if (!form.pattern.empty()) return why + "of the form \"" + form.pattern + "\" that the mapping gives";
    const bool is_rounded =
        told.find_first_of("eE") != std::string::npos && told.find_first_not_of("0123456789+-.eE") == std::string::npos;
    if (is_rounded) return why + "whole: a spreadsheet has rounded it; export it as text";
    return why + "such as 2024-07-01T14:02:00Z, or the mapping gives its format";
}

}  // namespace

core::Result<std::optional<ReadTime>, std::string> timeOf(const FileMapping& file, const Row& row)
{
    const TimeColumns& columns = file.time;
    // A day without its time of day is not midnight.
    const bool whole =
        std::ranges::none_of(columns.columns, [&](std::size_t column) { return plainKey(row.fields[column]).empty(); });
    std::string told = whole ? joinedValues(row, columns.columns, " ") : std::string{};
    std::size_t from = columns.columns.empty() ? 0 : columns.columns.front();
    for (const std::size_t column : columns.fallback) {
        if (!told.empty()) break;
        told = plainKey(row.fields[column]);
        from = column;
    }
    if (told.empty()) return std::nullopt;
    auto time = readTime(told, columns.form);
    if (!time) return core::failure(noTime(told, file.columns[from].name, columns.form));
    if (!columns.after) return time;
    const std::string after = plainKey(row.fields[*columns.after]);
    if (after.empty()) return std::nullopt;
    if (!columns.after_unit && isFractionOfADay(after)) {
        return core::failure("has " + shownValue(after) + " in column \"" + file.columns[*columns.after].name +
                             "\", which may be of a second or of a day as spreadsheets count; after_unit says which");
    }
    const auto span = parseSpan(after, columns.after_unit.value_or(core::Seconds{1}));
    if (!span) {
        return core::failure("has " + shownValue(after) + " in column \"" + file.columns[*columns.after].name +
                             "\", which is no duration; it must be such as 69, 00:02:23 or 5 min (after_unit says of "
                             "what bare numbers are)");
    }
    return ReadTime{time->at + *span, time->again + *span};
}

std::optional<double> numberOf(const Row& row, const NumberColumn& column, bool& readable)
{
    readable = true;
    const std::string text = plainKey(valueOf(row, column.column));
    for (const auto& [word, number] : column.values)
        if (sameValue(word, text)) return number;
    if (text.empty()) return std::nullopt;
    double value = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (read.ec == std::errc{} && read.ptr == end && std::isfinite(value)) return value;
    readable = column.otherwise.has_value();
    return column.otherwise;
}

}  // namespace carewall::feed
