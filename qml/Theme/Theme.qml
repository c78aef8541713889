pragma Singleton
import QtQuick
import Carewall.Ui

/// The wall's tokens: pigments -> meaning -> use, and sizes by the eye. The only singleton.
/// Grey is normal, colour means act (ISA-101). Orange and yellow are Okabe and Ito's, lightened or darkened until they
/// can be read; tests/qml/tst_theme.qml holds each scheme to its contrasts, and the tones to their distance for who
/// sees no red, no green or no blue.
QtObject {
    id: theme

    // Of the screen and its viewer; Main.qml sets them.
    property real screenWidth: 1920
    property real screenHeight: 1080
    property real diagonal: 65
    property real distance: 5
    property bool mirrored: false      ///< right to left
    property int scheme: Scheme.Dark
    property color brand: "transparent"   ///< the house's colour; transparent: none
    property string logo               ///< SVG of the house; empty: none
    property bool motion: true         ///< rows glide to their new rank

    // 1. Pigments: the colours there are. Only the schemes below name them.
    component Pigments: QtObject {
        readonly property color black: "#000000"
        readonly property color night: "#0b0b0a"
        readonly property color coal: "#141412"
        readonly property color soot: "#2b2a28"
        readonly property color iron: "#333333"
        readonly property color slate: "#45423d"
        readonly property color moss: "#504d47"
        readonly property color flint: "#66625b"
        readonly property color steel: "#5a5a5a"
        readonly property color pebble: "#767169"
        readonly property color gravel: "#8a867d"
        readonly property color tin: "#8a8a8a"
        readonly property color clay: "#9a958b"
        readonly property color ash: "#a39e95"
        readonly property color zinc: "#b5b5b5"
        readonly property color stone: "#bdb8ae"
        readonly property color silver: "#c8c8c8"
        readonly property color sand: "#d3cec4"
        readonly property color linen: "#dad6cd"
        readonly property color chalk: "#e4e0d7"
        readonly property color frost: "#e4e4e4"
        readonly property color bone: "#f4f1ea"
        readonly property color paper: "#f4f2ec"
        readonly property color white: "#ffffff"

        readonly property color rust: "#4a1f00"
        readonly property color sienna: "#7a2900"
        readonly property color brick: "#ad2a00"
        readonly property color flame: "#ff7a1a"
        readonly property color ember: "#ff8433"
        readonly property color apricot: "#ffa766"
        readonly property color peach: "#ffb27a"
        readonly property color cream: "#ffd9bd"
        readonly property color olive: "#5c4a00"
        readonly property color ochre: "#a58400"
        readonly property color yellow: "#f0e442"
        readonly property color lemon: "#ffe600"
        readonly property color ocean: "#00507a"
        readonly property color sky: "#56b4e9"
        readonly property color mist: "#7cc8f5"
    }
    readonly property Pigments pigments: Pigments {}

    // 2. Meaning: what a scheme says each use is made of.
    component Meaning: QtObject {
        required property color ground
        required property color ink        ///< what matters
        required property color quiet      ///< headings, units, what stands beside
        required property color old        ///< a value that has faded, or rests on too few
        required property color line       ///< what holds together: rules, tracks, bands
        required property color drawn      ///< what a chart shows, and nothing is wrong with
        required property color panel      ///< a ground within the ground, under words
        required property color other      ///< not trouble, but not the ordinary: a replay
        required property color actGround  ///< under words of who must act
        required property color actInk     ///< words of a tone
        required property color watchInk
        required property color calmSign   ///< marks of a tone
        required property color watchSign
        required property color actSign
        required property color silentSign
        required property color closedSign
    }
    readonly property Meaning dark: Meaning {
        ground: theme.pigments.night
        ink: theme.pigments.bone
        quiet: theme.pigments.stone
        old: theme.pigments.ash
        line: theme.pigments.soot
        drawn: theme.pigments.clay
        panel: theme.pigments.soot
        other: theme.pigments.sky
        actGround: theme.pigments.rust
        actInk: theme.pigments.apricot
        watchInk: theme.pigments.yellow
        calmSign: theme.pigments.pebble
        watchSign: theme.pigments.yellow
        actSign: theme.pigments.ember
        silentSign: theme.pigments.sand
        closedSign: theme.pigments.clay
    }
    readonly property Meaning light: Meaning {
        ground: theme.pigments.paper
        ink: theme.pigments.coal
        quiet: theme.pigments.slate
        old: theme.pigments.moss
        line: theme.pigments.chalk
        drawn: theme.pigments.flint
        panel: theme.pigments.linen
        other: theme.pigments.ocean
        actGround: theme.pigments.cream
        actInk: theme.pigments.sienna
        watchInk: theme.pigments.olive
        calmSign: theme.pigments.gravel
        watchSign: theme.pigments.ochre
        actSign: theme.pigments.brick
        silentSign: theme.pigments.soot
        closedSign: theme.pigments.flint
    }
    readonly property Meaning contrasting: Meaning {
        ground: theme.pigments.black
        ink: theme.pigments.white
        quiet: theme.pigments.frost
        old: theme.pigments.silver
        line: theme.pigments.steel
        drawn: theme.pigments.zinc
        panel: theme.pigments.iron
        other: theme.pigments.mist
        actGround: theme.pigments.rust
        actInk: theme.pigments.peach
        watchInk: theme.pigments.lemon
        calmSign: theme.pigments.tin
        watchSign: theme.pigments.lemon
        actSign: theme.pigments.flame
        silentSign: theme.pigments.white
        closedSign: theme.pigments.zinc
    }
    readonly property Meaning meaning: scheme === Scheme.Light ? light : scheme === Scheme.Contrast ? contrasting : dark

    // 3. Use.
    readonly property color ground: meaning.ground
    readonly property color ink: meaning.ink
    readonly property color quiet: meaning.quiet
    readonly property color old: meaning.old
    readonly property color line: meaning.line
    readonly property color drawn: meaning.drawn
    readonly property color panel: meaning.panel
    readonly property color other: meaning.other
    readonly property color actGround: meaning.actGround
    readonly property bool branded: brand.a > 0
    readonly property color accent: branded ? reaching(brand, ground, 3) : line   ///< the house's, never a meaning

    /// Of a tone's words.
    function toneInk(tone: int): color {
        switch (tone) {
        case Tone.Act:
            return meaning.actInk;
        case Tone.Watch:
            return meaning.watchInk;
        }
        return quiet;
    }

    /// Of a tone's mark.
    function toneSign(tone: int): color {
        switch (tone) {
        case Tone.Act:
            return meaning.actSign;
        case Tone.Watch:
            return meaning.watchSign;
        case Tone.Silent:
            return meaning.silentSign;
        case Tone.Closed:
            return meaning.closedSign;
        }
        return meaning.calmSign;
    }

    /// An ink as it looks when its value has faded, 0 .. 1.
    function faded(ink: color, fade: real): color {
        return fade > 0 ? Qt.tint(ink, Qt.rgba(old.r, old.g, old.b, 0.45 + 0.55 * fade)) : ink;
    }

    /// WCAG 2's contrast of two colours, 1 .. 21.
    function contrast(one: color, other: color): real {
        const light = luminance(one);
        const dark = luminance(other);
        return (Math.max(light, dark) + 0.05) / (Math.min(light, dark) + 0.05);
    }
    function luminance(of: color): real {
        return 0.2126 * linear(of.r) + 0.7152 * linear(of.g) + 0.0722 * linear(of.b);
    }
    function linear(channel: real): real {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    /// The colour itself, or as little lighter or darker as lifts its contrast against `ground` to `ratio`.
    function reaching(given: color, ground: color, ratio: real): color {
        const step = luminance(ground) < 0.18 ? 0.02 : -0.02;
        let reached = given;
        for (let lightness = given.hslLightness; contrast(reached, ground) < ratio; lightness += step)
            reached = Qt.hsla(Math.max(0, given.hslHue), given.hslSaturation, Math.max(0, Math.min(1, lightness)), 1);
        return reached;
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

    // Strokes: below 2 arcmin a line is felt rather than seen; with a unit of 16 arcmin that is an eighth of it.
    readonly property int rule: Math.max(1, Math.round(0.07 * unit))     ///< what parts and carries no meaning
    readonly property int hair: Math.max(2, Math.ceil(0.125 * unit))     ///< the thinnest that means something
    readonly property int stroke: Math.max(3, Math.round(0.26 * unit))   ///< a curve's

    /// Right to left the wall is mirrored; the ones of a column of figures still stand below each other at its right.
    readonly property int figureAlignment: mirrored ? Text.AlignLeft : Text.AlignRight

    /// Inter's capital height is 0.727 of its em.
    readonly property real capRatio: 0.727
    function fontSize(cap: real): int {
        return Math.ceil(cap / capRatio);
    }
}
