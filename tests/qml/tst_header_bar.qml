// Goal: whose floor, what time it is, and that a replay is one.
// Method: the bar with its facts set, its texts and places read.

import QtQuick
import QtTest
import Carewall.Theme
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
            clockStopped: false
            trouble: ""
            second: 7
        }
    }

    TestCase {
        name: "HeaderBar"
        when: windowShown

        readonly property string drawing: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10">
            <rect width="30" height="10" fill="#fff"/></svg>`

        function cleanup() {
            Theme.logo = ""
            Theme.brand = "transparent"
        }
        function test_theHousesSignStandsBeforeTheName() {
            const bar = createTemporaryObject(bars, root, {})
            const logo = findChild(bar, "logo")
            const name = findChild(bar, "floor")
            verify(!logo.visible)
            compare(name.x, 0)
            verify(!findChild(bar, "accent").visible)
            Theme.logo = drawing
            Theme.brand = "#0057b8"
            verify(logo.visible)
            fuzzyCompare(logo.width / logo.height, 3, 0.05)
            verify(logo.height <= 2.2 * Theme.unit)
            verify(name.x > logo.width)
            verify(findChild(bar, "accent").visible)
        }
        function test_narrowTheNameComesBeforeTheSign_data() {
            return [{ tag: "alone", facts: {}, sign: true },
                    { tag: "replay", facts: { clock: "Wiedergabe ×60" }, sign: false },
                    { tag: "trouble", facts: { trouble: "connecting to broker.example:8883" }, sign: false }]
        }
        function test_narrowTheNameComesBeforeTheSign(row) {
            Theme.logo = drawing
            const bar = createTemporaryObject(bars, root, Object.assign({ width: 30.6 * Theme.unit }, row.facts))
            const name = findChild(bar, "floor")
            const date = findChild(bar, "date")
            compare(findChild(bar, "logo").visible, row.sign)
            verify(name.width >= Math.min(name.implicitWidth, 7 * Theme.unit) - 1, name.width)
            if (date.visible)
                verify(date.x >= name.x + name.width, date.x + " " + date.width)
            if (row.facts.trouble)
                verify(date.visible && date.width > 8 * Theme.unit)
        }
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
            const stands = createTemporaryObject(bars, root, { clock: "replay ended", clockStopped: true })
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
