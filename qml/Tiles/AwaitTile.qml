pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Controls

/// A wall without a report: what it waits for, what keeps it from its broker, and the line that brings it to life.
Item {
    id: tile

    required property string title
    required property string where
    required property string elsewhere
    required property string reason
    required property string hint
    required property string line
    required property string version

    readonly property real u: Theme.unit
    /// How much what stands below makes way.
    readonly property real lower: elsewhere === "" ? 0 : Math.round(u) + Math.round(1.8 * u) * Math.max(0, others.lineCount - 2)

    Label {
        objectName: "title"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.baseline: parent.top
        anchors.baselineOffset: Math.round(6 * tile.u)
        cap: Theme.hero
        font.weight: Font.DemiBold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.fontSize(Theme.figure)
        text: tile.title
    }
    Label {
        objectName: "where"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.baseline: parent.top
        anchors.baselineOffset: Math.round(9 * tile.u)
        cap: Theme.figure
        ink: Theme.quiet
        text: tile.where
    }
    Label {
        id: others
        objectName: "elsewhere"
        visible: text !== "" && tile.reason === ""  // both stand in one place
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.baseline: parent.top
        anchors.baselineOffset: Math.round(10.9 * tile.u)
        maximumLineCount: 5
        wrapMode: Text.Wrap
        lineHeightMode: Text.FixedHeight
        lineHeight: Math.round(1.8 * tile.u)
        text: tile.elsewhere
    }
    Label {
        objectName: "reason"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.baseline: parent.top
        anchors.baselineOffset: Math.round(11 * tile.u)
        wrapMode: Text.WordWrap
        maximumLineCount: 2
        lineHeightMode: Text.FixedHeight
        lineHeight: Math.round(Theme.leading)
        font.weight: Font.Medium
        text: tile.reason
    }
    Label {
        objectName: "hint"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.baseline: parent.top
        anchors.baselineOffset: Math.round(14.5 * tile.u) + tile.lower
        ink: Theme.quiet
        text: tile.hint
    }
    Label {
        objectName: "line"
        anchors.left: parent.left
        anchors.right: parent.right
        horizontalAlignment: Theme.mirrored ? Text.AlignRight : Text.AlignLeft   // a command is read from the left
        anchors.baseline: parent.top
        anchors.baselineOffset: Math.round(16.9 * tile.u) + tile.lower
        maximumLineCount: 6
        wrapMode: Text.WrapAnywhere
        lineHeightMode: Text.FixedHeight
        lineHeight: Math.round(1.9 * tile.u)
        text: tile.line
    }
    Label {
        objectName: "version"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        ink: Theme.old
        text: tile.version
    }
}
