pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Scenes
import Carewall.Theme
import Carewall.Ui

/// The window: the scene on it, and nothing else.
Window {
    id: wall

    required property Board board
    required property bool latencyProbe

    title: "Carewall"
    color: Theme.ground

    Binding {
        target: Theme
        property: "screenWidth"
        value: wall.width
    }
    Binding {
        target: Theme
        property: "screenHeight"
        value: wall.height
    }
    Binding {
        target: Theme
        property: "diagonal"
        value: wall.board.diagonal
    }
    Binding {
        target: Theme
        property: "distance"
        value: wall.board.distance
    }

    Binding {
        target: Theme
        property: "mirrored"
        value: wall.board.mirrored
    }
    Binding {
        target: Theme
        property: "scheme"
        value: wall.board.scheme
    }
    Binding {
        target: Theme
        property: "motion"
        value: wall.board.motion
    }
    Binding {
        target: Theme
        property: "brand"
        value: wall.board.brand.colour
    }
    Binding {
        target: Theme
        property: "logo"
        value: wall.board.brand.logo
    }

    /// The scene whose turn it is, and no other: what is not seen costs nothing.
    Loader {
        id: turn

        readonly property string scene: wall.board.scene
        readonly property string page: scene.charAt(0).toUpperCase() + scene.slice(1)
        readonly property url file: Qt.resolvedUrl("Scenes/" + page + "/" + page + ".qml")

        // Still pixels wander, within the margin: it shifts, and nothing is laid out anew.
        x: Math.round(wall.board.wanderX * Theme.unit / 15)
        y: Math.round(wall.board.wanderY * Theme.unit / 15)
        width: wall.width
        height: wall.height
        LayoutMirroring.enabled: Theme.mirrored
        LayoutMirroring.childrenInherit: true
        onFileChanged: setSource(file, { board: wall.board })
        onStatusChanged: if (status === Loader.Error) setSource(Qt.resolvedUrl("Scenes/Floor/Floor.qml"), { board: wall.board })   // never a blank wall
        Component.onCompleted: setSource(file, { board: wall.board })
    }

    Rectangle {
        objectName: "night"
        visible: opacity > 0
        anchors.fill: parent
        color: "black"
        opacity: wall.board.dim
    }

    LatencyProbe {
        visible: wall.latencyProbe
        sequence: wall.board.sequence
        received: wall.board.received
    }
}
