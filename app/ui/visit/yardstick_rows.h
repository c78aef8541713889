#pragma once

#include "ui/keyed_rows.h"

#include <QList>
#include <QString>

namespace carewall::ui {

/// A figure beside what it should be and its week. Its roles are the required properties of YardstickTile.qml.
struct YardstickRow {
    QString key;
    QString label;
    QString figure;
    int tone = 0;    ///< Watch where the target is missed
    QString target;  ///< what it should be; without a target, what is usual
    QString rests;   ///< what it rests on, or of what age it is
    QList<qreal> week;
    double mark = -1;  ///< where the target lies among them; negative: there is none
    bool greyed = false;
    double fade = 0;
    bool operator==(const YardstickRow&) const = default;

    static const std::array<Role<YardstickRow>, 10>& roles();
};

/// The four of the Visit scene, or as many of them as have room. GUI thread.
class YardstickRows : public KeyedRows<YardstickRow> {
public:
    YardstickRows() : KeyedRows{Deal::Evenly} {}
};

}  // namespace carewall::ui
