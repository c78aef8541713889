// Goal: sizes come from the distance, colours have contrast.
// Method: tokens recomputed from their definitions.

import QtQuick
import QtTest
import Carewall.Theme
import Carewall.Ui

Item {
    TestCase {
        name: "Theme"

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
        }
        function test_contrast() {
            verify(contrast(Theme.ink, Theme.ground) >= 7)
            verify(contrast(Theme.ink, Theme.actGround) >= 7)
            verify(contrast(Theme.ink, Theme.line) >= 7)
            verify(contrast(Theme.quiet, Theme.ground) >= 7)
            verify(contrast(Theme.other, Theme.ground) >= 7)
            for (const tone of [Tone.Watch, Tone.Act, Tone.Silent])
                verify(contrast(Theme.toneInk(tone), Theme.ground) >= 7, "tone " + tone)
            verify(contrast(Theme.toneInk(Tone.Act), Theme.actGround) >= 4.5)  // large
            for (const fade of [0.5, 1])
                verify(contrast(Theme.faded(Theme.ink, fade), Theme.ground) >= 4.5)  // large, and meant to recede
        }
    }
}
