#pragma once

#include "core/figures/figures.h"
#include "core/figures/week.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace carewall::ui {

/// What the wall says to whoever walks past, in the language of its Words. GUI thread.
class VisitWords {
    Q_DECLARE_TR_FUNCTIONS(VisitWords)

public:
    explicit VisitWords(const Words& words) : m_words{words} {}

    const Words& words() const { return m_words; }

    /// How the floor is doing: one sentence of what was promised and where somebody is needed.
    QString sentence(const core::FloorFigures& floor) const;
    QString answeredInTime() const;
    /// "9 of 10 within": below a duration
    QString nineOfTenWithin() const;
    /// "half 0:41"
    QString half(const std::optional<double>& seconds) const;
    QString solvedInOneGo() const;
    QString mood() const;
    /// "target 80 % in 20 s"; empty where nothing is promised.
    QString promised(const core::Promise& promise) const;
    /// Whom a promise is made to: "phone" where all queues of the channel promise it and no other does, else "3 of 5
    /// queues"; empty: everybody.
    QString covered(const core::Promise& promise) const;
    /// "target 4.5"
    QString target(const QString& figure) const;
    /// What the days before came to: "usual 78 %"
    QString usual(const QString& figure) const;
    QString noTarget() const;
    /// "4.4", "1,204", "1.2 M", with a unit where it is short: "4.4 / 5".
    QString metric(double value, const std::string& unit) const;
    /// A letter of the weekday.
    QString dayLetter(core::WallTime midnight) const;

    QString whatIsUnusual() const;
    QString bestMoment() const;

private:
    const Words& m_words;

    QString promiseKept(const core::FloorFigures& floor) const;
    QString needed(const core::FloorFigures& floor) const;
};

}  // namespace carewall::ui
