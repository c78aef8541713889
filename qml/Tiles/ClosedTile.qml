pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Controls

/// The floor rests: when it opens, large and thin; below, how the day went, with two or three figures.
Item {
    id: tile

    required property string heading
    required property string time
    required property string day
    required property string past
    required property string sentence
    required property list<string> figures
    required property list<string> names
    required property real fade

    readonly property real u: Theme.unit
    readonly property real pastHeight: figures.length === 0 ? 0 : Math.round(4.1 * u) + (told.text === "" ? 0 : told.implicitHeight + Math.round(1.6 * u)) + (past === "" ? 0 : Math.round(1.8 * u))
    readonly property bool pastShown: height - pastHeight >= 10 * u
    readonly property real openingRoom: height - (pastShown ? pastHeight + Math.round(1.6 * u) : 0)
    readonly property real timeHeight: time === "" ? 0 : Math.round(Math.min(6.2 * u, 0.17 * width, Math.max(Theme.hero, openingRoom - 6.1 * u)))
    readonly property real openingHeight: Math.round(1.5 * u) + (time === "" ? 0 : timeHeight + Math.round(4.6 * u))
    readonly property real openingTop: Math.max(0, Math.round((openingRoom - openingHeight) * 0.3))
    readonly property real pastTop: height - pastHeight
    readonly property real wordsTop: pastTop + (past === "" ? 0 : Math.round(1.8 * u))
    readonly property real figuresTop: wordsTop + (told.text === "" ? 0 : told.implicitHeight + Math.round(1.6 * u))
    readonly property real column: Math.min(Math.round(15 * u), (width - 2 * u) / 3)

    Label {
        objectName: "heading"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.openingTop + Math.round(1.5 * tile.u)
        cap: 1.5 * tile.u
        ink: Theme.quiet
        text: tile.heading
    }
    Figure {
        objectName: "time"
        anchors.left: parent.left
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.openingTop + Math.round(3.4 * tile.u) + tile.timeHeight
        digitHeight: tile.timeHeight
        weight: Font.Light
        text: tile.time
    }
    Label {
        objectName: "day"
        visible: tile.time !== ""
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.openingTop + tile.openingHeight
        cap: 1.5 * tile.u
        ink: Theme.quiet
        text: tile.day
    }

    Label {
        objectName: "past"
        visible: tile.pastShown
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.pastTop + Math.round(tile.u)
        ink: Theme.quiet
        text: tile.past
    }
    Passage {
        id: told
        visible: tile.pastShown
        anchors.left: parent.left
        anchors.right: parent.right
        y: tile.wordsTop
        height: implicitHeight
        room: Math.round(3.2 * tile.u)
        caps: [1.25 * tile.u, 1.1 * tile.u, tile.u]
        fade: tile.fade
        text: tile.sentence
    }
    Repeater {
        model: tile.figures.length

        ShareTile {
            required property int index

            objectName: "figure" + index
            visible: tile.pastShown
            anchors.left: parent?.left
            anchors.leftMargin: index * (tile.column + Math.round(tile.u))
            y: tile.figuresTop
            width: tile.column
            nameInk: Theme.quiet
            figure: tile.figures[index] ?? ""
            name: tile.names[index] ?? ""
            samples: ""
            fade: tile.fade
        }
    }
}
