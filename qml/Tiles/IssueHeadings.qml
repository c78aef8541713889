pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Controls

/// What the issues' columns are.
Item {
    id: headings

    required property string heading
    required property string age
    required property string place

    readonly property real u: Theme.unit
    property bool slim: false          ///< no room for the change
    property bool bare: false          ///< nor for the mood
    /// Their age, and which page this is, need the room more.
    readonly property bool compares: !slim && age === "" && title.implicitWidth <= width - 16 * u

    implicitHeight: 1.4 * u

    Label {
        id: title
        objectName: "heading"
        readonly property string rest: headings.age === "" ? headings.place : headings.age
        anchors.left: parent.left
        anchors.baseline: parent.top
        anchors.baselineOffset: Math.round(headings.u)
        width: parent.width - (headings.compares ? 16 : headings.bare ? 0 : 7) * headings.u
        ink: Theme.quiet
        // Their age, or which page it is, comes before the rest where there is room for one alone.
        text: rest === "" ? headings.heading : rest.split("\u009c").map(page => headings.heading.split("\u009c").map(said => qsTr("%1, %2", "a heading; page of pages").arg(said).arg(page)).join("\u009c")).concat(rest).join("\u009c")
    }
    Label {
        visible: headings.compares
        anchors.right: parent.right
        anchors.rightMargin: 6.9 * headings.u
        anchors.baseline: parent.top
        anchors.baselineOffset: Math.round(headings.u)
        width: 8.6 * headings.u
        horizontalAlignment: Theme.figureAlignment
        ink: Theme.quiet
        text: qsTr("vs yesterday", "more or fewer mentions than in the same hours the day before")
    }
    Label {
        visible: !headings.bare
        anchors.right: parent.right
        anchors.baseline: parent.top
        anchors.baselineOffset: Math.round(headings.u)
        width: 6.2 * headings.u
        horizontalAlignment: Theme.figureAlignment
        ink: Theme.quiet
        text: qsTr("mood", "net sentiment")
    }
}
