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
    /// Baseline of the hint: where it stands, or below a long reason or what other floors there are.
    readonly property real hintFoot: {
        const usual = 14.5 * u
        if (tile.reason !== "") return Math.round(Math.max(usual, 12.1 * u + why.lineCount * Theme.leading))
        if (tile.elsewhere !== "") return Math.round(usual) + Math.round(u) + Math.round(1.8 * u) * Math.max(0, others.lineCount - 2)
        return Math.round(usual)
    }

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
        id: why
        objectName: "reason"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.baseline: parent.top
        anchors.baselineOffset: Math.round(11 * tile.u)
        wrapMode: Text.WordWrap
        maximumLineCount: 4
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
        anchors.baselineOffset: tile.hintFoot
        ink: Theme.quiet
        text: tile.hint
    }
    Label {
        objectName: "line"
        anchors.left: parent.left
        anchors.right: parent.right
        horizontalAlignment: Theme.mirrored ? Text.AlignRight : Text.AlignLeft   // a command is read from the left
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.hintFoot + Math.round(2.4 * tile.u)
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
