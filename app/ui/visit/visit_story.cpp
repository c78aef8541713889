#include "ui/visit/visit_story.h"

#include "core/figures/judgement.h"
#include "core/figures/week.h"
#include "ui/floor/floor_story.h"
#include "ui/moments/moment_story.h"
#include "ui/moments/moment_words.h"
#include "ui/visit/visit_words.h"
#include "ui/voice/voice_story.h"
#include "ui/words/fade.h"
#include "ui/words/visitors.h"

#include <algorithm>
#include <array>
#include <functional>

namespace carewall::ui {

const std::array<Role<YardstickRow>, 10>& YardstickRow::roles()
{
    using R = YardstickRow;
    static const std::array<Role<R>, 10> all{
        role<&R::key, R>("yardstick"), role<&R::label, R>("label"),   role<&R::figure, R>("figure"),
        role<&R::tone, R>("tone"),     role<&R::target, R>("target"), role<&R::rests, R>("rests"),
        role<&R::week, R>("week"),     role<&R::mark, R>("mark"),     role<&R::greyed, R>("greyed"),
        role<&R::fade, R>("fade"),
    };
    return all;
}

namespace {

constexpr std::size_t yardsticks = 4;

using Days = std::array<std::optional<double>, core::week_days>;
using Say = std::function<QString(double)>;

/// Puts the days and the target between 0 and 1; what lies closer together than `least` is drawn as close as it is.
void draw(YardstickRow& row, const Days& days, const std::optional<double>& mark, double least)
{
    double low = mark.value_or(0);
    double high = low;
    bool any = mark.has_value();
    for (const std::optional<double>& day : days) {
        if (!day) continue;
        low = any ? std::min(low, *day) : *day;
        high = any ? std::max(high, *day) : *day;
        any = true;
    }
    const double span = std::max({high - low, least, 1e-9});
    const auto place = [&](double value) { return 0.5 + (value - (low + high) / 2) / span; };
    for (const std::optional<double>& day : days)
        row.week << (day ? place(*day) : -1);
    if (mark) row.mark = place(*mark);
}

class Visit {
public:
    Visit(const Words& words, const core::FloorFigures& floor, const core::State& state, core::Instant at)
        : m_words{words}, m_floor{floor}, m_state{state}, m_at{at}, m_week{core::week(state, floor)}, m_age{floorAge(
                                                                                                          words, floor)}
    {
    }

    VisitStory story() const
    {
        VisitStory story;
        VisitFacts& facts = story.facts;
        facts.sentence = m_words.sentence(m_floor);
        facts.fade = m_age.fade;
        for (const core::WeekDay& day : m_week.days)
            facts.days << m_words.dayLetter(day.start);
        tellTrend(facts);
        tellMoment(facts);
        story.rows = rows();
        return story;
    }

private:
    VisitWords m_words;
    const core::FloorFigures& m_floor;
    const core::State& m_state;
    core::Instant m_at;
    core::Week m_week;
    FloorAge m_age;

    const Words& words() const { return m_words.words(); }
    const core::WeekDay& today() const { return m_week.days.back(); }

    std::vector<YardstickRow> rows() const
    {
        std::vector<YardstickRow> rows;
        const bool queues = !m_floor.queues.empty();  // else nothing is missing of them
        if (queues) rows = {serviceLevel(), tail()};
        const auto metrics = core::metricFigures(m_state, m_at, m_week);
        const auto add = [&](YardstickRow row) {
            if (rows.size() < yardsticks) rows.push_back(std::move(row));
        };
        const auto any = [&](auto known) { return std::ranges::any_of(m_week.days, known); };
        if (any([](const core::WeekDay& day) { return day.resolved > 0; })) add(inOneGo());
        for (const core::MetricFigures& each : metrics)
            if (each.told->target) add(metric(each));
        if (any([](const core::WeekDay& day) { return day.voices.mentions > 0; })) add(mood());
        for (const core::MetricFigures& each : metrics)
            if (!each.told->target) add(metric(each));
        if (!queues) return rows;
        // Nothing else is known: what is missing is shown as missing.
        if (rows.size() < yardsticks && rows.back().key != QLatin1String{"single"}) add(inOneGo());
        if (rows.size() < yardsticks && rows.back().key != QLatin1String{"mood"}) add(mood());
        return rows;
    }

