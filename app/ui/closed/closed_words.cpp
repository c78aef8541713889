#include "ui/closed/closed_words.h"

#include "core/calendar.h"
#include "core/figures/judgement.h"

namespace carewall::ui {

std::optional<core::WallTime> earliestOpening(const core::FloorFigures& floor)
{
    std::optional<core::WallTime> earliest;
    for (const core::QueueFigures& queue : floor.queues)
        if (queue.closed && queue.opens && (!earliest || *queue.opens < *earliest)) earliest = queue.opens;
    return earliest;
}

std::optional<core::WallTime> openingOfWaiting(const core::FloorFigures& floor)
{
    std::optional<core::WallTime> opening;
    for (const core::QueueFigures& queue : floor.queues) {
        if (queue.waiting == 0) continue;
        if (!queue.opens || (opening && *opening != *queue.opens)) return std::nullopt;
        opening = queue.opens;
    }
    return opening;
}

QString ClosedWords::closedUntil() const
{
    return tr("Closed until");
}

QString ClosedWords::closed() const
{
    return tr("Closed");
}

QString ClosedWords::weekday(core::WallTime time) const
{
    const int sunday_last = (core::clockFace(time).weekday + 6) % 7 + 1;
    return m_words.locale().standaloneDayName(sunday_last, QLocale::LongFormat);
}

QString ClosedWords::day(core::WallTime time, core::WallTime now) const
{
    const core::WallTime today = core::dayStart(now);
    if (core::dayStart(time) == today) return tr("today", "the floor opens");
    if (core::dayStart(time) == core::nextDay(today)) return tr("tomorrow", "the floor opens");
    return m_words.date(time);
}

QString ClosedWords::dayAndTime(core::WallTime time, core::WallTime now) const
{
    const core::WallTime today = core::dayStart(now);
    const bool soon = core::dayStart(time) <= core::nextDay(today);
    const bool past_holidays = core::dateOf(time) - core::dateOf(now) >= std::chrono::days{7};
    const QString when = soon || past_holidays ? day(time, now) : weekday(time);
    return tr("%1 %2", "a day and a time of day").arg(when, m_words.timeOfDay(time));
}

QString ClosedWords::pastDay(core::WallTime day, core::WallTime now) const
{
    const core::WallTime today = core::dayStart(now);
    if (day == today) return tr("Today", "how the day went");
    if (core::nextDay(day) == today) return tr("Yesterday", "how the day went");
    return weekday(day);
}

QString ClosedWords::went(const core::ServiceLevel& level, double target) const
{
    const std::optional<double> ratio = level.ratio();
    if (!ratio || target <= 0) return {};
    if (*ratio >= target) return tr("Customers were answered as promised.");
    if (*ratio >= target - core::little_behind) return tr("Answers took a little longer than promised.");
    return tr("Too many customers waited longer than promised.");
}

QString ClosedWords::answered() const
{
    return tr("answered", "customers of a day");
}

QString ClosedWords::serviceLevel() const
{
    return tr("in time", "share of them");
}

QString ClosedWords::waiting(const std::optional<core::WallTime>& opens) const
{
    if (!opens) return tr("waiting now", "customers, until the floor opens");
    return tr("waiting, answered from %1", "customers, until the floor opens").arg(m_words.timeOfDay(*opens));
}

}  // namespace carewall::ui
