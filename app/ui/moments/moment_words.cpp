#include "ui/moments/moment_words.h"

#include <QStringList>

namespace carewall::ui {

QString MomentWords::mark() const
{
    const QString mark = m_words.locale().quoteString(QString{}).left(1);
    // It is drawn, not written: nothing turns it around where lines run from the right.
    const bool mirrored = m_words.rightToLeft() && !mark.isEmpty();
    return mirrored ? QString{mark.front().mirroredChar()} : mark;
}

QString MomentWords::from(const std::string& team, const std::string& channel) const
{
    QStringList parts;
    if (!team.empty()) parts << m_words.foreign(team);
    if (!channel.empty()) parts << m_words.channel(channel);
    return parts.isEmpty() ? QString{} : m_words.directed(parts.join(QStringLiteral(" \u00B7 ")));
}

QString MomentWords::thanks(const std::string& whom) const
{
    return whom.empty() ? QString{} : m_words.directed(tr("Thanks to %1").arg(m_words.foreign(whom)));
}

QString MomentWords::thankYou(const std::string& team) const
{
    return team.empty() ? QString{} : m_words.directed(tr("Thank you, %1!", "a team").arg(m_words.foreign(team)));
}

QString MomentWords::heading() const
{
    return tr("Above and beyond", "over the story of somebody who went there");
}

QString MomentWords::none() const
{
    return tr("No story yet today of somebody who went above and beyond.");
}

QString MomentWords::today(std::size_t number) const
{
    return tr("moment(s) today", "below their number", static_cast<int>(number));
}

QString MomentWords::byTheCommunity(std::uint64_t answers) const
{
    return tr("of %1 answers came from other customers", "after a share of the day's answers")
        .arg(m_words.roughCount(answers));
}

}  // namespace carewall::ui
