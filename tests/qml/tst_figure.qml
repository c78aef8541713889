// Goal: figures keep their columns and are never cut.
// Method: figures of several lengths and scripts, measured.

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
        id: figures
        Figure {}
    }

    TestCase {
        name: "Figure"
        when: windowShown

        function make(properties) {
            return createTemporaryObject(figures, root, properties)
        }
        /// The pixels that a figure has drawn, and how many.
        function inked(item) {
            const picture = grabImage(item)
            let count = 0
            let right = 0
            for (let x = 0; x < picture.width; ++x)
                for (let y = 0; y < picture.height; ++y)
                    if (picture.red(x, y) > 100) {
                        ++count
                        right = x
                    }
            return { count: count, right: right }
        }

        function test_growsAndShrinksWhileItIsShown() {
            const changing = make({ text: "1", x: 40, y: 30 })
            for (const text of ["12:34", "7", "1,204", "3 h 15"]) {
                changing.text = text
                const fresh = make({ text: text, x: 40, y: 300 })
                waitForRendering(root, 1000)
                const seen = grabImage(changing)
                verify(seen.equals(grabImage(fresh)), text)
                fresh.destroy()
            }
        }
        function test_leadIsUpToTheFirstInk() {
            for (const text of ["7", "1:05", "۷"]) {
                const item = make({ text: text, digitHeight: 100, x: 40 })
                waitForRendering(root, 1000)
                const picture = grabImage(item)
                let left = -1
                for (let x = 0; left < 0 && x < picture.width; ++x)
                    for (let y = 0; left < 0 && y < picture.height; ++y)
                        if (picture.red(x, y) > 100) left = x
                verify(item.lead > 0, text)
                verify(Math.abs(item.lead - left) <= 1.5, `${text}: ${item.lead}, ${left}`)
                item.destroy()
            }
        }
        function test_aPersianZeroIsARing() {
            const zero = make({ text: "۰", digitHeight: 100 })
            waitForRendering(root, 1000)
            const picture = grabImage(zero)
            let top = picture.height, foot = 0
            const middle = Math.round(zero.lead + 24)
            for (let y = 0; y < picture.height; ++y)
                if (picture.red(middle, y) > 100) {
                    top = Math.min(top, y)
                    foot = y
                }
            verify(foot - top > 45, foot - top)
            verify(picture.red(middle, Math.round((top + foot) / 2)) < 50, "hollow")
        }
        function test_digitsAreTabular() {
            const ones = make({ text: "1:11" })
            const eights = make({ text: "8:88" })
            compare(ones.implicitWidth, eights.implicitWidth)
            verify(make({ text: "8:888" }).implicitWidth > eights.implicitWidth)
        }
        function test_heightIsOfTheDigits_data() {
            return [{ tag: "latin", text: "111" }, { tag: "persian", text: "۱۱۱" }]
        }
        function test_heightIsOfTheDigits(data) {
            const figure = make({ text: data.text, digitHeight: 60, color: "white" })
            const picture = grabImage(figure)
            let top = picture.height
            let bottom = 0
            for (let y = 0; y < picture.height; ++y)
                for (let x = 0; x < picture.width; ++x)
                    if (picture.red(x, y) > 128) {
                        top = Math.min(top, y)
                        bottom = Math.max(bottom, y)
                    }
            fuzzyCompare(bottom + 1 - top, 60, 2)
            fuzzyCompare(bottom + 1, figure.baselineOffset, 2)
        }
        function test_shrinksButNeverBelowTheLawNorIsCut() {
            const figure = make({ text: "1,204", digitHeight: 100, room: 200, leastHeight: 40 })
            verify(figure.implicitWidth <= 200)
            verify(figure.drawnHeight < 100)
            figure.text = "9,999,999,999"
            compare(figure.drawnHeight, 40)
            verify(figure.implicitWidth > 200, "grows out of its room rather than be cut")
        }
        function test_standsAtTheRight() {
            const figure = make({ text: "7", digitHeight: 60, width: 300, ink: "white" })
            const seen = inked(figure)
            verify(seen.count > 100)
            verify(seen.right > 250)
        }
        function test_greyedAndFadedAreDimmer() {
            const plain = make({ text: "8" })
            const greyed = make({ text: "8", greyed: true })
            const faded = make({ text: "8", fade: 1 })
            verify(plain.color.hslLightness > 0.9)
            verify(greyed.color.hslLightness < 0.65)
            verify(faded.color.hslLightness < 0.65)
        }
        function test_unitsAreNoSmallerThanWords() {
            // A unit in a figure at the law's least is still 16 arcmin: 0.8 of the digits' 20.
            const alone = make({ text: "5" })
            const withUnit = make({ text: "5 h" })
            verify(withUnit.implicitWidth - alone.implicitWidth > 0.35 * Theme.figure)
        }
    }
}
