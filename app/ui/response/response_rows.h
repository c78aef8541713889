#pragma once

#include "core/time.h"
#include "ui/keyed_rows.h"
#include "ui/painted/plot.h"

#include <QList>
#include <QString>

#include <vector>

namespace carewall::core {
struct FloorFigures;
struct QueueFigures;
struct ResponseDay;
struct ResponseDays;
struct ResponseFigure;
}  // namespace carewall::core

namespace carewall::ui {

class Words;

/// The response times of a queue, or of the floor, as the wall says and draws them. Its roles are the required
/// properties of ResponseTile.
struct ResponseRow {
    QString key;
    QString label;
    int tone = 0;
    QString within;    ///< "in 20 s"; empty without a target, or where there are several
    QString breaches;  ///< how many will breach the target soon, or why nobody can tell
    QString next;      ///< what somebody who comes now should expect
    QString clear;     ///< until nobody waits
    QString p50;       ///< of the last hour
    QString p90;
    QString rests;
    bool p50_thin = false;
    bool p90_thin = false;
    QString day_p50;
    QString day_p90;
    QString day_rests;
    Chart strip;              ///< the day by half hours: from p50 to p90, on a scale of doublings that holds them all
    QString level_foot;       ///< at the strip's foot: that, or less
    QString level_target;     ///< at its target's line
    QString level_top;        ///< at its top
    double target_at = -1;    ///< of the strip's height; negative: no target
    Chart histogram;          ///< the last hour by doublings of the wait
    QString least;            ///< of its first column: "4 s", or less; empty: nobody was answered
    QString most;             ///< of its last: "4 min +"
    bool has_target = false;  ///< its line is at target_share of the histogram
    double fade = 0;

    static const std::array<Role<ResponseRow>, 25>& roles();
};

/// Of the histogram's width.
inline constexpr double target_share = 0.625;

/// The rows of the response scene's present page, for QML. GUI thread.
class ResponseRows : public KeyedRows<ResponseRow> {
public:
    ResponseRows() : KeyedRows{Deal::Evenly} {}
};

/// The time that the strips show: from the start of an hour, the same for all rows.
struct DaySpan {
    core::WallTime start{};
    core::WallTime end{};
};
/// From the hour of the first answer of the day to the end of this half hour, at least four hours.
DaySpan daySpan(const core::ResponseDay& floor, core::WallTime now);
/// Its start and its end in words: "08:00", "now".
QList<QString> ends(const Words& words, const DaySpan& span, core::WallTime now);

/// The rows of all pages: the floor where it is more than one queue; then channels and teams where there are several,
/// those that are more than one queue; then the queues.
std::vector<ResponseRow> responseRows(const Words& words, const core::FloorFigures& floor,
                                      const core::ResponseDays& days, const DaySpan& span);

}  // namespace carewall::ui
