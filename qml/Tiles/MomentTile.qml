pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Controls
import Carewall.Ui

/// A story of somebody who went above and beyond, set as a quotation: its mark hangs before it, its team, channel and
/// thanks stand below. Without a story it says so, quietly.
Item {
    id: tile

    required property bool told
    required property string mark
    required property string story
    required property string from
    required property string thanks

    readonly property real u: Theme.unit
    readonly property bool narrow: width < 40 * u
    readonly property real hang: narrow ? 0 : Math.round(5.2 * u)    ///< room for the mark beside the story
    readonly property real markCap: Math.round(6.4 * u)
    readonly property real markRoom: narrow ? Math.round(4.8 * u) : 0
    readonly property real tail: (from === "" ? 0 : Math.round(3.0 * u)) + (thanks === "" ? 0 : Math.round((from === "" ? 3.0 : 1.8) * u))
    readonly property real spare: Math.max(0, height - markRoom - passage.implicitHeight - tail)
    readonly property real storyTop: markRoom + Math.round(0.42 * spare)
    readonly property real storyFoot: storyTop + passage.implicitHeight

    Quotation {
        objectName: "mark"
        visible: tile.told
        anchors.left: parent.left
        y: tile.storyTop - tile.markRoom
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
        caps: tile.told ? [2.3 * tile.u, 1.6 * tile.u, 1.25 * tile.u] : [1.8 * tile.u, 1.5 * tile.u, 1.25 * tile.u]
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
