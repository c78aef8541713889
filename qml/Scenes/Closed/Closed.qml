pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Scenes
import Carewall.Theme
import Carewall.Ui

/// Closed hours: rest. Little is told; the stage dims it.
SceneFrame {
    id: scene

    required property ClosedModel model

    ClosedTile {
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        width: scene.contentWidth
        y: scene.contentTop + Math.round(0.6 * scene.u)
        height: scene.height - y - Theme.margin
        heading: scene.model.closed.heading
        time: scene.model.closed.time
        day: scene.model.closed.day
        past: scene.model.closed.past
        sentence: scene.model.closed.sentence
        figures: scene.model.closed.figures
        names: scene.model.closed.names
        fade: scene.model.closed.fade
    }
}
