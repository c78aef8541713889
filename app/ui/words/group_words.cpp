#include "ui/words/group_words.h"

#include <algorithm>

namespace carewall::ui {

QString GroupWords::channel(const std::string& name) const
{
    return m_words.directed(tr("channel: %1", "of several queues together").arg(m_words.channel(name)));
}

QString GroupWords::team(const std::string& name) const
{
    return m_words.directed(tr("team: %1", "of several queues together").arg(m_words.foreign(name)));
}

QString GroupWords::queues(std::size_t queues, std::uint64_t waiting) const
{
    const int few = static_cast<int>(std::min<std::size_t>(queues, 1'000'000));
    const QString all = tr("%n queue(s)", nullptr, few).replace(QString::number(few), m_words.count(queues));
    return tr("%1, %2 waiting", "3 queues, 14 waiting").arg(all, m_words.roughCount(waiting));
}

}  // namespace carewall::ui
