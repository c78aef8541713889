#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

/// What the Voice scene says outside its rows.
namespace carewall::ui {

/// The most unusual thing that customers speak of, large; where nothing is, all voices together.
struct TrendFacts {
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(int tone MEMBER tone)
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(QString since MEMBER since)
    Q_PROPERTY(QString stage MEMBER stage)
    Q_PROPERTY(QString words MEMBER words)
    Q_PROPERTY(QString figure MEMBER figure)
    Q_PROPERTY(QString figureWord MEMBER figure_word)
    Q_PROPERTY(QString rests MEMBER rests)
    Q_PROPERTY(QString sentiment MEMBER sentiment)
    Q_PROPERTY(int mood MEMBER mood)
    Q_PROPERTY(QString caption MEMBER caption)
    Q_PROPERTY(QList<qreal> values MEMBER values)
    Q_PROPERTY(QList<qreal> low MEMBER low)
    Q_PROPERTY(QList<qreal> high MEMBER high)
    Q_PROPERTY(QString from MEMBER from)
    Q_PROPERTY(QString to MEMBER to)
    Q_PROPERTY(QString rowsHeading MEMBER rows_heading)
    Q_PROPERTY(bool rowsTrend MEMBER rows_trend)
    Q_PROPERTY(double fade MEMBER fade)

public:
    int tone = 0;         ///< Watch while nobody has it
    QString label;        ///< the issue, or that nothing is unusual
    QString since;        ///< since when it trends, or since when the usual was learned
    QString stage;        ///< of the hand-off
    QString words;        ///< customers' own
    QString figure;       ///< "5.9 x", or how many voices where no usual is known
    QString figure_word;  ///< "the usual"; empty beside a number of voices
    QString rests;        ///< "214 voices in 52 min"
    QString sentiment;    ///< empty: nobody spoke
    int mood = 0;         ///< -1, 0, 1
    QString caption;      ///< of the curve
    QList<qreal> values;  ///< of the curve, voices an hour; negative: not known
    QList<qreal> low;     ///< its usual band; empty: none
    QList<qreal> high;
    QString from;             ///< time at which the curve begins
    QString to;               ///< and ends
    QString rows_heading;     ///< over the rows below
    bool rows_trend = false;  ///< they are unusual too; else they are what is most spoken of
    double fade = 0;
    bool operator==(const TrendFacts&) const = default;
};

/// How customers feel and whether they are heard.
struct SpeechFacts {
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(QString heading MEMBER heading)
    Q_PROPERTY(QString sentiment MEMBER sentiment)
    Q_PROPERTY(int mood MEMBER mood)
    Q_PROPERTY(QString samples MEMBER samples)
    Q_PROPERTY(QList<QString> ladder MEMBER ladder)
    Q_PROPERTY(QList<qreal> shares MEMBER shares)
    Q_PROPERTY(QString ladderSamples MEMBER ladder_samples)
    Q_PROPERTY(QString listening MEMBER listening)
    Q_PROPERTY(QString listeningSamples MEMBER listening_samples)
    Q_PROPERTY(double fade MEMBER fade)

public:
    QString heading;    ///< over what rests on the last hours
    QString sentiment;  ///< net, of all voices; a dash when there are none
    int mood = 0;       ///< -1, 0, 1
    QString samples;
    QList<QString> ladder;  ///< anger, like, love, defend: per cent
    QList<qreal> shares;    ///< the same in [0, 1]; negative: nobody stands on it
    QString ladder_samples;
    QString listening;  ///< replies / (replies + broadcasts)
    QString listening_samples;
    double fade = 0;  ///< of what rests on voices
    bool operator==(const SpeechFacts&) const = default;
};

}  // namespace carewall::ui
