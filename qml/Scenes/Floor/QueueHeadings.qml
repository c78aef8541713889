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
        required property real start
        required property real room
        anchors.baseline: parent?.top
        anchors.baselineOffset: headings.foot
        anchors.left: parent?.left
        anchors.leftMargin: start
        width: room
        horizontalAlignment: Theme.figureAlignment
        ink: Theme.quiet
    }

    implicitHeight: 1.65 * Theme.unit

    Label {
        objectName: "place"
        anchors.baseline: parent.top
        anchors.baselineOffset: headings.foot
        anchors.left: parent.left
        anchors.leftMargin: headings.columns.stacked ? 0 : headings.columns.labelStart
        // Stacked it has what the next heading leaves, which stands at the far end of its room.
        width: headings.columns.waitingEnd - anchors.leftMargin - (headings.columns.stacked && !Theme.mirrored ? Math.min(waiting.implicitWidth + 0.8 * Theme.unit, headings.columns.waitingRoom) : headings.columns.waitingRoom)
        ink: Theme.quiet
        text: {
            if (headings.columns.stacked)
                return headings.place;
            return headings.place === "" ? qsTr("queues") : headings.place.split("\u009c").map(said => qsTr("queues, %1", "page of pages").arg(said)).join("\u009c");
        }
    }
    Heading {
        id: waiting
        start: headings.columns.waitingEnd - room
        room: headings.columns.waitingRoom
        text: qsTr("waiting")
    }
    Heading {
        start: headings.columns.oldestEnd - room
        room: headings.columns.oldestRoom
        text: qsTr("longest wait")
    }
    Heading {
        visible: !headings.columns.slim
        start: headings.columns.p50End - room
        room: headings.columns.p50Room
        text: qsTr("half in", "half of the answers came within")
    }
    Heading {
        visible: !headings.columns.slim
        start: headings.columns.p90End - room
        room: headings.columns.p90Room
        text: qsTr("90 % in", "nine of ten answers came within")
    }
    Heading {
        start: headings.columns.withinStart
        room: headings.columns.withinRoom
        text: qsTr("in time", "share of the queue answered within its target")
    }
}
