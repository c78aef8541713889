pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Controls

/// The queues' headings, said once for all rows, and which page of queues this is.
Item {
    id: headings

    required property QueueColumns columns
    required property string place     ///< "2 of 3"; empty when there is one page

    readonly property real foot: Theme.unit

    component Heading: Label {
        required property real end
        required property real room
        anchors.baseline: parent?.top
        anchors.baselineOffset: headings.foot
        anchors.left: parent?.left
        anchors.leftMargin: end - room
        width: room
        horizontalAlignment: Text.AlignRight
        ink: Theme.quiet
    }

    implicitHeight: 1.5 * Theme.unit

    Label {
        objectName: "place"
        anchors.baseline: parent.top
        anchors.baselineOffset: headings.foot
        anchors.left: parent.left
        anchors.leftMargin: headings.columns.labelStart
        width: headings.columns.labelRoom
        ink: Theme.quiet
        text: headings.place
    }
    Heading {
        end: headings.columns.waitingEnd
        room: headings.columns.waitingRoom
        text: qsTr("waiting")
    }
    Heading {
        end: headings.columns.oldestEnd
        room: headings.columns.oldestRoom
        text: qsTr("longest")
    }
    Heading {
        end: headings.columns.p50End
        room: headings.columns.p50Room
        text: qsTr("half in", "half of the answers came within")
    }
    Heading {
        end: headings.columns.p90End
        room: headings.columns.p90Room
        text: qsTr("90 % in", "nine of ten answers came within")
    }
    Heading {
        end: headings.columns.serviceEnd
        room: headings.columns.serviceRoom + 1.5 * Theme.unit
        text: qsTr("in time", "share of the queue answered within its target")
    }
}
