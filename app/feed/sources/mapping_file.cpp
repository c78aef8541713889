#include "feed/sources/mapping_file.h"

#include "config/complaints.h"
#include "feed/conversation/time_pattern.h"

#include <algorithm>
#include <array>
#include <span>

namespace carewall::feed {

namespace {

using config::TomlTable;
using Names = std::span<const std::string_view>;

// Staffed is not among them: no column tells three counts.
struct NamedKind {
    std::string_view name;
    RowKind kind;
};
constexpr std::array<NamedKind, 16> named_kinds{{{"asked", {Kind::Asked}},
                                                 {"continued", {Kind::Asked, true}},
                                                 {"replied", {Kind::Replied}},
                                                 {"resolved", {Kind::Resolved}},
                                                 {"abandoned", {Kind::Abandoned}},
                                                 {"left", {Kind::Left}},
                                                 {"merged", {Kind::Merged}},
                                                 {"broadcast", {Kind::Broadcast}},
                                                 {"praised", {Kind::Praised}},
                                                 {"available", {Kind::Agent, false, false, AgentState::Available}},
                                                 {"busy", {Kind::Agent, false, false, AgentState::Busy}},
                                                 {"away", {Kind::Agent, false, false, AgentState::Away}},
                                                 {"gone", {Kind::Agent, false, false, AgentState::Gone}},
                                                 {"ignore", {}},
                                                 {"skip", {}},  // of old
                                                 {"pass over", {std::nullopt, false, true}}}};
constexpr std::array<std::string_view, 3> role_names{"customer", "agent", "community"};
constexpr std::string_view anything_else = "*";

std::array<std::string_view, named_kinds.size()> kindNames()
{
    std::array<std::string_view, named_kinds.size()> names;
    std::ranges::transform(named_kinds, names.begin(), &NamedKind::name);
    return names;
}

/// The place of a column among those used, added when new.
std::size_t columnOf(FileMapping& file, const std::string& name, bool needed)
{
    auto found = std::ranges::find(file.columns, name, &WantedColumn::name);
    if (found == file.columns.end()) found = file.columns.insert(found, {name, false});
    found->needed = found->needed || needed;
    return static_cast<std::size_t>(found - file.columns.begin());
}

Column column(TomlTable& table, std::string_view key, FileMapping& file, bool needed = false)
{
    const auto name = table.string(key);
    return name ? Column{columnOf(file, *name, needed)} : Column{};
}

Columns columns(TomlTable& table, std::string_view key, FileMapping& file, bool needed = false)
{
    Columns all;
    for (const std::string& name : table.strings(key))
        all.push_back(columnOf(file, name, needed));
    return all;
}

void complainOfValue(TomlTable& table, const std::string& value, const std::string& name, Names names)
{
    table.complain("values", "has " + config::inQuotes(value) + " = " + config::inQuotes(name) + "; it must be " +
                                 config::oneOf(names));
}

/// key = "asked", or key = { column = "role", values = { customer = "asked", "*" = "ignore" } }.
template <typename Value, typename At>
Chosen<Value> chosen(TomlTable& table, std::string_view key, Names names, FileMapping& file, At at)
{
    Chosen<Value> all;
    if (!table.hasSection(key)) {
        if (const auto index = table.choice(key, names)) all.always = at(*index);
        return all;
    }
    auto inner = *table.table(key);
    all.column = column(inner, "column", file, true);
    if (!all.column) inner.complainLast("column", "is missing; it names the column that tells");
    const auto values = inner.pairs("values");
    for (const auto& [value, name] : values) {
        const auto which = std::ranges::find(names, name);
        if (which == names.end()) {
            complainOfValue(inner, value, name, names);
            break;
        }
        const Value stands_for = at(static_cast<std::size_t>(which - names.begin()));
        if (value == anything_else)
            all.otherwise = stands_for;
        else
            all.values.emplace_back(value, stands_for);
    }
    if (!inner.has("values"))
        for (std::size_t i = 0; i < names.size(); ++i)
            all.values.emplace_back(std::string{names[i]}, at(i));
    inner.done();
    return all;
}

void readUnit(TomlTable& table, TimeColumns& time)
{
    constexpr std::array<std::pair<std::string_view, core::Milliseconds>, 5> units{{{"ms", core::Milliseconds{1}},
                                                                                    {"s", core::Seconds{1}},
                                                                                    {"min", std::chrono::minutes{1}},
                                                                                    {"h", std::chrono::hours{1}},
                                                                                    {"d", std::chrono::hours{24}}}};
    if (const auto unit = table.choice("after_unit", {"ms", "s", "min", "h", "d"}))
        time.after_unit = units.at(*unit).second;
}

void readTimeColumns(TomlTable& table, FileMapping& file)
{
    if (auto inner = table.hasSection("time") ? table.table("time") : std::nullopt) {
        file.time.columns = columns(*inner, "column", file, true);
        file.time.fallback = columns(*inner, "fallback", file, true);
        file.time.after = column(*inner, "after", file, true);
        readUnit(*inner, file.time);
        file.time.form.pattern = inner->string("format").value_or("");
        if (const std::string why = timePatternTrouble(file.time.form.pattern);
            !why.empty() && !file.time.form.pattern.empty())
            inner->complain("format", why);
        if (const auto zone = inner->choice("zone", {"utc", "floor"}))
            file.time.form.zone = *zone == 0 ? Zone::Utc : Zone::Floor;
        inner->done();
    } else {
        file.time.columns = columns(table, "time", file, true);
    }
    if (!file.time.after) file.time.after = column(table, "after", file, true);
}

/// sentiment = "csat", or { column = "csat", values = { Good = 2, "*" = 0 } }.
void readSentimentColumn(TomlTable& table, FileMapping& file)
{
    auto inner = table.hasSection("sentiment") ? table.table("sentiment") : std::nullopt;
    if (!inner) {
        file.sentiment.column = column(table, "sentiment", file);
        return;
    }
    file.sentiment.column = column(*inner, "column", file);
    if (!file.sentiment.column) inner->complainLast("column", "is missing; it names the column that tells");
    if (auto values = inner->table("values")) {
        for (const std::string& name : values->names()) {
            const auto stands_for = values->number(name, -5, 5);
            if (!stands_for) continue;
            if (name == anything_else)
                file.sentiment.otherwise = stands_for;
            else
                file.sentiment.values.emplace_back(name, *stands_for);
        }
        values->done();
    }
    inner->done();
}

void readColumns(TomlTable table, FileMapping& file)
{
    readTimeColumns(table, file);
    file.conversation = columns(table, "conversation", file, true);
    file.parent = column(table, "parent", file, true);
    file.author = column(table, "author", file);
    file.queue = column(table, "queue", file);
    file.channel = column(table, "channel", file);
    file.team = column(table, "team", file);
    file.language = column(table, "language", file);
    readSentimentColumn(table, file);
    file.reach = column(table, "reach", file);
    file.id = columns(table, "id", file, true);
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

void complainOfMatch(TomlTable& table, const std::string& pattern, const std::string& why)
{
    table.complain("matches", "has " + config::inQuotes(pattern) + ", which is no regular expression: " + why);
}

/// { column = "spam", is = "true" }, or with is_not, matches or empty.
Condition readCondition(TomlTable& table, FileMapping& file)
{
    Condition condition;
    const Column which = column(table, "column", file, true);
    condition.column = which.value_or(0);
    const auto tests = {"is", "is_not", "matches", "empty"};
    const auto said = std::ranges::count_if(tests, [&](const char* test) { return table.has(test); });
    if (!which || said != 1)
        table.complainLast("",
                           "must be { column = \"...\", is = \"...\" }, or is_not, matches or empty in place of is");
    condition.values = table.strings("is");
    if (auto values = table.strings("is_not"); table.has("is_not")) {
        condition.test = Condition::Test::IsNot;
        condition.values = std::move(values);
    }
    for (const std::string& pattern : table.strings("matches")) {
        condition.test = Condition::Test::Matches;
        condition.values.push_back(pattern);
        if (auto compiled = compilePattern(pattern))
            condition.patterns.push_back(std::move(*compiled));
        else
            complainOfMatch(table, pattern, compiled.error());
    }
    if (const auto empty = table.boolean("empty"))
        condition.test = *empty ? Condition::Test::Empty : Condition::Test::NotEmpty;
    table.done();
    return condition;
}

void readConditions(TomlTable& table, std::string_view key, FileMapping& file, std::vector<Condition>& conditions)
{
    for (TomlTable& rule : table.tables(key))
        conditions.push_back(readCondition(rule, file));
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
        table.complainLast("event", "is missing; it must be " + config::oneOf(kindNames()) +
                                        ", or { column = \"...\", values = { ... } }");
    }
    if (!file.time.told() && file.match != "-")
        table.complainLast("columns", "names no time; a file needs the column with each row's time");
    const auto& always = file.event.always;
    const bool is_talk =
        !always || !always->kind ||
        (*always->kind != Kind::Broadcast && *always->kind != Kind::Praised && *always->kind != Kind::Agent);
    if (is_talk && file.conversation.empty())
        table.complainLast("columns", "names no conversation; it tells which rows belong together");
    if (file.parent && file.id.empty())
        table.complainLast("columns", "names a parent and no id; the parent's is looked for among the ids of rows");
}

void readForm(TomlTable& table, FileMapping& file)
{
    if (const auto format = table.choice("format", {"csv", "jsonl", "json"}))
        file.format = *format == 0 ? Format::Csv : Format::Json;
    readSeparator(table, file);
    if (const auto encoding = table.choice("encoding", {"utf-8", "windows-1252", "utf-16"}))
        file.encoding = static_cast<TextEncoding>(*encoding);
    file.header = table.strings("header");
    if (const auto order = table.choice("order", {"what can follow", "as written"})) file.as_written = *order == 1;
}

}  // namespace

FileMapping readFile(TomlTable& table)
{
    FileMapping file;
    file.match = table.string("match").value_or("");
    readForm(table, file);
    file.event = chosen<RowKind>(
        table, "event", kindNames(), file, [](std::size_t index) { return named_kinds.at(index).kind; });
    file.role =
        chosen<Role>(table, "role", role_names, file, [](std::size_t index) { return static_cast<Role>(index); });
    if (auto inner = table.table("columns")) readColumns(*inner, file);
    if (auto inner = table.table("constant")) readConstants(*inner, file);
    file.solved_by = column(table, "solved_by", file, true);
    readConditions(table, "when", file, file.when);
    readConditions(table, "ignore", file, file.ignore);
    readConditions(table, "skip", file, file.ignore);  // of old
    readConditions(table, "pass_over", file, file.pass_over);
    readNamesNobody(table, file);
    checkFile(table, file);
    table.done();
    return file;
}

}  // namespace carewall::feed
