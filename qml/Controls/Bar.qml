pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme

/// A share of a whole, with a mark where it should be. Lies or stands.
Item {
    id: bar

    required property real ratio       ///< in [0, 1]; negative: nothing to show
    required property real target      ///< in [0, 1]; 0: none
    property bool upright: false
    property color ink: Theme.ink
    property color track: Theme.line
    property color ground: Theme.ground
    property real fade: 0

    readonly property real length: upright ? height : width
    readonly property real thickness: upright ? width : height
    readonly property real filled: Math.round(Math.max(0, Math.min(1, ratio)) * length)
    readonly property real markSize: Theme.hair
    readonly property real markFrom: Math.round(Math.max(0, Math.min(1, target)) * (length - markSize))
    readonly property real overhang: Math.round(0.22 * Theme.unit)

    Rectangle {
        anchors.fill: parent
        color: bar.track
    }
    Rectangle {
        objectName: "filled"
        visible: bar.ratio >= 0
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        width: bar.upright ? bar.thickness : bar.filled
        height: bar.upright ? bar.filled : bar.thickness
        color: Theme.faded(bar.ink, bar.fade)
    }
    component Mark: Rectangle {
        required property real halo    ///< around the mark, so that it stands out from what is filled
        visible: bar.target > 0
        anchors.left: parent?.left
        anchors.bottom: parent?.bottom
        anchors.leftMargin: bar.upright ? -bar.overhang : bar.markFrom - halo
        anchors.bottomMargin: bar.upright ? bar.markFrom - halo : -bar.overhang
        width: bar.upright ? bar.thickness + 2 * bar.overhang : bar.markSize + 2 * halo
        height: bar.upright ? bar.markSize + 2 * halo : bar.thickness + 2 * bar.overhang
    }
    Mark {
        halo: bar.markSize
        color: bar.ground
    }
    Mark {
        objectName: "mark"
        halo: 0
        color: Theme.ink
    }
}
