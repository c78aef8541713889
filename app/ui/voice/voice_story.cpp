#include "ui/voice/voice_story.h"

#include "core/figures/judgement.h"
#include "core/figures/voice_day.h"
#include "ui/voice/voice_words.h"
#include "ui/words/fade.h"
#include "ui/words/visitors.h"

#include <algorithm>
#include <cmath>

namespace carewall::ui {

const std::array<Role<SpokenRow>, 8>& SpokenRow::roles()
{
    using R = SpokenRow;
    static const std::array<Role<R>, 8> all{
        role<&R::key, R>("issue"),     role<&R::label, R>("label"),         role<&R::tone, R>("tone"),
        role<&R::figure, R>("figure"), role<&R::sentiment, R>("sentiment"), role<&R::mood, R>("mood"),
        role<&R::detail, R>("detail"), role<&R::fade, R>("fade"),
    };
    return all;
}

namespace {

constexpr std::size_t most_spoken = 10;
constexpr core::Milliseconds hour = std::chrono::hours{1};
const QString separator{QStringLiteral(" \u00B7 ")};

double hours(core::Milliseconds time)
{
    return static_cast<double>(time.count()) / static_cast<double>(hour.count());
}

QString joined(const Words& words, QStringList parts)
{
    parts.removeAll(QString{});
    return words.directed(parts.join(separator));
}

/// Something unusual, whoever found it.
struct Unusual {
    const core::TrendFigures* trend = nullptr;   ///< null: the feed found it, in customers' words
    const core::IssueFigures* issue = nullptr;   ///< null: the whole floor
    std::vector<const core::IssueFigures*> own;  ///< of what customers say of it, in their words
    core::WallTime since{};
    core::Milliseconds over{0};
    core::Mentions voices;
    std::optional<double> times;
};

Unusual ofTrend(const core::TrendFigures& trend, const core::VoiceFigures& voice)
{
    Unusual made;
    made.trend = &trend;
    const auto issue = std::ranges::find(voice.issues, trend.trend.issue, &core::IssueFigures::issue);
    if (issue != voice.issues.end()) made.issue = &*issue;
    made.since = trend.trend.since;
    made.over = trend.trend.over;
    made.voices = trend.trend.during;
    made.times = trend.trend.times_usual;
    return made;
}

Unusual ofEmerging(const core::IssueFigures& issue, const core::FloorFigures& floor)
{
    Unusual made;
    made.issue = &issue;
    made.since = issue.emerging->since.value_or(floor.time - floor.voice.window);
    made.over = std::clamp(floor.time - made.since, core::Milliseconds{0}, floor.voice.window);
    made.voices = issue.window;
    const double usual = issue.emerging->usual_per_hour * hours(made.over);
    if (usual > 0) made.times = static_cast<double>(issue.window.mentions) / usual;
    return made;
}

bool goesOn(const core::IssueFigures& issue, core::WallTime now)
{
    return issue.emerging && (!issue.emerging->until || *issue.emerging->until > now);
}

std::vector<Unusual> unusual(const core::FloorFigures& floor)
{
    const core::VoiceFigures& voice = floor.voice;
    std::vector<Unusual> all;
    for (const core::TrendFigures& trend : voice.trends)
        all.push_back(ofTrend(trend, voice));
    if (voice.volume) all.insert(all.begin() + (all.empty() ? 0 : 1), ofTrend(*voice.volume, voice));
    for (const core::IssueFigures& issue : voice.issues) {
        if (!goesOn(issue, floor.time)) continue;
        const auto is = [&](const std::string& id) {
            return [&id](const Unusual& each) { return each.trend && each.trend->trend.issue == id; };
        };
        if (std::ranges::any_of(all, is(issue.issue))) continue;
        const std::string& named = issue.emerging->part_of;
        const auto explains = named.empty() ? all.end() : std::ranges::find_if(all, is(named));
        if (explains == all.end())
            all.push_back(ofEmerging(issue, floor));
        else
            explains->own.push_back(&issue);
    }
    return all;
}

class Telling {
public:
    Telling(const Words& words, const core::FloorFigures& floor, const core::State& state, core::Instant at)
        : m_words{words}, m_floor{floor}, m_voice{floor.voice}, m_state{state}, m_at{at}, m_fade{fade(m_voice.freshness,
                                                                                                      m_voice.age)}
    {
    }

