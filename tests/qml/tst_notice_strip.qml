// Goal: words to the floor show their severity by shape, and nothing when there are none.
// Method: the strip with and without a notice.

import QtQuick
import QtTest
import Carewall.Tiles
import Carewall.Ui

Rectangle {
    id: root
    color: "black"
    width: 1920
    height: 400

    Component {
        id: strips
        NoticeStrip {
            width: 1920
            text: "Cake at three."
            tone: Tone.Calm
            place: ""
        }
    }

    TestCase {
        name: "NoticeStrip"
        when: windowShown

        function test_growsByALineAndNoMore() {
            const one = createTemporaryObject(strips, root, {})
            const two = createTemporaryObject(strips, root, { text: "word ".repeat(56) })
            verify(two.implicitHeight > one.implicitHeight)
            compare(findChild(two, "words").lineCount, 2)
            verify(findChild(two, "words").truncated)
            verify(findChild(two, "words").contentWidth < 1920)
        }
        function test_theBandSpeaksForAct() {
            const act = createTemporaryObject(strips, root, { tone: Tone.Act })
            const calm = createTemporaryObject(strips, root, {})
            verify(!Qt.colorEqual(act.color, calm.color))
        }
    }
}
