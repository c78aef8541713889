pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme

/// A row's rank as it is shown: on its way while the row moves, so that the eye can follow; there at once where a row
/// came or its place was given to another.
QtObject {
    id: rank

    required property int index        ///< where the row belongs
    required property bool stays       ///< it is the row that it was before

    property real shown: index
    readonly property real away: Math.abs(shown - index)   ///< ranks still to go

    Behavior on shown {
        enabled: Theme.motion && rank.stays
        NumberAnimation {
            duration: 300
            easing.type: Easing.InOutCubic
        }
    }
}
