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
    property real fade: 0

    readonly property real length: upright ? height : width
    readonly property real thickness: upright ? width : height
    readonly property real filled: Math.round(Math.max(0, Math.min(1, ratio)) * length)
    readonly property real markAt: Math.round(Math.max(0, Math.min(1, target)) * length)
    readonly property real markSize: Math.max(2, Math.round(0.14 * Theme.unit))
    readonly property real overhang: Math.round(0.3 * Theme.unit)

    Rectangle {
        anchors.fill: parent
        color: Theme.line
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
    Rectangle {
        objectName: "mark"
        visible: bar.target > 0
        anchors.left: parent.left
        anchors.leftMargin: bar.upright ? -bar.overhang : Math.min(bar.markAt, bar.length - bar.markSize)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: bar.upright ? Math.min(bar.markAt, bar.length - bar.markSize) : -bar.overhang
        width: bar.upright ? bar.thickness + 2 * bar.overhang : bar.markSize
        height: bar.upright ? bar.markSize : bar.thickness + 2 * bar.overhang
        color: Theme.ink
    }
}
