// Goal: the news and what stands behind it are told in their room; that nobody has it is told by a sign too.
// Method: the tile with its facts set; places and signs read.

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

    Component {
        id: tiles
        NewsTile {
            width: 27 * Theme.unit
            height: 6.9 * Theme.unit
            heading: "What customers speak of"
            text: "Router offline after update"
            first: "9.2 × the usual"
            second: "nobody has it yet"
            tone: Tone.Watch
        }
    }

    TestCase {
        name: "NewsTile"
        when: windowShown

        function make(properties) {
            return createTemporaryObject(tiles, root, properties)
        }
        function foot(tile, text) {
            for (let i = 0; i < tile.children.length; ++i)
                if (tile.children[i].text === text) return tile.children[i].y + tile.children[i].baselineOffset
            return -1
        }
        function test_linesFollowEachOther_data() {
            return [
                { tag: "short", text: "New app" },
                { tag: "longer", text: "New app does not let me in since noon" },
            ]
        }
        function test_linesFollowEachOther(data) {
            const tile = make({ text: data.text })
            const news = findChild(tile, "news")
            verify(foot(tile, tile.heading) < news.y)
            verify(news.y + news.height < foot(tile, tile.first))
            verify(foot(tile, tile.first) < foot(tile, tile.second) - Theme.unit)
            verify(foot(tile, tile.second) <= tile.height + 1)
        }
        function test_theNewsComesBeforeWhatIsBehindIt() {
            const tile = make({ text: "Router offline after update and nobody knows why" })
            verify(!tile.firstShown)
            verify(!findChild(tile, "news").truncated)
            verify(foot(tile, tile.second) <= tile.height + 1)
            verify(make({}).firstShown)
        }
        function test_whatNobodyHasIsSigned() {
            verify(findChild(make({}), "tone").visible)
            verify(!findChild(make({ tone: Tone.Calm }), "tone").visible)
            verify(!findChild(make({ second: "" }), "tone").visible)
        }
    }
}
