pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Controls
import Carewall.Ui

/// Words to the floor, from edge to edge.
Rectangle {
    id: strip

    required property string text
    required property int tone
    required property string place

    readonly property real u: Theme.unit

    implicitHeight: Math.round((words.lineCount > 1 ? 4.1 : 2.4) * u)
    color: tone === Tone.Act ? Theme.actGround : Theme.panel

    ToneMark {
        id: mark
        tone: strip.tone
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: words.y + words.baselineOffset - Math.round(1.25 * strip.u)
        width: Math.round(1.5 * strip.u)
        height: width
    }
    Label {
        id: words
        objectName: "words"
        anchors.left: mark.right
        anchors.leftMargin: 0.8 * strip.u
        anchors.right: count.left
        anchors.rightMargin: strip.place === "" ? 0 : 1.2 * strip.u
        anchors.baseline: parent.top
        anchors.baselineOffset: Math.round(1.7 * strip.u)
        wrapMode: Text.WordWrap
        maximumLineCount: 2
        lineHeightMode: Text.FixedHeight
        lineHeight: Math.round(Theme.leading)
        font.weight: Font.Medium
        text: strip.text
    }
    Label {
        id: count
        objectName: "place"
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.baseline: parent.top
        anchors.baselineOffset: Math.round(1.7 * strip.u)
        ink: Theme.ink
        text: strip.place
    }
}
