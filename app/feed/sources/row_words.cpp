#include "feed/sources/row_words.h"

#include "feed/sources/file_rows.h"

#include <fnmatch.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace carewall::feed {

namespace {

std::string named(std::string_view what, const std::string& value)
{
    return value.empty() ? std::string{} : ", " + std::string{what} + " " + value;
}

std::string eventWords(const Reading& reading, const FileMapping& file)
{
    constexpr std::array<std::string_view, kinds> names{"asked",   "replied", "resolved", "abandoned", "broadcast",
                                                        "staffed", "praised", "left",     "merged",    "agent"};
    constexpr std::array<std::string_view, 3> roles{"a customer", "an agent", "the community"};
    constexpr std::array<std::string_view, 4> states{"available", "busy", "away", "gone"};
    const ConversationEvent& what = reading.what;
    std::string words{what.agent ? states.at(static_cast<std::size_t>(*what.agent))
                                 : names.at(static_cast<std::size_t>(what.kind))};
    if (what.continues) words = "goes on";
    if (!what.conversation.empty()) words += " in \"" + what.conversation + "\"";
    words += " at " + formatTime(what.at) + " by " + std::string{roles.at(static_cast<std::size_t>(what.by))};
    words += named("queue", what.queue) + named("channel", what.channel) + named("team", what.team) +
             named("language", what.language);
    if (!what.author.empty()) words += ", with an author";
    for (const std::string& issue : what.issues)
        words += ", issue " + issue;
    if (what.sentiment) words += ", sentiment " + std::to_string(*what.sentiment).substr(0, 4);
    if (!reading.parent.empty()) words += ", answers row " + reading.parent;
    for (const std::size_t column : reading.left_out)
        words += "; \"" + file.columns[column].name + "\" cannot be read and is left out";
    return words;
}

/// The rule by which a row is left aside; empty: what happened is to be ignored.
std::string ruleOf(const FileMapping& file, const Row& row)
{
    for (const Condition& condition : file.when)
        if (!holds(condition, row)) return ", not " + wordsOf(condition, file.columns[condition.column].name);
    for (const std::vector<Condition>* conditions : {&file.ignore, &file.pass_over})
        for (const Condition& condition : *conditions)
            if (holds(condition, row)) return ", " + wordsOf(condition, file.columns[condition.column].name);
    if (!file.event.column) return {};
    return ", \"" + file.columns[*file.event.column].name + "\" is \"" + row.fields[*file.event.column] + "\"";
}

std::string wordsOfRow(const FileMapping& file, RowReader& reader, const Row& row)
{
    if (!row.trouble.empty()) return "cannot be read: it " + row.trouble;
    const auto reading = reader.read(file, row);
    if (!reading) return "cannot be read: it " + reading.error().why;
    switch (reading->outcome) {
    case Reading::Outcome::Event:
        return eventWords(*reading, file);
    case Reading::Outcome::LeftAside:
        return "left aside" + ruleOf(file, row);
    case Reading::Outcome::PassedOver:
        return "its conversation is passed over" + ruleOf(file, row);
    case Reading::Outcome::DidNotHappen:
        break;
    }
    return "did not happen: its time is empty";
}

}  // namespace

core::Result<std::string, std::string> wordsOfRows(const Mapping& mapping, RowReader& reader, const std::string& path,
                                                   std::size_t rows)
{
    const std::string name = std::filesystem::path{path}.filename().string();
    std::string words;
    for (const FileMapping& file : mapping.files) {
        if (fnmatch(file.match.c_str(), name.c_str(), 0) != 0) continue;
        auto input = FileRows::open(path, file);
        if (!input) return core::failure(input.error());
        std::vector<Row> read;
        while (!input->atEnd() && read.size() < rows)
            if (auto more = input->read(read); !more) return core::failure(more.error());
        words += "[[file]] match = \"" + file.match + "\":\n";
        for (const std::string& note : input->takeNotes())
            words += "  " + note + "\n";
        read.resize(std::min(read.size(), rows));
        for (const Row& row : read)
            words += "  line " + std::to_string(row.line) + ": " + wordsOfRow(file, reader, row) + "\n";
    }
    if (words.empty()) return core::failure(path + ": no [[file]] of " + mapping.file + " matches it");
    return words;
}

}  // namespace carewall::feed
