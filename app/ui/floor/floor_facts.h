#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

/// What stands beside the rows of the floor, as words.
namespace carewall::ui {

/// The day's service level over all queues, beside its target.
struct ServiceFacts {
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(QString figure MEMBER figure)
    Q_PROPERTY(double ratio MEMBER ratio)
    Q_PROPERTY(double target MEMBER target)
    Q_PROPERTY(QString targetWord MEMBER target_word)
    Q_PROPERTY(QString formula MEMBER formula)
    Q_PROPERTY(QString samples MEMBER samples)
    Q_PROPERTY(QString waiting MEMBER waiting)
    Q_PROPERTY(int tone MEMBER tone)
    Q_PROPERTY(QString heading MEMBER heading)
    Q_PROPERTY(double fade MEMBER fade)

public:
    QString figure;     ///< "82 %", a dash when nothing counts yet
    double ratio = -1;  ///< negative: nothing counts yet
    double target = 0;  ///< 0: none set
    QString target_word;
    QString formula;
    QString samples;
    QString waiting;  ///< in how many queues how many wait: on all pages
    int tone = 0;     ///< Calm when the target is met, Watch when it is missed
    QString heading;  ///< what it is, or of what age, or without which queues
    double fade = 0;
    bool operator==(const ServiceFacts&) const = default;
};

/// What the heading over the issues says.
struct IssueHeadFacts {
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(QString heading MEMBER heading)
    Q_PROPERTY(QString age MEMBER age)
    Q_PROPERTY(double fade MEMBER fade)

public:
    QString heading;
    QString age;
    double fade = 0;
    bool operator==(const IssueHeadFacts&) const = default;
};

}  // namespace carewall::ui
