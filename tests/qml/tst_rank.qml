// Goal: who moves to another rank glides there; who was put there is there.
// Method: a rank's index changed with motion on and off, for a row that stays and for one that took a place.

import QtQuick
import QtTest
import Carewall.Theme
import Carewall.Controls

Item {
    id: root

    Component {
        id: ranks
        Rank {
            index: 3
            stays: true
        }
    }

    TestCase {
        name: "Rank"

        function cleanup() {
            Theme.motion = true
        }
        function test_comesWhereItBelongs() {
            const rank = createTemporaryObject(ranks, root)
            compare(rank.shown, 3)
            compare(rank.away, 0)
        }
        function test_glides() {
            const rank = createTemporaryObject(ranks, root)
            rank.index = 0
            compare(rank.shown, 3)
            compare(rank.away, 3)
            tryVerify(() => rank.shown > 0 && rank.shown < 3)
            tryCompare(rank, "shown", 0)
            compare(rank.away, 0)
        }
        function test_isThereAtOnce_data() {
            return [{ tag: "took a place", motion: true, stays: false }, { tag: "no motion", motion: false, stays: true }]
        }
        function test_isThereAtOnce(row) {
            Theme.motion = row.motion
            const rank = createTemporaryObject(ranks, root, { stays: row.stays })
            rank.index = 0
            compare(rank.shown, 0)
        }
    }
}
