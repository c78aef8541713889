pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Scenes
import Carewall.Theme
import Carewall.Ui

/// The window: the scene on it, and nothing else.
Window {
    id: wall

    required property WallModel model
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
        value: wall.model.diagonal
    }
    Binding {
        target: Theme
        property: "distance"
        value: wall.model.distance
    }

    Binding {
        target: Theme
        property: "mirrored"
        value: wall.model.mirrored
    }
    Binding {
        target: Theme
        property: "scheme"
        value: wall.model.scheme
    }
    Binding {
        target: Theme
        property: "motion"
        value: wall.model.motion
    }
    Binding {
        target: Theme
        property: "brand"
        value: wall.model.brand.colour
    }
    Binding {
        target: Theme
        property: "logo"
        value: wall.model.brand.logo
    }

    /// The scene whose turn it is, and no other: what is not seen costs nothing.
    Loader {
        id: page

        // Still pixels wander, within the margin: it shifts, and nothing is laid out anew.
        x: Math.round(wall.model.wanderX * Theme.unit / 15)
        y: Math.round(wall.model.wanderY * Theme.unit / 15)
        width: wall.width
        height: wall.height
        LayoutMirroring.enabled: Theme.mirrored
        LayoutMirroring.childrenInherit: true
        function load() {
            setSource(wall.model.page, { frame: wall.model.frame, model: wall.model.scene });
        }
        onStatusChanged: if (status === Loader.Error) wall.model.giveUpPage()   // never a blank wall
        Component.onCompleted: load()
    }
    Connections {
        target: wall.model
        function onSceneChanged() {
            page.load();
        }
    }

    Rectangle {
        objectName: "night"
        visible: opacity > 0
        anchors.fill: parent
        color: "black"
        opacity: wall.model.dim
    }

    LatencyProbe {
        visible: wall.latencyProbe
        sequence: wall.model.sequence
        received: wall.model.received
    }
}
