// Goal: each tone has a shape of its own.
// Method: the marks grabbed and compared.

import QtQuick
import QtTest
import Carewall.Controls
import Carewall.Ui

Rectangle {
    id: root
    color: "black"
    width: 800
    height: 400

    ToneMark {
        id: mark
        width: 64
        height: 64
        tone: Tone.Calm
    }

    TestCase {
        name: "ToneMark"
        when: windowShown

        /// Where a tone's mark has ink, whatever its colour: a string of 0 and 1 for each pixel.
        function outline(tone) {
            mark.tone = tone
            const picture = grabImage(mark)
            let bits = ""
            for (let y = 0; y < picture.height; ++y)
                for (let x = 0; x < picture.width; ++x)
                    bits += picture.red(x, y) + picture.green(x, y) + picture.blue(x, y) > 200 ? "1" : "0"
            return bits
        }
        function test_shapesDifferWithoutColour() {
            const outlines = [Tone.Calm, Tone.Watch, Tone.Act, Tone.Silent, Tone.Closed, Tone.Recovered, Tone.Best].map(outline)
            for (let i = 0; i < outlines.length; ++i)
                for (let j = i + 1; j < outlines.length; ++j) {
                    let differing = 0
                    for (let k = 0; k < outlines[i].length; ++k)
                        differing += outlines[i][k] !== outlines[j][k] ? 1 : 0
                    const least = i === Tone.Calm && j === Tone.Closed ? 0.07 : 0.1   // a dot and a bar, both small
                    verify(differing > least * outlines[i].length, "tones " + i + " and " + j + " look alike")
                }
        }
        function test_actIsTheHeaviestAndCalmTheLightest() {
            const ink = tone => outline(tone).split("1").length - 1
            verify(ink(Tone.Act) > ink(Tone.Watch))
            verify(ink(Tone.Watch) > ink(Tone.Calm))
            verify(ink(Tone.Silent) > ink(Tone.Calm))
        }
    }
}
