pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Controls

/// The headings of the response scene.
Item {
    id: headings

    required property ResponseColumns columns
    required property string place         ///< "2 of 3"; empty when there is one page

    readonly property real foot: Theme.unit
    /// Over stacked rows the title has a line of its own.
    readonly property real columnsFoot: foot + (columns.stacked ? Theme.leading : 0)

    component Heading: Label {
        required property real start
        required property real room
        anchors.baseline: parent?.top
        anchors.baselineOffset: headings.columnsFoot
        anchors.left: parent?.left
        anchors.leftMargin: start
        width: room
        ink: Theme.quiet
    }

    implicitHeight: columnsFoot + 0.65 * Theme.unit

    Heading {
        objectName: "place"
        anchors.baselineOffset: headings.foot
        start: headings.columns.labelStart
        room: headings.columns.labelRoom
        text: headings.place === "" ? qsTr("response times") : headings.place.split("\u009c").map(said => qsTr("response times, %1", "page of pages").arg(said)).join("\u009c")
    }
    Heading {
        start: headings.columns.p50End - headings.columns.figureRoom
        room: headings.columns.figureRoom
        horizontalAlignment: Theme.figureAlignment
        text: qsTr("half in", "half of the answers came within")
    }
    Heading {
        start: headings.columns.p90End - headings.columns.figureRoom
        room: headings.columns.figureRoom
        horizontalAlignment: Theme.figureAlignment
        text: qsTr("90 % in", "nine of ten answers came within")
    }
    Heading {
        objectName: "day"
        start: headings.columns.levelStart
        room: headings.columns.stripStart + headings.columns.stripRoom - headings.columns.levelStart
        horizontalAlignment: Text.AlignRight
        text: qsTr("today, half to 90 %", "a drawing by half hours: from the time in which half were answered to that in which 90 % were") + "\u009C" + qsTr("today", "a drawing by half hours")
    }
    Heading {
        visible: headings.columns.hasHistogram
        start: headings.columns.histogramStart
        room: headings.columns.histogramRoom
        text: qsTr("last hour")
    }
}
