pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Tiles
import Carewall.Ui

/// What stands around every scene: which floor and when above it, words to the floor below that. A scene is one of
/// these, and has the room from `contentTop` down.
Item {
    id: around

    required property FrameModel frame

    readonly property real u: Theme.unit
    readonly property bool upright: width < height
    readonly property real contentTop: headerFoot + (notice.visible ? notice.height + Math.round(0.7 * u) : 0)
    readonly property real headerFoot: Math.round(4.1 * u) + header.below
    readonly property real contentWidth: width - 2 * Theme.margin

    Ground {
        anchors.fill: parent
        color: Theme.ground
        page: around.frame.pageTurns
    }

    HeaderBar {
        id: header
        upright: around.upright
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        y: Math.round(1.0 * around.u)
        floor: around.frame.header.floor
        date: around.frame.header.date
        time: around.frame.header.time
        clock: around.frame.header.clock
        clockStopped: around.frame.header.clockStopped
        trouble: around.frame.header.trouble
        second: around.frame.second
    }

    NoticeStrip {
        id: notice
        visible: text !== ""
        anchors.left: parent.left
        anchors.right: parent.right
        y: around.headerFoot
        text: around.frame.notice.text
        tone: around.frame.notice.tone
        place: around.frame.notice.place
    }
}
