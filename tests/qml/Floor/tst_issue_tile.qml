// Goal: an issue reads in one line: how many, how it changed, how people feel.
// Method: the tile with its facts set, its texts and shapes read.

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
        IssueTile {
            width: 1100
            label: "Router offline after update"
            mentions: "214"
            change: "+143"
            sentiment: "−72"
            mood: -1
            fade: 0
        }
    }

    TestCase {
        name: "IssueTile"
        when: windowShown

        function make(properties) {
            return createTemporaryObject(tiles, root, properties)
        }
        function test_moodHasAShape_data() {
            return [
                { tag: "bad", mood: -1, shape: Mark.Down },
                { tag: "even", mood: 0, shape: Mark.Level },
                { tag: "good", mood: 1, shape: Mark.Up },
            ]
        }
        function test_moodHasAShape(data) {
            compare(findChild(make({ mood: data.mood }), "mood").shape, data.shape)
        }
        function test_nothingSaidNothingDrawn() {
            const tile = make({ sentiment: "", change: "" })
            compare(findChild(tile, "mood").visible, false)
            compare(findChild(tile, "change").implicitWidth, 0)
        }
        function test_figuresFitTheirColumns() {
            const tile = make({ mentions: "9,999", change: "−9,999", sentiment: "−100" })
            const gap = (left, right) => findChild(tile, right).mapToItem(tile, 0, 0).x
                - findChild(tile, left).mapToItem(tile, findChild(tile, left).width, 0).x
            verify(gap("label", "mentions") >= 0)
            verify(gap("mentions", "change") >= 0)
            verify(gap("change", "mood") >= 0)
            verify(gap("mood", "sentiment") >= 0)
            for (const name of ["mentions", "change", "sentiment"]) {
                const figure = findChild(tile, name)
                verify(figure.implicitWidth <= figure.width + 0.5, name)
            }
        }
    }
}
