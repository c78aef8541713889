// Goal: whose floor, what time it is, and that a replay is one.
// Method: the bar with its facts set, its texts and places read.

import QtQuick
import QtTest
import Carewall.Tiles

Rectangle {
    id: root
    color: "black"
    width: 1920
    height: 400

    Component {
        id: bars
        HeaderBar {
            width: 1800
            floor: "Customer care, north"
            date: "Wednesday 24 September"
            time: "14:02"
            clock: ""
            clockStands: false
            trouble: ""
            second: 7
        }
    }

    TestCase {
        name: "HeaderBar"
        when: windowShown

        function test_aReplayIsPlainlyOne() {
            const bar = createTemporaryObject(bars, root, { clock: "replay ×60" })
            const chip = findChild(bar, "chip")
            verify(chip.visible)
            const label = findChild(bar, "clock")
            compare(label.text, "replay ×60")
            compare(label.truncated, false)
            verify(label.x >= 0 && label.x + label.width <= chip.width)
            compare(findChild(createTemporaryObject(bars, root, {}), "chip").visible, false)
        }
        function test_aStandingClockIsFilled() {
            const runs = createTemporaryObject(bars, root, { clock: "replay ×60" })
            const stands = createTemporaryObject(bars, root, { clock: "replay ended", clockStands: true })
            compare(findChild(runs, "chip").color.a, 0)
            compare(findChild(stands, "chip").color.a, 1)
        }
        function test_troubleTakesTheDatesPlace() {
            const bar = createTemporaryObject(bars, root, { trouble: "3 reports refused" })
            compare(findChild(bar, "date").text, "3 reports refused")
        }
        function test_aLongNameLeavesTheTimeAlone() {
            const bar = createTemporaryObject(bars, root, {
                floor: "The customer care floor of the northern and eastern districts",
                clock: "simulation ×1",
            })
            const name = findChild(bar, "floor")
            verify(name.truncated)
            verify(name.x + name.width <= findChild(bar, "chip").x)
            const time = findChild(bar, "time")
            compare(time.x + time.width, bar.width)
            verify(findChild(bar, "date").width > 200)
        }
    }
}