    TrendFacts forVisitors() const
    {
        const std::vector<Unusual> found = unusual(m_floor);
        if (found.empty()) return calmly();
        const Unusual& first = found.front();
        TrendFacts told = figures(first);
        told.words.clear();
        told.since = knownSince(first, m_words.since(first.since, m_floor.time));
        const auto note = m_state.notes.find(first.issue ? first.issue->issue : first.trend->trend.issue);
        const bool vouched = note != m_state.notes.end() && note->second.report.names_nobody;
        told.stage = stage(
            first, [&](const std::string& whom) { return vouched || isOfFloor(whom, m_floor) ? whom : std::string{}; });
        if (first.issue) {
            told.label = named(*first.issue) ? QString::fromStdString(first.issue->label) : m_words.somethingNew();
        } else if (!first.trend->trend.issue.empty()) {
            // Nobody has spoken of it for hours: only its id is known, which may be made of customers' words.
            told.label = m_words.somethingUnusual();
            told.stage.clear();
        }
        return told;
    }

    VoiceStory story() const
    {
        VoiceStory story;
        const std::vector<Unusual> found = unusual(m_floor);
        story.top = found.empty() ? calm() : top(found.front());
        for (std::size_t i = 1; i < found.size(); ++i)
            story.rows.push_back(row(found[i]));
        story.top.rows_trend = !story.rows.empty();
        story.top.rows_heading = story.top.rows_trend ? m_words.alsoUnusual() : m_words.mostSpoken(m_voice.window);
        if (story.rows.empty()) addMostSpoken(story, found.empty() ? nullptr : found.front().issue);
        if (story.rows.empty()) story.top.rows_heading.clear();
        story.speech = speech();
        return story;
    }

private:
    VoiceWords m_words;
    const core::FloorFigures& m_floor;
    const core::VoiceFigures& m_voice;
    const core::State& m_state;
    core::Instant m_at;
    double m_fade;

    const Words& words() const { return m_words.words(); }

    QString label(const Unusual& what) const
    {
        if (!what.trend) return m_words.quoted(what.issue->label);
        return what.trend->label.empty() ? m_words.everything() : QString::fromStdString(what.trend->label);
    }

    /// Whether somebody called it so: the lexicon, or a note.
    bool named(const core::IssueFigures& issue) const
    {
        if (!issue.emerging) return true;
        const auto note = m_state.notes.find(issue.issue);
        return note != m_state.notes.end() && !note->second.report.label.empty();
    }

    QString stage(const Unusual& what) const
    {
        return stage(
            what, [](const std::string& whom) { return whom; });
    }

    template <typename Naming>
    QString stage(const Unusual& what, const Naming& naming) const
    {
        if (what.trend && what.trend->label.empty()) return {};  // nobody hands on the whole floor
        return what.trend ? m_words.stage(what.trend->hand_off, naming(what.trend->handed_to))
                          : m_words.stage(what.issue->hand_off, naming(what.issue->handed_to));
    }

    static int tone(const Unusual& what) { return static_cast<int>(what.trend ? what.trend->tone : what.issue->tone); }

    QString since(const Unusual& what) const
    {
        QString since = m_words.since(what.since, m_floor.time);
        if (!what.trend) since = m_words.newWords() + QLatin1Char{' '} + since;
        return since;
    }

    QString figure(const Unusual& what) const
    {
        return what.times ? m_words.times(*what.times) : words().roughCount(what.voices.mentions);
    }

