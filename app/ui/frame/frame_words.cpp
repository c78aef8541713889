#include "ui/frame/frame_words.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace carewall::ui {

namespace {

/// A plural's %n in the wall's own digits.
QString withDigits(QString text, int number, const Words& words)
{
    const QRegularExpression alone{QStringLiteral("(?<![%\\d])%1(?!\\d)").arg(number)};  // not the 1 of a %1
    return text.replace(alone, words.count(static_cast<std::uint64_t>(number)));
}

/// A number and its unit stay on one line.
QString together(QString measure)
{
    const QChar no_break_space{0x00A0};
    return measure.replace(QLatin1Char{' '}, no_break_space);
}

int few(std::uint64_t number)
{
    return static_cast<int>(std::min<std::uint64_t>(number, 1'000'000));
}

}  // namespace

QString StageWords::trouble(const core::QueueFigures& queue, core::WallTime now) const
{
    QStringList sentences;
    if (queue.breached > 0) {
        const QString late = m_words.count(queue.breached);
        const QString within = together(m_words.span(queue.target.within));
        if (queue.breached < queue.waiting)
            sentences << tr("%1 of %2 have waited longer than %3.", "customers, a time")
                             .arg(late, m_words.count(queue.waiting), within);
        else if (queue.waiting > 1)
            sentences << tr("All %1 have waited longer than %2.", "customers, a time").arg(late, within);
        else
            sentences << tr("The one who waits has waited longer than %1.", "a time").arg(within);
    }
    if (const auto ratio = queue.hour_level.ratio(); ratio && *ratio < queue.target.ratio)
        sentences << tr("%1 in time in the last hour, target %2.", "shares in per cent")
                         .arg(together(m_words.percent(*ratio)), together(m_words.percent(queue.target.ratio)));
    if (const int soon = queue.forecast.none ? 0 : static_cast<int>(std::lround(queue.forecast.breaches_10min));
        soon > 0)
        sentences << withDigits(tr("%n more late by %1.", "a time of day", soon), soon, m_words)
                         .arg(m_words.timeOfDay(now + std::chrono::minutes{10}));
    return sentences.join(QLatin1Char{' '});
}

QString StageWords::since(core::WallTime time, bool known) const
{
    const QString at = m_words.timeOfDay(time);
    return known ? tr("since %1", "a time of day").arg(at) : tr("seen since %1", "a time of day").arg(at);
}

QString StageWords::waiting() const
{
    return tr("waiting");
}

QString StageWords::longestWait(const core::Target& target) const
{
    if (!target.isSet()) return tr("longest wait");
    return Words::orBrief(tr("longest wait, target %1", "a time").arg(m_words.duration(target.within)),
                          tr("longest wait"));
}

QString StageWords::act() const
{
    return m_words.tone(core::Tone::Act);
}

QString StageWords::needed(const core::QueueFigures& queue) const
{
    QString who = tr("Needed: whoever is free");
    // Cut within its sentence, so that who is free still has room behind it.
    constexpr qsizetype longest_name = 16;
    if (!queue.team.empty())
        who = tr("Needed: %1", "a team").arg(m_words.foreign(queue.team, longest_name));
    else if (!queue.channel.empty())
        who = tr("Needed: who can take %1", "a channel: phone, chat").arg(m_words.channel(queue.channel, longest_name));
    if (!queue.agents) return who;
    const auto free = queue.agents->available;
    const QString now =
        free > 0 ? tr("%1 of %2 free", "agents").arg(m_words.count(free), m_words.count(queue.agents->staffed()))
                 : tr("nobody is free");
    const int away = few(queue.agents->away);
    if (away == 0) return tr("%1; %2", "who is needed; how many are free").arg(who, now);
    return tr("%1; %2, %3", "who is needed; how many are free, how many away")
        .arg(who, now, withDigits(tr("%n away", "agents", away), away, m_words));
}

QString StageWords::more(int queues) const
{
    return queues > 0 ? withDigits(tr("%n more queue(s) call for action", nullptr, queues), queues, m_words)
                      : QString{};
}

QString StageWords::recovered(const core::Recovery& recovery) const
{
    const QString queue = m_words.foreign(recovery.label);
    const QString lasted = m_words.span(recovery.lasted);
    if (!recovery.calm)
        return m_words.directed(recovery.at_least
                                    ? tr("%1 no longer calls for action, after more than %2").arg(queue, lasted)
                                    : tr("%1 no longer calls for action, after %2").arg(queue, lasted));
    return m_words.directed(recovery.at_least ? tr("%1 is back in time after more than %2").arg(queue, lasted)
                                              : tr("%1 is back in time after %2").arg(queue, lasted));
}

QString StageWords::bestDay(const core::BestDay& day) const
{
    const int all = day.days + 1;
    return withDigits(tr("The best of %n day(s) so far: %1 in time", nullptr, all), all, m_words)
        .arg(m_words.percent(day.ratio));
}

QString StageWords::sceneName(core::Scene scene)
{
    switch (scene) {
    case core::Scene::Floor:
        return tr("Floor", "a scene");
    case core::Scene::Response:
        return tr("Response", "a scene");
    case core::Scene::Voice:
        return tr("Voice", "a scene");
    case core::Scene::Moments:
        return tr("Moments", "a scene");
    case core::Scene::Visit:
        return tr("Visit", "a scene");
    case core::Scene::Closed:
        return tr("Closed", "a scene");
    case core::Scene::Alarm:
        return tr("Alarm", "a scene");
    case core::Scene::Identify:  // these are never missed by name
    case core::Scene::Qr:
        break;
    }
    return {};
}

QString StageWords::missing(core::Scene scene) const
{
    if (scene == core::Scene::Qr) return tr("Where issues have their pages is not set (links.issue)");
    return tr("Nothing to show in %1 now", "a scene").arg(sceneName(scene));
}

QString StageWords::held() const
{
    return tr("held", "the scene stays");
}

QString StageWords::thisBoard() const
{
    return tr("This board is");
}

QString StageWords::floor() const
{
    return tr("floor");
}

QString StageWords::broker() const
{
    return tr("broker");
}

QString StageWords::machine() const
{
    return tr("machine");
}

QString StageWords::screen() const
{
    return tr("screen");
}

QString StageWords::screenSize(int width, int height, const core::DisplaySettings& display) const
{
    const QLocale& locale = m_words.locale();
    const auto plain = [&](double value) { return locale.toString(value, 'f', value == std::floor(value) ? 0 : 1); };
    const auto whole = [&](int value) { return locale.toString(value).remove(locale.groupSeparator()); };
    return tr("%1 \u00D7 %2, %3 in, read from %4 m", "pixels, inches, metres")
        .arg(whole(width), whole(height), plain(display.diagonal_in), plain(display.distance_m));
}

QString StageWords::moreOn() const
{
    return tr("More on this issue");
}

QString StageWords::scan() const
{
    return tr("Scan with a phone to open its page.");
}

}  // namespace carewall::ui
