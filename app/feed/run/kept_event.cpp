#include "feed/run/kept_event.h"

#include "carewall/kept/v1/journal.pb.h"
#include "core/limits.h"
#include "core/sealed.h"

#include <array>
#include <cstddef>

namespace carewall::feed {

namespace {

namespace kept = carewall::kept::v1;

/// After each event of its instant.
constexpr int rank_of_mentions = 9;
constexpr double strongest = 5;

using KeptKind = kept::Happened::Kind;
constexpr std::array<KeptKind, kinds> kept_kinds{
    kept::Happened::KIND_ASKED,     kept::Happened::KIND_REPLIED,   kept::Happened::KIND_RESOLVED,
    kept::Happened::KIND_ABANDONED, kept::Happened::KIND_BROADCAST, kept::Happened::KIND_STAFFED,
    kept::Happened::KIND_PRAISED,   kept::Happened::KIND_LEFT,      kept::Happened::KIND_MERGED,
    kept::Happened::KIND_AGENT,
};
constexpr std::array kept_states{
    kept::Happened::AGENT_STATE_AVAILABLE,
    kept::Happened::AGENT_STATE_BUSY,
    kept::Happened::AGENT_STATE_AWAY,
    kept::Happened::AGENT_STATE_GONE,
};

/// Names from outside have no control characters.
constexpr char of_agents = '\x1f';

std::string subjectOf(const ConversationEvent& event)
{
    if (event.kind == Kind::Staffed) return of_agents + event.queue;
    if (event.kind == Kind::Agent) return of_agents + event.queue + of_agents + event.author;
    return event.conversation;
}

bool isFelt(double sentiment)
{
    return sentiment >= -strongest && sentiment <= strongest;
}

std::optional<KeptEntry> readHappened(const kept::Happened& from)
{
    ConversationEvent event;
    const auto place = static_cast<std::size_t>(from.kind()) - 1;
    if (place >= kinds || !core::isKeptTime(from.at_ms()) || !kept::Happened::Role_IsValid(from.by()) ||
        !kept::Happened::AgentState_IsValid(from.agent()))
        return std::nullopt;
    event.at = core::wallTimeFromMs(from.at_ms());
    event.kind = static_cast<Kind>(place);
    event.continues = from.continues();
    event.by = static_cast<Role>(from.by());
    event.conversation = from.conversation();
    event.author = from.author();
    event.queue = from.queue();
    event.queue_name = from.queue_name();
    event.channel = from.channel();
    event.team = from.team();
    event.language = from.language();
    event.issues.assign(from.issues().begin(), from.issues().end());
    if (from.has_sentiment()) event.sentiment = from.sentiment();
    if (event.sentiment && !isFelt(*event.sentiment)) return std::nullopt;
    event.reach = from.reach();
    event.text = from.praise();
    event.names_nobody = from.names_nobody();
    if (from.has_agents()) event.agents = {from.agents().available(), from.agents().busy(), from.agents().away()};
    if (from.agent() != kept::Happened::AGENT_STATE_UNSPECIFIED)
        event.agent = static_cast<AgentState>(from.agent() - kept::Happened::AGENT_STATE_AVAILABLE);
    return event;
}

std::optional<KeptEntry> readFound(const kept::Found& from)
{
    EmergingMention mention;
    if (!core::isKeptTime(from.at_ms()) || from.issue().size() > core::limits::id_bytes) return std::nullopt;
    mention.issue = from.issue();
    mention.words = {core::wallTimeFromMs(from.at_ms()), from.who(), {}, from.reach()};
    if (from.has_sentiment()) mention.words.sentiment = from.sentiment();
    if (mention.words.sentiment && !isFelt(*mention.words.sentiment)) return std::nullopt;
    return mention;
}

}  // namespace

store::JournalEntry keptEvent(const ConversationEvent& event)
{
    kept::JournalEntry entry;
    kept::Happened& into = *entry.mutable_happened();
    into.set_at_ms(core::toMs(event.at));
    into.set_kind(kept_kinds.at(static_cast<std::size_t>(event.kind)));
    into.set_continues(event.continues);
    into.set_by(static_cast<kept::Happened::Role>(event.by));
    into.set_conversation(event.conversation);
    into.set_author(event.author);
    into.set_queue(event.queue);
    into.set_queue_name(event.queue_name);
    into.set_channel(event.channel);
    into.set_team(event.team);
    into.set_language(event.language);
    for (const std::string& issue : event.issues)
        into.add_issues(issue);
    if (event.sentiment) into.set_sentiment(*event.sentiment);
    into.set_reach(event.reach);
    if (event.kind == Kind::Praised) into.set_praise(event.text);
    into.set_names_nobody(event.names_nobody);
    if (event.agents) {
        into.mutable_agents()->set_available(event.agents->available);
        into.mutable_agents()->set_busy(event.agents->busy);
        into.mutable_agents()->set_away(event.agents->away);
    }
    if (event.agent) into.set_agent(kept_states.at(static_cast<std::size_t>(*event.agent)));
    return {event.at, rankOf(event), event.key, subjectOf(event), entry.SerializeAsString()};
}

bool isOfAgents(const std::string& conversation)
{
    return conversation.starts_with(of_agents);
}

store::JournalEntry keptMention(core::WallTime at, const EmergingMention& mention)
{
    kept::JournalEntry entry;
    kept::Found& into = *entry.mutable_found();
    into.set_issue(mention.issue);
    into.set_at_ms(core::toMs(mention.words.at));
    into.set_who(mention.words.who);
    if (mention.words.sentiment) into.set_sentiment(*mention.words.sentiment);
    into.set_reach(mention.words.reach);
    return {at, rank_of_mentions, {}, {}, entry.SerializeAsString()};
}

std::optional<KeptEntry> readKept(const store::JournalEntry& entry)
{
    kept::JournalEntry from;
    if (!from.ParseFromArray(entry.body.data(), static_cast<int>(entry.body.size()))) return std::nullopt;
    switch (from.what_case()) {
    case kept::JournalEntry::kHappened:
        return core::toMs(entry.at) == from.happened().at_ms() ? readHappened(from.happened()) : std::nullopt;
    case kept::JournalEntry::kFound:
        return readFound(from.found());
    case kept::JournalEntry::WHAT_NOT_SET:
        break;
    }
    return std::nullopt;
}

std::string keptIssues(const std::vector<EmergingIssue>& issues)
{
    kept::EmergingIssues all;
    for (const EmergingIssue& issue : issues) {
        kept::EmergingIssue& into = *all.add_issues();
        into.set_id(issue.id);
        into.set_label(issue.label);
        into.set_since_ms(core::toMs(issue.since));
        into.set_raised_ms(core::toMs(issue.raised));
        if (issue.ended) into.set_ended_ms(core::toMs(*issue.ended));
        into.set_usual_per_hour(issue.usual_per_hour);
        into.set_part_of(issue.part_of);
    }
    return all.SerializeAsString();
}

std::optional<std::vector<EmergingIssue>> readKeptIssues(std::string_view bytes)
{
    kept::EmergingIssues all;
    if (!all.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return std::nullopt;
    std::vector<EmergingIssue> issues;
    for (const kept::EmergingIssue& from : all.issues()) {
        const bool possible = core::isKeptTime(from.since_ms()) && core::isKeptTime(from.raised_ms()) &&
                              core::isKeptTime(from.ended_ms()) && from.usual_per_hour() >= 0;
        if (!possible || issues.size() >= core::limits::slot_issues) return std::nullopt;
        EmergingIssue& issue = issues.emplace_back();
        issue = {from.id(),
                 from.label(),
                 core::wallTimeFromMs(from.since_ms()),
                 core::wallTimeFromMs(from.raised_ms()),
                 std::nullopt,
                 from.usual_per_hour(),
                 from.part_of()};
        if (from.has_ended_ms()) issue.ended = core::wallTimeFromMs(from.ended_ms());
    }
    return issues;
}

}  // namespace carewall::feed
