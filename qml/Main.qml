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

    Floor {
        anchors.fill: parent
        board: wall.board
        LayoutMirroring.enabled: Theme.mirrored
        LayoutMirroring.childrenInherit: true
    }

    LatencyProbe {
        visible: wall.latencyProbe
        sequence: wall.board.sequence
        received: wall.board.received
    }
}
