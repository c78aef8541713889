#include "core/limits.h"
#include "core/trend/trend.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace carewall::core {
namespace {

// What the scatter of a floor's issues together is thought to be before anything is seen, and how firmly: as inverse
// variances. Then an issue's own, beside that of all.
constexpr Scatter usual_scatter{1.0, 1.0 / 16};
constexpr double common_frailty_prior = 280;
constexpr double common_batch_prior = 100;
constexpr double own_frailty_prior = 400;
constexpr double own_batch_prior = 200;

constexpr double kept_hours = 6;    ///< of exposure, when a trend became the new normal
constexpr double outlier = 4;       ///< standard deviations above the bound that are learned at most
constexpr double forgotten = 0.02;  ///< mentions: an issue of which less is remembered is let go

/// The most of a slot that is learned.
double learnedAtMost(double high, Scatter scatter, double variance)
{
    return high + outlier * std::sqrt(scatter.batch * high + (scatter.frailty + variance) * high * high) + 2;
}

}  // namespace

void Trends::close(const VoiceSlot& sum)
{
    if (!isSlot(sum) || sum.start < m_closed_until) return;
    admit(sum);
    const bool volume_trended = m_volume.trending;
    std::vector<bool> trended;
    for (const Watched& watched : m_issues)
        trended.push_back(watched.watching.trending);
    if (!silent()) step(sum, sum.start + sum.length);
    learn(sum, volume_trended, trended);
    m_closed_until = sum.start + sum.length;
    if (!m_since) m_since = sum.start;
    derive();
}

/// Takes of a slot what has come of it until then.
void Trends::step(const VoiceSlot& slot, WallTime until)
{
    if (m_open != slot.start) {
        m_open = slot.start;
        m_open_until = slot.start;
        m_volume.taken = {};
        for (Watched& watched : m_issues)
            watched.watching.taken = {};
    }
    const Stretch part = stretch(slot, m_open_until, std::max(m_open_until, until));
    const double threshold = bar();
    advance(m_volume, volumePiece(part, slot.total, m_volume.taken), m_volume_tilts, volumeBar());
    m_volume.taken = slot.total;

    const std::vector<Named> all = named({&slot, 1});
    auto next = all.begin();
    m_trending = 0;
    for (Watched& watched : m_issues) {
        Mentions told;
        while (next != all.end() && next->issue < watched.issue)
            ++next;
        for (; next != all.end() && next->issue == watched.issue; ++next)
            told.add(next->voices);
        Watching& watching = watched.watching;
        advance(watching, piece(watched, part, told, watching.taken), watched.tilts, threshold);
        watching.taken = told;
        m_trending += watching.trending ? 1 : 0;
    }
    m_open_until = part.to;
}

/// What the baselines take the floor to have had.
double Trends::learnable(const Stretch& whole) const
{
    if (silent()) return whole.floor_mentions;
    const Usual usual = m_floor.usual(whole.place);
    const double high = upperBound(usual, m_options.bound_errors) * whole.hours;
    return std::min(whole.floor_mentions, learnedAtMost(high, m_volume_scatter, usual.variance));
}

void Trends::learnVolume(const Stretch& whole, double learned, bool trended)
{
    if (!learning() && (trended || m_volume.trending)) {
        if (!m_volume.trending || whole.to - m_volume.noticed < m_options.new_normal_after) return;
        double exposure = 0;
        for (const Exposed& cell : m_floor.parts().hours)
            exposure += cell.hours;
        if (exposure > 2 * kept_hours) m_floor.forget(kept_hours / exposure);
        return m_floor.learn(whole.place, whole.floor_mentions, whole.hours);
    }
    if (!silent())
        m_volume_seen.add(whole.from, whole.floor_mentions, m_floor.usual(whole.place).mean * whole.hours,
                          m_volume_scatter.batch);
    m_floor.learn(whole.place, learned, whole.hours);
}

void Trends::learnIssue(Watched& watched, const Stretch& whole, double mentions, double floor_mentions, bool trended)
{
    IssueBaseline& baseline = watched.baseline;
    if (!learning() && (trended || watched.watching.trending)) {
        if (!watched.watching.trending || whole.to - watched.watching.noticed < m_options.new_normal_after) return;
        const double exposure = baseline.parts().own.hours;
        if (exposure > 2 * kept_hours) baseline.forget(kept_hours / exposure);
        baseline.learn(whole.place, mentions, floor_mentions, whole.hours);
        return;
    }
    const Usual usual = baseline.usual(whole.place, m_floor, m_common_share, watched.scatter.frailty);
    if (silent()) return baseline.learn(whole.place, mentions, floor_mentions, whole.hours);
    const double floor_rate = m_floor.usual(whole.place).mean;
    const double hours =
        whole.hours * allowance(whole, watched.watching, mentions, whole.floor_expected * usual.mean / floor_rate);
    watched.seen.add(whole.from, mentions, usual.mean * hours, watched.scatter.batch);
    const double most =
        learnedAtMost(upperBound(usual, m_options.bound_errors) * hours, watched.scatter, usual.variance);
    baseline.learn(whole.place, std::min(mentions, most), floor_mentions, whole.hours);
}

