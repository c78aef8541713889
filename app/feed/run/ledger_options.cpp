#include "feed/run/ledger_options.h"

namespace carewall::feed {

LedgerOptions ledgerOptions(const Mapping& mapping)
{
    LedgerOptions options;
    for (const QueueMapping& queue : mapping.queues)
        options.queues.push_back(queue.facts);
    for (const IssueRule& issue : mapping.issues)
        options.issues.push_back(issue.facts);
    options.target = mapping.target;
    options.channel = mapping.channel;
    options.team = mapping.team;
    options.thresholds = mapping.thresholds;
    options.emerging = mapping.emerging;
    options.abandon_after = mapping.abandon_after;
    options.customers_wait_again = mapping.customers_wait_again;
    options.forget_after = mapping.forget_after;
    return options;
}

}  // namespace carewall::feed
