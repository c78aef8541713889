#include "feed/sources/row_reader.h"

#include "feed/conversation/clean_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace carewall::feed {

namespace {

constexpr std::size_t max_conversation_bytes = 256;
constexpr std::size_t max_value_shown = 40;

char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

bool sameWord(std::string_view a, std::string_view b)
{
    return std::ranges::equal(
        a, b, [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view field(const Row& row, const Column& column)
{
    return column ? std::string_view{row.fields[*column]} : std::string_view{};
}

std::string shown(std::string_view value)
{
    return "\"" + cleanText(value.substr(0, max_value_shown)) + (value.size() > max_value_shown ? "..." : "") + "\"";
}

template <typename Value>
core::Result<std::optional<Value>, std::string> choose(const Chosen<Value>& chosen, const FileMapping& file,
                                                       const Row& row)
{
    if (!chosen.column) return chosen.always;
    const std::string& value = row.fields[*chosen.column];
    for (const auto& [name, stands_for] : chosen.values)
        if (sameWord(name, value)) return std::optional<Value>{stands_for};
    if (value.empty()) return chosen.always;
    return core::failure("has " + shown(value) + " in column \"" + file.columns[*chosen.column] +
                         "\", which the mapping does not know");
}

core::Result<std::optional<double>, std::string> number(const FileMapping& file, const Row& row, const Column& column)
{
    const std::string_view text = field(row, column);
    if (text.empty()) return std::nullopt;
    double value = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(value))
        return core::failure("has " + shown(text) + " in column \"" + file.columns[*column] + "\", which is no number");
    return value;
}

Role defaultRole(Kind kind)
{
    return kind == Kind::Asked || kind == Kind::Abandoned ? Role::Customer : Role::Agent;
}

bool needsConversation(Kind kind)
{
    return kind == Kind::Asked || kind == Kind::Replied || kind == Kind::Resolved || kind == Kind::Abandoned;
}

bool holds(const Condition& condition, const Row& row)
{
    return std::ranges::any_of(
        condition.is, [&](const std::string& value) { return sameWord(value, row.fields[condition.column]); });
}

bool skips(const FileMapping& file, const Row& row)
{
    return std::ranges::any_of(
        file.skip, [&](const Condition& condition) { return holds(condition, row); });
}

std::vector<std::string> tags(const FileMapping& file, const Row& row)
{
    std::vector<std::string> all;
    const std::string separators = file.issue_separator + element_separator;
    for (const std::size_t column : file.issue) {
        std::string_view rest = row.fields[column];
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find_first_of(separators), rest.size());
            std::string_view tag = rest.substr(0, end);
            while (tag.starts_with(' '))
                tag.remove_prefix(1);
            while (tag.ends_with(' '))
                tag.remove_suffix(1);
            if (!tag.empty()) all.emplace_back(tag);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return all;
}

std::string orElse(std::string_view value, const std::string& constant)
{
    return value.empty() ? constant : cleanText(value);
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
      m_rules{mapping.issues, mapping.keep_unlisted_tags, *m_words}
{
    for (const QueueMapping& queue : mapping.queues)
        for (const std::string& value : queue.values)
            m_queues.emplace(folded(value), queue.facts.id);
}

std::string RowReader::queueId(std::string_view value) const
{
    if (value.empty()) return {};
    const auto known = m_queues.find(folded(value));
    return known == m_queues.end() ? topicId(value) : known->second;
}

bool RowReader::speaksListed(std::string_view language) const
{
    const auto& listed = m_mapping.sentiment.languages;
    return language.empty() || listed.empty() || std::ranges::any_of(listed, [&](const std::string& one) {
               return language.size() >= one.size() && sameWord(language.substr(0, one.size()), one) &&
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
    what.issues = m_rules.issues(tags(file, row), text, words);
    if (!what.sentiment && m_sentiment && speaksListed(what.language)) what.sentiment = m_sentiment->of(words);
}

core::Result<Reading, std::string> RowReader::read(const FileMapping& file, const Row& row,
                                                   std::optional<core::WallTime> arrival)
{
    Reading reading;
    ConversationEvent& what = reading.what;
    const std::string_view told = field(row, file.time);
    if (const auto time = told.empty() ? arrival : parseTime(told, file.time_form)) {
        what.at = *time;
    } else if (!skips(file, row)) {
        return core::failure("has " + shown(told) + " in column \"" + (file.time ? file.columns[*file.time] : "") +
                             "\", which is no time; it must be such as 2024-07-01T14:02:00Z");
    }
    what.conversation = cleanText(field(row, file.conversation));
    if (skips(file, row)) {
        reading.skipped = true;
        return reading;
    }
    const auto kind = choose(file.event, file, row);
    const auto role = choose(file.role, file, row);
    const auto sentiment = number(file, row, file.sentiment);
    const auto reach = number(file, row, file.reach);
    for (const std::string& trouble : {kind ? "" : kind.error(), role ? "" : role.error(),
                                       sentiment ? "" : sentiment.error(), reach ? "" : reach.error()})
        if (!trouble.empty()) return core::failure(trouble);
    if (!*kind) {
        return core::failure("has nothing in column \"" + file.columns[*file.event.column] +
                             "\", which tells what happened");
    }
    if (!(*kind)->kind) {
        reading.skipped = true;
        return reading;
    }
    what.kind = *(*kind)->kind;
    what.continues = (*kind)->continues;
    what.by = role->value_or(defaultRole(what.kind));
    if (what.conversation.size() > max_conversation_bytes ||
        (what.conversation.empty() && needsConversation(what.kind))) {
        return core::failure(std::string{what.conversation.empty() ? "has no conversation"
                                                                   : "has a conversation id of more than 256 bytes"});
    }
    what.author = m_pseudonyms.of(field(row, file.author));
    what.queue = queueId(orElse(field(row, file.queue), file.constant_queue));
    what.channel = orElse(field(row, file.channel), file.constant_channel);
    what.team = orElse(field(row, file.team), file.constant_team);
    what.language = orElse(field(row, file.language), file.constant_language);
    if (*sentiment) what.sentiment = std::clamp(**sentiment, -5.0, 5.0);
    const double people = reach->value_or(static_cast<double>(file.constant_reach));
    what.reach = static_cast<std::uint64_t>(std::clamp(people, 0.0, 1e12));
    readTexts(file, row, what);
    if (what.kind == Kind::Praised) {
        what.text = cleanText(m_text);
        what.names_nobody = file.names_nobody || (file.names_nobody_where && holds(*file.names_nobody_where, row));
    } else if (m_mapping.emerging.enabled && what.by == Role::Customer && what.kind == Kind::Asked) {
        what.text = m_text.substr(0, startOf(m_text, max_terms_text_bytes).size());
    }
    reading.id = field(row, file.id);
    reading.solved_by = field(row, file.solved_by);
    return reading;
}

}  // namespace carewall::feed
