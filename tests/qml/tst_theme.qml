// Goal: sizes come from the distance; in every scheme whatever is read has contrast, and the tones are told apart by
// who sees no red, no green or no blue.
// Method: tokens recomputed from their definitions; contrasts as WCAG 2 defines them over all pairs of ink and ground;
// the tones as Brettel, Vienot and Mollon (1997) say that dichromats see them, their distance as CIEDE2000.

import QtQuick
import QtTest
import Carewall.Theme
import Carewall.Ui

Item {
    TestCase {
        name: "Theme"

        function cleanup() {
            Theme.scheme = Scheme.Dark
            Theme.brand = "transparent"
        }
        function eachScheme() {
            return [{ tag: "dark", scheme: Scheme.Dark, least: 7 }, { tag: "light", scheme: Scheme.Light, least: 7 },
                    { tag: "contrast", scheme: Scheme.Contrast, least: 10 }]
        }

        function luminance(color) {
            const channel = c => c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4)
            return 0.2126 * channel(color.r) + 0.7152 * channel(color.g) + 0.0722 * channel(color.b)
        }
        function contrast(a, b) {
            const high = Math.max(luminance(a), luminance(b))
            const low = Math.min(luminance(a), luminance(b))
            return (high + 0.05) / (low + 0.05)
        }
        function test_sizesObeyTheLaw() {
            // 65 inches at 1920x1080, 5 m: 16 arcmin are 2 * 5 m * tan(8') = 23.27 mm = 31.05 px.
            fuzzyCompare(Theme.pixels(16), 31.05, 0.05)
            verify(Theme.unit >= Theme.pixels(16))
            verify(Theme.figure >= Theme.pixels(20) - 0.01)
            verify(Theme.hair >= Theme.pixels(2))
            verify(Theme.stroke > Theme.hair)
        }

        function test_wordsHaveContrast_data() { return eachScheme() }
        function test_wordsHaveContrast(row) {
            Theme.scheme = row.scheme
            const inks = { ink: Theme.ink, quiet: Theme.quiet, old: Theme.old, other: Theme.other,
                           act: Theme.toneInk(Tone.Act), watch: Theme.toneInk(Tone.Watch),
                           silent: Theme.toneInk(Tone.Silent), half: Theme.faded(Theme.ink, 0.5),
                           faded: Theme.faded(Theme.quiet, 1), fadedAct: Theme.faded(Theme.toneInk(Tone.Act), 0.5) }
            for (const name in inks)
                verify(contrast(inks[name], Theme.ground) >= row.least, name + ": " + contrast(inks[name], Theme.ground))
            // A replay's chip is filled with its ink.
            verify(contrast(Theme.ground, Theme.other) >= 7)
            for (const ink of [Theme.ink, Theme.quiet, Theme.toneInk(Tone.Act)])
                verify(contrast(ink, Theme.actGround) >= 7, ink + " on act: " + contrast(ink, Theme.actGround))
            verify(contrast(Theme.ink, Theme.actGround) >= 7)
            verify(contrast(Theme.quiet, Theme.actGround) >= 7)
            verify(contrast(Theme.ink, Theme.panel) >= 7)
        }
        function test_marksHaveContrast_data() { return eachScheme() }
        function test_marksHaveContrast(row) {
            Theme.scheme = row.scheme
            for (const tone of [Tone.Calm, Tone.Watch, Tone.Act, Tone.Silent, Tone.Closed])
                verify(contrast(Theme.toneSign(tone), Theme.ground) >= 3, "tone " + tone)
            verify(contrast(Theme.toneSign(Tone.Act), Theme.actGround) >= 3)
            // What fills a bar, against its track.
            for (const ink of [Theme.ink, Theme.quiet])
                verify(contrast(ink, Theme.line) >= 3)
            for (const tone of [Tone.Watch, Tone.Act])
                verify(contrast(Theme.toneSign(tone), Theme.line) >= 2.5, "tone " + tone)
            // What is late in a chart, and the line within its boxes.
            verify(distance(labOf(linearOf(Theme.drawn)), labOf(linearOf(Theme.toneSign(Tone.Watch)))) >= 11)
            verify(contrast(Theme.drawn, Theme.ground) >= 3)
            verify(contrast(Theme.ink, Theme.drawn) >= 2)
            // The grounds are told apart, quietly.
            verify(contrast(Theme.actGround, Theme.ground) >= 1.15)
        }

        function test_brandIsSeenButNeverRead_data() {
            const rows = []
            for (const scheme of eachScheme())
                for (const brand of ["#0057b8", "#e20074", "#00a651", "#000000", "#ffffff", "#5c2d91"])
                    rows.push({ tag: brand + " " + scheme.tag, scheme: scheme.scheme, brand: brand })
            return rows
        }
        function test_brandIsSeenButNeverRead(row) {
            Theme.scheme = row.scheme
            compare(Theme.accent, Theme.line)
            Theme.brand = row.brand
            verify(contrast(Theme.accent, Theme.ground) >= 3, "" + Theme.accent)
            const given = Qt.color(row.brand)
            if (contrast(given, Theme.ground) >= 3)
                compare(Theme.accent, given)
            else if (given.hslSaturation > 0)
                fuzzyCompare(Theme.accent.hslHue, given.hslHue, 0.02)
        }

        // --- What dichromats see. Linear sRGB -> XYZ (IEC 61966-2-1) -> LMS (Smith and Pokorny 1975).
        readonly property var xyzOfRgb: [[0.4123908, 0.3575843, 0.1804808], [0.2126390, 0.7151687, 0.0721923],
                                         [0.0193308, 0.1191948, 0.9505322]]
        readonly property var lmsOfXyz: [[0.15514, 0.54312, -0.03286], [-0.15514, 0.45684, 0.03286], [0, 0, 0.00801]]
        /// CIE 1931 colour matching at the hues that look the same to both eyes of a unilateral dichromat.
        readonly property var nm475: [0.1421, 0.1126, 1.0419]
        readonly property var nm485: [0.05795, 0.1693, 0.6162]
        readonly property var nm575: [0.8425, 0.9154, 0.0018]
        readonly property var nm660: [0.1649, 0.061, 0]

        function times(matrix, vector) {
            return matrix.map(row => row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2])
        }
        function cross(a, b) {
            return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
        }
        function dot(a, b) {
            return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
        }
        /// Solves matrix * x = vector (Cramer).
        function solve(matrix, vector) {
            const columns = [0, 1, 2].map(i => matrix.map(row => row[i]))
            const whole = dot(columns[0], cross(columns[1], columns[2]))
            return [dot(vector, cross(columns[1], columns[2])) / whole, dot(columns[0], cross(vector, columns[2])) / whole,
                    dot(columns[0], cross(columns[1], vector)) / whole]
        }
        function linearOf(color) {
            const channel = c => c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4)
            return [channel(color.r), channel(color.g), channel(color.b)]
        }
        /// Linear sRGB as it looks to who lacks a cone: 0 L, 1 M, 2 S; -1: none. The stimulus is moved along the missing
        /// cone's axis onto the half plane of white and the anchor on its side of white.
        function seen(rgb, missing) {
            if (missing < 0)
                return rgb
            const lmsOfRgb = [0, 1, 2].map(i => [0, 1, 2].map(
                j => dot(lmsOfXyz[i], xyzOfRgb.map(row => row[j]))))
            const lms = times(lmsOfRgb, rgb)
            const white = times(lmsOfRgb, [1, 1, 1])
            const one = missing === 0 ? 2 : missing === 1 ? 2 : 1
            const two = missing === 0 ? 1 : 0
            const side = v => v[one] * white[two] - v[two] * white[one]
            const anchors = (missing === 2 ? [nm485, nm660] : [nm475, nm575]).map(xyz => times(lmsOfXyz, xyz))
            const normal = cross(white, side(lms) * side(anchors[0]) >= 0 ? anchors[0] : anchors[1])
            const rest = dot(normal, lms) - normal[missing] * lms[missing]
            lms[missing] = -rest / normal[missing]
            return solve(lmsOfRgb, lms).map(c => Math.max(0, Math.min(1, c)))
        }
        function labOf(rgb) {
            const white = times(xyzOfRgb, [1, 1, 1])
            const f = times(xyzOfRgb, rgb).map((c, i) => c / white[i]).map(
                t => t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 * t + 16) / 116)
            return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
        }
        /// CIEDE2000 (Sharma, Wu and Dalal 2005).
        function distance(one, two) {
            const degrees = Math.PI / 180
            const meanC = (Math.hypot(one[1], one[2]) + Math.hypot(two[1], two[2])) / 2
            const seventh = c => Math.sqrt(Math.pow(c, 7) / (Math.pow(c, 7) + Math.pow(25, 7)))
            const stretch = 1.5 - 0.5 * seventh(meanC)
            const c1 = Math.hypot(one[1] * stretch, one[2])
            const c2 = Math.hypot(two[1] * stretch, two[2])
            const hue = (lab, c) => c === 0 ? 0 : (Math.atan2(lab[2], lab[1] * stretch) / degrees + 360) % 360
            const h1 = hue(one, c1)
            const h2 = hue(two, c2)
            const dh = c1 * c2 === 0 ? 0 : (h2 - h1 + 540) % 360 - 180
            const dH = 2 * Math.sqrt(c1 * c2) * Math.sin(dh / 2 * degrees)
            const l = (one[0] + two[0]) / 2
            const c = (c1 + c2) / 2
            const h = c1 * c2 === 0 ? h1 + h2 : h1 + dh / 2
            const t = 1 - 0.17 * Math.cos((h - 30) * degrees) + 0.24 * Math.cos(2 * h * degrees)
                    + 0.32 * Math.cos((3 * h + 6) * degrees) - 0.2 * Math.cos((4 * h - 63) * degrees)
            const wrapped = (h + 360) % 360
            const turn = -Math.sin(60 * Math.exp(-Math.pow((wrapped - 275) / 25, 2)) * degrees) * 2 * seventh(c)
            const light = (two[0] - one[0]) / (1 + 0.015 * Math.pow(l - 50, 2) / Math.sqrt(20 + Math.pow(l - 50, 2)))
            const chroma = (c2 - c1) / (1 + 0.045 * c)
            const round = dH / (1 + 0.015 * c * t)
            return Math.sqrt(light * light + chroma * chroma + round * round + turn * chroma * round)
        }
        function test_distanceIsTheOnePublished() {
            // Rows 1, 7, 17 and 34 of the authors' test data.
            fuzzyCompare(distance([50, 2.6772, -79.7751], [50, 0, -82.7485]), 2.0425, 0.0001)
            fuzzyCompare(distance([50, 0, 0], [50, -1, 2]), 2.3669, 0.0001)
            fuzzyCompare(distance([50, 2.5, 0], [73, 25, -18]), 27.1492, 0.0001)
            fuzzyCompare(distance([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514]), 0.9082, 0.0001)
        }
        function test_simulationKeepsWhatItMust() {
            for (const missing of [0, 1, 2]) {
                for (const grey of [0, 0.2, 1])
                    for (const channel of seen([grey, grey, grey], missing))
                        fuzzyCompare(channel, grey, 1e-6)
                const once = seen([0.4, 0.3, 0.2], missing)
                seen(once, missing).forEach((c, i) => fuzzyCompare(c, once[i], 1e-6))
            }
            // Who lacks M or L takes this green for a red: far apart for who has all, near for them.
            const red = [0.30, 0.06, 0.03]
            const match = seen(red, 1)
            verify(distance(labOf(red), labOf(match)) > 10)
            verify(distance(labOf(seen(red, 1)), labOf(seen(match, 1))) < 0.1)
        }

        function test_tonesAreToldApart_data() {
            const rows = []
            for (const scheme of eachScheme())
                for (const [eye, missing] of [["all cones", -1], ["protanopia", 0], ["deuteranopia", 1], ["tritanopia", 2]])
                    rows.push({ tag: scheme.tag + ", " + eye, scheme: scheme.scheme, missing: missing })
            return rows
        }
        /// 11 CIEDE2000 is some ten times what can just be seen side by side.
        function test_tonesAreToldApart(row) {
            Theme.scheme = row.scheme
            const tones = [Tone.Calm, Tone.Watch, Tone.Act, Tone.Silent, Tone.Closed]
            const labs = tones.map(tone => labOf(seen(linearOf(Theme.toneSign(tone)), row.missing)))
            for (let i = 0; i < tones.length; ++i)
                for (let j = i + 1; j < tones.length; ++j) {
                    const apart = distance(labs[i], labs[j])
                    verify(apart >= 11, "tones " + i + " and " + j + " are " + apart.toFixed(1) + " apart")
                }
        }
    }
}
