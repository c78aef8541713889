#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace carewall::ui {

/// A queue that calls for action.
struct AlarmFacts {
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(QString queue MEMBER queue)
    Q_PROPERTY(QString call MEMBER call)
    Q_PROPERTY(QString trouble MEMBER trouble)
    Q_PROPERTY(QString since MEMBER since)
    Q_PROPERTY(QString waiting MEMBER waiting)
    Q_PROPERTY(QString waitingWord MEMBER waiting_word)
    Q_PROPERTY(QString oldest MEMBER oldest)
    Q_PROPERTY(QString oldestWord MEMBER oldest_word)
    Q_PROPERTY(QString needed MEMBER needed)
    Q_PROPERTY(QString more MEMBER more)

public:
    QString queue;
    QString call;     ///< "act"
    QString trouble;  ///< what is wrong, in sentences
    QString since;    ///< from when it calls; empty: not known
    QString waiting;
    QString waiting_word;
    QString oldest;  ///< empty: nobody waits, or nobody tells
    QString oldest_word;
    QString needed;  ///< who is
    QString more;    ///< how many others call; empty: none
    bool operator==(const AlarmFacts&) const = default;
};

}  // namespace carewall::ui
