#include "feed/sources/mapping_proposal.h"

#include "feed/conversation/clean_text.h"
#include "feed/sources/export_sample.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <span>

namespace carewall::feed {

namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 9> conversation_words{"conversation", "conv",     "ticket",  "case",   "call",
                                                             "thread",       "topic id", "request", "vorgang"};
constexpr std::array<std::string_view, 8> queue_words{"queue", "group",    "inbox", "department",
                                                      "skill", "category", "topic", "gruppe"};
constexpr std::array<std::string_view, 8> author_words{"author", "sender",   "requester", "customer",
                                                       "user",   "username", "from",      "who"};
constexpr std::array<std::string_view, 3> agent_words{"agent", "assignee", "operator"};
constexpr std::array<std::string_view, 8> text_words{"text",    "body",    "content", "subject",
                                                     "message", "comment", "betreff", "raw"};
constexpr std::array<std::string_view, 8> kind_words{"kind",    "type", "event", "direction",
                                                     "inbound", "role", "art",   "message type"};
constexpr std::array<std::string_view, 4> issue_words{"tags", "tag", "labels", "issue"};
constexpr std::array<std::string_view, 3> language_words{"language", "locale", "lang"};
constexpr std::array<std::string_view, 3> channel_words{"channel", "via", "medium"};
constexpr std::array<std::string_view, 3> parent_words{"in response to", "in reply to", "parent"};
constexpr std::array<std::string_view, 4> row_words{"id", "message id", "post id", "tweet id"};

/// What happened at the time in a column, by its name; the first that is found.
struct Moment {
    std::string_view word;
    std::string_view event;
};
constexpr std::array<Moment, 23> moments{{{"erste antwort", "replied"},
                                          {"angelegt", "asked"},
                                          {"erstellt", "asked"},
                                          {"geschlossen", "resolved"},
                                          {"erledigt", "resolved"},
                                          {"first reply", "replied"},
                                          {"first response", "replied"},
                                          {"initial response", "replied"},
                                          {"answer", "replied"},
                                          {"connect", "replied"},
                                          {"repl", "replied"},
                                          {"solved", "resolved"},
                                          {"resol", "resolved"},
                                          {"closed", "resolved"},
                                          {"complet", "resolved"},
                                          {"abandon", "abandoned"},
                                          {"hang", "abandoned"},
                                          {"end", "abandoned"},
                                          {"create", "asked"},
                                          {"open", "asked"},
                                          {"start", "asked"},
                                          {"receiv", "asked"},
                                          {"enter", "asked"}}};

/// What a word of a column of kinds probably stands for.
constexpr std::array<Moment, 35> kinds_of_words{
    {{"auto", "ignore"},       {"out of office", "ignore"}, {"internal", "ignore"},  {"draft", "ignore"},
     {"workflow", "ignore"},   {"trigger", "ignore"},       {"note", "ignore"},      {"bot", "ignore"},
     {"system", "ignore"},     {"activity", "ignore"},      {"private", "ignore"},   {"incoming", "asked"},
     {"inbound", "asked"},     {"customer", "asked"},       {"question", "asked"},   {"asked", "asked"},
     {"frage", "asked"},       {"outgoing", "replied"},     {"outbound", "replied"}, {"end-user", "asked"},
     {"end user", "asked"},    {"contact", "asked"},        {"visitor", "asked"},    {"admin", "replied"},
     {"agent", "replied"},     {"staff", "replied"},        {"repl", "replied"},     {"answer", "replied"},
     {"antwort", "replied"},   {"clos", "resolved"},        {"solv", "resolved"},    {"resol", "resolved"},
     {"abandon", "abandoned"}, {"merge", "merged"},         {"transfer", "left"}}};

std::string tomlText(const std::string& text)
{
    std::string made = "\"";
    for (const char byte : text) {
        if (byte == '"' || byte == '\\') made += '\\';
        made += byte;
    }
    return made + '"';
}

/// Whether a column's name is one of these, or has one of them among its words.
bool isCalled(const std::string& name, Words words)
{
    return std::ranges::any_of(
        words,
        [&](std::string_view word) {
            const std::size_t at = name.find(word);
            return at != std::string::npos && (at == 0 || name[at - 1] == ' ') &&
                   (at + word.size() == name.size() || name[at + word.size()] == ' ');
        });
}

/// The name of what is to come, or of how long something took: no moment at which something happened.
bool isNoMoment(const std::string& name)
{
    constexpr std::array<std::string_view, 13> words{"due",  "deadline", "expected", "target", "sla",
                                                     "goal", "next",     "hrs",      "hours",  "minutes",
                                                     "mins", "seconds",  "breach"};
    return isCalled(name, words);
}

std::string_view meant(const std::string& name, std::span<const Moment> all)
{
    const auto found =
        std::ranges::find_if(all, [&](const Moment& moment) { return name.find(moment.word) != std::string::npos; });
    return found == all.end() ? std::string_view{} : found->event;
}

class Proposal {
public:
    Proposal(const ExportSample& sample, std::string file)
        : m_sample{sample}, m_file{std::move(file)}, m_kind{kindColumn()}
    {
        for (const SampledColumn& column : sample.columns)
            if (!isNoMoment(column.plain_name) &&
                (column.is_time || (column.is_empty && !meant(column.plain_name, moments).empty())))
                m_times.push_back(&column);
    }

