#pragma once

#include "core/figures/figures.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QString>

namespace carewall::ui {

/// What the wall says of a queue that calls for action, in the language of its Words. GUI thread.
class AlarmWords {
    Q_DECLARE_TR_FUNCTIONS(AlarmWords)

public:
    explicit AlarmWords(const Words& words) : m_words{words} {}

    /// What is wrong with a queue, in sentences: who waits too long, what called, what is to come. `now` is floor time.
    QString trouble(const core::QueueFigures& queue, core::WallTime now) const;
    /// "since 13:58"; of a call that may have begun earlier "seen since 13:58".
    QString since(core::WallTime time, bool known) const;
    QString waiting() const;
    /// "longest wait, target 15:00", beside the wait itself; in brief without the target.
    QString longestWait(const core::Target& target) const;
    QString act() const;
    /// "Needed: Technical team, 1 away"
    QString needed(const core::QueueFigures& queue) const;
    /// "2 more queues call for action"; empty for none
    QString more(int queues) const;

private:
    const Words& m_words;
};

}  // namespace carewall::ui