void Trends::learn(const VoiceSlot& slot, bool volume_trended, const std::vector<bool>& trended)
{
    const Stretch whole = stretch(slot, slot.start, slot.start + slot.length);
    const std::vector<Named> all = named({&slot, 1});
    const double learned = learnable(whole);
    auto next = all.begin();
    for (std::size_t i = 0; i < m_issues.size(); ++i) {
        double mentions = 0;
        while (next != all.end() && next->issue < m_issues[i].issue)
            ++next;
        for (; next != all.end() && next->issue == m_issues[i].issue; ++next)
            mentions += count(next->voices);
        learnIssue(m_issues[i], whole, mentions, learned, trended[i]);
    }
    learnVolume(whole, learned, volume_trended);  // last: the issues were judged by the profile as it was
    m_exposure += whole.hours;
    std::erase_if(m_issues, [](const Watched& watched) {
        return !watched.watching.trending && watched.baseline.parts().own.mentions < forgotten;
    });
}

/// Makes room for the issues of a slot: those with most voices stay, whatever the order in which they came.
void Trends::admit(const VoiceSlot& slot)
{
    std::vector<std::pair<std::string_view, double>> speaking;
    for (const Named& one : named({&slot, 1})) {
        if (speaking.empty() || speaking.back().first != one.issue) speaking.emplace_back(one.issue, 0);
        speaking.back().second += count(one.voices);
    }
    std::vector<Watched> heard;
    for (const auto& [issue, mentions] : speaking) {
        if (mentions <= 0 || find(issue) != nullptr) continue;
        heard.push_back(m_unknown);
        heard.back().issue = issue;
    }
    if (heard.empty()) return;
    std::move(heard.begin(), heard.end(), std::back_inserter(m_issues));
    std::sort(m_issues.begin(), m_issues.end(), [](const Watched& a, const Watched& b) { return a.issue < b.issue; });
    if (m_issues.size() <= limits::issues) return;

    std::vector<std::pair<double, std::size_t>> worth;  // less than others first; ties by id
    auto next = speaking.begin();
    for (std::size_t i = 0; i < m_issues.size(); ++i) {
        const Watched& watched = m_issues[i];
        while (next != speaking.end() && next->first < watched.issue)
            ++next;
        const double now = next != speaking.end() && next->first == watched.issue ? next->second : 0;
        const bool stays = watched.watching.trending;
        worth.emplace_back(stays ? 1e300 : watched.baseline.parts().own.mentions + now, i);
    }
    std::sort(worth.begin(), worth.end());
    std::vector<bool> leaves(m_issues.size(), false);
    for (std::size_t i = 0; i < m_issues.size() - limits::issues; ++i)
        leaves[worth[i].second] = true;
    std::size_t i = 0;
    std::erase_if(m_issues, [&](const Watched&) { return leaves[i++]; });
}

/// What follows from what was learned.
void Trends::derive()
{
    m_volume_scatter = m_volume_seen.scatter(usual_scatter, common_batch_prior, common_batch_prior);
    m_volume_tilts = Tilts{m_volume_scatter};
    m_floor.derive(m_volume_scatter.frailty);

    ScatterSeen::Parts sum;
    double shares = 0;
    double known = 0;
    for (const Watched& watched : m_issues) {
        watched.seen.addTo(sum);
        const IssueBaseline::Parts& parts = watched.baseline.parts();
        if (parts.floor <= 0) continue;  // nothing is known of it yet
        shares += parts.own.mentions / parts.floor;
        ++known;
    }
    const Scatter common = ScatterSeen{sum}.scatter(usual_scatter, common_frailty_prior, common_batch_prior);
    m_common_share = std::clamp((shares + IssueBaseline::unknown_share) / (known + 1), 1e-6, 1.0);

    m_unknown = {};
    m_unknown.scatter = ScatterSeen{}.scatter(common, own_frailty_prior, own_batch_prior);
    m_unknown.tilts = Tilts{m_unknown.scatter};
    m_trending = 0;
    for (Watched& watched : m_issues) {
        watched.scatter = watched.seen.scatter(common, own_frailty_prior, own_batch_prior);
        watched.tilts = Tilts{watched.scatter};
        m_trending += watched.watching.trending ? 1 : 0;
        const auto sums = watched.watching.evidence.sums(watched.tilts);
        for (std::size_t j = 0; j < tilts; ++j)
            watched.watching.logs[j] = std::log1p(sums[j]);
        watched.watching.longest = 0;
        for (const Path& path : watched.watching.paths)
            watched.watching.longest = std::max(watched.watching.longest, path.voices.mentions);
    }
}

}  // namespace carewall::core