    std::string text()
    {
        m_text = "# Proposed for " + m_file +
                 " by its columns. Where ??? stands only you know; then see what it makes of it:\n#   carewall-feed "
                 "check MAP --with " +
                 m_file + "\nsource = " + tomlText(topicId(m_file.substr(0, m_file.find('.')))) +
                 "\n\n[target]\nwithin = \"???\"   # how soon is a customer to be answered? \"20 s\", \"4 h\", \"1 "
                 "d\"\nratio = 0.8       # how many of them: 0.8 is 80 %\n";
        if (m_times.empty()) {
            m_text +=
                "\n# No column holds times: name the one that does, and its format where it is none of the usual.\n";
            m_times.push_back(nullptr);
        }
        if (m_kind == nullptr && m_times.size() > 1) files();
        if (m_all_used.empty()) file(timeBesideKind(), {});
        unused();
        return m_text;
    }

private:
    const SampledColumn* kindColumn() const
    {
        const SampledColumn* best = nullptr;
        for (const SampledColumn& column : m_sample.columns)
            if (!column.is_time && !column.values.empty() && isCalled(column.plain_name, kind_words) &&
                (best == nullptr || knownKinds(column) > knownKinds(*best)))
                best = &column;
        return best;
    }
    /// What stands before the last dot of a path.
    static std::string listOf(const std::string& name) { return name.substr(0, name.rfind('.') + 1); }

    const SampledColumn* timeBesideKind() const
    {
        const auto beside = std::ranges::find_if(m_times, [&](const SampledColumn* time) {
            return time != nullptr && m_kind != nullptr && listOf(time->name) == listOf(m_kind->name);
        });
        if (beside != m_times.end() || m_times.front() == nullptr) return beside == m_times.end() ? nullptr : *beside;
        // Without it, that of the innermost list: of each message, not of what stands around it.
        return *std::ranges::max_element(m_times, {},
                                         [](const SampledColumn* time) { return std::ranges::count(time->name, '.'); });
    }
    static std::size_t knownKinds(const SampledColumn& column)
    {
        return static_cast<std::size_t>(std::ranges::count_if(
            column.values, [](const std::string& value) { return !meant(folded(value), kinds_of_words).empty(); }));
    }

    const SampledColumn* called(Words words) const
    {
        const auto found = std::ranges::find_if(m_sample.columns, [&](const SampledColumn& column) {
            return !column.is_time && &column != m_kind && isCalled(column.plain_name, words) &&
                   std::ranges::find(m_used, column.name) == m_used.end();
        });
        return found == m_sample.columns.end() ? nullptr : &*found;
    }

    const SampledColumn* conversation() const
    {
        if (const SampledColumn* column = called(conversation_words)) return column;
        if (called(parent_words) != nullptr) return called(row_words);  // the first of a chain names it
        // Of messages in a list the conversation is what stands around it.
        const SampledColumn* outer = nullptr;
        bool is_inside = false;
        for (const SampledColumn& column : m_sample.columns) {
            if (!isCalled(column.plain_name, row_words)) continue;
            const auto depth = [](const SampledColumn& c) { return std::ranges::count(c.name, '.'); };
            is_inside = is_inside || (outer != nullptr && depth(column) != depth(*outer));
            if (outer == nullptr || depth(column) < depth(*outer)) outer = &column;
        }
        return is_inside ? outer : nullptr;
    }

    /// Of the row and of nothing around or inside of it: rows with one id count once.
    const SampledColumn* rowId(const SampledColumn* time) const
    {
        const auto found = std::ranges::find_if(m_sample.columns, [&](const SampledColumn& column) {
            return time != nullptr && isCalled(column.plain_name, row_words) &&
                   listOf(column.name) == listOf(time->name) && std::ranges::find(m_used, column.name) == m_used.end();
        });
        return found == m_sample.columns.end() ? nullptr : &*found;
    }

    /// One [[file]] a time that tells what happened.
    void files()
    {
        for (const SampledColumn* time : m_times) {
            const std::string_view event = meant(time->plain_name, moments);
            if (!event.empty()) file(time, event);
        }
    }

    void file(const SampledColumn* time, std::string_view event)
    {
        m_used.clear();
        m_text += "\n[[file]]\nmatch = " + tomlText(m_file) + "\n";
        if (m_sample.is_windows_1252) m_text += "encoding = \"windows-1252\"   # it is not UTF-8; is it this?\n";
        kinds(event);
        if (event.empty()) privateRows();
        m_text += "[file.columns]\n";
        timeLine(time);
        line("conversation", conversation(), "which rows belong together?");
        const SampledColumn* parent = called(parent_words);
        if (parent != nullptr && !m_used.empty())
            m_text += "id = " + tomlText(m_used.back()) + "\n";
        else
            line("id", rowId(time), "");
        line("parent", parent, "");
        if (event.empty() || event == "asked") {
            line("queue", called(queue_words), "");
            line("channel", called(channel_words), "");
            line("language", called(language_words), "");
            line("issue", called(issue_words), "");
            line("text", called(text_words), "");
        }
        if (event == "replied" || event == "resolved")
            line("author", called(agent_words), "");
        else
            line("author", called(author_words), "");
        m_all_used.insert(m_all_used.end(), m_used.begin(), m_used.end());
    }

