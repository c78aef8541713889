pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Scenes
import Carewall.Theme
import Carewall.Controls
import Carewall.Ui

/// How fast the floor answers: all queues together and each of them, the day and the last hour, beside what was
/// promised; and what is to come.
SceneFrame {
    id: scene

    readonly property real rowsTop: contentTop + headings.height
    readonly property real rowsRoom: height - rowsTop - 0.6 * u
    readonly property real leastRow: headings.columns.stacked ? 16.1 * u : 9.4 * u
    readonly property int rowsThatFit: Math.max(1, Math.floor(rowsRoom / leastRow))
    readonly property real rowHeight: Math.floor(Math.min(leastRow + 5 * u, rowsRoom / Math.max(1, board.responses.pageSize)))

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
        columns: ResponseColumns {
            width: scene.width - 2 * Theme.margin
        }
    }

    Repeater {
        model: scene.board.responses

        ResponseTile {
            id: row
            required property int index
            required property bool stays
            readonly property Rank rank: Rank {
                index: row.index
                stays: row.stays
            }

            anchors.left: parent?.left
            anchors.right: parent?.right
            y: scene.rowsTop + Math.round(rank.shown * scene.rowHeight)
            z: rank.away
            moving: rank.away > 0
            height: scene.rowHeight
            hours: scene.board.hours
            columns: headings.columns
        }
    }
}
