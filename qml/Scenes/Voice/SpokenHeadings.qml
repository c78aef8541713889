pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Controls

/// What the columns of what customers speak of are.
Item {
    id: headings

    required property string heading
    required property string place
    required property bool trends      ///< figures are times the usual, not voices

    readonly property real u: Theme.unit

    implicitHeight: 1.6 * u

    Label {
        objectName: "heading"
        anchors.left: parent.left
        anchors.baseline: parent.top
        anchors.baselineOffset: Math.round(headings.u)
        width: parent.width - 16.4 * headings.u
        ink: Theme.quiet
        // Which page it is comes before the rest where there is room for one alone.
        text: headings.place === "" ? headings.heading : headings.place.split("\u009c").map(page => headings.heading.split("\u009c").map(said => qsTr("%1, %2", "a heading; page of pages").arg(said).arg(page)).join("\u009c")).concat(headings.place).join("\u009c")
    }
    Label {
        objectName: "figures"
        anchors.right: parent.right
        anchors.rightMargin: 7.4 * headings.u
        anchors.baseline: parent.top
        anchors.baselineOffset: Math.round(headings.u)
        width: 8.6 * headings.u
        horizontalAlignment: Theme.figureAlignment
        ink: Theme.quiet
        text: headings.trends ? qsTr("times usual", "column of figures like 5.9 x") : qsTr("voices", "column of figures")
    }
    Label {
        anchors.right: parent.right
        anchors.baseline: parent.top
        anchors.baselineOffset: Math.round(headings.u)
        width: 6.6 * headings.u
        horizontalAlignment: Theme.figureAlignment
        ink: Theme.quiet
        text: qsTr("mood", "net sentiment")
    }
}
