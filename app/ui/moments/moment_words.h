#pragma once

#include "ui/words/words.h"

#include <QCoreApplication>
#include <QString>

#include <cstdint>
#include <string>

namespace carewall::ui {

/// What the wall says of who went above and beyond, in the language of its Words. GUI thread.
class MomentWords {
    Q_DECLARE_TR_FUNCTIONS(MomentWords)

public:
    explicit MomentWords(const Words& words) : m_words{words} {}

    const Words& words() const { return m_words; }

    /// With which the language begins a quotation, as it looks.
    QString mark() const;
    /// Team and channel, those of them that are told.
    QString from(const std::string& team, const std::string& channel) const;
    QString thanks(const std::string& whom) const;
    /// To a team, where nobody is thanked by name.
    QString thankYou(const std::string& team) const;
    /// Over a story.
    QString heading() const;
    QString none() const;
    /// Below their number: "moment today", "moments today".
    QString today(std::size_t number) const;
    /// Below or beside a share: "of 2,880 answers came from other customers".
    QString byTheCommunity(std::uint64_t answers) const;

private:
    const Words& m_words;
};

}  // namespace carewall::ui
