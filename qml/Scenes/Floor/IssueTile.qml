pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Controls
import Carewall.Ui

/// One issue that customers speak of: how often, how much more than the day before, and in which mood.
Item {
    id: tile

    required property string label
    required property string mentions
    required property string change
    required property string sentiment
    required property int mood
    required property real fade

    property bool moving: false        ///< over others, to another rank

    readonly property real u: Theme.unit
    readonly property real foot: Math.round(Theme.figure + 0.4 * u)
    property bool slim: false          ///< no room for the change
    property bool bare: false          ///< nor for the mood
    /// What it takes to say what and how often; the mood has moodRoom besides. A name longer than an ordinary one asks
    /// for no more than that: it is cut, and takes nothing from the others.
    readonly property real needs: Math.min(name.implicitWidth, 19 * u) + 0.3 * u + mentions.width
    readonly property real needsWithChange: needs + turn.width + 0.3 * u
    readonly property real moodRoom: 6.9 * u
    readonly property real changeEnd: width - (bare ? 0 : moodRoom)
    readonly property real mentionsEnd: changeEnd - (slim ? 0 : turn.width + 0.3 * u)

    readonly property real mentionsRoom: 4.9 * u
    readonly property real changeRoom: 5.6 * u
    readonly property real sentimentRoom: 4.2 * u

    implicitHeight: Math.round(2.15 * u)

    Rectangle {
        anchors.fill: parent
        visible: tile.moving
        color: Theme.ground
    }

    Label {
        id: name
        objectName: "label"
        anchors.left: parent.left
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.foot
        width: tile.mentionsEnd - mentions.width - 0.3 * tile.u
        fade: tile.fade
        text: tile.label
    }
    Figure {
        id: mentions
        objectName: "mentions"
        anchors.left: parent.left
        anchors.leftMargin: tile.mentionsEnd - width
        width: Math.max(tile.mentionsRoom, implicitWidth)
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.foot
        weight: Font.DemiBold
        fade: tile.fade
        text: tile.mentions
    }
    Figure {
        id: turn
        objectName: "change"
        visible: !tile.slim
        anchors.left: parent.left
        anchors.leftMargin: tile.changeEnd - width
        width: Math.max(tile.changeRoom, implicitWidth)
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.foot
        ink: Theme.quiet
        fade: tile.fade
        text: tile.change
    }
    Mark {
        objectName: "mood"
        visible: tile.sentiment !== "" && !tile.bare
        anchors.right: parent.right
        anchors.rightMargin: 4.5 * tile.u
        y: tile.foot - height
        width: Math.round(tile.u)
        height: width
        shape: tile.mood > 0 ? Mark.Up : tile.mood < 0 ? Mark.Down : Mark.Level
        color: Theme.faded(tile.mood < 0 ? Theme.ink : Theme.quiet, tile.fade)
    }
    Figure {
        objectName: "sentiment"
        visible: !tile.bare
        anchors.right: parent.right
        width: tile.sentimentRoom
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.foot
        ink: tile.mood < 0 ? Theme.ink : Theme.quiet
        fade: tile.fade
        text: tile.sentiment
    }
}
