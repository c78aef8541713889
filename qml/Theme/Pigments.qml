import QtQuick

/// The colours there are. Said once here; only Theme gives them a meaning, and nothing else names them.
QtObject {
    readonly property color night: "#0b0b0a"
    readonly property color bone: "#f4f1ea"
    readonly property color stone: "#aba69c"
    readonly property color ash: "#8b877f"
    readonly property color coal: "#2b2a28"
    readonly property color vermilion: "#d55e00"
    readonly property color ember: "#ff9a52"
    readonly property color rust: "#4a1f00"
    readonly property color yellow: "#f0e442"
    readonly property color sky: "#56b4e9"
}
