// Goal: the service level stands beside its target, its formula and its n.
// Method: the tile with its facts set, its texts read.

import QtQuick
import QtTest
import Carewall.Theme
import Carewall.Scenes
import Carewall.Ui

Rectangle {
    id: root
    color: "black"
    width: 1920
    height: 800

    Component {
        id: tiles
        ServiceLevelTile {
            width: 620
            figure: "82 %"
            ratio: 0.82
            target: 0.8
            targetWord: "target 80 %"
            formula: "answered in time / (answered + late hang-ups)"
            samples: "n 1,204"
            tone: Tone.Calm
            heading: "In time today"
            fade: 0
        }
    }

    TestCase {
        name: "ServiceLevelTile"
        when: windowShown

        function test_theWordsStandBesideTheFigure() {
            for (const figure of ["5 %", "82 %", "100 %"]) {
                const tile = createTemporaryObject(tiles, root, { figure: figure })
                const hero = findChild(tile, "figure")
                const target = findChild(tile, "target")
                verify(target.x >= hero.x + hero.width, figure)
                compare(target.truncated, false, figure)
                compare(findChild(tile, "samples").truncated, false, figure)
            }
        }
        function test_theWordsStandStillWhileTheFigureGainsADigit() {
            const starts = figure => {
                const tile = createTemporaryObject(tiles, root, { figure: figure })
                return ["target", "samples"].map(name => findChild(tile, name).x)
            }
            for (const figures of [["9 %", "99 %", "100 %"], ["۹ ٪", "۹۹ ٪", "۱۰۰ ٪"]])
                for (const figure of figures)
                    compare(starts(figure), starts(figures[0]), figure)
        }
        function test_theFormulaIsWhole() {
            const tile = createTemporaryObject(tiles, root, {})
            const formula = findChild(tile, "formula")
            compare(formula.truncated, false)
            compare(formula.lineCount, 2)
            const descender = 0.35 * Theme.unit
            verify(formula.y + formula.baselineOffset + formula.lineHeight + descender <= tile.implicitHeight + 1)
        }
    }
}
