// Goal: words on several lines are as large as their room allows, and cut only where even the smallest has no room.
// Method: short, long and endless texts in one room; sizes, heights and cuts read.

import QtQuick
import QtTest
import Carewall.Theme
import Carewall.Controls

Rectangle {
    id: root
    color: "black"
    width: 1920
    height: 1080

    Component {
        id: passages
        Passage {
            width: 1000
            room: 400
            caps: [80, 50, 30]
            text: "All is well."
        }
    }

    TestCase {
        name: "Passage"
        when: windowShown

        function make(text) {
            return createTemporaryObject(passages, root, { text: text })
        }
        function test_sizeFollowsRoom_data() {
            return [
                { tag: "short", text: "All is well.", cap: 80, cut: false },
                { tag: "longer", text: "Heard a smoke alarm in the background, asked about that before the router.", cap: 50, cut: false },
                { tag: "long", text: "Heard a smoke alarm in the background, asked about that before the router. ".repeat(3), cap: 30, cut: false },
                { tag: "endless", text: "Heard a smoke alarm in the background. ".repeat(30), cap: 30, cut: true },
                { tag: "one word", text: "x".repeat(1200), cap: 30, cut: true },
            ]
        }
        function test_sizeFollowsRoom(data) {
            const passage = make(data.text)
            compare(passage.cap, data.cap)
            compare(passage.truncated, data.cut)
            verify(passage.implicitHeight <= passage.room + 1)
        }
        function test_roomThatGrowsIsTaken() {
            const passage = make("Heard a smoke alarm in the background, asked about that before the router.")
            compare(passage.cap, 50)
            passage.room = 900
            compare(passage.cap, 80)
        }
        function test_nothingTakesNoRoom() {
            compare(make("").implicitHeight, 0)
        }
        function test_plainText() {
            const words = findChild(make("<b>All</b>"), "words")
            compare(words.textFormat, Text.PlainText)
            compare(words.text, "<b>All</b>")
        }
    }
}
