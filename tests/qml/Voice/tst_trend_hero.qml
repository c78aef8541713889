// Goal: the most unusual thing is told large, with its curve where there is room for one.
// Method: the tile with its facts set, at several sizes; its texts, shapes and places read, the curve's ink grabbed.

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
        TrendHero {
            width: 1800
            height: 400
            tone: Tone.Watch
            label: "Router offline after update"
            since: "since 13:10"
            stage: "nobody has it yet"
            words: ""
            figure: "5.9 ×"
            figureWord: "the usual"
            rests: "147 voices in 63 min"
            sentiment: "−72"
            mood: -1
            caption: "voices an hour, usual 8 to 24"
            values: [10, 12, 11, 90]
            low: [5, 5, 5, 5]
            high: [20, 20, 20, 20]
            from: "11:15"
            to: "14:02"
            fade: 0
        }
    }

    TestCase {
        name: "TrendHero"
        when: windowShown

        function make(properties) {
            return createTemporaryObject(tiles, root, properties)
        }
        function test_calmHasNoSign() {
            compare(findChild(make({}), "tone").visible, true)
            compare(findChild(make({ tone: Tone.Calm }), "tone").visible, false)
        }
        function test_theFigureIsLarge() {
            const figure = findChild(make({}), "figure")
            verify(figure.drawnHeight >= Theme.hero - 0.5)
        }
        function test_theWordsStandStillWhileTheFigureGainsADigit() {
            const starts = figure => {
                const tile = make({ figure: figure })
                return ["figureWord", "rests"].map(name => findChild(tile, name).x)
            }
            for (const figures of [["9 ×", "99 ×", "100 ×", "9.9 ×"], ["۹ برابر", "۹۹ برابر", "۱۰۰ برابر", "۹٫۹ برابر"]])
                for (const figure of figures)
                    compare(starts(figure), starts(figures[0]), figure)
        }
        function test_theCurveNeedsRoom() {
            compare(findChild(make({}), "chart").visible, true)
            compare(findChild(make({ width: 1000 }), "chart").visible, false)
            compare(findChild(make({ width: 1000, height: 900, upright: true }), "chart").visible, true)
            compare(findChild(make({ values: [] }), "chart").visible, false)
        }
        function test_theirWordsTakeALineOfTheirOwn() {
            const without = make({}).implicitHeight
            verify(make({ words: "in their words: “red light”" }).implicitHeight > without + Theme.unit)
        }
        function test_aLongLabelTakesTwoLinesUpright() {
            const label = "A label of sixty characters, which is what the wire may carry"
            const tile = make({ label: label, width: 960, height: 900, upright: true })
            compare(findChild(tile, "label").lineCount, 2)
            compare(findChild(make({ label: label }), "label").lineCount, 1)
        }
        function test_aboveTheBandTheCurveCallsWithinItDoesNot() {
            const called = image => {
                let found = 0
                for (let x = image.width / 2; x < image.width; x += 2)
                    for (let y = 0; y < image.height; y += 2)
                        if (image.red(x, y) > 200 && image.green(x, y) > 200 && image.blue(x, y) < 120)
                            ++found
                return found
            }
            const loud = make({})
            verify(called(grabImage(loud)) > 20)
            loud.visible = false
            compare(called(grabImage(make({ values: [10, 12, 11, 9] }))), 0)
        }
    }
}
