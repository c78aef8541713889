pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Controls

/// The floor rests: about one axis, when it opens, large and thin; below a rule, across the whole width, how the day
/// went, with two or three figures.
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
    readonly property bool upright: height > width
    readonly property real gap: Math.round(1.2 * u)
    readonly property real column: Math.floor((width - (figures.length - 1) * gap) / Math.max(1, figures.length))

    readonly property real pastRoom: past === "" ? 0 : Math.round(1.9 * u)
    readonly property real toldRoom: told.text === "" ? 0 : told.implicitHeight + Math.round(1.9 * u)
    readonly property real pastHeight: figures.length === 0 ? 0 : pastRoom + toldRoom + Math.round(3.75 * u + (longest.lineCount - 1) * Theme.leading)
    readonly property bool pastShown: height - pastHeight >= 10 * u
    readonly property real openingRoom: height - (pastShown && pastHeight > 0 ? pastHeight + Math.round(2.4 * u) : 0)
    readonly property real timeHeight: time === "" ? 0 : Math.round(Math.min(11 * u, (upright ? 0.3 : 0.2) * width, Math.max(Theme.hero, openingRoom - 6.2 * u)))
    readonly property real openingHeight: Math.round(1.5 * u) + (time === "" ? 0 : timeHeight + Math.round(4.6 * u))
    readonly property real openingTop: Math.max(0, Math.round((openingRoom - openingHeight) * 0.45))
    readonly property real pastTop: height - pastHeight
    readonly property real wordsTop: pastTop + pastRoom
    readonly property real figuresTop: wordsTop + toldRoom

    component Line: Label {
        anchors.left: parent?.left
        anchors.right: parent?.right
        anchors.baseline: parent?.top
        horizontalAlignment: Text.AlignHCenter
        ink: Theme.quiet
    }

    Line {
        objectName: "heading"
        anchors.baselineOffset: tile.openingTop + Math.round(1.5 * tile.u)
        cap: 1.5 * tile.u
        text: tile.heading
    }
    Figure {
        objectName: "time"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.openingTop + Math.round(3.4 * tile.u) + tile.timeHeight
        digitHeight: tile.timeHeight
        room: tile.width
        weight: Font.Light
        text: tile.time
    }
    Line {
        objectName: "day"
        visible: tile.time !== ""
        anchors.baselineOffset: tile.openingTop + tile.openingHeight
        cap: 1.5 * tile.u
        text: tile.day
    }

    Rectangle {
        visible: tile.pastShown && tile.pastHeight > 0
        anchors.left: parent.left
        anchors.right: parent.right
        y: tile.pastTop - Math.round(1.2 * tile.u)
        height: Theme.rule
        color: Theme.line
    }
    Line {
        objectName: "past"
        visible: tile.pastShown
        anchors.baselineOffset: tile.pastTop + Math.round(tile.u)
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
        alignment: Text.AlignHCenter
        fade: tile.fade
        text: tile.sentence
    }
    /// Lines that the last figure's name takes: it says most.
    Label {
        id: longest
        visible: false
        width: tile.column
        wrapMode: Text.WordWrap
        maximumLineCount: 3
        text: tile.names[tile.names.length - 1] ?? ""
    }
    Repeater {
        model: tile.figures.length

        Item {
            id: fact
            required property int index

            objectName: "figure" + index
            visible: tile.pastShown
            anchors.left: parent?.left
            anchors.leftMargin: index * (tile.column + tile.gap)
            y: tile.figuresTop
            width: tile.column

            Figure {
                objectName: "figure"
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.baseline: parent.top
                anchors.baselineOffset: Math.round(1.6 * tile.u)
                digitHeight: 1.6 * tile.u
                room: fact.width
                weight: Font.DemiBold
                fade: tile.fade
                text: tile.figures[fact.index] ?? ""
            }
            Line {
                objectName: "name"
                anchors.baselineOffset: Math.round(3.7 * tile.u)
                wrapMode: Text.WordWrap
                maximumLineCount: 3
                lineHeightMode: Text.FixedHeight
                lineHeight: Math.round(Theme.leading)
                text: tile.names[fact.index] ?? ""
            }
        }
    }
}
