// Goal: a bar fills its share, and its target mark stands where the target is.
// Method: bars of several values, measured.

import QtQuick
import QtTest
import Carewall.Theme
import Carewall.Controls

Rectangle {
    id: root
    color: "black"
    width: 800
    height: 400

    Component {
        id: bars
        Bar {
            width: 400
            height: 20
        }
    }

    TestCase {
        name: "Bar"
        when: windowShown

        function make(properties) {
            return createTemporaryObject(bars, root, properties)
        }
        function test_fillsItsShare() {
            const bar = make({ ratio: 0.25, target: 0.8 })
            compare(findChild(bar, "filled").width, 100)
            const mark = findChild(bar, "mark")
            fuzzyCompare(mark.x + mark.width / 2, 320, 3)
            verify(mark.height > bar.height)
        }
        function test_stands() {
            const bar = make({ ratio: 0.25, target: 0.8, upright: true, width: 20, height: 400 })
            const filled = findChild(bar, "filled")
            compare(filled.height, 100)
            compare(filled.y, 300)
            const mark = findChild(bar, "mark")
            fuzzyCompare(400 - mark.y - mark.height / 2, 320, 3)
        }
        function test_bounds() {
            compare(findChild(make({ ratio: 7, target: 2 }), "filled").width, 400)
            const mark = findChild(make({ ratio: 0, target: 1 }), "mark")
            verify(mark.x + mark.width <= 400)
            compare(findChild(make({ ratio: -1, target: 0 }), "filled").visible, false)
            compare(findChild(make({ ratio: 0.5, target: 0 }), "mark").visible, false)
        }
        function test_mirrored() {
            const bar = make({ ratio: 0.25, target: 0.8 })
            bar.LayoutMirroring.enabled = true
            bar.LayoutMirroring.childrenInherit = true
            compare(findChild(bar, "filled").x, 300)
            const mark = findChild(bar, "mark")
            fuzzyCompare(mark.x + mark.width / 2, 80, 3)
        }
    }
}
