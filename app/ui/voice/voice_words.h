#pragma once

#include "core/figures/figures.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QString>

#include <optional>
#include <span>
#include <string>

namespace carewall::ui {

/// What the wall says of customers' voices, in the language of its Words. GUI thread.
class VoiceWords {
    Q_DECLARE_TR_FUNCTIONS(VoiceWords)

public:
    explicit VoiceWords(const Words& words) : m_words{words} {}

    const Words& words() const { return m_words; }

    /// How many times the usual: "5.9 x", from ten on whole, at most "999 x".
    QString times(double times) const;
    /// Beside it: "the usual".
    QString theUsual() const;
    /// Customers' own words, in the language's quotation marks.
    QString quoted(const std::string& words) const;
    /// "214 voices in 52 min"
    QString voices(std::uint64_t mentions, core::Milliseconds over) const;
    /// Beside how many: "voices in 3 h".
    QString voicesIn(core::Milliseconds over) const;
    /// "since 13:10", "since Mon 13:10", from six days on "since 2 June".
    QString since(core::WallTime time, core::WallTime now) const;
    /// How far it has come on its way to who can solve it: "new", "sent to B", "acknowledged by B", "resolved".
    QString stage(const std::optional<core::HandOff>& stage, const std::string& to) const;
    QString newWords() const;
    /// "in their words: ..."; of several their list.
    QString inTheirWords(std::span<const core::IssueFigures* const> emerging) const;
    /// An emerging issue of a named one that itself is as usual: "about ...".
    QString about(const std::string& label) const;
    /// "12 more than yesterday"
    QString change(const core::IssueFigures& issue) const;
    /// What the curve shows: "voices an hour, usual 3 to 9"
    QString anHour(const core::Expected* usual) const;
    /// In place of customers' own words.
    QString somethingNew() const;
    QString somethingUnusual() const;
    QString stillLearning() const;
    QString everything() const;
    QString noVoices() const;
    QString nothingUnusual() const;
    QString learnsUsual() const;
    /// What the calm is measured by: "against the usual since 2 June"; while it is learned, "learning since 2 June".
    QString learned(core::WallTime time, core::WallTime now, bool learning) const;
    QString alsoUnusual() const;
    /// "Most spoken of, 3 h"
    QString mostSpoken(core::Milliseconds window) const;
    /// "Last 3 h"; with what ails it: "Last 3 h, silent for 4 min".
    QString last(core::Milliseconds window, const QString& ailment) const;

private:
    const Words& m_words;
};

}  // namespace carewall::ui
