#pragma once

#include "feed/conversation_events.h"
#include "feed/ledger/ledger.h"

#include <chrono>
#include <string>
#include <utility>
#include <vector>

/// A ledger of a few events, and its figures in a line.
namespace carewall::support {

inline feed::LedgerOptions options()
{
    feed::LedgerOptions made;
    made.target = {std::chrono::minutes{10}, 0.8, core::AbandonPolicy::Negative};
    return made;
}

inline feed::Ledger ledgerOf(const std::vector<feed::ConversationEvent>& events, feed::LedgerOptions with = options())
{
    feed::Ledger ledger{std::move(with)};
    for (const feed::ConversationEvent& event : events)
        ledger.take(event);
    return ledger;
}

inline core::Tally sum(const feed::Ledger& ledger, const std::string& queue = "mail")
{
    core::Tally all;
    if (const auto book = ledger.queues().find(queue); book != ledger.queues().end())
        for (const auto& [start, tally] : book->second.slots)
            all.add(tally);
    return all;
}

/// "offered/answered(within)/abandoned(within)/resolved(in one)/community waiting"
inline std::string figures(const feed::Ledger& ledger, const std::string& queue = "mail")
{
    const core::Tally all = sum(ledger, queue);
    const auto pair = [](std::uint64_t whole, std::uint64_t part) {
        return std::to_string(whole) + "(" + std::to_string(part) + ")";
    };
    return std::to_string(all.offered) + "/" + pair(all.answered, all.answered_within_target) + "/" +
           pair(all.abandoned, all.abandoned_within_target) + "/" + pair(all.resolved, all.fcr) + "/" +
           std::to_string(all.answered_by_community) + " " + std::to_string(ledger.queues().at(queue).waiting.size());
}

}  // namespace carewall::support
