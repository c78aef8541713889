// Goal: words are plain text, cut with an ellipsis and faded with age.
// Method: labels of several lengths, measured.

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
        id: labels
        Label {}
    }

    TestCase {
        name: "Label"
        when: windowShown

        function make(properties) {
            return createTemporaryObject(labels, root, properties)
        }
        function test_isPlain() {
            const label = make({ text: "<b>bold</b><img src='http://127.0.0.1:9/x.png'>" })
            compare(label.textFormat, Text.PlainText)
            verify(label.implicitWidth > make({ text: "bold" }).implicitWidth * 4, "the tags are drawn as they are")
        }
        function test_cutsWithAnEllipsis() {
            const label = make({ text: "Community forum, questions about the new release", width: 300 })
            verify(label.truncated)
            verify(label.contentWidth <= 300)
            compare(label.lineCount, 1)
        }
        function test_capitalsAreAsHighAsSaid() {
            const label = make({ text: "H", cap: 80, color: "white" })
            const picture = grabImage(label)
            let top = picture.height
            let bottom = 0
            for (let y = 0; y < picture.height; ++y)
                for (let x = 0; x < picture.width; ++x)
                    if (picture.red(x, y) > 128) {
                        top = Math.min(top, y)
                        bottom = Math.max(bottom, y)
                    }
            fuzzyCompare(bottom + 1 - top, 80, 2)
        }
        function test_fades() {
            compare(make({ text: "x" }).color, Theme.ink)
            compare(make({ text: "x", fade: 1 }).color, Theme.old)
        }
    }
}
