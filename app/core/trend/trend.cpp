#include "core/trend/trend.h"

#include "core/limits.h"
#include "core/saturate.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace carewall::core {
namespace {

constexpr double beginnings_a_week = 168.0 * (std::chrono::hours{1} / Evidence::spacing);
constexpr std::size_t fewest_watched = 10;
constexpr double least_burst = 1.5;    ///< times
constexpr double allowance_worth = 8;  ///< mentions: what being as loud as usual is worth
constexpr double most_allowed = 50;    ///< times: of a floor that is louder than usual
constexpr std::size_t most_open = 4;   ///< slots; further ones should have been closed

Mentions minus(const Mentions& a, const Mentions& b)
{
    return {saturatingSubtract(a.mentions, b.mentions), saturatingSubtract(a.positive, b.positive),
            saturatingSubtract(a.negative, b.negative), saturatingSubtract(a.reach, b.reach)};
}

/// Surprise x negative share x reach. Smoothed, so that what nobody felt about or saw is not nothing.
double weight(const Trend& trend)
{
    const double negative =
        (static_cast<double>(trend.during.negative) + 1) / (static_cast<double>(trend.during.mentions) + 2);
    return trend.surprise * negative * (1 + static_cast<double>(trend.during.reach));
}

/// How far counts of u scatter: the standard deviation, with the estimate's own.
double spread(double u, Scatter scatter, double variance)
{
    return std::sqrt(scatter.batch * u + (scatter.frailty + variance) * u * u);
}

WallTime endOf(const VoiceSlot& slot)
{
    return slot.start + slot.length;
}

}  // namespace

double Trends::bar() const
{
    const auto watched = static_cast<double>(std::max(fewest_watched, m_issues.size() + 1));
    return watched * beginnings_a_week / m_options.false_trends_a_week;
}

/// The volume has no floor to compare it with: it waits for a week to be seen.
double Trends::volumeBar() const
{
    return m_exposure < inHours(m_options.volume_silent_for) ? std::numeric_limits<double>::infinity() : bar();
}

/// How much louder than usual the rest of the floor is, never below 1: the posterior mean of a Gamma about 1, or while
/// the volume trends about what the floor without the issue's own trend came to.
double Trends::allowance(const Stretch& stretch, const Watching& own, double mentions, double expected) const
{
    double level = 1;
    if (m_volume.trending) {
        const double all = count(m_volume.shown.voices) - (own.trending ? count(own.shown.voices) : 0);
        const double usual = m_volume.shown.expected - (own.trending ? own.shown.expected : 0);
        level = std::max(1.0, (allowance_worth + all) / (allowance_worth + std::max(0.0, usual)));
    }
    const double rest = std::max(0.0, stretch.floor_mentions - mentions);
    const double usual = std::max(0.0, stretch.floor_expected - expected);
    return std::clamp((allowance_worth * level + rest) / (allowance_worth + usual), 1.0, most_allowed);
}

Trends::Stretch Trends::stretch(const VoiceSlot& slot, WallTime from, WallTime to) const
{
    Stretch made;
    made.from = from;
    made.to = to;
    made.hours = inHours(to - from);
    made.place = weekPlace(slot.start + slot.length / 2);
    made.floor_mentions = count(slot.total);
    for (const IssueMentions& issue : slot.issues)  // a feed that tells no total
        made.floor_mentions = std::max(made.floor_mentions, count(issue.voices));
    made.floor_expected = m_floor.usual(made.place).mean * inHours(to - slot.start);
    return made;
}

Trends::Piece Trends::piece(const Watched& watched, const Stretch& s, const Mentions& voices,
                            const Mentions& taken) const
{
    const Usual usual = watched.baseline.usual(s.place, m_floor, m_common_share, watched.scatter.frailty);
    const double part = s.floor_expected > 0 ? usual.mean / m_floor.usual(s.place).mean : 0;
    const double hours = s.hours * allowance(s, watched.watching, count(voices), s.floor_expected * part);
    return {s.from,
            s.to,
            minus(voices, taken),
            usual.mean * hours,
            upperBound(usual, m_options.bound_errors) * hours,
            watched.scatter.batch};
}