    YardstickRow begun(const char* key, const QString& label, const std::optional<double>& value, const Say& say) const
    {
        YardstickRow row;
        row.key = QString::fromLatin1(key);
        row.label = label;
        row.figure = value ? say(*value) : words().duration(std::optional<double>{});
        return row;
    }

    YardstickRow serviceLevel() const
    {
        const Say say = [this](double ratio) { return words().percent(ratio); };
        const core::ServiceLevel& level = today().service_level;
        YardstickRow row = begun("in_time", m_words.answeredInTime(), level.ratio(), say);
        Days days;
        std::ranges::transform(m_week.days, days.begin(), [](const auto& day) { return day.service_level.ratio(); });
        const bool set = m_floor.target_ratio > 0;
        row.target = set ? m_words.target(say(m_floor.target_ratio)) : usual(days, say);
        const bool silent = m_floor.service_tone == core::Tone::Silent;  // what is old calls nobody
        row.tone = static_cast<int>(silent ? core::Tone::Calm : m_floor.service_tone);
        row.rests = m_age.caveat.isEmpty() ? words().samples(level.counted) : m_age.caveat;
        row.fade = m_age.fade;
        draw(row, days, set ? std::optional{m_floor.target_ratio} : std::nullopt, 0.1);
        return row;
    }

    YardstickRow tail() const
    {
        const Say say = [this](double seconds) { return words().duration(std::optional{seconds}); };
        constexpr double most = 0.9;
        const core::Sketch& response = today().response;
        YardstickRow row = begun("tail", m_words.nineOfTenWithin(), response.quantile(most), say);
        row.greyed = !response.empty() && response.count() < core::samplesForBound(most);
        const core::Promise& promise = m_week.promise;
        Days days;
        std::ranges::transform(m_week.days, days.begin(), [](const core::WeekDay& day) -> std::optional<double> {
            if (day.response.count() < core::samplesForBound(most)) return std::nullopt;
            return day.response.quantile(most);
        });
        row.target = promise.within.count() > 0 ? m_words.promised(promise) : usual(days, say);
        const QString half = response.empty() ? QString{} : m_words.half(response.quantile(0.5));
        // What it covers comes first: it must not be what is cut.
        const QString scope = m_words.covered(promise);
        if (scope.isEmpty()) {
            row.rests = half;
        } else {
            QStringList sayings = scope.split(QChar{0x9C});
            if (!half.isEmpty()) sayings.prepend(sayings.first() + QStringLiteral(" \u00B7 ") + half);
            for (QString& saying : sayings)
                saying = words().directed(saying);
            row.rests = sayings.join(QChar{0x9C});
        }
        row.fade = m_age.fade;
        // Nine of ten are to wait longer than what is promised to eight of ten: no line to be judged by.
        draw(row, days, std::nullopt, 0.3 * days.back().value_or(1));
        return row;
    }

    YardstickRow inOneGo() const
    {
        const Say say = [this](double ratio) { return words().percent(ratio); };
        const auto share = [](const core::WeekDay& day) -> std::optional<double> {
            if (day.resolved == 0) return std::nullopt;
            return static_cast<double>(day.fcr) / static_cast<double>(day.resolved);
        };
        YardstickRow row = begun("single", m_words.solvedInOneGo(), share(today()), say);
        Days days;
        std::ranges::transform(m_week.days, days.begin(), share);
        row.target = usual(days, say);
        row.rests = words().samples(today().resolved);
        row.fade = m_age.fade;
        draw(row, days, std::nullopt, 0.1);
        return row;
    }

