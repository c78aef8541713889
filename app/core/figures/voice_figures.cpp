#include "core/figures/voice_figures.h"

#include "core/figures/judgement.h"
#include "core/saturate.h"

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
    std::map<std::string_view, WallTime> told;  ///< start of the slot that an issue's emergence is taken from
    bool before_known = false;
    WallTime window_start{};
    WallTime earlier_start{};
    WallTime earlier_end{};
    WallTime until{};  ///< floor time up to which the sums hold

    void add(VoiceFigures& f, const VoiceSlot& slot, const Viewed& m)
    {
        if (slot.start > m.floor) until = std::min(until, slot.start);
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
                if (issue.emerging) addEmergence(known, issue, slot.start);
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

    /// The newest slot speaks; where several sources have it, it goes on if any of them says so.
    void addEmergence(IssueFigures& known, const IssueMentions& issue, WallTime start)
    {
        const auto [from, first] = told.try_emplace(issue.issue, start);
        if (!first && start < from->second) return;
        const Emergence& now = *issue.emerging;
        if (first || start > from->second) {
            from->second = start;
            known.emerging = now;
            if (!issue.label.empty()) known.label = issue.label;  // it may get better while it goes on
            return;
        }
        Emergence& sum = *known.emerging;
        if (now.since && (!sum.since || *now.since < *sum.since)) sum.since = now.since;
        sum.until = sum.until && now.until ? std::optional{std::max(*sum.until, *now.until)} : std::nullopt;
        sum.usual_per_hour += now.usual_per_hour;
        if (sum.part_of.empty()) sum.part_of = now.part_of;
    }
};

void rankIssues(VoiceFigures& f, VoiceSums& sums)
{
    for (auto& [id, issue] : sums.issues) {
        issue.issue = id;
        if (issue.label.empty()) issue.label = id;
        const auto earlier = sums.before.find(id);
        if (sums.before_known)
            issue.before = earlier == sums.before.end() ? 0 : static_cast<std::uint64_t>(std::llround(earlier->second));
        f.issues.push_back(std::move(issue));
    }
    std::stable_sort(f.issues.begin(), f.issues.end(), [](const IssueFigures& a, const IssueFigures& b) {
        return a.window.mentions > b.window.mentions;
    });
}

void addNotes(VoiceFigures& f, const State& state)
{
    if (state.notes.empty()) return;
    for (IssueFigures& issue : f.issues) {
        const auto note = state.notes.find(issue.issue);
        if (note == state.notes.end()) continue;
        issue.hand_off = note->second.report.hand_off;
        issue.handed_to = note->second.report.to;
        if (!note->second.report.label.empty()) issue.label = note->second.report.label;
    }
}

/// What was said of an issue (empty: of anything) in the slots of a trend's band, by all sources.
std::vector<std::uint64_t> mentionsAlong(const State& state, const Trend& trend)
{
    std::vector<std::uint64_t> along(trend.band.size(), 0);
    const auto add = [&](const VoiceSlot& slot) {
        const auto at = std::ranges::lower_bound(trend.band, slot.start, {}, &ExpectedSlot::start);
        if (at == trend.band.end() || at->start != slot.start) return;
        std::uint64_t& sum = along[static_cast<std::size_t>(at - trend.band.begin())];
        if (trend.issue.empty()) sum = saturatingAdd(sum, slot.total.mentions);
        for (const IssueMentions& issue : slot.issues)
            if (!trend.issue.empty() && issue.issue == trend.issue) sum = saturatingAdd(sum, issue.voices.mentions);
    };
    for (const auto& [name, source] : state.voices) {
        const VoiceSlot* open = source.now && source.now->report.open ? &*source.now->report.open : nullptr;
        if (source.day) {
            for (const VoiceSlot& slot : source.day->report.slots) {
                add(slot);
                if (open && slot.start == open->start) open = nullptr;
            }
        }
        if (open) add(*open);
    }
    return along;
}

TrendFigures trendFigures(const Trend& trend, const VoiceFigures& f, const State& state)
{
    TrendFigures made;
    made.trend = trend;
    made.mentions = mentionsAlong(state, trend);
    made.tone = judgeUnusual(std::nullopt);
    if (trend.issue.empty()) return made;
    made.label = trend.issue;
    const auto known = std::ranges::find(f.issues, trend.issue, &IssueFigures::issue);
    if (known == f.issues.end()) return made;
    made.label = known->label;
    made.hand_off = known->hand_off;
    made.handed_to = known->handed_to;
    made.tone = judgeUnusual(made.hand_off);
    return made;
}

/// What the reports count, without what passes by the second: ages, notes, trends.
VoiceFigures counted(const State& state, const Viewed& m, WallTime& until)
{
    // The same hours the day before end within a slot: to the minute is near enough, and holds for a minute.
    const WallTime minute = std::chrono::floor<std::chrono::minutes>(m.floor);
    VoiceFigures f;
    f.window = voice_window;
    VoiceSums sums;
    sums.window_start = minute - voice_window;
    sums.earlier_start = sums.window_start - day_length;
    sums.earlier_end = minute - day_length;
    sums.until = minute + std::chrono::minutes{1};
    for (const auto& [name, source] : state.voices) {
        const VoiceSlot* open = source.now && source.now->report.open ? &*source.now->report.open : nullptr;
        if (source.day) {
            for (const VoiceSlot& slot : source.day->report.slots) {
                sums.add(f, slot, m);
                if (open && slot.start == open->start) open = nullptr;
            }
        }
        if (open) sums.add(f, *open, m);
    }
    rankIssues(f, sums);
    until = sums.until;
    return f;
}

std::vector<VoiceReports> reportsOf(const State& state)
{
    const auto revision = [](const auto& held) {
        return held ? std::optional{held->report.header.revision} : std::nullopt;
    };
    std::vector<VoiceReports> all;
    for (const auto& [name, source] : state.voices)
        all.push_back({name, revision(source.now), revision(source.day)});
    return all;
}

/// Whether each report has a revision that tells it from those before.
bool told(const std::vector<VoiceReports>& reports)
{
    return std::ranges::all_of(
        reports,
        [](const VoiceReports& each) { return (!each.now || each.now->isSet()) && (!each.day || each.day->isSet()); });
}

}  // namespace

VoiceFigures voiceFigures(const State& state, const Viewed& m, const TrendsNow& trends, VoiceCache& cache)
{
    std::vector<VoiceReports> reports = reportsOf(state);
    const bool right = cache.from <= m.floor && m.floor < cache.until && told(reports) && cache.reports == reports;
    if (!right) {
        cache.figures = counted(state, m, cache.until);
        cache.from = m.floor;
        cache.reports = std::move(reports);
    }
    VoiceFigures f = cache.figures;
    for (const auto& [name, source] : state.voices)
        addFreshness(f, source, state, m);
    addNotes(f, state);
    for (IssueFigures& issue : f.issues)
        if (issue.emerging) issue.tone = judgeUnusual(issue.hand_off);
    for (const Trend& trend : trends.issues)
        f.trends.push_back(trendFigures(trend, f, state));
    if (trends.volume) f.volume = trendFigures(*trends.volume, f, state);
    f.baseline_since = trends.since;
    f.baseline_learns = trends.learning;
    return f;
}

}  // namespace carewall::core
