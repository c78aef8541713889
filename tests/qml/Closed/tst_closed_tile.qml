// Goal: a closed floor says when it opens, largest, and below it how the day went; with less to tell there is less.
// Method: the tile with its facts set, wide, narrow and low; places, sizes and inks read.

import QtQuick
import QtTest
import Carewall.Theme
import Carewall.Scenes

Rectangle {
    id: root
    color: "black"
    width: 1920
    height: 1080

    Component {
        id: tiles
        ClosedTile {
            width: 1808
            height: 880
            heading: "Closed until"
            time: "08:00"
            day: "tomorrow"
            past: "Today"
            sentence: "Customers were answered as promised."
            figures: ["2,880", "84 %", "12"]
            names: ["answered", "in time", "wait until then"]
            fade: 0
        }
    }

    TestCase {
        name: "ClosedTile"
        when: windowShown

        function make(properties) {
            return createTemporaryObject(tiles, root, properties)
        }
        function foot(item) {
            return item.y + item.baselineOffset
        }
        function test_fromTheOpeningToTheDay_data() {
            return [
                { tag: "wide", width: 1808, height: 880 },
                { tag: "narrow", width: 960, height: 1700 },
                { tag: "low", width: 1808, height: 760 },
            ]
        }
        function test_fromTheOpeningToTheDay(data) {
            const tile = make({ width: data.width, height: data.height })
            const time = findChild(tile, "time")
            verify(time.drawnHeight > 2 * Theme.hero)
            verify(foot(findChild(tile, "heading")) < foot(time) - time.drawnHeight)
            verify(foot(time) < foot(findChild(tile, "day")) - Theme.unit)
            verify(foot(findChild(tile, "day")) < foot(findChild(tile, "past")) - Theme.unit)
            const last = findChild(tile, "figure2")
            verify(foot(findChild(tile, "past")) < last.y)
            verify(last.y + foot(findChild(last, "name")) <= tile.height + 1)
            verify(last.x + last.width <= tile.width + 1)
        }
        function test_whatIsOldFades() {
            compare(findChild(findChild(make({ fade: 1 }), "figure0"), "figure").color, Theme.old)
            compare(findChild(findChild(make({}), "figure0"), "figure").color, Theme.ink)
        }
        function test_withoutRoomTheOpeningStays() {
            const tile = make({ height: 15 * Theme.unit })
            verify(!findChild(tile, "past").visible)
            verify(foot(findChild(tile, "day")) <= tile.height)
        }
        function test_lessToTell() {
            const tile = make({ time: "", day: "", past: "", sentence: "", figures: [], names: [] })
            compare(tile.pastHeight, 0)
            verify(!findChild(tile, "day").visible)
            compare(findChild(tile, "figure0"), null)
        }
    }
}
