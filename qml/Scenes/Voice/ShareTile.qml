pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Controls
import Carewall.Ui

/// A figure with its name and what it rests on below it; a sign before it where it has one.
Item {
    id: tile

    required property string figure
    required property string name
    required property string samples
    required property real fade
    property int mood: 0
    property bool signed: false        ///< a mood: its sign stands before it
    property color nameInk: Theme.ink
    property real ratio: -1            ///< of a share, drawn as a bar; negative: none

    readonly property real u: Theme.unit
    readonly property real foot: Math.round(1.85 * u)

    implicitHeight: Math.round(5.85 * u)

    Mark {
        id: sign
        objectName: "mood"
        visible: tile.signed
        anchors.left: parent.left
        y: tile.foot - height
        width: Math.round(1.2 * tile.u)
        height: width
        shape: tile.mood > 0 ? Mark.Up : tile.mood < 0 ? Mark.Down : Mark.Level
        color: Theme.faded(tile.mood < 0 ? Theme.ink : Theme.quiet, tile.fade)
    }
    Figure {
        objectName: "figure"
        anchors.left: parent.left
        anchors.leftMargin: tile.signed ? sign.width + Math.round(0.4 * tile.u) : 0
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.foot
        digitHeight: 1.6 * tile.u
        room: tile.width - anchors.leftMargin
        weight: Font.DemiBold
        fade: tile.fade
        text: tile.figure
    }
    Bar {
        visible: tile.ratio >= 0
        anchors.left: parent.left
        anchors.right: parent.right
        y: tile.foot + Math.round(0.4 * tile.u)
        height: Math.round(0.3 * tile.u)
        ratio: tile.ratio
        target: 0
        ink: Theme.quiet
        fade: tile.fade
    }
    Label {
        objectName: "name"
        anchors.left: parent.left
        width: parent.width
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.foot + Math.round(2.1 * tile.u)
        ink: tile.nameInk
        text: tile.name
    }
    Label {
        objectName: "samples"
        anchors.left: parent.left
        width: parent.width + Math.round(0.7 * tile.u)
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.foot + Math.round(3.65 * tile.u)
        ink: Theme.quiet
        text: tile.samples
    }
}
