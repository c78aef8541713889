pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Tiles
import Carewall.Ui

/// How fast the floor answers: all queues together and each of them, the day and the last hour, beside what was
/// promised; and what is to come.
SceneFrame {
    id: scene

    readonly property real rowsTop: contentTop + headings.height
    readonly property real rowsRoom: height - rowsTop - 0.6 * u
    readonly property real leastRow: headings.columns.stacked ? 15.1 * u : 7.75 * u
    readonly property int rowsThatFit: Math.max(1, Math.floor(rowsRoom / leastRow))
    readonly property real rowHeight: Math.floor(Math.min(leastRow + 1.6 * u, rowsRoom / Math.max(1, board.responses.pageSize)))

    onRowsThatFitChanged: board.responses.fits = rowsThatFit
    Component.onCompleted: board.responses.fits = rowsThatFit

    ResponseHeadings {
        id: headings
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        y: scene.contentTop
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
