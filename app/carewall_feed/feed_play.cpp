#include "carewall_feed/feed_play.h"

#include <poll.h>

#include <algorithm>
#include <cstdio>

namespace carewall {

namespace {

using namespace std::chrono_literals;

/// Of the floor's time where nothing is waited for; and the longest that it stands while something is.
constexpr core::Milliseconds pace = 50ms;
constexpr core::Milliseconds longest_wait = 100ms;
constexpr auto patience = 10s;

void waitFor(const feed::Source& source, const core::Clock& clock)
{
    const feed::SourceWait wait = source.wait();
    core::Milliseconds most = wait.ended ? pace : longest_wait;
    if (wait.until) most = std::clamp<core::Milliseconds>(*wait.until - clock.now().steady, 0ms, most);
    pollfd input{wait.descriptor.value_or(-1), POLLIN, 0};
    ::poll(&input, wait.descriptor ? 1 : 0, static_cast<int>(most.count()));
}

/// What could not be read is told when it comes: a live feed has no end at which to tell. At most the first of them.
std::size_t tellUnread(const feed::ReadCounts& counts, std::size_t told)
{
    for (; told < counts.first_refused.size(); ++told)
        std::fprintf(stderr, "carewall-feed: cannot be read: %s%s\n", counts.first_refused[told].words().c_str(),
                     told + 1 < feed::max_refusals_kept ? "" : " (more are counted, and told at the end)");
    return told;
}

}  // namespace

std::string play(feed::Player& run, FeedLink& link, FeedState& state, PlayOptions how, const core::Clock& clock)
{
    std::string trouble;
    std::size_t told = how.live ? 0 : feed::max_refusals_kept;
    link.send(run.first(), true);
    while (!run.ended() && !how.stopped()) {
        if (how.at_once && !link.waitUp()) break;
        const core::Instant now = clock.now();
        if (link.cameUp()) run.reporter().forgetTold();
        const auto reports = run.step(now);
        if (!reports) {
            trouble = reports.error();
            break;
        }
        // While the broker is away floor time goes on; when it is back, everything is told anew.
        if (link.isUp() && !link.send(*reports, how.at_once)) run.reporter().forgetTold();
        if (const auto kept = state.keep(run.ledger(), now.steady); !kept)
            std::fprintf(stderr, "carewall-feed: %s\n", kept.error().c_str());
        told = tellUnread(run.source().counts(), told);
        how.progress.show(now, run.floor(), run.played(), link.sent(), link.isUp());
        if (!how.at_once && !run.ended()) waitFor(run.source(), clock);
    }
    how.progress.end();
    link.send(run.last(clock.now()), true);
    link.close(patience);
    if (const auto kept = state.write(run.ledger()); !kept && trouble.empty()) trouble = kept.error();
    return trouble;
}

}  // namespace carewall
