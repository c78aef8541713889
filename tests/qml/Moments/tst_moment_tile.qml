// Goal: a story stands as a quotation with its thanks below; without one it says so without a mark.
// Method: the tile with stories of any length, wide and narrow; places and marks read.

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
        MomentTile {
            width: 1808
            height: 740
            told: true
            heading: "Above and beyond"
            mark: "“"
            story: "Noticed a mistake before the customer did, put it right and called to say so."
            from: "Billing · phone"
            thanks: "Thanks to the late shift"
        }
    }

    TestCase {
        name: "MomentTile"
        when: windowShown

        function make(properties) {
            return createTemporaryObject(tiles, root, properties)
        }
        function find(tile, text) {
            for (let i = 0; i < tile.children.length; ++i)
                if (tile.children[i].text === text) return tile.children[i]
            return null
        }
        function foot(item) {
            return item.y + item.baselineOffset
        }
        function test_thanksStandBelowTheStory_data() {
            return [
                { tag: "wide", width: 1808, height: 740, times: 1 },
                { tag: "narrow", width: 900, height: 1300, times: 1 },
                { tag: "wide, long", width: 1808, height: 740, times: 4 },
                { tag: "narrow, long", width: 900, height: 1300, times: 4 },
                { tag: "low, endless", width: 1808, height: 500, times: 20 },
            ]
        }
        function test_thanksStandBelowTheStory(data) {
            const tile = make({ width: data.width, height: data.height })
            tile.story = tile.story.repeat(data.times)
            const story = findChild(tile, "story")
            const from = find(tile, tile.from)
            const thanks = find(tile, tile.thanks)
            verify(story.y >= 0)
            verify(story.y + story.height < foot(from) - Theme.unit)
            verify(foot(from) < foot(thanks) - Theme.unit)
            verify(foot(thanks) <= tile.height + 1)
            const mark = findChild(tile, "mark")
            verify(mark.visible)
            verify(mark.x + mark.implicitWidth <= story.x || data.width === 900)
        }
        function test_whatIsNotToldTakesNoRoom() {
            const tile = make({ from: "", thanks: "" })
            compare(tile.tail, 0)
            verify(make({ thanks: "" }).tail < make({}).tail)
        }
        function test_noStorySaysSo() {
            const tile = make({ told: false, heading: "", story: "No story yet.", from: "", thanks: "" })
            verify(!findChild(tile, "mark").visible)
            compare(findChild(tile, "story").x, 0)
            compare(findChild(tile, "story").ink, Theme.quiet)
        }
    }
}
