// Goal: a queue reads from across the floor: waiting, longest wait, response, service level, tone.
// Method: the tile with its facts set, its texts, shapes and geometry read.

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
        QueueTile {
            width: 1920
            label: "Technical support"
            detail: "phone"
            tone: Tone.Calm
            toneWord: "calm"
            waiting: "14"
            oldest: "4:32"
            p50: "0:36"
            p90: "2:12"
            rests: "last hour, n 132"
            p50Thin: false
            p90Thin: false
            serviceLevel: "58 %"
            serviceRatio: 0.58
            targetRatio: 0.8
            within: "in 20 s"
            fade: 0
        }
    }

    TestCase {
        name: "QueueTile"
        when: windowShown

        function make(properties) {
            return createTemporaryObject(tiles, root, properties)
        }
        function rightOf(tile, name) {
            const item = findChild(tile, name)
            return item.mapToItem(tile, item.width, 0).x
        }
        function footOf(tile, name) {
            const item = findChild(tile, name)
            return item.mapToItem(tile, 0, item.baselineOffset).y
        }

        function test_figuresStandInColumns() {
            const few = make({})
            const many = make({ waiting: "1,204", oldest: "12 d", p50: "1 h 05", p90: "23 h 59", serviceLevel: "100 %" })
            for (const name of ["waiting", "oldest", "p50", "p90", "serviceLevel"])
                compare(rightOf(few, name), rightOf(many, name), name)
        }
        function test_figuresAreNeverCut() {
            const tile = make({ waiting: "99,999", oldest: "23 h 59", p50: "23 h 59", p90: "9 d 23 h", serviceLevel: "100 %" })
            for (const name of ["waiting", "oldest", "p50", "p90", "serviceLevel"]) {
                const figure = findChild(tile, name)
                verify(figure.implicitWidth <= figure.width + 0.5, name + " " + figure.implicitWidth + " " + figure.width)
                verify(figure.drawnHeight >= Theme.figure - 0.5, name)
            }
        }
        function test_twoBaselines() {
            const tile = make({})
            for (const name of ["p50", "p90", "serviceLevel"])
                fuzzyCompare(footOf(tile, name), footOf(tile, "label"), 1, name)
            for (const name of ["waiting", "oldest", "rests", "within"])
                fuzzyCompare(footOf(tile, name), footOf(tile, "detail"), 1, name)
        }
        function test_heroIsTheLargest() {
            const tile = make({})
            verify(findChild(tile, "waiting").drawnHeight > 1.8 * findChild(tile, "p90").drawnHeight)
        }
        function test_longLabelsAreCutBeforeTheFigures() {
            const tile = make({ label: "Community forum, questions about the new release and more" })
            const label = findChild(tile, "label")
            verify(label.truncated)
            const waiting = findChild(tile, "waiting")
            verify(label.mapToItem(tile, label.width, 0).x < waiting.mapToItem(tile, 0, 0).x)
        }
        function test_tonesSpeak_data() {
            return [
                { tag: "calm", tone: Tone.Calm, band: false, word: false },
                { tag: "watch", tone: Tone.Watch, band: false, word: true },
                { tag: "act", tone: Tone.Act, band: true, word: true },
                { tag: "silent", tone: Tone.Silent, band: false, word: false },
            ]
        }
        function test_tonesSpeak(data) {
            const tile = make({ tone: data.tone, toneWord: data.tag })
            compare(findChild(tile, "band").visible, data.band)
            compare(findChild(tile, "toneWord").visible, data.word)
        }
        function test_thinIsGreyed() {
            const tile = make({ p90Thin: true })
            compare(findChild(tile, "p90").greyed, true)
            compare(findChild(tile, "p50").greyed, false)
            compare(findChild(tile, "p90").color, Theme.old)
        }
        function test_oldFades() {
            const tile = make({ fade: 1, tone: Tone.Silent })
            compare(findChild(tile, "waiting").color, Theme.old)
            compare(findChild(tile, "label").color, Theme.old)
        }
    }
}