Trends::Piece Trends::volumePiece(const Stretch& s, const Mentions& voices, const Mentions& taken) const
{
    const Usual usual = m_floor.usual(s.place);
    return {s.from,
            s.to,
            minus(voices, taken),
            usual.mean * s.hours,
            upperBound(usual, m_options.bound_errors) * s.hours,
            m_volume_scatter.batch};
}

void Trends::begin(Watching& watching, const std::array<double, tilts>& sums, WallTime at) const
{
    const auto strongest = static_cast<std::size_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
    const Path& path = watching.paths[strongest];
    if (!path.begun || path.voices.mentions < m_options.least_mentions) return;
    watching.trending = true;
    watching.shown = path;
    watching.noticed = at;
    watching.calm = 0;
}

/// The whole of the detector: one more piece of time.
void Trends::advance(Watching& watching, const Piece& piece, const Tilts& with, double threshold) const
{
    const double x = count(piece.more);
    watching.evidence.add(piece.from, x, piece.high, with);
    const auto sums = watching.evidence.sums(with);
    for (std::size_t j = 0; j < tilts; ++j)
        watching.logs[j] = std::log1p(sums[j]);
    const auto extend = [&](Path& path) {
        if (!path.begun) path = {true, piece.from, 0, 0, {}};
        path.expected += piece.mean;
        path.voices.add(piece.more);
    };
    if (!watching.trending) {
        watching.longest = 0;
        for (std::size_t j = 0; j < tilts; ++j) {
            Path& path = watching.paths[j];
            extend(path);
            path.score += with.logRatio(j, x, piece.high);
            if (path.score <= 0) path = {};
            watching.longest = std::max(watching.longest, path.voices.mentions);
        }
        if (meanOf(sums) >= threshold) begin(watching, sums, piece.to);
        return;
    }
    extend(watching.shown);
    if (watching.calm <= 0) {  // a burst that fades is measured before it does
        const double own = count(watching.shown.voices) / std::max(watching.shown.expected, 1e-9);
        watching.against = std::clamp(own / 2, least_burst, m_options.end_times);
    }
    const double for_usual = ((watching.against - 1) * piece.mean - x * std::log(watching.against)) / piece.batch;
    watching.calm = std::max(0.0, watching.calm + for_usual);
    if (watching.calm < m_options.end_evidence || piece.to - watching.noticed < m_options.shown_for) return;
    const Mentions taken = watching.taken;
    watching = {};
    watching.taken = taken;
}

/// True when that many more mentions, of which `high` were to be expected at most, cannot make the issue trend. At a
/// fraction of the cost of finding out; high = 0 costs least.
bool Trends::cannotBegin(const Watched& watched, std::uint64_t more, double high, double log_bar) const
{
    const Watching& w = watched.watching;
    if (w.longest + more < m_options.least_mentions) return true;
    for (std::size_t j = 0; j < tilts; ++j)
        if (w.logs[j] + watched.tilts.logRatioAtMost(j, static_cast<double>(more), high) >= log_bar) return false;
    return true;
}

Trend Trends::trend(std::string_view issue, const Watching& watching, const Tilts& with, WallTime now) const
{
    Trend made;
    made.issue = issue;
    made.since = watching.shown.onset;
    made.noticed = watching.noticed;
    made.over = std::max(Milliseconds{0}, now - made.since);
    made.during = watching.shown.voices;
    made.expected = watching.shown.expected;
    made.times_usual = count(made.during) / std::max(made.expected, 1e-9);
    made.surprise = std::log(std::max(1.0, meanOf(watching.evidence.sums(with))));
    made.usual = usual(issue, now - hour / 2, hour).value_or(Expected{});
    const Watched* watched = issue.empty() ? nullptr : find(issue);
    const double exposure = issue.empty() ? m_exposure : watched ? watched->baseline.parts().exposure : 0;
    made.learning = exposure < inHours(m_options.learned_after);
    return made;
}

