#include "core/tally.h"

#include "core/saturate.h"

#include <algorithm>
#include <limits>

namespace carewall::core {

namespace {

// Times come from other people's clocks: sums and differences of any two of them must not overflow.
std::int64_t endOf(const Tally& tally)
{
    std::int64_t end = 0;
    const bool over = __builtin_add_overflow(toMs(tally.start), tally.length.count(), &end);
    return over ? std::numeric_limits<std::int64_t>::max() : end;
}

Milliseconds between(std::int64_t start, std::int64_t end)
{
    std::int64_t length = 0;
    const bool over = __builtin_sub_overflow(end, start, &length);
    return Milliseconds{over ? std::numeric_limits<std::int64_t>::max() : length};
}

}  // namespace

void LineTally::add(const LineTally& other)
{
    waited_ms = saturatingAdd(waited_ms, other.waited_ms);
    pressed_ms = saturatingAdd(pressed_ms, other.pressed_ms);
    backlog_ms = saturatingAdd(backlog_ms, other.backlog_ms);
    answered_from_backlog = saturatingAdd(answered_from_backlog, other.answered_from_backlog);
    others_waiting = saturatingAdd(others_waiting, other.others_waiting);
    passed_over = saturatingAdd(passed_over, other.passed_over);
    busy_ms = saturatingAdd(busy_ms, other.busy_ms);
}

void Tally::add(const Tally& other)
{
    if (length.count() <= 0) {
        start = other.start;
        length = other.length;
    } else if (other.length.count() > 0) {
        const std::int64_t end = std::max(endOf(*this), endOf(other));
        start = std::min(start, other.start);
        length = between(toMs(start), end);
    }
    offered = saturatingAdd(offered, other.offered);
    answered = saturatingAdd(answered, other.answered);
    answered_within_target = saturatingAdd(answered_within_target, other.answered_within_target);
    abandoned = saturatingAdd(abandoned, other.abandoned);
    abandoned_within_target = saturatingAdd(abandoned_within_target, other.abandoned_within_target);
    resolved = saturatingAdd(resolved, other.resolved);
    fcr = saturatingAdd(fcr, other.fcr);
    answered_by_community = saturatingAdd(answered_by_community, other.answered_by_community);
    response.merge(other.response);
    abandoned_short = saturatingAdd(abandoned_short, other.abandoned_short);
    line.add(other.line);
}

}  // namespace carewall::core
