// Goal: a row of the response scene says what it knows and draws beside its target; what is narrow draws less.
// Method: the tile with its facts set at two widths, its texts and shapes read.

import QtQuick
import QtTest
import Carewall.Theme
import Carewall.Scenes
import Carewall.Ui

Rectangle {
    id: root
    color: "black"
    width: 1920
    height: 1080

    property chart nothing

    Component {
        id: tiles
        ResponseTile {
            width: 1920
            height: implicitHeight
            label: "Technical support"
            tone: Tone.Act
            within: "in 20 s"
            breaches: "3 more late by 14:12, 8 by 14:32"
            next: "wait 4:30 (2:10–9:00)"
            clear: "empty in 12 min"
            p50: "0:36"
            p90: "2:12"
            rests: "last hour, n 132"
            p50Thin: false
            p90Thin: true
            dayP50: "0:40"
            dayP90: "2:30"
            dayRests: "today, n 880"
            strip: root.nothing
            histogram: root.nothing
            levelFoot: "2 s"
            levelTarget: "20 s"
            levelTop: "5 min"
            targetAt: 0.46
            fastest: "≤ 1.3 s"
            slowest: "> 80 s"
            hours: ["08:00", "now"]
            hasTarget: true
            fade: 0
        }
    }

    TestCase {
        name: "ResponseTile"
        when: windowShown

        function make(properties) {
            return createTemporaryObject(tiles, root, properties)
        }
        function test_saysWhatItKnows() {
            const tile = make({})
            compare(findChild(tile, "label").text, "Technical support")
            compare(findChild(tile, "within").text, "in 20 s")
            compare(findChild(tile, "breaches").text, "3 more late by 14:12, 8 by 14:32")
            compare(findChild(tile, "p50").text, "0:36")
            verify(!findChild(tile, "p50").greyed)
            verify(findChild(tile, "p90").greyed)
            verify(findChild(tile, "dayP90").visible)
        }
        function test_dayThatRestsOnNothing() {
            verify(!findChild(make({ dayRests: "" }), "dayP50").visible)
        }
        function test_targetStandsWhereItIsDrawn() {
            const tile = make({})
            const strip = findChild(tile, "strip")
            const line = findChild(tile, "target")
            verify(line.visible)
            fuzzyCompare(line.y, strip.y + 0.54 * strip.height, 1)
            verify(!findChild(make({ targetAt: -1 }), "target").visible)
        }
        function test_levelsAreNamedWhereTheyStand() {
            const tile = make({})
            const strip = findChild(tile, "strip")
            compare(findChild(tile, "levelTop").text, "5 min")
            compare(findChild(tile, "levelFoot").y + findChild(tile, "levelFoot").baselineOffset, strip.y + strip.height)
            verify(findChild(tile, "levelTarget").visible)
            verify(!findChild(make({ targetAt: 0.97 }), "levelTarget").visible, "meets the top's")
            verify(!findChild(make({ targetAt: 0.02 }), "levelTarget").visible, "meets the foot's")
        }
        function test_drawingsKeepClearOfFigures() {
            for (const width of [1920, 1080]) {
                const tile = make({ width: width })
                const strip = findChild(tile, "strip")
                const p90 = findChild(tile, "p90")
                verify(strip.x >= p90.x + p90.width, `at ${width}`)
                verify(strip.width > 0 && strip.y > 0, `at ${width}`)
                const histogram = findChild(tile, "histogram")
                verify(!histogram.visible || histogram.x >= strip.x + strip.width, `at ${width}`)
                verify(findChild(tile, "foot").y < tile.height, `at ${width}`)
            }
        }
        function test_labelAndTargetShareTheirLine() {
            const tile = make({ label: "A queue with a name of sixty letters that nobody would read." })
            const label = findChild(tile, "label")
            const within = findChild(tile, "within")
            verify(label.truncated)
            verify(label.x + label.width <= within.x + within.width - within.implicitWidth)
        }
    }
}
