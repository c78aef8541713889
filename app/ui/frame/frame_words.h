#pragma once

#include "core/figures/best_day.h"
#include "core/scenes.h"
#include "core/stage/alarms.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QString>

namespace carewall::ui {

/// What the wall says around every scene of what is on it, in the language of its Words: the end of an alarm, the best
/// day, what was asked for and has nothing to show. GUI thread.
class FrameWords {
    Q_DECLARE_TR_FUNCTIONS(FrameWords)

public:
    explicit FrameWords(const Words& words) : m_words{words} {}

    /// "Billing is back in time after 42 min"; while it is still to be watched "... no longer calls for action"
    QString recovered(const core::Recovery& recovery) const;
    /// "The best of 22 days so far: 92 % in time"
    QString bestDay(const core::BestDay& day) const;
    /// "Nothing to show in Moments now"
    QString missing(core::Scene scene) const;
    /// In place of the date while somebody holds the scene.
    QString held() const;

private:
    const Words& m_words;

    static QString sceneName(core::Scene scene);
};

}  // namespace carewall::ui
