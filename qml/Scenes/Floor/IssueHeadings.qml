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
    /// Where the figures end, as in IssueTile.
    readonly property real changeEnd: width - (bare ? 0 : 6.9 * u)
    readonly property real mentionsEnd: changeEnd - (slim ? 0 : 5.9 * u)

    implicitHeight: 1.4 * u

    Label {
        id: title
        objectName: "heading"
        readonly property string rest: headings.age === "" ? headings.place : headings.age
        anchors.left: parent.left
        anchors.baseline: parent.top
        anchors.baselineOffset: Math.round(headings.u)
        width: headings.age === "" ? headings.mentionsEnd - count.width - 0.5 * headings.u : parent.width - (headings.bare ? 0 : 7) * headings.u
        ink: Theme.quiet
        // Their age, or which page it is, comes before the rest where there is room for one alone.
        text: rest === "" ? headings.heading : headings.heading.split("\u009c").map(said => rest.split("\u009c").map(page => qsTr("%1, %2", "a heading; page of pages").arg(said).arg(page)).join("\u009c")).concat(rest).join("\u009c")
    }
    Label {
        id: count
        visible: headings.age === ""
        anchors.left: parent.left
        anchors.leftMargin: headings.mentionsEnd - width
        anchors.baseline: parent.top
        anchors.baselineOffset: Math.round(headings.u)
        width: Math.max(4.9 * headings.u, Math.ceil(implicitWidth))
        horizontalAlignment: Theme.figureAlignment
        ink: Theme.quiet
        text: qsTr("voices", "column of figures")
    }
    Label {
        visible: !headings.slim && headings.age === ""
        anchors.left: parent.left
        anchors.leftMargin: headings.changeEnd - width
        anchors.baseline: parent.top
        anchors.baselineOffset: Math.round(headings.u)
        width: 5.6 * headings.u
        horizontalAlignment: Theme.figureAlignment
        ink: Theme.quiet
        text: qsTr("in 24 h", "more or fewer mentions than in the same hours the day before")
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
