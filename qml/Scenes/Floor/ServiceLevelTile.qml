pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Controls
import Carewall.Ui

/// The floor's service level today against its target, with how it is worked out and over how many.
Item {
    id: tile

    required property string figure
    required property real ratio
    required property real target
    required property string targetWord
    required property string formula
    required property string samples
    required property int tone
    required property string heading
    required property real fade

    readonly property real u: Theme.unit
    readonly property real foot: Math.round(5.6 * u)
    readonly property real wordsStart: Math.round(Math.max(kept.implicitWidth, hero.width) + u)

    implicitHeight: (words.lineCount > 1 ? 10.5 : 8.9) * u

    Label {
        anchors.baseline: parent.top
        anchors.baselineOffset: Math.round(tile.u)
        anchors.left: parent.left
        width: parent.width + 2 * tile.u
        ink: Theme.quiet
        text: tile.heading
    }
    Figure {
        id: hero
        objectName: "figure"
        anchors.left: parent.left
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.foot
        digitHeight: 3.5 * tile.u
        room: tile.width - 9.2 * tile.u
        weight: Font.DemiBold
        fade: tile.fade
        text: tile.figure
    }
    FigureRoom {
        id: kept
        of: tile.figure
        digitHeight: hero.digitHeight
        room: hero.room
        weight: hero.weight
    }
    Label {
        objectName: "target"
        anchors.left: hero.left
        anchors.leftMargin: tile.wordsStart
        anchors.right: parent.right
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.foot - Math.round(Theme.leading)
        text: tile.targetWord
    }
    Label {
        objectName: "samples"
        anchors.left: hero.left
        anchors.leftMargin: tile.wordsStart
        anchors.right: parent.right
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.foot
        ink: Theme.quiet
        text: tile.samples
    }
    Bar {
        anchors.left: parent.left
        anchors.right: parent.right
        y: tile.foot + Math.round(0.85 * tile.u)
        height: Math.round(0.45 * tile.u)
        ratio: tile.ratio
        target: tile.target
        ink: tile.tone === Tone.Watch ? Theme.toneSign(Tone.Watch) : Theme.ink
        fade: tile.fade
    }
    Label {
        id: words
        objectName: "formula"
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.foot + Math.round(2.95 * tile.u)
        anchors.left: parent.left
        width: parent.width
        maximumLineCount: 2
        wrapMode: Text.WordWrap
        lineHeightMode: Text.FixedHeight
        lineHeight: Math.round(1.6 * tile.u)
        ink: Theme.quiet
        text: tile.formula
    }
}
