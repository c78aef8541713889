#pragma once

#include "ui/words/words.h"

#include <QCoreApplication>
#include <QString>

#include <string>

namespace carewall::ui {

/// What the wall calls queues that belong together, in the language of its Words. GUI thread.
class GroupWords {
    Q_DECLARE_TR_FUNCTIONS(GroupWords)

public:
    explicit GroupWords(const Words& words) : m_words{words} {}

    const Words& words() const { return m_words; }

    /// "channel: phone"
    QString channel(const std::string& name) const;
    /// "team: North"
    QString team(const std::string& name) const;
    /// "3 queues, 14 waiting"
    QString queues(std::size_t queues, std::uint64_t waiting) const;

private:
    const Words& m_words;
};

}  // namespace carewall::ui
