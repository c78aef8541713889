#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace carewall::ui {

/// What the Closed scene tells.
struct ClosedFacts {
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(QString heading MEMBER heading)
    Q_PROPERTY(QString time MEMBER time)
    Q_PROPERTY(QString day MEMBER day)
    Q_PROPERTY(QString past MEMBER past)
    Q_PROPERTY(QString sentence MEMBER sentence)
    Q_PROPERTY(QList<QString> figures MEMBER figures)
    Q_PROPERTY(QList<QString> names MEMBER names)
    Q_PROPERTY(double fade MEMBER fade)

public:
    QString heading;         ///< that the floor is closed, or open
    QString time;            ///< at which the first queue opens; empty: none does within weeks
    QString day;             ///< on which it does
    QString past;            ///< the day that the sentence and the figures tell of; empty: none is known
    QString sentence;        ///< how it went
    QList<QString> figures;  ///< of that day, the last of now
    QList<QString> names;    ///< what they are
    double fade = 0;
    bool operator==(const ClosedFacts&) const = default;
};

}  // namespace carewall::ui
