#include "core/figures/voice_day.h"

#include <algorithm>

namespace carewall::core {
namespace {

std::uint64_t mentionsOf(const VoiceSlot& slot, std::string_view issue)
{
    if (issue.empty()) return slot.total.mentions;
    const auto known = std::ranges::find(slot.issues, issue, &IssueMentions::issue);
    return known == slot.issues.end() ? 0 : known->voices.mentions;
}

/// Spreads a slot over the spans that it reaches into.
void add(std::vector<SpokenSpan>& spans, const VoiceSlot& slot, std::string_view issue, WallTime now)
{
    const WallTime end = std::min(slot.start + slot.length, now);
    if (end <= slot.start || end <= spans.front().start) return;
    const double per_ms =
        static_cast<double>(mentionsOf(slot, issue)) / static_cast<double>((end - slot.start).count());
    for (SpokenSpan& span : spans) {
        const Milliseconds overlap = std::min(end, span.start + spoken_span) - std::max(slot.start, span.start);
        if (overlap.count() <= 0) continue;
        span.mentions += per_ms * static_cast<double>(overlap.count());
        span.covered += overlap;
    }
}

std::vector<SpokenSpan> emptySpans(WallTime now)
{
    std::vector<SpokenSpan> spans;
    const WallTime newest = now - now.time_since_epoch() % spoken_span;
    for (int i = spoken_spans - 1; i >= 0; --i)
        spans.push_back({newest - i * spoken_span, 0, Milliseconds{0}});
    return spans;
}

}  // namespace

std::vector<SpokenSpan> spokenDay(const State& state, Instant at, std::string_view issue)
{
    const WallTime now = floorTime(state, at);
    std::vector<SpokenSpan> sum = emptySpans(now);
    for (const auto& [name, source] : state.voices) {
        std::vector<SpokenSpan> told = emptySpans(now);
        const VoiceSlot* open = source.now && source.now->report.open ? &*source.now->report.open : nullptr;
        if (source.day) {
            for (const VoiceSlot& slot : source.day->report.slots) {
                add(told, slot, issue, now);
                if (open && slot.start == open->start) open = nullptr;
            }
        }
        if (open) add(told, *open, issue, std::min(now, source.now->report.header.time.value_or(now)));
        for (std::size_t i = 0; i < sum.size(); ++i) {
            sum[i].mentions += told[i].mentions;
            sum[i].covered = std::max(sum[i].covered, std::min(told[i].covered, spoken_span));
        }
    }
    return sum;
}

}  // namespace carewall::core
