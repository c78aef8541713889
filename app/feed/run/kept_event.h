#pragma once

#include "feed/conversation/conversation_event.h"
#include "feed/text/emerging.h"
#include "store/journal.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What happened, as the journal keeps it: without a customer's words.
namespace carewall::feed {

/// Everything but the text; a Praised event keeps its own, which was written for the wall. An event that says how a
/// queue is staffed, or what one of its agents does, is of these instead of a conversation: see isOfAgents().
store::JournalEntry keptEvent(const ConversationEvent& event);
/// An event of `at` was found to be a voice of something that emerges.
store::JournalEntry keptMention(core::WallTime at, const EmergingMention& mention);

/// Whether an entry of this `conversation` holds until the next one of the same: how a queue is staffed, what an agent
/// does. No conversation is called so.
bool isOfAgents(const std::string& conversation);

using KeptEntry = std::variant<ConversationEvent, EmergingMention>;
/// Empty where the entry is impossible. An event comes without its key.
std::optional<KeptEntry> readKept(const store::JournalEntry& entry);

std::string keptIssues(const std::vector<EmergingIssue>& issues);
/// Empty where the bytes are impossible.
std::optional<std::vector<EmergingIssue>> readKeptIssues(std::string_view bytes);

}  // namespace carewall::feed
