#pragma once

#include <QCoreApplication>
#include <QString>

namespace carewall::ui {

/// What the wall says beside a page to open with a phone, in the application's language. GUI thread.
class QrWords {
    Q_DECLARE_TR_FUNCTIONS(QrWords)

public:
    static QString moreOn();
    static QString scan();
};

}  // namespace carewall::ui
