#include "ui/alarm/alarm_words.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace carewall::ui {

namespace {

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

QString AlarmWords::trouble(const core::QueueFigures& queue, core::WallTime now) const
{
    QStringList sentences;
    if (queue.breached > 0) {
        const QString breached = m_words.count(queue.breached);
        const QString within = together(m_words.span(queue.target.within));
        if (queue.breached < queue.waiting)
            sentences << tr("%1 of %2 have waited longer than %3.", "customers, a time")
                             .arg(breached, m_words.count(queue.waiting), within);
        else if (queue.waiting > 1)
            sentences << tr("All %1 have waited longer than %2.", "customers, a time").arg(breached, within);
        else
            sentences << tr("The one who waits has waited longer than %1.", "a time").arg(within);
    }
    if (const auto ratio = queue.hour_level.ratio(); ratio && *ratio < queue.target.ratio)
        sentences << tr("%1 in time in the last hour, target %2.", "shares in per cent")
                         .arg(together(m_words.percent(*ratio)), together(m_words.percent(queue.target.ratio)));
    if (const int soon = queue.forecast.none ? 0 : static_cast<int>(std::lround(queue.forecast.breaches_10min));
        soon > 0)
        sentences << m_words.withDigits(tr("%n more late by %1.", "a time of day", soon), soon)
                         .arg(m_words.timeOfDay(now + std::chrono::minutes{10}));
    return sentences.join(QLatin1Char{' '});
}

QString AlarmWords::since(core::WallTime time, bool known) const
{
    const QString at = m_words.timeOfDay(time);
    return known ? tr("since %1", "a time of day").arg(at) : tr("seen since %1", "a time of day").arg(at);
}

QString AlarmWords::waiting() const
{
    return tr("waiting");
}

QString AlarmWords::longestWait(const core::Target& target) const
{
    if (!target.isSet()) return tr("longest wait");
    return Words::orBrief(tr("longest wait, target %1", "a time").arg(m_words.duration(target.within)),
                          tr("longest wait"));
}

QString AlarmWords::act() const
{
    return m_words.tone(core::Tone::Act);
}

QString AlarmWords::needed(const core::QueueFigures& queue) const
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
        .arg(who, now, m_words.withDigits(tr("%n away", "agents", away), away));
}

QString AlarmWords::more(int queues) const
{
    return queues > 0 ? m_words.withDigits(tr("%n more queue(s) call for action", nullptr, queues), queues) : QString{};
}

}  // namespace carewall::ui
