#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace carewall::ui {

/// What the Visit scene tells beside its four figures. Names no customer and no agent.
struct VisitFacts {
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(QString sentence MEMBER sentence)
    Q_PROPERTY(double fade MEMBER fade)
    Q_PROPERTY(QList<QString> days MEMBER days)
    Q_PROPERTY(QString trendHeading MEMBER trend_heading)
    Q_PROPERTY(QString trend MEMBER trend)
    Q_PROPERTY(QString trendRests MEMBER trend_rests)
    Q_PROPERTY(QString trendStage MEMBER trend_stage)
    Q_PROPERTY(int trendTone MEMBER trend_tone)
    Q_PROPERTY(double trendFade MEMBER trend_fade)
    Q_PROPERTY(QString momentHeading MEMBER moment_heading)
    Q_PROPERTY(QString moment MEMBER moment)
    Q_PROPERTY(QString momentFrom MEMBER moment_from)

public:
    QString sentence;     ///< how the floor is doing
    double fade = 0;      ///< of the sentence
    QList<QString> days;  ///< a letter each day of the week, oldest first, the last is today
    QString trend_heading;
    QString trend;        ///< what customers speak of more than usual, or that nothing is unusual
    QString trend_rests;  ///< how much, since when
    QString trend_stage;  ///< who has it
    int trend_tone = 0;   ///< Watch while nobody has it
    double trend_fade = 0;
    QString moment_heading;
    QString moment;  ///< today's newest that names nobody, else how many there are; empty: none
    QString moment_from;
    bool operator==(const VisitFacts&) const = default;
};

}  // namespace carewall::ui