    QString theirWords(const Unusual& what) const
    {
        if (what.trend) return m_words.inTheirWords(what.own);
        const std::string& named = what.issue->emerging->part_of;
        if (named.empty()) return {};
        const auto known = std::ranges::find(m_voice.issues, named, &core::IssueFigures::issue);
        return m_words.about(known == m_voice.issues.end() ? named : known->label);
    }

    template <typename Facts>
    void feel(Facts& facts, const core::Mentions& voices) const
    {
        const std::optional<double> net = voices.netSentiment();
        if (!net) return;
        facts.sentiment = words().sentiment(*net);
        facts.mood = core::judgeMood(*net);
    }

    QString knownSince(const Unusual& what, const QString& since) const
    {
        const bool learning = what.trend && what.trend->trend.learning;
        return learning ? Words::orBrief(since + separator + m_words.stillLearning(), since) : since;
    }

    TrendFacts top(const Unusual& what) const
    {
        TrendFacts top = figures(what);
        if (what.trend && !what.trend->trend.band.empty())
            drawTrend(top, *what.trend);
        else
            drawDay(top, what);
        return top;
    }

    TrendFacts figures(const Unusual& what) const
    {
        TrendFacts top;
        top.tone = tone(what);
        top.label = label(what);
        const QString when = m_words.since(what.since, m_floor.time);
        top.since = what.trend ? knownSince(what, when) : Words::orBrief(since(what), when);
        top.stage = stage(what);
        top.words = theirWords(what);
        top.figure = figure(what);
        if (what.times) top.figure_word = m_words.theUsual();
        top.rests = m_words.voices(what.voices.mentions, what.over);
        feel(top, what.voices);
        top.fade = m_fade;
        return top;
    }

    /// That nothing is unusual, or what it is not yet known from.
    TrendFacts calmly() const
    {
        TrendFacts top;
        const std::optional<core::WallTime> since = m_voice.baseline_since;
        // Within the first day nothing can be unusual yet.
        const bool knows = since && m_floor.time - *since >= core::TrendOptions{}.silent_for;
        top.label =
            m_voice.since || since ? knows ? m_words.nothingUnusual() : m_words.learnsUsual() : m_words.noVoices();
        if (since)
            top.since = knows ? m_words.learned(*since, m_floor.time, m_voice.baseline_learns)
                              : m_words.since(*since, m_floor.time);
        top.fade = m_fade;
        return top;
    }

    TrendFacts calm() const
    {
        TrendFacts top = calmly();
        if (!m_voice.since) return top;
        top.figure = words().roughCount(m_voice.total.mentions);
        top.rests = m_words.voicesIn(m_voice.window);  // their mood stands below
        drawDay(top, {});
        return top;
    }

    /// Slot by slot beside what was usual of each.
    void drawTrend(TrendFacts& top, const core::TrendFigures& figures) const
    {
        const std::vector<core::ExpectedSlot>& band = figures.trend.band;
        for (std::size_t i = 0; i < std::min(band.size(), figures.mentions.size()); ++i) {
            const core::ExpectedSlot& slot = band[i];
            const core::Milliseconds known = std::min(slot.length, m_floor.time - slot.start);
            if (known < slot.length / 3) break;  // it has hardly begun: nothing is to be seen of it
            top.values << static_cast<double>(figures.mentions[i]) / hours(known);
            top.low << slot.usual.low / hours(slot.length);
            top.high << slot.usual.high / hours(slot.length);
        }
        top.from = words().timeOfDay(band.front().start);
        top.to = words().timeOfDay(m_floor.time);
        top.caption = m_words.anHour(&figures.trend.usual);
    }

