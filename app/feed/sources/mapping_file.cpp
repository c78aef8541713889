#include "feed/sources/mapping_file.h"

#include "config/complaints.h"

#include <algorithm>
#include <array>
#include <span>

namespace carewall::feed {

namespace {

using config::TomlTable;
using Names = std::span<const std::string_view>;

// Staffed is not among them: no column tells three counts.
constexpr std::array<std::string_view, 8> kind_names{"asked",     "continued", "replied", "resolved",
                                                     "abandoned", "broadcast", "praised", "skip"};
constexpr std::array<std::string_view, 3> role_names{"customer", "agent", "community"};

RowKind kindAt(std::size_t index)
{
    constexpr std::array<RowKind, 8> kinds{{{Kind::Asked, false},
                                            {Kind::Asked, true},
                                            {Kind::Replied, false},
                                            {Kind::Resolved, false},
                                            {Kind::Abandoned, false},
                                            {Kind::Broadcast, false},
                                            {Kind::Praised, false},
                                            {std::nullopt, false}}};
    return kinds.at(index);
}

/// The place of a column among those used, added when new.
std::size_t columnOf(FileMapping& file, const std::string& name)
{
    const auto found = std::ranges::find(file.columns, name);
    if (found != file.columns.end()) return static_cast<std::size_t>(found - file.columns.begin());
    file.columns.push_back(name);
    return file.columns.size() - 1;
}

Column column(TomlTable& table, std::string_view key, FileMapping& file)
{
    const auto name = table.string(key);
    return name ? Column{columnOf(file, *name)} : Column{};
}

std::vector<std::size_t> columns(TomlTable& table, std::string_view key, FileMapping& file)
{
    std::vector<std::size_t> all;
    for (const std::string& name : table.strings(key))
        all.push_back(columnOf(file, name));
    return all;
}

void complainOfValue(TomlTable& table, const std::string& value, const std::string& name, Names names)
{
    table.complain("values", "has " + config::inQuotes(value) + " = " + config::inQuotes(name) + "; it must be " +
                                 config::oneOf(names));
}

/// key = "asked", or key = { column = "role", values = { customer = "asked" } }.
template <typename Value, typename At>
Chosen<Value> chosen(TomlTable& table, std::string_view key, Names names, FileMapping& file, At at)
{
    Chosen<Value> all;
    if (!table.hasSection(key)) {
        if (const auto index = table.choice(key, names)) all.always = at(*index);
        return all;
    }
    auto inner = *table.table(key);
    all.column = column(inner, "column", file);
    if (!all.column) inner.complainLast("column", "is missing; it names the column that tells");
    const auto values = inner.pairs("values");
    for (const auto& [value, name] : values) {
        const auto which = std::ranges::find(names, name);
        if (which == names.end()) {
            complainOfValue(inner, value, name, names);
            break;
        }
        all.values.emplace_back(value, at(static_cast<std::size_t>(which - names.begin())));
    }
    if (!inner.has("values"))
        for (std::size_t i = 0; i < names.size(); ++i)
            all.values.emplace_back(std::string{names[i]}, at(i));
    inner.done();
    return all;
}

void readColumns(TomlTable table, FileMapping& file)
{
    if (auto time = table.hasSection("time") ? table.table("time") : std::nullopt) {
        file.time = column(*time, "column", file);
        file.time_form.pattern = time->string("format").value_or("");
        if (const auto zone = time->choice("zone", {"utc", "floor"}))
            file.time_form.zone = *zone == 0 ? Zone::Utc : Zone::Floor;
        time->done();
    } else {
        file.time = column(table, "time", file);
    }
    file.conversation = column(table, "conversation", file);
    file.author = column(table, "author", file);
    file.queue = column(table, "queue", file);
    file.channel = column(table, "channel", file);
    file.team = column(table, "team", file);
    file.language = column(table, "language", file);
    file.sentiment = column(table, "sentiment", file);
    file.reach = column(table, "reach", file);
    file.id = column(table, "id", file);
    file.text = columns(table, "text", file);
    file.issue = columns(table, "issue", file);
    file.issue_separator = table.string("issue_separator").value_or(";");
    table.done();
}

void readConstants(TomlTable table, FileMapping& file)
{
    file.constant_queue = table.string("queue").value_or("");
    file.constant_channel = table.string("channel").value_or("");
    file.constant_team = table.string("team").value_or("");
    file.constant_language = table.string("language").value_or("");
    file.constant_reach = static_cast<std::uint64_t>(table.number("reach", 0, 1e12).value_or(0));
    table.done();
}

void readSeparator(TomlTable& table, FileMapping& file)
{
    const auto separator = table.string("separator");
    if (!separator) return;
    const std::string bytes = *separator == "tab" ? "\t" : *separator;
    if (bytes.size() != 1 || bytes == "\"" || bytes == "\n" || bytes == "\r") {
        table.refuse("separator", "one character such as \",\" or \";\", or \"tab\"");
        return;
    }
    file.separator = bytes.front();
}

/// { column = "spam", is = "true" }
Condition readCondition(TomlTable& table, FileMapping& file)
{
    Condition condition;
    const Column which = column(table, "column", file);
    condition.column = which.value_or(0);
    condition.is = table.strings("is");
    if (!which || !table.has("is")) table.complainLast("", "must be { column = \"...\", is = \"...\" }");
    table.done();
    return condition;
}

/// names_nobody = true, or names_nobody = { column = "checked", is = "yes" }.
void readNamesNobody(TomlTable& table, FileMapping& file)
{
    if (!table.has("names_nobody")) {
        (void)table.value("names_nobody");  // a name that is known
        return;
    }
    if (auto where = table.hasSection("names_nobody") ? table.table("names_nobody") : std::nullopt)
        file.names_nobody_where = readCondition(*where, file);
    else
        file.names_nobody = table.boolean("names_nobody").value_or(false);
    if (file.event.always && file.event.always->kind != Kind::Praised)
        table.complain("names_nobody", "says something of moments: it goes with event = \"praised\"");
}

void checkFile(TomlTable& table, const FileMapping& file)
{
    if (file.match.empty())
        table.complainLast("match", "is missing; it says for which files this is, such as \"*tickets*.csv\"");
    if (!file.event.always && !file.event.column) {
        table.complainLast("event", "is missing; it must be " + config::oneOf(kind_names) +
                                        ", or { column = \"...\", values = { ... } }");
    }
    if (!file.time && file.match != "-")
        table.complainLast("columns", "names no time; a file needs the column with each row's time");
    const bool is_known = file.event.always && file.event.always->kind;
    const bool talks =
        !is_known || (*file.event.always->kind != Kind::Broadcast && *file.event.always->kind != Kind::Praised);
    if (talks && !file.conversation)
        table.complainLast("columns", "names no conversation; it tells which rows belong together");
}

}  // namespace

FileMapping readFile(TomlTable& table)
{
    FileMapping file;
    file.match = table.string("match").value_or("");
    if (const auto format = table.choice("format", {"csv", "jsonl"}))
        file.format = *format == 0 ? Format::Csv : Format::JsonLines;
    readSeparator(table, file);
    file.event = chosen<RowKind>(table, "event", kind_names, file, kindAt);
    file.role =
        chosen<Role>(table, "role", role_names, file, [](std::size_t index) { return static_cast<Role>(index); });
    if (auto inner = table.table("columns")) readColumns(*inner, file);
    if (auto inner = table.table("constant")) readConstants(*inner, file);
    file.solved_by = column(table, "solved_by", file);
    for (TomlTable& rule : table.tables("skip"))
        file.skip.push_back(readCondition(rule, file));
    readNamesNobody(table, file);
    checkFile(table, file);
    table.done();
    return file;
}

}  // namespace carewall::feed
