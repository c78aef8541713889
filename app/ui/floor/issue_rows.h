#pragma once

#include "ui/keyed_rows.h"

#include <QString>

namespace carewall::core {
struct IssueFigures;
struct VoiceFigures;
}  // namespace carewall::core

namespace carewall::ui {

class Words;

/// One issue as the wall says it. Its roles are the required properties of IssueRow.qml.
struct IssueRow {
    QString key;
    QString label;
    QString mentions;
    QString change;  ///< against the same hours the day before; empty: not known
    QString sentiment;
    int mood = 0;  ///< -1, 0, 1
    double fade = 0;

    static const std::array<Role<IssueRow>, 7>& roles();
};

/// The issues on the present page, for QML. Pages are filled from the top. GUI thread.
class IssueRows : public KeyedRows<IssueRow> {
public:
    IssueRows() : KeyedRows{Deal::Full} {}
};

/// An issue in words.
IssueRow issueRow(const Words& words, const core::VoiceFigures& voice, const core::IssueFigures& issue);

}  // namespace carewall::ui
