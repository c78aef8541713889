// Goal: what customers speak of reads in two lines; a sign tells what nobody has; nothing meets, no figure is cut.
// Method: the tile with its facts set, its texts, shapes and places read.

import QtQuick
import QtTest
import Carewall.Theme
import Carewall.Scenes
import Carewall.Ui

Rectangle {
    id: root
    color: "black"
    width: 1920
    height: 400

    Component {
        id: tiles
        SpokenTile {
            width: 1800
            label: "Router offline after update"
            tone: Tone.Watch
            figure: "5.9 ×"
            sentiment: "−72"
            mood: -1
            detail: "since 13:10 · nobody has it yet"
            fade: 0
        }
    }

    TestCase {
        name: "SpokenTile"
        when: windowShown

        function make(properties) {
            return createTemporaryObject(tiles, root, properties)
        }
        function test_whatNobodyHasIsSigned() {
            compare(findChild(make({}), "tone").shape, Mark.Triangle)
            compare(findChild(make({ tone: Tone.Calm }), "tone").shape, Mark.Dot)
        }
        function test_moodHasAShape() {
            compare(findChild(make({ mood: 1 }), "mood").shape, Mark.Up)
            compare(findChild(make({ mood: 0 }), "mood").shape, Mark.Level)
            compare(findChild(make({ sentiment: "" }), "mood").visible, false)
        }
        function test_narrowALongNameTakesTwoLines() {
            const lines = properties => findChild(make(properties), "label").lineCount
            compare(lines({}), 1)
            compare(lines({ width: 960 }), 2)
            compare(lines({ width: 960, label: "New app" }), 1)
            compare(findChild(make({ width: 960 }), "label").truncated, false)
        }
        function test_figuresFitTheirColumns() {
            const tile = make({ figure: "9,999 k", sentiment: "−100" })
            for (const name of ["figure", "sentiment"]) {
                const figure = findChild(tile, name)
                verify(figure.implicitWidth <= figure.width + 0.5, name)
            }
            const gap = (left, right) => findChild(tile, right).mapToItem(tile, 0, 0).x
                - findChild(tile, left).mapToItem(tile, findChild(tile, left).width, 0).x
            verify(gap("label", "figure") >= 0)
            verify(gap("figure", "mood") >= 0)
            verify(gap("mood", "sentiment") >= 0)
        }
    }
}
