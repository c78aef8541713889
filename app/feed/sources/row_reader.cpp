#include "feed/sources/row_reader.h"

#include "feed/conversation/clean_text.h"
#include "feed/sources/row_values.h"

#include <algorithm>

namespace carewall::feed {

namespace {

constexpr std::size_t max_conversation_bytes = 256;

template <typename Value>
core::Result<std::optional<Value>, RowTrouble> choose(const Chosen<Value>& chosen, const FileMapping& file,
                                                      const Row& row)
{
    if (!chosen.column) return chosen.always;
    const std::string value = plainKey(row.fields[*chosen.column]);
    for (const auto& [name, stands_for] : chosen.values)
        if (sameValue(name, value)) return std::optional<Value>{stands_for};
    if (value.empty() && chosen.always) return chosen.always;
    if (chosen.otherwise) return chosen.otherwise;
    if (value.empty()) return std::optional<Value>{};
    return core::failure(RowTrouble{"has " + shownValue(value) + " in column \"" + file.columns[*chosen.column].name +
                                    "\", which the mapping does not know (\"*\" among its values is anything else)"});
}

Role defaultRole(Kind kind)
{
    return kind == Kind::Asked || kind == Kind::Abandoned ? Role::Customer : Role::Agent;
}

bool needsConversation(Kind kind)
{
    return kind != Kind::Broadcast && kind != Kind::Praised && kind != Kind::Agent && kind != Kind::Staffed;
}

std::string orElse(std::string_view value, const std::string& constant)
{
    const std::string key = plainKey(value);
    return key.empty() ? constant : cleanText(key);
}

/// The first of the columns by which rows are told alike that is not UTF-8.
std::optional<std::size_t> notUtf8(const FileMapping& file, const Row& row)
{
    const auto isWrong = [&](std::size_t column) { return !isUtf8(row.fields[column]); };
    for (const Columns* columns : {&file.conversation, &file.id, &file.issue})
        if (const auto wrong = std::ranges::find_if(*columns, isWrong); wrong != columns->end()) return *wrong;
    for (const Column* column : {&file.queue, &file.channel, &file.team, &file.event.column, &file.role.column})
        if (*column && isWrong(**column)) return **column;
    return std::nullopt;
}

std::string implausible(core::WallTime time)
{
    return "is of " + formatTime(time) +
           ", and no conversation is; its time is in another unit than it looks, or of another column";
}

}  // namespace

core::Result<std::unique_ptr<RowReader>, std::string> RowReader::make(const Mapping& mapping,
                                                                      const std::string& words_path)
{
    auto words = std::make_unique<Tokenizer>();
    std::optional<Sentiment> sentiment;
    if (!words_path.empty()) {
        auto loaded = Sentiment::load(words_path, mapping.sentiment.negations, *words);
        if (!loaded) return core::failure(loaded.error());
        sentiment = std::move(*loaded);
    }
    std::string salt = mapping.salt.empty() ? Pseudonyms::freshSalt() : mapping.salt;
    if (salt.empty()) return core::failure(std::string{"the machine gives no random numbers; set salt in the mapping"});
    return std::unique_ptr<RowReader>{new RowReader{mapping, std::move(salt), std::move(sentiment), std::move(words)}};
}

RowReader::RowReader(const Mapping& mapping, std::string salt, std::optional<Sentiment> sentiment,
                     std::unique_ptr<Tokenizer> words)
    : m_mapping{mapping}, m_pseudonyms{std::move(salt)}, m_sentiment{std::move(sentiment)}, m_words{std::move(words)},
      m_rules{mapping.issues, mapping.keep_unlisted_tags, *m_words}, m_queues{mapping}
{
}

void RowReader::readQueue(const FileMapping& file, const Row& row, ConversationEvent& what) const
{
    m_queues.name(orElse(valueOf(row, file.queue), file.constant_queue), what);
}

bool RowReader::speaksListed(std::string_view language) const
{
    const auto& listed = m_mapping.sentiment.languages;
    return language.empty() || listed.empty() || std::ranges::any_of(listed, [&](const std::string& one) {
               return language.size() >= one.size() && sameValue(language.substr(0, one.size()), one) &&
                      (language.size() == one.size() || language[one.size()] == '-' || language[one.size()] == '_');
           });
}

void RowReader::readTexts(const FileMapping& file, const Row& row, ConversationEvent& what)
{
    m_text.clear();
    for (const std::size_t column : file.text) {
        // Sentence ends between columns, so that no phrase runs from one into the next.
        m_text += (m_text.empty() ? "" : "\n") + row.fields[column];
    }
    const std::string_view text = startOf(m_text);
    const auto& words = m_words->of(text);
    what.issues = m_rules.issues(tagsOf(file, row), text, words);
    if (!what.sentiment && m_sentiment && speaksListed(what.language)) what.sentiment = m_sentiment->of(words);
}

core::Result<Reading, RowTrouble> RowReader::read(const FileMapping& file, Row row,
                                                  std::optional<core::WallTime> arrival)
{
    for (std::string& field : row.fields)
        compose(field);
    Reading reading;
    const auto holdsOf = [&](const Condition& condition) { return holds(condition, row); };
    const bool passed_over = std::ranges::any_of(file.pass_over, holdsOf);
    if (!passed_over && (!std::ranges::all_of(file.when, holdsOf) || std::ranges::any_of(file.ignore, holdsOf))) {
        reading.outcome = Reading::Outcome::LeftAside;
        return reading;
    }
    if (const auto wrong = notUtf8(file, row)) {
        return core::failure(RowTrouble{"has text in column \"" + file.columns[*wrong].name +
                                        "\" that is not UTF-8; save the file as UTF-8, or say its encoding"});
    }
    if (const auto event = readEvent(file, row, reading); !event) return core::failure(event.error());
    if (passed_over) reading.outcome = Reading::Outcome::PassedOver;
    if (reading.outcome == Reading::Outcome::LeftAside) return reading;
    auto told = timeOf(file, row);
    if (!told) {
        if (reading.outcome != Reading::Outcome::PassedOver) return core::failure(RowTrouble{std::move(told.error())});
        told = std::nullopt;
    }
    std::optional<ReadTime> time = *told;
    // What happened may be what happens now; what a column of its own would tell has not happened.
    if (!time && arrival && (!file.time.told() || file.event.column)) time = ReadTime{*arrival, *arrival};
    if (!time && reading.outcome == Reading::Outcome::Event) {
        reading.outcome = Reading::Outcome::DidNotHappen;
        return reading;
    }
    if (time && !isPlausible(time->at)) return core::failure(RowTrouble{implausible(time->at), true});
    if (time) {
        reading.what.at = time->at;
        if (time->again != time->at) reading.again = time->again;
    }
    if (reading.outcome == Reading::Outcome::Event) readWho(file, row, reading);
    return reading;
}

core::Result<void, RowTrouble> RowReader::readEvent(const FileMapping& file, const Row& row, Reading& reading)
{
    ConversationEvent& what = reading.what;
    what.conversation = cleanText(idOf(row, file.conversation));
    const auto kind = choose(file.event, file, row);
    if (!kind) return core::failure(kind.error());
    if (!*kind) {
        return core::failure(RowTrouble{"has nothing in column \"" + file.columns[*file.event.column].name +
                                        "\", which tells what happened"});
    }
    if (!(*kind)->kind) {
        reading.outcome = (*kind)->pass_over ? Reading::Outcome::PassedOver : Reading::Outcome::LeftAside;
        return {};
    }
    const auto role = choose(file.role, file, row);
    if (!role) return core::failure(role.error());
    what.kind = *(*kind)->kind;
    what.continues = (*kind)->continues;
    what.agent = (*kind)->agent;
    what.by = role->value_or(defaultRole(what.kind));
    if (what.conversation.size() > max_conversation_bytes)
        return core::failure(RowTrouble{"has a conversation id of more than 256 bytes"});
    if (what.conversation.empty() && needsConversation(what.kind))
        return core::failure(RowTrouble{"has no conversation"});
    return {};
}

void RowReader::readWho(const FileMapping& file, const Row& row, Reading& reading)
{
    ConversationEvent& what = reading.what;
    what.author = m_pseudonyms.of(plainId(valueOf(row, file.author)));
    readQueue(file, row, what);
    what.channel = orElse(valueOf(row, file.channel), file.constant_channel);
    what.team = orElse(valueOf(row, file.team), file.constant_team);
    what.language = orElse(valueOf(row, file.language), file.constant_language);
    bool readable = true;
    what.sentiment = numberOf(row, file.sentiment, readable);
    if (what.sentiment) what.sentiment = std::clamp(*what.sentiment, -5.0, 5.0);
    if (!readable) reading.left_out.push_back(*file.sentiment.column);
    const auto reach = numberOf(row, {file.reach, {}, {}}, readable);
    if (!readable) reading.left_out.push_back(*file.reach);
    const double people = reach.value_or(static_cast<double>(file.constant_reach));
    what.reach = static_cast<std::uint64_t>(std::clamp(people, 0.0, 1e12));
    readTexts(file, row, what);
    if (what.kind == Kind::Praised) {
        what.text = cleanText(m_text);
        what.names_nobody = file.names_nobody || (file.names_nobody_where && holds(*file.names_nobody_where, row));
    } else if (m_mapping.emerging.enabled && what.by == Role::Customer && what.kind == Kind::Asked) {
        what.text = m_text.substr(0, startOf(m_text, max_terms_text_bytes).size());
    }
    reading.id = idOf(row, file.id);
    reading.parent = plainId(valueOf(row, file.parent));
    reading.solved_by = plainId(valueOf(row, file.solved_by));
}

}  // namespace carewall::feed
