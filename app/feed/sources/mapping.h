#pragma once

#include "core/result.h"
#include "feed/conversation/conversation_event.h"
#include "feed/conversation/queue_facts.h"
#include "feed/conversation/timestamp.h"
#include "feed/sources/row_parser.h"
#include "feed/text/emerging_options.h"
#include "feed/text/rules.h"
#include "feed/text/sentiment_thresholds.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What a person wrote about an export: which columns are what. See platform/mappings/ for worked ones.
namespace carewall::feed {

/// Index into FileMapping::columns, or none.
using Column = std::optional<std::size_t>;

/// A column whose value is one of some, by case-folded ASCII.
struct Condition {
    std::size_t column = 0;
    std::vector<std::string> is;
};

/// Either always the same, or what a column's value stands for.
template <typename Value>
struct Chosen {
    std::optional<Value> always;
    Column column;
    std::vector<std::pair<std::string, Value>> values;
};

/// What a row is, or that it is to be passed over.
struct RowKind {
    std::optional<Kind> kind;  ///< empty: skip
    bool continues = false;    ///< as in ConversationEvent
};

/// One kind of file, or one reading of it: a file may match several, e.g. one for the time a ticket was opened and
/// one for the time it was solved.
struct FileMapping {
    std::string match;             ///< shell pattern for the file's name; "-" is standard input
    std::optional<Format> format;  ///< empty: by the name's ending
    char separator = 0;            ///< 0: a tab for .tsv, else a comma
    Chosen<RowKind> event;
    Chosen<Role> role;  ///< of whoever spoke; not set: customer asks, agent replies
    TimeForm time_form;
    Column time;  ///< none: as it arrives (follow only)
    Column conversation;
    Column author;
    Column queue;
    Column channel;
    Column team;
    Column language;
    Column sentiment;
    Column reach;
    Column id;  ///< of this row, for `solved_by`
    std::vector<std::size_t> text;
    std::vector<std::size_t> issue;
    std::string issue_separator = ";";
    std::string constant_queue;
    std::string constant_channel;
    std::string constant_team;
    std::string constant_language;
    std::uint64_t constant_reach = 0;
    std::vector<Condition> skip;
    bool names_nobody = false;                    ///< of what is praised: its texts name no customer and no agent
    std::optional<Condition> names_nobody_where;  ///< or those of these rows
    Column solved_by;                             ///< names the row (its id) that resolves the conversation
    std::vector<std::string> columns;             ///< of the file, those that are used
};

struct QueueMapping {
    QueueFacts facts;
    std::vector<std::string> values;  ///< of the queue column that mean this queue; its id always does
};

struct SentimentMapping {
    std::string words;                   ///< a word list's path, JSON or TSV; empty: only what columns give
    std::vector<std::string> languages;  ///< that the list is in, "en"; empty: any. A text of unknown language counts
    std::vector<std::string> negations{"not", "no", "never", "without", "cannot"};
};

struct Mapping {
    std::string file;  ///< its own path, for messages
    std::string source = "feed";
    std::string channel;
    std::string team;
    std::optional<core::Milliseconds> abandon_after;  ///< unanswered for so long counts as given up; empty: never
    bool customers_wait_again = false;                ///< who writes after an answer or after closing
    core::Milliseconds forget_after = std::chrono::hours{24 * 30};
    std::string salt;  ///< empty: a new random one each run
    core::Target target;
    std::vector<core::Date> holidays;  ///< of queues with hours that name none
    std::vector<FileMapping> files;
    std::vector<QueueMapping> queues;
    std::vector<IssueRule> issues;
    bool keep_unlisted_tags = true;
    SentimentMapping sentiment;
    SentimentThresholds thresholds;
    EmergingOptions emerging;
};

/// Reads a mapping from TOML text; `name` stands in messages. The error is one sentence with the line and the right
/// form: `mail.toml:12:9: target.ratio is 75; it must be 0 to 1`.
core::Result<Mapping, std::string> parseMapping(std::string_view text, std::string name);

/// The same from a file.
core::Result<Mapping, std::string> loadMapping(const std::string& path);

/// The mapping for files that name their columns as a ConversationEvent does: time, event, conversation, author, role,
/// queue, channel, language, issue (with ";" between), sentiment, reach, text. Of CSV, all of these must be there.
Mapping plainMapping();

}  // namespace carewall::feed
