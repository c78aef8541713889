#include "ui/voice/voice_words.h"

#include "core/calendar.h"

#include <QDate>

#include <algorithm>
#include <cmath>

namespace carewall::ui {

using namespace std::chrono_literals;

QString VoiceWords::times(double times) const
{
    const double most = std::clamp(times, 0.0, 999.0);
    const double shown = most < 9.95 ? std::round(most * 10) / 10 : std::round(most);
    return tr("%1 \u00D7", "times the usual").arg(m_words.locale().toString(shown, 'f', shown < 10 ? 1 : 0));
}

QString VoiceWords::theUsual() const
{
    return tr("the usual", "after 5.9 x");
}

QString VoiceWords::quoted(const std::string& words) const
{
    return m_words.directed(m_words.locale().quoteString(m_words.foreign(words)));
}

QString VoiceWords::voices(std::uint64_t mentions, core::Milliseconds over) const
{
    const int few = static_cast<int>(std::min<std::uint64_t>(mentions, 1'000'000));
    const QString voices = tr("%n voice(s)", nullptr, few).replace(QString::number(few), m_words.roughCount(mentions));
    return tr("%1 in %2", "12 voices in 2 h").arg(voices, m_words.span(over));
}

QString VoiceWords::voicesIn(core::Milliseconds over) const
{
    return tr("voices in %1", "below their number; 3 h").arg(m_words.span(over));
}

QString VoiceWords::since(core::WallTime time, core::WallTime now) const
{
    const core::ClockFace face = core::clockFace(time);
    QString when = m_words.timeOfDay(time);
    if (now - time >= 6 * 24h) {
        when = m_words.locale().toString(QDate{face.year, face.month, face.day},
                                         tr("d MMMM", "QLocale format of a date without its year"), m_words.calendar());
    } else if (core::dayStart(time) != core::dayStart(now)) {
        const int sunday_last = (face.weekday + 6) % 7 + 1;
        when = m_words.locale().dayName(sunday_last, QLocale::ShortFormat) + QLatin1Char{' '} + when;
    }
    return tr("since %1", "a time of day, a weekday with it, or a date").arg(when);
}

QString VoiceWords::stage(const std::optional<core::HandOff>& stage, const std::string& to) const
{
    const QString whom = to.empty() ? QString{} : m_words.foreign(to);
    switch (stage.value_or(core::HandOff::New)) {
    case core::HandOff::New:
        return tr("nobody has it yet", "a new issue, not handed on");
    case core::HandOff::HandedOff:
        return to.empty() ? tr("sent on", "an issue") : tr("sent to %1", "an issue, a team").arg(whom);
    case core::HandOff::Acknowledged:
        return to.empty() ? tr("acknowledged", "an issue") : tr("acknowledged by %1", "an issue, a team").arg(whom);
    case core::HandOff::Resolved:
        return tr("resolved", "an issue");
    }
    return {};
}

QString VoiceWords::newWords() const
{
    return tr("new words", "an issue that nobody named");
}

QString VoiceWords::inTheirWords(std::span<const core::IssueFigures* const> emerging) const
{
    QStringList all;
    for (const core::IssueFigures* issue : emerging)
        all << quoted(issue->label);
    return all.isEmpty() ? QString{} : tr("in their words: %1").arg(m_words.locale().createSeparatedList(all));
}

QString VoiceWords::about(const std::string& label) const
{
    return tr("about: %1", "the issue that new words belong to").arg(m_words.foreign(label));
}

QString VoiceWords::change(const core::IssueFigures& issue) const
{
    if (!issue.before) return {};
    const auto now = static_cast<std::int64_t>(issue.window.mentions);
    const auto before = static_cast<std::int64_t>(*issue.before);
    return tr("%1 vs yesterday", "more or fewer voices").arg(m_words.change(now - before));
}

QString VoiceWords::anHour(const core::Expected* usual) const
{
    if (!usual) return tr("voices an hour");
    const auto whole = [&](double voices) {
        return m_words.roughCount(static_cast<std::uint64_t>(std::llround(std::clamp(voices, 0.0, 1e15))));
    };
    return Words::orBrief(tr("voices an hour, usual %1 to %2").arg(whole(usual->low), whole(usual->high)),
                          tr("voices an hour"));
}

QString VoiceWords::somethingNew() const
{
    return tr("Something new that nobody has named yet");
}

QString VoiceWords::somethingUnusual() const
{
    return tr("Something unusual");
}

QString VoiceWords::stillLearning() const
{
    return tr("still learning", "what is usual");
}

QString VoiceWords::everything() const
{
    return tr("All voices together");
}

QString VoiceWords::noVoices() const
{
    return tr("No voices yet");
}

QString VoiceWords::nothingUnusual() const
{
    return tr("Nothing unusual");
}

QString VoiceWords::learnsUsual() const
{
    return tr("Learning what is usual");
}

QString VoiceWords::learned(core::WallTime time, core::WallTime now, bool learning) const
{
    return learning ? tr("learning %1", "since when").arg(since(time, now))
                    : tr("against the usual %1", "since when it was learned").arg(since(time, now));
}

QString VoiceWords::alsoUnusual() const
{
    return tr("Also unusual");
}

QString VoiceWords::mostSpoken(core::Milliseconds window) const
{
    return Words::orBrief(tr("Most spoken of, %1").arg(m_words.span(window)), tr("Most spoken of"));
}

QString VoiceWords::last(core::Milliseconds window, const QString& ailment) const
{
    const QString last = tr("Last %1", "3 h").arg(m_words.span(window));
    return ailment.isEmpty() ? last : tr("%1, %2", "a time, and what ails it").arg(last, ailment);
}

}  // namespace carewall::ui
