pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Controls
import Carewall.Ui

/// A story of somebody who went above and beyond, set as a quotation under a star: its mark hangs before it, its team,
/// channel and thanks stand below. Without a story it says so, quietly.
Item {
    id: tile

    required property bool told
    required property string heading
    required property string mark
    required property string story
    required property string from
    required property string thanks

    readonly property real u: Theme.unit
    readonly property bool narrow: width < 40 * u
    readonly property real headRoom: heading === "" ? 0 : Math.round(3.4 * u)
    readonly property real hang: narrow ? 0 : Math.round(sign.implicitWidth + 1.9 * u)    ///< room for the mark beside the story
    readonly property real markCap: Math.round(6.4 * u)
    readonly property real markRoom: headRoom + (narrow ? Math.round(4.2 * u) : 0)
    readonly property real tail: (from === "" ? 0 : Math.round(3.0 * u)) + (thanks === "" ? 0 : Math.round((from === "" ? 3.0 : 1.8) * u))
    readonly property real spare: Math.max(0, height - markRoom - passage.implicitHeight - tail)
    readonly property real storyTop: markRoom + Math.round((narrow ? 0.2 : 0.36) * spare)
    readonly property real storyFoot: storyTop + passage.implicitHeight

    Mark {
        id: star
        objectName: "star"
        visible: tile.heading !== ""
        anchors.left: parent.left
        y: Math.round(1.25 * tile.u) - height + Math.round(0.15 * tile.u)
        width: Math.round(1.6 * tile.u)
        height: width
        shape: Mark.Star
        color: Theme.other
    }
    Label {
        objectName: "heading"
        anchors.left: star.right
        anchors.leftMargin: Math.round(0.6 * tile.u)
        anchors.right: parent.right
        anchors.baseline: parent.top
        anchors.baselineOffset: Math.round(1.25 * tile.u)
        cap: 1.25 * tile.u
        ink: Theme.quiet
        text: tile.heading
    }
    Quotation {
        id: sign
        objectName: "mark"
        visible: tile.told
        anchors.left: parent.left
        // Beside the story where it belongs in a line; above it at the foot of its own room.
        y: tile.narrow ? tile.storyTop - Math.round(1.3 * tile.u) - height
                       : low ? tile.storyTop + Math.round(1.6 * passage.cap) - height : tile.storyTop
        width: implicitWidth
        height: implicitHeight
        mark: tile.mark
        cap: tile.markCap
        color: Theme.other
    }
    Passage {
        id: passage
        objectName: "story"
        anchors.left: parent.left
        anchors.leftMargin: tile.told ? tile.hang : 0
        anchors.right: parent.right
        anchors.rightMargin: tile.narrow ? 0 : Math.round(1.5 * tile.u)
        y: tile.storyTop
        height: implicitHeight
        room: tile.height - tile.markRoom - tile.tail
        caps: tile.told ? [(tile.narrow ? 2.7 : 2.3) * tile.u, (tile.narrow ? 2 : 1.6) * tile.u, 1.25 * tile.u] : [1.8 * tile.u, 1.5 * tile.u, 1.25 * tile.u]
        ink: tile.told ? Theme.ink : Theme.quiet
        text: tile.story
    }
    Label {
        objectName: "words"
        anchors.left: passage.left
        anchors.right: parent.right
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.storyFoot + Math.round(3.0 * tile.u)
        cap: 1.1 * tile.u
        ink: Theme.quiet
        text: tile.from
    }
    Label {
        objectName: "words"
        anchors.left: passage.left
        anchors.right: parent.right
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.storyFoot + tile.tail
        cap: 1.1 * tile.u
        font.weight: Font.DemiBold
        text: tile.thanks
    }
}
