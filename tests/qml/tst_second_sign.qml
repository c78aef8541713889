// Goal: a frozen picture is told from a calm one.
// Method: the sign at several seconds, its place measured.

import QtQuick
import QtTest
import Carewall.Controls

Rectangle {
    id: root
    color: "black"
    width: 800
    height: 400

    SecondSign {
        id: sign
        width: 240
        second: 0
    }

    TestCase {
        name: "SecondSign"
        when: windowShown

        function test_walksAlongItsLine() {
            const hand = findChild(sign, "hand")
            let last = -1
            for (let second = 0; second < 60; ++second) {
                sign.second = second
                verify(hand.x > last)
                verify(hand.x + hand.width <= sign.width)
                last = hand.x
            }
        }
    }
}
