#pragma once

#include "core/result.h"
#include "feed/conversation/conversation_event.h"
#include "feed/conversation/queue_facts.h"
#include "feed/conversation/timestamp.h"
#include "feed/sources/row_condition.h"
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
/// Several of them: what they say is joined.
using Columns = std::vector<std::size_t>;

/// Either always the same, or what a column's value stands for.
template <typename Value>
struct Chosen {
    std::optional<Value> always;
    Column column;
    std::vector<std::pair<std::string, Value>> values;
    std::optional<Value> otherwise;  ///< of a value that is not among them ("*"); empty: the row cannot be read
};

/// What a row is.
struct RowKind {
    std::optional<Kind> kind;  ///< empty: the row is left aside
    bool continues = false;    ///< as in ConversationEvent
    bool pass_over = false;    ///< and so are all rows of its conversation from here on
    std::optional<AgentState> agent{};
};

/// Where a row tells its time.
struct TimeColumns {
    Columns columns;   ///< joined with a blank: "Date", "Time"
    Columns fallback;  ///< the first of these that says something, where those above say nothing
    Column after;      ///< so much later than that: a duration
    std::optional<core::Milliseconds> after_unit;  ///< of bare numbers in `after`; empty: s
    TimeForm form;
    bool told() const { return !columns.empty(); }
};

/// A column of numbers, or of words that stand for them.
struct NumberColumn {
    Column column;
    std::vector<std::pair<std::string, double>> values;
    std::optional<double> otherwise;
};

/// How a file's bytes are to be read.
enum class TextEncoding : std::uint8_t { Known /* UTF-8, or UTF-16 by its look */, Windows1252, Utf16 };

/// One kind of file, or one reading of it: a file may match several, e.g. one for the time a ticket was opened and
/// one for the time it was solved.
struct FileMapping {
    std::string match;             ///< shell pattern for the file's name; "-" is standard input
    std::optional<Format> format;  ///< empty: by the name's ending
    char separator = 0;            ///< 0: a tab for .tsv, else the one that the header row has most of
    TextEncoding encoding = TextEncoding::Known;
    std::vector<std::string> header;  ///< names of the columns of a file that begins without them
    bool as_written = false;  ///< rows of one instant come in the file's order, not in that of what can follow what
    Chosen<RowKind> event;
    Chosen<Role> role;  ///< of whoever spoke; not set: customer asks, agent replies
    TimeColumns time;   ///< none: as it arrives (follow only)
    Columns conversation;
    Column parent;  ///< the row that this one answers, by its id: they are of one conversation
    Column author;
    Column queue;
    Column channel;
    Column team;
    Column language;
    NumberColumn sentiment;
    Column reach;
    Columns id;  ///< of this row: told twice it counts once; for `parent` and `solved_by`
    Columns text;
    Columns issue;
    std::string issue_separator = ";";
    std::string constant_queue;
    std::string constant_channel;
    std::string constant_team;
    std::string constant_language;
    std::uint64_t constant_reach = 0;
    std::vector<Condition> when;                  ///< rows for which not all hold are left aside
    std::vector<Condition> ignore;                ///< and so are those for which one of these does
    std::vector<Condition> pass_over;             ///< or of these: with their whole conversation
    bool names_nobody = false;                    ///< of what is praised: its texts name no customer and no agent
    std::optional<Condition> names_nobody_where;  ///< or those of these rows
    Column solved_by;                             ///< names the row (its id) that resolves the conversation
    std::vector<WantedColumn> columns;            ///< of the file, those that are used
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
