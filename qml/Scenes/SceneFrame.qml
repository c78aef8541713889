pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Tiles
import Carewall.Ui

/// What stands around every scene: which floor and when above it, words to the floor below that. A scene is one of
/// these, and has the room from `contentTop` down.
Item {
    id: frame

    required property Board board

    readonly property real u: Theme.unit
    readonly property bool upright: width < height
    readonly property real contentTop: headerFoot + (notice.visible ? notice.height + Math.round(0.7 * u) : 0)
    readonly property real headerFoot: Math.round(4.1 * u) + header.below
    readonly property real contentWidth: width - 2 * Theme.margin

    Ground {
        anchors.fill: parent
        color: Theme.ground
        page: frame.board.pageTurns
    }

    HeaderBar {
        id: header
        upright: frame.upright
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        y: Math.round(1.0 * frame.u)
        floor: frame.board.header.floor
        date: frame.board.header.date
        time: frame.board.header.time
        clock: frame.board.header.clock
        clockStopped: frame.board.header.clockStopped
        trouble: frame.board.header.trouble
        second: frame.board.second
    }

    NoticeStrip {
        id: notice
        visible: text !== ""
        anchors.left: parent.left
        anchors.right: parent.right
        y: frame.headerFoot
        text: frame.board.notice.text
        tone: frame.board.notice.tone
        place: frame.board.notice.place
    }
}