    void kinds(std::string_view event)
    {
        if (!event.empty()) {
            m_text += "event = " + tomlText(std::string{event}) + "   # an empty time: it did not happen\n";
        } else if (m_kind == nullptr) {
            m_text += "event = \"???\"   # what is a row? \"asked\", \"replied\"; or by a column: { column = \"...\", "
                      "values = { ... } }\n";
        } else {
            m_used.push_back(m_kind->name);
            m_text += "event = { column = " + tomlText(m_kind->name) + ", values = { ";
            for (const std::string& value : m_kind->values) {
                const std::string_view kind = kindOf(value);
                m_text += (&value == m_kind->values.data() ? "" : ", ") + tomlText(value) + " = " +
                          tomlText(kind.empty() ? "???" : std::string{kind});
            }
            m_text += " } }   # \"ignore\" leaves a row aside; \"*\" is anything else\n";
        }
    }

    /// What customers do not see is no answer to them.
    void privateRows()
    {
        constexpr std::array<std::string_view, 2> hidden{"private", "internal"};
        constexpr std::array<std::string_view, 1> seen{"public"};
        for (const auto& [column, value] : {std::pair{called(hidden), "true"}, std::pair{called(seen), "false"}}) {
            if (column == nullptr) continue;
            m_used.push_back(column->name);
            const auto said =
                std::ranges::find_if(column->values, [&, wanted = std::string_view{value}](const std::string& v) {
                    return folded(v).front() == wanted.front() || v == (wanted == "true" ? "1" : "0");
                });
            m_text += "ignore = [{ column = " + tomlText(column->name) +
                      ", is = " + tomlText(said == column->values.end() ? std::string{value} : *said) + " }]\n";
        }
    }

    std::string_view kindOf(const std::string& value) const
    {
        const std::string word = folded(value);
        const bool yes = word == "true" || word == "1" || word == "yes";
        if (m_kind->plain_name.find("inbound") != std::string::npos &&
            (yes || word == "false" || word == "0" || word == "no"))
            return yes ? "asked" : "replied";
        return meant(word, kinds_of_words);
    }

    void timeLine(const SampledColumn* time)
    {
        if (time == nullptr) {
            m_text += "time = \"???\"\n";
            return;
        }
        m_used.push_back(time->name);
        const auto clock = std::ranges::find_if(m_sample.columns, &SampledColumn::is_time_of_day);
        if (time->is_day && clock != m_sample.columns.end()) {
            m_used.push_back(clock->name);
            m_text +=
                "time = { column = [" + tomlText(time->name) + ", " + tomlText(clock->name) + "], zone = \"floor\" }\n";
            return;
        }
        if (time->patterns.empty()) {
            m_text += "time = { column = " + tomlText(time->name) +
                      ", zone = \"floor\" }   # times without a zone are the floor's, or \"utc\"?\n";
            return;
        }
        m_text += "time = { column = " + tomlText(time->name) + ", format = ";
        m_text += time->patterns.size() == 1 ? tomlText(time->patterns.front()) : std::string{"\"???\""};
        m_text += ", zone = \"floor\" }";
        for (const std::string& pattern : time->patterns)
            if (time->patterns.size() > 1)
                m_text +=
                    (&pattern == time->patterns.data() ? "   # day or month first? " : " or ") + tomlText(pattern);
        m_text += "\n";
    }

    void line(std::string_view key, const SampledColumn* column, std::string_view question)
    {
        if (column != nullptr) {
            m_used.push_back(column->name);
            m_text += std::string{key} + " = " + tomlText(column->name) + "\n";
        } else if (!question.empty()) {
            m_text += std::string{key} + " = \"???\"   # " + std::string{question} + "\n";
        }
    }

    void unused()
    {
        std::string names;
        for (const SampledColumn& column : m_sample.columns)
            if (std::ranges::find(m_all_used, column.name) == m_all_used.end())
                names += (names.empty() ? "" : ", ") + cleanText(column.name);
        if (!names.empty()) m_text += "\n# Not used: " + names + "\n";
    }

    const ExportSample& m_sample;
    std::string m_file;
    std::vector<const SampledColumn*> m_times;
    const SampledColumn* m_kind;
    std::vector<std::string> m_used;  ///< in the present [[file]]
    std::vector<std::string> m_all_used;
    std::string m_text;
};

}  // namespace

core::Result<std::string, std::string> proposeMapping(const std::string& path)
{
    const auto sample = sampleOf(path);
    if (!sample) return core::failure(sample.error());
    return Proposal{*sample, std::filesystem::path{path}.filename().string()}.text();
}

}  // namespace carewall::feed
