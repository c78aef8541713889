#pragma once

#include "core/figures/figures.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace carewall::ui {

/// When the first of the floor's closed queues opens; empty where none does within weeks.
std::optional<core::WallTime> earliestOpening(const core::FloorFigures& floor);
/// When those who wait are answered from; empty where that differs by queue, or is not known of one.
std::optional<core::WallTime> openingOfWaiting(const core::FloorFigures& floor);

/// What the wall says in closed hours, in the language of its Words. GUI thread.
class ClosedWords {
    Q_DECLARE_TR_FUNCTIONS(ClosedWords)

public:
    explicit ClosedWords(const Words& words) : m_words{words} {}

    /// Over the time at which it opens: "Closed until".
    QString closedUntil() const;
    QString closed() const;
    /// "today", "tomorrow", else the date.
    QString day(core::WallTime time, core::WallTime now) const;
    /// "today 08:00", "tomorrow 08:00", "Monday 08:00": within a sentence.
    QString dayAndTime(core::WallTime time, core::WallTime now) const;
    /// The day that is told of: "Today", "Yesterday", else the weekday.
    QString pastDay(core::WallTime day, core::WallTime now) const;
    /// How that day went.
    QString went(const core::ServiceLevel& level, double target) const;
    QString answered() const;
    QString serviceLevel() const;
    /// Below their number: "waiting, answered from 08:00".
    QString waiting(const std::optional<core::WallTime>& opens) const;

private:
    const Words& m_words;

    QString weekday(core::WallTime time) const;
};

}  // namespace carewall::ui
