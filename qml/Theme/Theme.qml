pragma Singleton
import QtQuick
import Carewall.Ui

/// The wall's tokens: pigments -> meaning -> use, and sizes by the eye. The only singleton.
/// Grey is normal, colour means act (ISA-101); hues are Okabe and Ito's, lightened where they carry text.
QtObject {
    id: theme

    // Of the screen and its viewer; Main.qml sets them.
    property real screenWidth: 1920
    property real screenHeight: 1080
    property real diagonal: 65
    property real distance: 5
    property bool mirrored: false      ///< right to left

    readonly property Pigments pigments: Pigments {}

    // Meaning.
    readonly property color ground: pigments.night
    readonly property color ink: pigments.bone        ///< what matters
    readonly property color quiet: pigments.stone     ///< headings, units, what stands beside
    readonly property color old: pigments.ash         ///< a value that has faded
    readonly property color line: pigments.coal       ///< what holds together
    readonly property color other: pigments.sky       ///< not trouble, but not the ordinary: a replay
    readonly property color actGround: pigments.rust

    /// Of a tone's mark and word.
    function toneInk(tone: int): color {
        switch (tone) {
        case Tone.Act:
            return pigments.ember;
        case Tone.Watch:
            return pigments.yellow;
        case Tone.Silent:
        case Tone.Closed:
            return pigments.stone;
        }
        return pigments.ash;
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
    /// from near, as large as the composition allows. A screen too small for its distance to hold even one queue keeps
    /// the composition whole and misses the law.
    readonly property real unit: Math.min(screenWidth / 34, screenHeight / 24.8,
                                          Math.max(pixels(16), Math.min(screenWidth / 61.8, screenHeight / 34.8)))
    readonly property real figure: 1.25 * unit     ///< height of the digits of a figure
    readonly property real hero: 2.4 * unit        ///< of those that are read from across the floor
    readonly property real margin: 1.8 * unit
    readonly property real leading: 1.7 * unit     ///< from baseline to baseline of two lines that belong together

    /// Right to left the wall is mirrored; the ones of a column of figures still stand below each other at its right.
    readonly property int figureAlignment: mirrored ? Text.AlignLeft : Text.AlignRight

    /// Inter's capital height is 0.727 of its em.
    readonly property real capRatio: 0.727
    function fontSize(cap: real): int {
        return Math.ceil(cap / capRatio);
    }
}
