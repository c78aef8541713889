#include "core/voice_figures.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

namespace carewall::core {
namespace {

constexpr Milliseconds day_length = std::chrono::hours{24};

/// Voices while the slots are gone through.
struct VoiceSums {
    std::map<std::string_view, IssueFigures> issues;
    std::map<std::string_view, double> before;
    bool before_known = false;
    WallTime window_start{};
    WallTime earlier_start{};
    WallTime earlier_end{};

    void add(VoiceFigures& f, const VoiceSlot& slot, const Viewed& m)
    {
        if (slot.start >= window_start && slot.start <= m.floor) {
            f.total.add(slot.total);
            f.ladder.add(slot.ladder);
            f.replies += slot.replies;
            f.broadcasts += slot.broadcasts;
            f.since = f.since ? std::min(*f.since, slot.start) : slot.start;
            for (const IssueMentions& issue : slot.issues) {
                IssueFigures& known = issues[issue.issue];
                known.window.add(issue.voices);
                if (known.label.empty()) known.label = issue.label;
            }
        }
        if (slot.start <= earlier_start) before_known = true;
        if (slot.start < earlier_start || slot.start >= earlier_end || slot.length.count() <= 0) return;
        // The slot in which the same hours end counts as far as they reach into it.
        const double share = std::min(1.0, static_cast<double>((earlier_end - slot.start).count()) /
                                               static_cast<double>(slot.length.count()));
        for (const IssueMentions& issue : slot.issues)
            before[issue.issue] += static_cast<double>(issue.voices.mentions) * share;
    }
};

void rankIssues(VoiceFigures& f, VoiceSums& sums, const State& state)
{
    for (auto& [id, issue] : sums.issues) {
        issue.issue = id;
        if (issue.label.empty()) issue.label = id;
        const auto earlier = sums.before.find(id);
        if (sums.before_known)
            issue.before = earlier == sums.before.end() ? 0 : static_cast<std::uint64_t>(std::llround(earlier->second));
        if (const auto note = state.notes.find(issue.issue); note != state.notes.end()) {
            issue.stage = note->second.report.stage;
            issue.handed_to = note->second.report.to;
            if (!note->second.report.label.empty()) issue.label = note->second.report.label;
        }
        f.issues.push_back(std::move(issue));
    }
    std::stable_sort(f.issues.begin(), f.issues.end(), [](const IssueFigures& a, const IssueFigures& b) {
        return a.window.mentions > b.window.mentions;
    });
}

}  // namespace

VoiceFigures voiceFigures(const State& state, const Viewed& m)
{
    VoiceFigures f;
    f.window = voice_window;
    VoiceSums sums;
    sums.window_start = m.floor - voice_window;
    sums.earlier_start = sums.window_start - day_length;
    sums.earlier_end = m.floor - day_length;
    for (const auto& [name, source] : state.voices) {
        const VoiceSlot* open = source.now && source.now->report.open ? &*source.now->report.open : nullptr;
        addStanding(f, source, state, m);
        if (source.day) {
            for (const VoiceSlot& slot : source.day->report.slots) {
                sums.add(f, slot, m);
                if (open && slot.start == open->start) open = nullptr;
            }
        }
        if (open) sums.add(f, *open, m);
    }
    rankIssues(f, sums, state);
    return f;
}

}  // namespace carewall::core