    /// Half hour by half hour, beside what is usual now where that is known.
    void drawDay(TrendFacts& top, const Unusual& what) const
    {
        std::string issue;
        std::optional<core::Expected> usual;
        if (what.trend) {
            issue = what.trend->trend.issue;
            usual = what.trend->trend.usual;
        } else if (what.issue) {
            issue = what.issue->issue;
            const double mean = what.issue->emerging->usual_per_hour;
            const double scatter = 2 * std::sqrt(mean);  // 19 of 20 quiet hours, by Poisson
            usual = core::Expected{mean, std::max(0.0, mean - scatter), mean + scatter};
        }
        const std::vector<core::SpokenSpan> day = core::spokenDay(m_state, m_at, issue);
        for (const core::SpokenSpan& span : day) {
            const bool newest = &span == &day.back();
            if (newest && span.covered < core::spoken_span / 3) break;
            // In whole minutes, so that a curve of the same voices is not drawn anew each second.
            const auto covered = std::chrono::floor<std::chrono::minutes>(span.covered);
            top.values << (covered.count() > 0 ? span.mentions / hours(covered) : -1);
        }
        if (usual) {
            top.low = QList<qreal>(top.values.size(), usual->low);
            top.high = QList<qreal>(top.values.size(), usual->high);
        }
        top.from = words().timeOfDay(day.front().start);
        top.to = words().timeOfDay(m_floor.time);
        top.caption = m_words.anHour(usual ? &*usual : nullptr);
    }

    SpokenRow row(const Unusual& what) const
    {
        SpokenRow row;
        row.key =
            what.trend ? QString::fromStdString(what.trend->trend.issue) : QString::fromStdString(what.issue->issue);
        row.label = label(what);
        row.tone = tone(what);
        row.figure = figure(what);
        feel(row, what.voices);
        row.detail = joined(words(), {since(what), stage(what), theirWords(what)});
        row.fade = m_fade;
        return row;
    }

    void addMostSpoken(VoiceStory& story, const core::IssueFigures* shown) const
    {
        for (const core::IssueFigures& issue : m_voice.issues) {
            if (&issue == shown || story.rows.size() >= most_spoken) continue;
            SpokenRow row;
            row.key = QString::fromStdString(issue.issue);
            row.label = issue.emerging ? m_words.quoted(issue.label) : QString::fromStdString(issue.label);
            row.figure = words().roughCount(issue.window.mentions);
            feel(row, issue.window);
            row.detail = joined(words(), {m_words.change(issue),
                                          issue.hand_off ? m_words.stage(issue.hand_off, issue.handed_to) : QString{}});
            row.fade = m_fade;
            story.rows.push_back(std::move(row));
        }
    }

    QString share(std::uint64_t part, std::uint64_t whole) const
    {
        return whole == 0 ? words().duration(std::optional<double>{})
                          : words().percent(static_cast<double>(part) / static_cast<double>(whole));
    }

    QString sampled(std::uint64_t n) const { return Words::orBrief(words().samples(n), words().count(n)); }

    SpeechFacts speech() const
    {
        SpeechFacts speech;
        speech.heading = m_words.last(m_voice.window, words().freshness(m_voice.freshness, m_voice.age));
        speech.sentiment = words().duration(std::optional<double>{});
        feel(speech, m_voice.total);
        speech.samples = sampled(m_voice.total.mentions);
        const core::Ladder& on = m_voice.ladder;
        const std::uint64_t climbed = on.anger + on.like + on.love + on.defend;
        for (const std::uint64_t rung : {on.anger, on.like, on.love, on.defend}) {
            speech.ladder << share(rung, climbed);
            speech.shares << (climbed > 0 ? static_cast<double>(rung) / static_cast<double>(climbed) : -1);
        }
        speech.ladder_samples = sampled(climbed);
        speech.listening = share(m_voice.replies, m_voice.replies + m_voice.broadcasts);
        speech.listening_samples = sampled(m_voice.replies + m_voice.broadcasts);
        speech.fade = m_fade;
        return speech;
    }
};

}  // namespace

VoiceStory voiceStory(const Words& words, const core::FloorFigures& floor, const core::State& state, core::Instant at)
{
    return Telling{words, floor, state, at}.story();
}

TrendFacts visitorsTrend(const Words& words, const core::FloorFigures& floor, const core::State& state,
                         core::Instant at)
{
    return Telling{words, floor, state, at}.forVisitors();
}

}  // namespace carewall::ui
