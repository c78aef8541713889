pragma Singleton
import QtQuick
import Carewall.Ui

/// The wall's tokens: palette -> meaning -> use, and sizes by the eye. The only singleton.
/// Grey is normal, colour means act (ISA-101); hues are Okabe and Ito's, lightened where they carry text.
QtObject {
    id: theme

    // Of the screen and its viewer; Main.qml sets them.
    property real screenWidth: 1920
    property real screenHeight: 1080
    property real diagonal: 65
    property real distance: 5

    // Palette: said once, used below only.
    readonly property QtObject palette: QtObject {
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

    // Meaning.
    readonly property color ground: palette.night
    readonly property color ink: palette.bone        ///< what matters
    readonly property color quiet: palette.stone     ///< headings, units, what stands beside
    readonly property color old: palette.ash         ///< a value that has faded
    readonly property color line: palette.coal       ///< what holds together
    readonly property color other: palette.sky       ///< not trouble, but not the ordinary: a replay
    readonly property color actGround: palette.rust

    /// Of a tone's mark and word.
    function toneInk(tone: int): color {
        switch (tone) {
        case Tone.Act:
            return palette.ember;
        case Tone.Watch:
            return palette.yellow;
        case Tone.Silent:
            return palette.stone;
        }
        return palette.ash;
    }

    /// An ink as it looks when its value has faded, 0 .. 1.
    function faded(ink: color, fade: real): color {
        return fade > 0 ? Qt.tint(ink, Qt.rgba(old.r, old.g, old.b, 0.45 + 0.55 * fade)) : ink;
    }

    // Sizes. A height h seen from D spans the angle a with h = 2 D tan(a / 2); 16 arcmin for words, 20 for figures.
    readonly property real pixelsPerMetre: Math.hypot(screenWidth, screenHeight) / (diagonal * 0.0254)
    function pixels(arcmin: real): real {
        return 2 * distance * Math.tan(arcmin / 60 * Math.PI / 360) * pixelsPerMetre;
    }

    /// The measure of everything: the height of a capital letter of a word. Never below 16 arcmin; on a screen seen
    /// from near, as large as the composition allows.
    readonly property real unit: Math.max(pixels(16), Math.min(screenWidth / 61.8, screenHeight / 34.8))
    readonly property real figure: 1.25 * unit     ///< height of the digits of a figure
    readonly property real hero: 2.4 * unit        ///< of those that are read from across the floor
    readonly property real margin: 1.8 * unit
    readonly property real leading: 1.7 * unit     ///< from baseline to baseline of two lines that belong together

    /// Right to left the wall is mirrored; the ones of a column of figures still stand below each other at its right.
    readonly property bool mirrored: Qt.application.layoutDirection === Qt.RightToLeft
    readonly property int figureAlignment: mirrored ? Text.AlignLeft : Text.AlignRight

    /// Inter's capital height is 0.727 of its em.
    readonly property real capRatio: 0.727
    function fontSize(cap: real): int {
        return Math.ceil(cap / capRatio);
    }
}
