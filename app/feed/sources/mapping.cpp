#include "feed/sources/mapping.h"

#include "config/complaints.h"
#include "config/toml_node.h"
#include "config/toml_table.h"
#include "core/calendar.h"
#include "core/opening.h"
#include "feed/conversation/clean_text.h"
#include "feed/sources/mapping_file.h"
#include "feed/text/rules.h"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>
#include <utility>

namespace carewall::feed {

namespace {

using config::TomlTable;

constexpr std::size_t most_holidays = 366;
constexpr std::size_t largest_mapping = std::size_t{16} * 1024 * 1024;

/// "24 h", "20 s", or a number of seconds; above 0.
std::optional<core::Milliseconds> duration(TomlTable& table, std::string_view key)
{
    const auto value = table.value(key);
    if (!value) return std::nullopt;
    std::optional<core::Milliseconds> time;
    if (value->node().kind == config::TomlNode::Kind::Text) {
        time = parseDuration(value->node().text);
    } else if (value->node().isNumber()) {
        std::ostringstream seconds;
        seconds << value->node().real;
        time = parseDuration(seconds.str());
    }
    if (time && time->count() > 0) return time;
    value->refuse("a time such as \"20 s\", \"5 min\", \"24 h\" or \"7 d\"");
    return std::nullopt;
}

core::Target readTarget(TomlTable table)
{
    core::Target target;
    target.within = duration(table, "within").value_or(core::Milliseconds{0});
    target.ratio = table.number("ratio", 0, 1).value_or(0);
    if (const auto policy = table.choice("abandons", {"ignored", "negative", "positive"}))
        target.abandons = static_cast<core::AbandonPolicy>(*policy);
    target.short_abandon = duration(table, "short_abandon").value_or(core::Milliseconds{0});
    if (target.short_abandon > target.within)
        table.complainLast("short_abandon", "is longer than within; who gives up so late has waited in earnest");
    target.open_hours_only = table.boolean("open_hours_only").value_or(false);
    if (!target.isSet()) table.complainLast("", "needs both, such as within = \"24 h\" and ratio = 0.75");
    table.done();
    return target;
}

/// "08:30", "24:00": after midnight.
std::optional<core::Milliseconds> timeOfDay(TomlTable& table, std::string_view key)
{
    const auto text = table.string(key);
    const auto hour = [&](std::size_t at) { return std::stoi(text->substr(at, 2)); };
    const auto digit = [&](std::size_t at) { return (*text)[at] >= '0' && (*text)[at] <= '9'; };
    if (text && text->size() == 5 && (*text)[2] == ':' && digit(0) && digit(1) && digit(3) && digit(4) &&
        hour(0) <= 24 && hour(3) < 60 && (hour(0) * 60) + hour(3) <= 24 * 60)
        return std::chrono::minutes{(hour(0) * 60) + hour(3)};
    if (text)
        table.refuse(key, "a time of day such as \"08:30\"");
    else
        table.complainLast(key, "is missing");
    return std::nullopt;
}

core::OpeningHours readHours(TomlTable& table)
{
    constexpr std::array<std::string_view, 7> names{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
    core::OpeningHours hours;
    hours.open = timeOfDay(table, "open").value_or(core::Milliseconds{0});
    hours.close = timeOfDay(table, "close").value_or(core::Milliseconds{0});
    for (const std::string& day : table.strings("days")) {
        const auto found = std::ranges::find(names, day);
        if (found == names.end()) {
            table.complain("days", "has " + config::inQuotes(day) + "; it must be " + config::oneOf(names));
            break;
        }
        hours.weekdays = static_cast<std::uint8_t>(hours.weekdays | 1U << (found - names.begin()));
    }
    table.done();
    return hours;
}

/// ["2024-12-25", "2025-01-01"], in any order.
std::vector<core::Date> readHolidays(TomlTable& table)
{
    const std::vector<std::string> texts = table.strings("holidays");
    if (texts.size() > most_holidays) {
        table.complain("holidays", "has " + std::to_string(texts.size()) + " days; at most " +
                                       std::to_string(most_holidays) + " are read");
        return {};
    }
    std::vector<core::Date> days;
    for (const std::string& text : texts) {
        const auto day = core::dateFrom(text);
        if (!day) {
            table.complain("holidays",
                           "has " + config::inQuotes(text) + "; it must be " + std::string{core::date_form});
            return {};
        }
        days.push_back(*day);
    }
    return core::inOrder(std::move(days));
}

QueueMapping readQueue(TomlTable& table, const Mapping& mapping)
{
    QueueMapping queue;
    const std::string id = table.string("id").value_or("");
    queue.facts.id = topicId(id);
    if (queue.facts.id.empty()) table.complainLast("id", "is missing");
    queue.facts.label = table.string("label").value_or("");
    queue.facts.channel = table.string("channel").value_or(mapping.channel);
    queue.facts.team = table.string("team").value_or(mapping.team);
    queue.values = table.strings("values");
    queue.values.push_back(id);
    auto target = table.table("target");
    queue.facts.target = target ? readTarget(*target) : mapping.target;
    for (TomlTable& hours : table.tables("hours"))
        queue.facts.opening.hours.push_back(readHours(hours));
    const bool own = table.has("holidays");
    queue.facts.opening.holidays = readHolidays(table);
    if (queue.facts.opening.hours.empty()) {
        if (own) table.complainLast("holidays", "goes with hours; a queue without them is always open");
    } else if (!own) {
        queue.facts.opening.holidays = mapping.holidays;
    }
    table.done();
    return queue;
}

void complainOfPattern(TomlTable& table, const std::string& pattern, const std::string& why)
{
    table.complain("patterns", "has " + config::inQuotes(pattern) + ", which is no regular expression: " + why);
}

IssueRule readIssue(TomlTable& table)
{
    IssueRule issue;
    issue.facts.id = topicId(table.string("id").value_or(""));
    if (issue.facts.id.empty()) table.complainLast("id", "is missing");
    issue.facts.label = table.string("label").value_or("");
    issue.tags = table.strings("tags");
    issue.words = table.strings("words");
    issue.patterns = table.strings("patterns");
    for (const std::string& pattern : issue.patterns)
        if (const auto why = patternTrouble(pattern); !why.empty()) complainOfPattern(table, pattern, why);
    table.done();
    return issue;
}

void readSentiment(TomlTable table, Mapping& mapping)
{
    SentimentMapping& sentiment = mapping.sentiment;
    sentiment.words = table.string("words").value_or("");
    sentiment.languages = table.strings("languages");
    if (table.has("negations")) sentiment.negations = table.strings("negations");
    SentimentThresholds& at = mapping.thresholds;
    at.neutral = table.number("neutral", 0, 5).value_or(at.neutral);
    if (auto ladder = table.table("ladder")) {
        at.anger = ladder->number("anger", -5, 0).value_or(at.anger);
        at.like = ladder->number("like", 0, 5).value_or(at.like);
        at.love = ladder->number("love", 0, 5).value_or(at.love);
        if (at.love < at.like) ladder->complainLast("love", "is below like; it must be above");
        ladder->done();
    }
    table.done();
}

void readEmerging(TomlTable table, EmergingOptions& emerging)
{
    emerging.enabled = table.boolean("enabled").value_or(emerging.enabled);
    const auto voices = static_cast<double>(emerging.least_voices);
    emerging.least_voices = static_cast<std::size_t>(table.number("least_voices", 3, 1000).value_or(voices));
    emerging.false_a_week = table.number("false_a_week", 0.001, 100).value_or(emerging.false_a_week);
    emerging.learn_voices = table.number("learn_voices", 100, 1e6).value_or(emerging.learn_voices);
    if (const auto explained = table.choice("explained", {"tell", "leave out"}))
        emerging.tell_explained = *explained == 0;
    table.done();
}

template <typename Item, typename Key>
void complainOfTwice(TomlTable& top, std::string_view list, const std::vector<Item>& items, Key key)
{
    std::set<std::string> seen;
    for (const Item& item : items)
        if (!seen.insert(key(item)).second) top.complain(list, "has the id " + config::inQuotes(key(item)) + " twice");
}

void readTop(TomlTable& top, Mapping& mapping)
{
    mapping.source = topicId(top.string("source").value_or("feed"));
    mapping.channel = top.string("channel").value_or("");
    mapping.team = top.string("team").value_or("");
    mapping.abandon_after = duration(top, "abandon_after");
    mapping.forget_after = duration(top, "forget_after").value_or(mapping.forget_after);
    if (mapping.abandon_after && mapping.forget_after < *mapping.abandon_after)
        top.complainLast("forget_after", "is shorter than abandon_after; it must be longer");
    if (const auto again = top.choice("again", {"waits", "ignored"})) mapping.customers_wait_again = *again == 0;
    mapping.salt = top.string("salt").value_or("");
    if (auto target = top.table("target")) mapping.target = readTarget(*target);
    mapping.holidays = readHolidays(top);
    for (TomlTable& table : top.tables("file"))
        mapping.files.push_back(readFile(table));
    if (mapping.files.empty()) top.complainLast("file", "is missing; a mapping needs at least one [[file]]");
    for (TomlTable& table : top.tables("queue"))
        mapping.queues.push_back(readQueue(table, mapping));
    complainOfTwice(top, "queue", mapping.queues, [](const QueueMapping& queue) { return queue.facts.id; });
    for (TomlTable& table : top.tables("issue"))
        mapping.issues.push_back(readIssue(table));
    complainOfTwice(top, "issue", mapping.issues, [](const IssueRule& issue) { return issue.facts.id; });
    if (const auto unlisted = top.choice("unlisted_tags", {"keep", "ignore"}))
        mapping.keep_unlisted_tags = *unlisted == 0;
    if (auto sentiment = top.table("sentiment")) readSentiment(*sentiment, mapping);
    if (auto emerging = top.table("emerging")) readEmerging(*emerging, mapping.emerging);
    top.done();
}

constexpr std::string_view plain_mapping = R"(
[[file]]
match = "*"
event = { column = "event" }
role = { column = "role" }
[file.columns]
time = "time"
conversation = "conversation"
author = "author"
queue = "queue"
channel = "channel"
language = "language"
issue = "issue"
sentiment = "sentiment"
reach = "reach"
text = "text"
)";

}  // namespace

core::Result<Mapping, std::string> parseMapping(std::string_view text, std::string name)
{
    const auto file = config::parseToml(text, name);
    if (!file) return core::failure(file.error());
    config::Complaints complaints{name};
    Mapping mapping;
    mapping.file = std::move(name);
    TomlTable top{*file, "", complaints};
    readTop(top, mapping);
    if (const std::string wrong = complaints.sentence(); !wrong.empty()) return core::failure(wrong);
    return mapping;
}

core::Result<Mapping, std::string> loadMapping(const std::string& path)
{
    const auto text = config::readText(path, largest_mapping, "a mapping file such as those in platform/mappings");
    if (!text) return core::failure(text.error());
    return parseMapping(*text, path);
}

Mapping plainMapping()
{
    return *parseMapping(plain_mapping, "the plain mapping");
}

}  // namespace carewall::feed
