#pragma once

#include "core/figures/figures.h"
#include "core/stage/stage.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QString>

namespace carewall::ui {

/// What the wall says of what is on it: alarms and their end, what was asked for, which board this is; in the language
/// of its Words. GUI thread.
class StageWords {
    Q_DECLARE_TR_FUNCTIONS(StageWords)

public:
    explicit StageWords(const Words& words) : m_words{words} {}

    /// What is wrong with a queue, in sentences: who is late, what called, what is to come. `now` is floor time.
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
    /// "Billing is back in time after 42 min"; while it is still to be watched "... no longer calls for action"
    QString recovered(const core::Recovery& recovery) const;
    /// "The best of 22 days so far: 92 % in time"
    QString bestDay(const core::BestDay& day) const;
    /// "Nothing to show in Moments now"
    QString missing(core::Scene scene) const;
    /// In place of the date while somebody holds the scene.
    QString held() const;

    QString thisBoard() const;
    QString floor() const;
    QString broker() const;
    QString machine() const;
    QString screen() const;
    /// "1,920 x 1,080, 65 in, read from 5 m"
    QString screenSize(int width, int height, const core::DisplaySettings& display) const;

    QString moreOn() const;
    QString scan() const;

private:
    const Words& m_words;

    static QString sceneName(core::Scene scene);
};

}  // namespace carewall::ui