std::vector<Trends::Named> Trends::named(std::span<const VoiceSlot> slots)
{
    std::vector<Named> all;
    for (std::size_t i = 0; i < slots.size(); ++i)
        for (const IssueMentions& issue : slots[i].issues)
            if (!issue.issue.empty() && issue.issue.size() <= limits::id_bytes)
                all.push_back({issue.issue, i, issue.voices});
    const auto before = [](const Named& a, const Named& b) {
        const int order = a.issue.compare(b.issue);
        return order != 0 ? order < 0 : a.slot < b.slot;
    };
    if (!std::is_sorted(all.begin(), all.end(), before)) std::sort(all.begin(), all.end(), before);
    return all;
}

/// The first that is not before `issue`, from a place that is not behind it: they are looked up in rising order.
Trends::Place Trends::seek(Place from, std::string_view issue) const
{
    std::ptrdiff_t step = 1;
    while (m_issues.end() - from > step && from[step].issue < issue) {
        from += step;
        step *= 2;
    }
    const auto end = m_issues.end() - from > step ? from + step : m_issues.end();
    return std::lower_bound(from, end, issue, [](const Watched& w, std::string_view id) { return w.issue < id; });
}

const Trends::Watched* Trends::find(std::string_view issue) const
{
    const auto found = seek(m_issues.begin(), issue);
    return found != m_issues.end() && found->issue == issue ? &*found : nullptr;
}

std::optional<Expected> Trends::usual(std::string_view issue, WallTime start, Milliseconds length) const
{
    if (m_exposure <= 0) return std::nullopt;
    const WeekPlace place = weekPlace(start + length / 2);
    const Watched* watched = find(issue);
    const Scatter scatter = issue.empty() ? m_volume_scatter : watched ? watched->scatter : m_unknown.scatter;
    const Usual usual =
        issue.empty()
            ? m_floor.usual(place)
            : (watched ? watched->baseline : IssueBaseline{}).usual(place, m_floor, m_common_share, scatter.frailty);
    const double mean = usual.mean * inHours(length);
    const double reach = 1.96 * spread(mean, scatter, usual.variance);
    return Expected{mean, std::max(0.0, mean - reach), mean + reach};
}

/// The open slots as far as they have come, without what was taken of them. Those that are no slot have no hours, and
/// nothing of them counts.
std::vector<Trends::Stretch> Trends::stretches(std::span<const VoiceSlot> open, WallTime now) const
{
    std::vector<Stretch> made;
    for (const VoiceSlot& slot : open) {
        const bool counts = isSlot(slot) && slot.start >= m_closed_until && now > slot.start;
        const WallTime from = slot.start == m_open ? std::max(m_open_until, slot.start) : slot.start;
        made.push_back(counts ? stretch(slot, from, std::clamp(now, from, std::max(from, endOf(slot)))) : Stretch{});
    }
    return made;
}

/// What is judged at one moment, looked up once for all issues.
struct Trends::Open {
    std::span<const VoiceSlot> slots;
    std::vector<Stretch> parts;
    WallTime now{};
    double threshold = 0;
    double log_bar = 0;
};

