#include "feed/sources/export_sample.h"

#include "feed/conversation/clean_text.h"
#include "feed/sources/file_rows.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace carewall::feed {

namespace {

constexpr std::array<std::string_view, 14> usual_patterns{
    "%d.%m.%Y %H:%M",    "%d.%m.%Y %H:%M:%S", "%d/%m/%Y %H:%M",    "%d/%m/%Y %H:%M:%S",      "%m/%d/%Y %H:%M",
    "%m/%d/%Y %H:%M:%S", "%d-%m-%Y %H:%M",    "%d-%m-%Y %H:%M:%S", "%m/%d/%Y %I:%M %p",      "%m/%d/%Y %I:%M:%S %p",
    "%d/%m/%Y %I:%M %p", "%Y-%m-%d %I:%M %p", "%d.%m.%y %H:%M",    "%a %b %d %H:%M:%S %z %Y"};

std::string plainName(const std::string& name)
{
    std::string plain;
    bool small = false;
    for (const char byte : plainKey(name)) {
        const auto code = static_cast<unsigned char>(byte);
        if (std::isalnum(code) == 0 && code < 0x80) {
            if (!plain.empty() && plain.back() != ' ') plain += ' ';
            small = false;
            continue;
        }
        if (small && std::isupper(code) != 0) plain += ' ';  // "createdAt"
        small = std::islower(code) != 0;
        plain += static_cast<char>(code < 0x80 ? std::tolower(code) : code);
    }
    return plainKey(plain);
}

bool readsAll(const std::vector<std::string>& values, const std::string& pattern)
{
    return !values.empty() && std::ranges::all_of(
                                  values,
                                  [&](const std::string& value) {
                                      const auto time = parseTime(value, {pattern, Zone::Utc});
                                      return time && isPlausible(*time);
                                  });
}

/// A number is a time only where the column's name says so: ids are numbers, too.
bool mayBeTime(const SampledColumn& column, const std::vector<std::string>& values)
{
    const bool number = std::ranges::all_of(
        values, [](const std::string& value) { return value.find_first_not_of("0123456789.") == std::string::npos; });
    constexpr std::array<std::string_view, 7> words{"time", "date", "at", "ts", "when", "created", "start"};
    return !number || std::ranges::any_of(words, [&](std::string_view word) {
        return (" " + column.plain_name + " ").find(" " + std::string{word} + " ") != std::string::npos;
    });
}

void look(SampledColumn& column, const std::vector<std::string>& values)
{
    for (const std::string& value : values)
        if (column.values.size() <= most_kinds && std::ranges::find(column.values, value) == column.values.end())
            column.values.push_back(value);
    if (column.values.size() > most_kinds ||
        std::ranges::any_of(column.values, [](const auto& v) { return v.size() > 40; }))
        column.values.clear();
    column.is_empty = values.empty();
    const auto all = [&](auto is) { return !values.empty() && std::ranges::all_of(values, is); };
    column.is_day = all([](const std::string& value) { return value.size() <= 10 && value.find('-') == 4; });
    column.is_time_of_day = all([](const std::string& value) {
        return value.size() >= 5 && value.size() <= 8 && value[2] == ':' &&
               value.find_first_not_of("0123456789:") == std::string::npos;
    });
    column.is_time = mayBeTime(column, values) && readsAll(values, {});
    if (column.is_time) return;
    for (const std::string_view pattern : usual_patterns)
        if (readsAll(values, std::string{pattern})) column.patterns.emplace_back(pattern);
    column.is_time = !column.patterns.empty();
}

}  // namespace

namespace {

/// The first rows, of the columns that `how` names. The error is one sentence.
core::Result<std::vector<std::string>, std::string> readSome(const std::string& path, const FileMapping& how,
                                                             std::vector<Row>& rows)
{
    auto file = FileRows::open(path, how);
    if (!file) return core::failure(file.error());
    while (!file->atEnd() && rows.size() < sampled_rows)
        if (auto read = file->read(rows); !read) return core::failure(read.error());
    return file->names();
}

}  // namespace

core::Result<ExportSample, std::string> sampleOf(const std::string& path)
{
    FileMapping how;
    std::vector<Row> rows;
    ExportSample sample;
    auto names = readSome(path, how, rows);
    if (!names && names.error().find("windows-1252") != std::string::npos) {
        how.encoding = TextEncoding::Windows1252;
        sample.is_windows_1252 = true;
        rows.clear();
        names = readSome(path, how, rows);
    }
    if (!names) return core::failure(names.error());
    for (const std::string& name : *names) {
        how.columns.push_back({name, false});
        sample.columns.emplace_back().name = name;
        sample.columns.back().plain_name = plainName(name);
    }
    if (how.columns.empty()) return core::failure(path + ": names no columns");
    rows.clear();
    if (const auto read = readSome(path, how, rows); !read) return core::failure(read.error());
    for (std::size_t i = 0; i < sample.columns.size(); ++i) {
        std::vector<std::string> all;
        for (const Row& row : rows)
            if (row.trouble.empty() && !plainKey(row.fields[i]).empty()) all.push_back(plainKey(row.fields[i]));
        look(sample.columns[i], all);
    }
    return sample;
}

}  // namespace carewall::feed
