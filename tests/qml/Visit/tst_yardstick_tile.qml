// Goal: a figure stands beside its target; a missed one has a sign and not colour alone; the week is drawn where it fits.
// Method: the tile with its facts set, high and low; places, signs and the week's letters read.

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
        YardstickTile {
            width: 388
            height: 496
            label: "Answered in time"
            figure: "77 %"
            tone: Tone.Watch
            target: "target 80 %"
            rests: "n 2,880"
            week: [0.2, 0.1, -1, 0.8, 1, 0.5, 0.3]
            mark: 0.5
            greyed: false
            fade: 0
            days: ["W", "T", "F", "S", "S", "M", "T"]
        }
    }

    TestCase {
        name: "YardstickTile"
        when: windowShown

        function make(properties) {
            return createTemporaryObject(tiles, root, properties)
        }
        function test_aMissedTargetHasASign() {
            const missed = make({})
            const met = make({ tone: Tone.Calm })
            verify(findChild(missed, "tone").visible)
            verify(!findChild(met, "tone").visible)
            verify(findChild(missed, "target").x >= findChild(missed, "tone").width)
            compare(findChild(met, "target").x, 0)
        }
        function test_theWeekIsDrawnWhereItFits() {
            const high = make({})
            verify(findChild(high, "plot").visible)
            const last = findChild(high, "day6")
            compare(last.text, "T")
            compare(last.ink, Theme.ink)
            const plot = findChild(high, "plot")
            verify(plot.y + last.y + last.baselineOffset <= high.height + 1)
            verify(!findChild(make({ height: 10 * Theme.unit }), "plot").visible)
        }
        function test_lettersWithoutRoomAreLeftOut() {
            verify(findChild(make({}), "day0").visible)
            const narrow = make({ width: 7 * Theme.unit })
            verify(!findChild(narrow, "day0").visible)
            verify(findChild(narrow, "day6").visible)
        }
        function test_noFigureIsCut() {
            const figure = findChild(make({ figure: "7,654,321" }), "figure")
            verify(figure.implicitWidth <= 12.5 * Theme.unit)
            verify(figure.drawnHeight >= Theme.figure - 0.5)
        }
        function test_onlyTooFewAreGreyed() {
            compare(findChild(make({ greyed: true }), "figure").color, Theme.old)
            compare(findChild(make({}), "figure").color, Theme.ink)
        }
    }
}