/// True when the issue began or ended to trend in an open slot. `voices` are its own, rising slot.
bool Trends::judgeIssue(const Watched& watched, std::span<const Named> voices, const Open& open,
                        TrendsNow& result) const
{
    const bool trending = watched.watching.trending;
    Mentions sum;
    for (const Named& one : voices)
        sum.mentions += one.voices.mentions;
    if (!trending && cannotBegin(watched, sum.mentions, 0, open.log_bar)) return false;

    std::array<Piece, most_open> pieces;
    std::size_t used = 0;
    double high = 0;
    for (std::size_t i = 0; i < open.parts.size(); ++i) {
        if (open.parts[i].to == WallTime{}) continue;
        Mentions told;
        for (const Named& one : voices)
            if (one.slot == i) told.add(one.voices);
        const bool taken = open.slots[i].start == m_open;
        pieces[used] = piece(watched, open.parts[i], told, taken ? watched.watching.taken : Mentions{});
        high += pieces[used++].high;
    }
    if (!trending && cannotBegin(watched, sum.mentions, high, open.log_bar)) return false;
    Watching watching = watched.watching;
    for (std::size_t i = 0; i < used; ++i)
        advance(watching, pieces[i], watched.tilts, open.threshold);
    if (watching.trending) result.issues.push_back(trend(watched.issue, watching, watched.tilts, open.now));
    return watching.trending != trending;
}

/// Fills in what trends. True when something began or ended in the open slots that is not noted yet.
bool Trends::judge(std::span<const VoiceSlot> slots, WallTime now, TrendsNow& result) const
{
    result.since = m_since;
    result.learning = learning();
    if (silent()) return false;
    if (slots.size() > most_open) slots = slots.last(most_open);
    const Open open{slots, stretches(slots, now), now, bar(), std::log(bar())};

    Watching volume = m_volume;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (open.parts[i].to == WallTime{}) continue;
        const Mentions taken = slots[i].start == m_open ? m_volume.taken : Mentions{};
        advance(volume, volumePiece(open.parts[i], slots[i].total, taken), m_volume_tilts, volumeBar());
    }
    if (volume.trending) result.volume = trend({}, volume, m_volume_tilts, now);
    bool news = volume.trending != m_volume.trending;

    const std::vector<Named> all = named(slots);
    const std::span<const Named> rest{all};
    auto from = m_issues.begin();
    for (std::size_t i = 0, next = 0; i < all.size(); i = next) {
        while (next < all.size() && all[next].issue == all[i].issue)
            ++next;
        from = seek(from, all[i].issue);
        if (from == m_issues.end() || from->issue != all[i].issue) {
            Watched unknown = m_unknown;
            unknown.issue = all[i].issue;
            news = judgeIssue(unknown, rest.subspan(i, next - i), open, result) || news;
        } else if (!from->watching.trending) {  // those that do follow, also where nobody mentions them
            news = judgeIssue(*from, rest.subspan(i, next - i), open, result) || news;
        }
    }
    for (std::size_t i = 0; m_trending > 0 && i < m_issues.size(); ++i) {
        if (!m_issues[i].watching.trending) continue;
        const auto own = std::ranges::lower_bound(all, m_issues[i].issue, {}, &Named::issue);
        const auto end = std::ranges::upper_bound(all, m_issues[i].issue, {}, &Named::issue);
        news = judgeIssue(m_issues[i], {own, end}, open, result) || news;
    }
    std::sort(result.issues.begin(), result.issues.end(), [](const Trend& a, const Trend& b) {
        const double more = weight(a) - weight(b);
        return more != 0 ? more > 0 : a.issue < b.issue;
    });
    return news;
}

TrendsNow Trends::at(std::span<const VoiceSlot> open, WallTime now) const
{
    TrendsNow result;
    judge(open, now, result);
    return result;
}

TrendsNow Trends::watch(std::span<const VoiceSlot> open, WallTime now)
{
    TrendsNow result;
    const bool news = judge(open, now, result);
    const auto first = std::find_if(
        open.begin(), open.end(), [&](const VoiceSlot& slot) { return isSlot(slot) && slot.start >= m_closed_until; });
    if (first == open.end() || silent()) return result;
    const WallTime until = std::min(now, endOf(*first));
    const WallTime from = m_open == first->start ? m_open_until : first->start;
    if (until > from && (news || until - from >= Evidence::spacing)) {
        admit(*first);
        step(*first, until);
    }
    return result;
}

}  // namespace carewall::core
