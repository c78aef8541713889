#pragma once

#include "feed/conversation/conversation_event.h"

#include <string>
#include <utility>
#include <vector>

/// Short words for events, for the tests of the ledger and its reports.
namespace carewall::support {

/// 2024-07-01, a Monday, 00:00 UTC, and minutes after it.
inline core::WallTime at(double minutes)
{
    constexpr core::WallTime monday{std::chrono::sys_days{std::chrono::year{2024} / 7 / 1}};
    return monday + core::Milliseconds{static_cast<std::int64_t>(minutes * 60'000)};
}

inline feed::ConversationEvent event(feed::Kind kind, double minutes, std::string conversation, std::string author = {},
                                     feed::Role by = feed::Role::Customer)
{
    feed::ConversationEvent made;
    made.at = at(minutes);
    made.kind = kind;
    made.by = by;
    made.conversation = std::move(conversation);
    made.author = std::move(author);
    return made;
}

inline feed::ConversationEvent asked(double minutes, std::string conversation, std::string queue = "mail",
                                     std::string author = "customer")
{
    auto made = event(feed::Kind::Asked, minutes, std::move(conversation), std::move(author));
    made.queue = std::move(queue);
    return made;
}

inline feed::ConversationEvent replied(double minutes, std::string conversation, std::string author = "agent",
                                       feed::Role by = feed::Role::Agent)
{
    return event(feed::Kind::Replied, minutes, std::move(conversation), std::move(author), by);
}

inline feed::ConversationEvent resolved(double minutes, std::string conversation)
{
    return event(feed::Kind::Resolved, minutes, std::move(conversation), {}, feed::Role::Agent);
}

inline feed::ConversationEvent gaveUp(double minutes, std::string conversation)
{
    return event(feed::Kind::Abandoned, minutes, std::move(conversation));
}

inline feed::ConversationEvent leftQueue(double minutes, std::string conversation, std::string queue = {})
{
    auto made = event(feed::Kind::Left, minutes, std::move(conversation));
    made.queue = std::move(queue);
    return made;
}

inline feed::ConversationEvent merged(double minutes, std::string conversation)
{
    return event(feed::Kind::Merged, minutes, std::move(conversation));
}

inline feed::ConversationEvent voice(double minutes, const std::string& author, std::vector<std::string> issues,
                                     std::optional<double> sentiment = {}, std::uint64_t reach = 0)
{
    auto made = asked(minutes, "c-" + author + std::to_string(minutes), "mail", author);
    made.issues = std::move(issues);
    made.sentiment = sentiment;
    made.reach = reach;
    return made;
}

}  // namespace carewall::support
