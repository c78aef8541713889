pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Scenes
import Carewall.Theme

/// Closed hours: rest. Little is told; the stage dims it.
SceneFrame {
    id: scene

    ClosedTile {
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        width: scene.contentWidth
        y: scene.contentTop + Math.round(0.6 * scene.u)
        height: scene.height - y - Theme.margin
        heading: scene.board.closed.heading
        time: scene.board.closed.time
        day: scene.board.closed.day
        past: scene.board.closed.past
        sentence: scene.board.closed.sentence
        figures: scene.board.closed.figures
        names: scene.board.closed.names
        fade: scene.board.closed.fade
    }
}
