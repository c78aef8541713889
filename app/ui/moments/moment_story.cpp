#include "ui/moments/moment_story.h"

#include "core/calendar.h"
#include "ui/floor/floor_story.h"
#include "ui/moments/moment_words.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace carewall::ui {

namespace {

core::WallTime toldAt(const core::Held<core::Moment>& held)
{
    return held.report.header.time.value_or(held.arrived.wall);
}

}  // namespace

std::vector<const core::Moment*> standingMoments(const core::State& state, core::WallTime now)
{
    std::vector<std::pair<core::WallTime, const core::Moment*>> standing;
    for (const auto& [id, held] : state.moments) {
        const bool over = held.report.until ? *held.report.until <= now : toldAt(held) < core::dayStart(now);
        if (!over && !held.report.text.empty()) standing.emplace_back(toldAt(held), &held.report);
    }
    std::ranges::stable_sort(standing, {}, &std::pair<core::WallTime, const core::Moment*>::first);
    std::vector<const core::Moment*> moments;
    moments.reserve(standing.size());
    for (const auto& [time, moment] : standing)
        moments.push_back(moment);
    return moments;
}

bool namesThanked(const core::Moment& moment)
{
    static const QRegularExpression between{QStringLiteral("[^\\p{L}\\p{M}]+"),
                                            QRegularExpression::UseUnicodePropertiesOption};
    const auto folded = [](const std::string& text) {
        return QString::fromStdString(text).normalized(QString::NormalizationForm_KC).toCaseFolded();
    };
    const QString story = folded(moment.text);
    const QStringList told = story.split(between, Qt::SkipEmptyParts);
    const QStringList thanked = folded(moment.thanks).split(between, Qt::SkipEmptyParts);
    return std::ranges::any_of(thanked, [&](const QString& word) {
        if (word.front().script() == QChar::Script_Han) return story.contains(word);  // written without spaces
        // Names are inflected: Sara, Saras; in Russian the last letter changes.
        const QString stem = word.size() >= 4 ? word.chopped(1) : word;
        return std::ranges::any_of(
            told, [&](const QString& other) { return word.size() <= 2 ? other == word : other.startsWith(stem); });
    });
}

MomentFacts momentFacts(const Words& words, const core::FloorFigures& floor, const core::State& state, int page)
{
    const MomentWords say{words};
    const std::vector<const core::Moment*> moments = standingMoments(state, floor.time);
    MomentFacts facts;
    facts.mark = say.mark();
    facts.told = !moments.empty();
    facts.story = say.none();
    if (facts.told) {
        const std::size_t which = static_cast<std::size_t>(page) % moments.size();
        const core::Moment& moment = *moments[moments.size() - 1 - which];
        facts.story = QString::fromStdString(moment.text);
        facts.heading = say.heading();
        const bool named = !moment.thanks.empty();
        facts.from = say.from(named ? moment.team : std::string{}, moment.channel);
        facts.thanks = named ? say.thanks(moment.thanks) : say.thankYou(moment.team);
        if (moments.size() > 1)
            facts.place = words.place(static_cast<int>(which) + 1, static_cast<int>(moments.size()));
        facts.count = words.count(moments.size());
        facts.count_word = say.today(moments.size());
    }
    const core::Tally& day = floor.day_tally;
    if (day.answered_by_community > 0 && day.answered > 0) {
        const FloorAge age = floorAge(words, floor);
        facts.community =
            words.percent(static_cast<double>(day.answered_by_community) / static_cast<double>(day.answered));
        facts.community_word = say.byTheCommunity(day.answered);
        if (age.silent) facts.community_word += QStringLiteral(" \u00B7 ") + age.caveat;
        facts.fade = age.fade;
    }
    return facts;
}

}  // namespace carewall::ui
