#pragma once

#include "core/settings.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QString>

namespace carewall::ui {

/// What the wall says of which board it is, in the language of its Words. GUI thread.
class IdentifyWords {
    Q_DECLARE_TR_FUNCTIONS(IdentifyWords)

public:
    explicit IdentifyWords(const Words& words) : m_words{words} {}

    QString thisBoard() const;
    QString floor() const;
    QString broker() const;
    QString machine() const;
    QString screen() const;
    /// "1,920 x 1,080, 65 in, read from 5 m"
    QString screenSize(int width, int height, const core::DisplaySettings& display) const;

private:
    const Words& m_words;
};

}  // namespace carewall::ui
