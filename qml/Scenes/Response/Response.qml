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

    required property ResponseModel model

    readonly property real rowsTop: contentTop + headings.height
    readonly property real rowsRoom: height - rowsTop - 0.6 * u
    readonly property real leastRow: headings.columns.stacked ? 16.1 * u : 9.4 * u
    readonly property int rowsThatFit: Math.max(1, Math.floor(rowsRoom / leastRow))
    readonly property real rowHeight: Math.floor(Math.min(leastRow + 5 * u, rowsRoom / Math.max(1, model.responses.pageSize)))

    onRowsThatFitChanged: model.responses.fits = rowsThatFit
    Component.onCompleted: model.responses.fits = rowsThatFit

    ResponseHeadings {
        id: headings
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        y: scene.contentTop
        height: implicitHeight
        place: scene.model.responsesPlace
        columns: ResponseColumns {
            width: scene.width - 2 * Theme.margin
        }
    }

    Repeater {
        model: scene.model.responses

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
            hours: scene.model.hours
            columns: headings.columns
        }
    }
}
