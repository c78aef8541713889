#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace carewall::ui {

/// What the Moments scene tells.
struct MomentFacts {
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(bool told MEMBER told)
    Q_PROPERTY(QString heading MEMBER heading)
    Q_PROPERTY(QString mark MEMBER mark)
    Q_PROPERTY(QString story MEMBER story)
    Q_PROPERTY(QString from MEMBER from)
    Q_PROPERTY(QString thanks MEMBER thanks)
    Q_PROPERTY(QString place MEMBER place)
    Q_PROPERTY(QString count MEMBER count)
    Q_PROPERTY(QString countWord MEMBER count_word)
    Q_PROPERTY(QString community MEMBER community)
    Q_PROPERTY(QString communityWord MEMBER community_word)
    Q_PROPERTY(double fade MEMBER fade)

public:
    bool told = false;  ///< somebody went above and beyond today; else `story` says that nothing was told
    QString heading;    ///< over the story; empty without one
    QString mark;       ///< with which the language begins a quotation
    QString story;
    QString from;    ///< team and channel, the team where it is not thanked below; empty: not told
    QString thanks;  ///< to whom, else to the team; empty: neither is told
    QString place;   ///< "2 of 4"; empty when it is the only one
    QString count;   ///< of the day
    QString count_word;
    QString community;  ///< of today's answers, those by other customers; empty: none
    QString community_word;
    double fade = 0;  ///< of what the community answered
    bool operator==(const MomentFacts&) const = default;
};

}  // namespace carewall::ui
