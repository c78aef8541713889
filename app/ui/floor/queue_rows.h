#pragma once

#include "ui/keyed_rows.h"

#include <QString>

namespace carewall::core {
struct QueueFigures;
struct FloorFigures;
}  // namespace carewall::core

namespace carewall::ui {

class Words;

/// One queue as the wall says it. Its roles are the required properties of QueueTile.
struct QueueRow {
    QString key;
    QString label;
    QString detail;  ///< channel and agents, or while it is not live: why, and how old it is
    int tone = 0;
    QString tone_word;
    QString waiting;
    QString oldest;  ///< empty when nobody waits
    QString p50;
    QString p90;
    QString rests;          ///< what p50 and p90 rest on
    bool p50_thin = false;  ///< too few samples for an honest bound
    bool p90_thin = false;
    QString service_level;
    double service_ratio = -1;  ///< negative: nothing counts yet
    double target_ratio = 0;    ///< 0: no target
    QString within;             ///< "in 20 s"; empty: no target
    double fade = 0;            ///< 0 live .. 1 old

    static const std::array<Role<QueueRow>, 17>& roles();
};

/// The queues on the present page, for QML. Pages are dealt evenly. GUI thread.
class QueueRows : public KeyedRows<QueueRow> {
public:
    QueueRows() : KeyedRows{Deal::Evenly} {}
};

/// A queue in words.
QueueRow queueRow(const Words& words, const core::FloorFigures& floor, const core::QueueFigures& queue);

/// Whether a queue's figures would be told in the words that they were told in `before`, within the same second of the
/// floor's time. Spares the words: of a report only one queue's differ. True only where it is certain.
bool toldAlike(const core::QueueFigures& before, const core::QueueFigures& queue);

}  // namespace carewall::ui
