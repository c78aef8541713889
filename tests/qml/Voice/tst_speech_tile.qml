// Goal: mood, ladder and what is heard stand side by side; narrow, on two lines or without the last.
// Method: the tile with its facts set, wide and narrow; figures and places read.

import QtQuick
import QtTest
import Carewall.Theme
import Carewall.Scenes

Rectangle {
    id: root
    color: "black"
    width: 1920
    height: 800

    Component {
        id: tiles
        SpeechTile {
            width: 1808
            height: implicitHeight
            heading: "Last 3 h"
            sentiment: "−100"
            mood: -1
            samples: "n 1,204"
            ladder: ["100 %", "24 %", "3 %", "0 %"]
            shares: [1, 0.24, 0.03, 0]
            ladderSamples: "n 412"
            listening: "100 %"
            listeningSamples: "n 277"
            fade: 0
        }
    }

    TestCase {
        name: "SpeechTile"
        when: windowShown

        readonly property list<string> firstLine: ["moodTile", "rung0", "rung1", "rung2", "rung3"]

        function make(properties) {
            return createTemporaryObject(tiles, root, properties)
        }
        function sideBySide(tile, names) {
            let end = 0
            for (const name of names) {
                const item = findChild(tile, name)
                const figure = findChild(item, "figure")
                verify(item.x >= end - 0.5, name)
                end = item.x + Math.max(figure.x + figure.implicitWidth, findChild(item, "name").implicitWidth)
                verify(findChild(item, "name").truncated === false, name)
            }
            verify(end <= tile.width + 0.5)
        }
        function test_wideAllStandOnOneLine() {
            const tile = make({})
            sideBySide(tile, [...firstLine, "listening"])
            compare(findChild(tile, "listening").y, findChild(tile, "moodTile").y)
        }
        function test_narrowOnTwoLines() {
            const tile = make({ width: 970, two: true })
            sideBySide(tile, firstLine)
            const first = findChild(tile, "moodTile")
            verify(findChild(tile, "listening").y >= first.y + first.implicitHeight)
        }
        function test_narrowWithOneLineLeavesTheLastOut() {
            compare(findChild(make({ width: 970 }), "listening").visible, false)
        }
        function test_aRungIsDrawnAsItsShare() {
            const tile = make({})
            const filled = i => findChild(findChild(tile, "rung" + i), "filled").width
            verify(filled(0) > 3.5 * filled(1))
            compare(filled(3), 0)
        }
    }
}
