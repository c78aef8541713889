#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

/// What stands around every scene, as words: one value a place on the wall, so that QML is told only when it differs.
namespace carewall::ui {

struct HeaderFacts {
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(QString floor MEMBER floor)
    Q_PROPERTY(QString date MEMBER date)
    Q_PROPERTY(QString time MEMBER time)
    Q_PROPERTY(QString clock MEMBER clock)
    Q_PROPERTY(bool clockStopped MEMBER clock_stopped)
    Q_PROPERTY(QString trouble MEMBER trouble)

public:
    QString floor;
    QString date;
    QString time;                ///< of the floor, "14:02"
    QString clock;               ///< "replay x60"; empty when the floor lives in wall time
    bool clock_stopped = false;  ///< the replay ended or broke off
    QString trouble;             ///< connecting, disk, refused reports; empty when all is well
    bool operator==(const HeaderFacts&) const = default;
};

struct NoticeFacts {
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(int tone MEMBER tone)
    Q_PROPERTY(QString place MEMBER place)

public:
    QString text;  ///< to the floor, or that the link is down; empty: nothing to tell
    int tone = 0;
    QString place;  ///< "1 of 2"; empty when it is the only one
    bool operator==(const NoticeFacts&) const = default;
};

/// What a wall without a report says.
struct AwaitFacts {
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(bool shown MEMBER shown)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString where MEMBER where)
    Q_PROPERTY(QString elsewhere MEMBER elsewhere)
    Q_PROPERTY(QString reason MEMBER reason)
    Q_PROPERTY(QString hint MEMBER hint)
    Q_PROPERTY(QString line MEMBER line)
    Q_PROPERTY(QString version MEMBER version)

public:
    bool shown = true;
    QString title;
    QString where;
    QString elsewhere;  ///< for which other floors reports arrive; empty when for none
    QString reason;     ///< why there is no connection, and what to do; empty when there is one
    QString hint;
    QString line;  ///< the mosquitto_pub line that brings the wall to life
    QString version;
    bool operator==(const AwaitFacts&) const = default;
};

}  // namespace carewall::ui
