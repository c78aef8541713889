pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Controls
import Carewall.Ui

/// Something that customers speak of, in two lines: what, how much and in which mood; since when, and who has
/// it. Narrow, a long name takes a second line.
Item {
    id: tile

    required property string label
    required property int tone
    required property string figure
    required property string sentiment
    required property int mood
    required property string detail
    required property real fade

    property bool moving: false        ///< over others, to another rank

    readonly property real u: Theme.unit
    readonly property bool warns: tone === Tone.Watch || tone === Tone.Act
    readonly property real first: Math.round(Theme.figure + 0.2 * u)
    readonly property bool narrow: width < 40 * u
    readonly property real second: first + Math.round(1.6 * u * name.lineCount)
    readonly property real start: Math.round(2.1 * u)
    readonly property real figureEnd: Math.round(width - 7.4 * u)
    readonly property real figureRoom: Math.round(7.9 * u)

    implicitHeight: Math.round((narrow ? 5.05 : 3.45) * u)

    Rectangle {
        anchors.fill: parent
        visible: tile.moving
        color: Theme.ground
    }

    ToneMark {
        objectName: "tone"
        tone: tile.tone
        anchors.left: parent.left
        y: tile.first - Math.round(1.2 * tile.u)
        width: Math.round(1.5 * tile.u)
        height: width
    }
    Label {
        id: name
        objectName: "label"
        anchors.left: parent.left
        anchors.leftMargin: tile.start
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.first
        width: tile.figureEnd - tile.figureRoom - tile.start - Math.round(0.4 * tile.u)
        wrapMode: tile.narrow ? Text.Wrap : Text.NoWrap
        maximumLineCount: tile.narrow ? 2 : 1
        lineHeightMode: Text.FixedHeight
        lineHeight: Math.round(1.6 * tile.u)
        font.weight: Font.DemiBold
        fade: tile.fade
        text: tile.label
    }
    Figure {
        objectName: "figure"
        anchors.left: parent.left
        anchors.leftMargin: tile.figureEnd - width
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.first
        width: tile.figureRoom
        room: width
        weight: Font.DemiBold
        fade: tile.fade
        text: tile.figure
    }
    Mark {
        objectName: "mood"
        visible: tile.sentiment !== ""
        anchors.right: parent.right
        anchors.rightMargin: Math.round(4.6 * tile.u)
        y: tile.first - height
        width: Math.round(tile.u)
        height: width
        shape: tile.mood > 0 ? Mark.Up : tile.mood < 0 ? Mark.Down : Mark.Level
        color: Theme.faded(tile.mood < 0 ? Theme.ink : Theme.quiet, tile.fade)
    }
    Figure {
        objectName: "sentiment"
        anchors.right: parent.right
        width: Math.round(4.3 * tile.u)
        room: width
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.first
        ink: tile.mood < 0 ? Theme.ink : Theme.quiet
        fade: tile.fade
        text: tile.sentiment
    }
    Label {
        objectName: "words"
        anchors.left: parent.left
        anchors.leftMargin: tile.start
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.second
        width: tile.width - tile.start
        ink: Theme.quiet
        fade: tile.fade
        text: tile.detail
    }
}