    YardstickRow mood() const
    {
        const Say say = [this](double net) { return words().sentiment(net); };
        const core::VoiceFigures& voice = m_floor.voice;
        YardstickRow row = begun("mood", m_words.mood(), today().voices.netSentiment(), say);
        Days days;
        std::ranges::transform(m_week.days, days.begin(), [](const auto& day) { return day.voices.netSentiment(); });
        row.target = usual(days, say);
        const bool live = voice.freshness == core::Freshness::Live || today().voices.mentions == 0;
        row.rests = live ? words().samples(today().voices.mentions) : words().freshness(voice.freshness, voice.age);
        row.fade = live ? 0 : fade(voice.freshness, voice.age);
        draw(row, days, std::nullopt, 0.2);
        return row;
    }

    YardstickRow metric(const core::MetricFigures& figures) const
    {
        const core::Metric& told = *figures.told;
        const Say say = [&](double value) { return m_words.metric(value, told.unit); };
        // "4.3 / 5": as large as the figure, the whole that it is of would be taken for one.
        const bool of_whole = std::ranges::any_of(
            told.unit, [](char c) { return c >= '0' && c <= '9'; });
        const Say shown = [&](double value) { return m_words.metric(value, of_whole ? std::string{} : told.unit); };
        YardstickRow row =
            begun("", QString::fromStdString(told.label.empty() ? figures.metric : told.label), told.value, shown);
        row.key = QStringLiteral("metric ") + QString::fromStdString(figures.metric);
        row.tone = static_cast<int>(figures.tone);
        row.target = told.target ? m_words.target(say(*told.target)) : usual(figures.days, say);
        row.rests = words().freshness(figures.freshness, figures.age);
        row.fade = fade(figures.freshness, figures.age);
        draw(row, figures.days, told.target, 0.05 * std::abs(told.value));
        return row;
    }

    /// The mean of the days before, where there is one.
    QString usual(const Days& days, const Say& say) const
    {
        double sum = 0;
        int known = 0;
        for (std::size_t i = 0; i + 1 < days.size(); ++i) {
            if (!days[i]) continue;
            sum += *days[i];
            ++known;
        }
        return known > 0 ? m_words.usual(say(sum / known)) : m_words.noTarget();
    }

    void tellTrend(VisitFacts& facts) const
    {
        const TrendFacts top = visitorsTrend(words(), m_floor, m_state, m_at);
        facts.trend_heading = m_words.whatIsUnusual();
        facts.trend = top.label;
        const core::Freshness freshness = m_floor.voice.freshness;
        facts.trend_tone = static_cast<int>(core::calmWhenOld(static_cast<core::Tone>(top.tone), freshness));
        facts.trend_stage = top.stage;
        const QString dot = QStringLiteral(" \u00B7 ");
        const QString figures = top.figure_word.isEmpty() ? top.rests : top.figure + QChar{0xA0} + top.figure_word;
        // Since when may be said in full and in brief; the figures stand before both.
        QStringList sayings = top.since.split(QChar{0x9C});
        for (QString& saying : sayings)
            saying =
                words().directed(figures.isEmpty() || saying.isEmpty() ? figures + saying : figures + dot + saying);
        facts.trend_rests = figures.isEmpty() && top.since.isEmpty() ? QString{} : sayings.join(QChar{0x9C});
        facts.trend_fade = top.fade;
    }

    void tellMoment(VisitFacts& facts) const
    {
        const std::vector<const core::Moment*> moments = standingMoments(m_state, m_floor.time);
        if (moments.empty()) return;
        const MomentWords say{words()};
        facts.moment_heading = m_words.bestMoment();
        const auto best = std::find_if(moments.rbegin(), moments.rend(), [](const core::Moment* moment) {
            return moment->names_nobody && !namesThanked(*moment);
        });
        if (best == moments.rend()) {
            facts.moment = words().count(moments.size()) + QChar{0xA0} + say.today(moments.size());
            return;
        }
        facts.moment = QString::fromStdString((*best)->text);
        const auto known = [&](const std::string& name) { return isOfFloor(name, m_floor) ? name : std::string{}; };
        facts.moment_from = say.from(known((*best)->team), known((*best)->channel));
    }
};

}  // namespace

VisitStory visitStory(const Words& words, const core::FloorFigures& floor, const core::State& state, core::Instant at)
{
    return Visit{words, floor, state, at}.story();
}

}  // namespace carewall::ui
