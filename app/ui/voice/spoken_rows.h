#pragma once

#include "ui/keyed_rows.h"

#include <QString>

namespace carewall::ui {

/// Something that customers speak of: unusually much, or much. Its roles are the required properties of
/// SpokenTile.qml.
struct SpokenRow {
    QString key;
    QString label;
    int tone = 0;       ///< Watch while it is unusual and nobody has it
    QString figure;     ///< "5.9 x", or voices
    QString sentiment;  ///< empty: nobody spoke
    int mood = 0;       ///< -1, 0, 1
    QString detail;     ///< since when, who has it, in which words
    double fade = 0;
    bool operator==(const SpokenRow&) const = default;

    static const std::array<Role<SpokenRow>, 8>& roles();
};

/// The rows on the present page, for QML. Pages are filled from the top. GUI thread.
class SpokenRows : public KeyedRows<SpokenRow> {
public:
    SpokenRows() : KeyedRows{Deal::Full} {}
};

}  // namespace carewall::ui
