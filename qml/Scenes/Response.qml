pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Tiles
import Carewall.Ui

/// How fast the floor answers: all queues together and each of them, the day and the last hour, beside what was
/// promised; and what is to come.
Item {
    id: scene

    required property Board board

    readonly property real u: Theme.unit
    readonly property real tableTop: Math.round(4.1 * u) + (notice.visible ? notice.height + Math.round(0.7 * u) : 0)
    readonly property real rowsTop: tableTop + headings.height
    readonly property real rowsRoom: height - rowsTop - 0.6 * u
    readonly property real leastRow: headings.columns.stacked ? 15.1 * u : 7.75 * u
    readonly property int rowsThatFit: Math.max(1, Math.floor(rowsRoom / leastRow))
    readonly property real rowHeight: Math.floor(Math.min(leastRow + 1.6 * u, rowsRoom / Math.max(1, board.responses.pageSize)))

    onRowsThatFitChanged: board.responses.fits = rowsThatFit
    Component.onCompleted: board.responses.fits = rowsThatFit

    HeaderBar {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        y: Math.round(1.0 * scene.u)
        floor: scene.board.header.floor
        date: scene.board.header.date
        time: scene.board.header.time
        clock: scene.board.header.clock
        clockStands: scene.board.header.clockStands
        trouble: scene.board.header.trouble
        second: scene.board.second
    }

    NoticeStrip {
        id: notice
        visible: text !== ""
        anchors.left: parent.left
        anchors.right: parent.right
        y: Math.round(4.1 * scene.u)
        text: scene.board.notice.text
        tone: scene.board.notice.tone
        place: scene.board.notice.place
    }

    ResponseHeadings {
        id: headings
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        y: scene.tableTop
        height: implicitHeight
        place: scene.board.responsesPlace
        hours: scene.board.hours
        columns: ResponseColumns {
            width: scene.width - 2 * Theme.margin
        }
    }

    Repeater {
        model: scene.board.responses

        ResponseTile {
            required property int index

            anchors.left: parent?.left
            anchors.right: parent?.right
            y: scene.rowsTop + index * scene.rowHeight
            height: scene.rowHeight
            columns: headings.columns
        }
    }
}
