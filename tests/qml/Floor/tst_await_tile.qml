// Goal: an empty floor says what it waits for and what would bring it to life.
// Method: the tile with its facts set, its texts read.

import QtQuick
import QtTest
import Carewall.Theme
import Carewall.Scenes

Rectangle {
    id: root
    color: "black"
    width: 1920
    height: 1080

    AwaitTile {
        id: tile
        width: 1800
        height: 900
        version: "Carewall 0.1.0"
        title: "Waiting for the first report"
        where: "floor north, broker 127.0.0.1:1883"
        elsewhere: ""
        reason: ""
        hint: "This line brings the wall to life:"
        line: "mosquitto_pub -h broker.of.a.very.long.domain.example -p 1883 -q 1 -r \\\n  -t carewall/v1/north/queue/help/me/now \\\n  -m '{\"waiting\": 7}'"
    }

    TestCase {
        name: "AwaitTile"
        when: windowShown

        function test_theLineIsWhole() {
            const line = findChild(tile, "line")
            compare(line.truncated, false)
            verify(line.lineCount >= 3)
        }
        function test_otherFloorsAreNamedAndTheRestMakesWay() {
            const hint = findChild(tile, "hint")
            const stood = hint.y
            tile.elsewhere = "Reports arrive for floor 'north'; this board shows 'demo' (floor = in board.toml, or --floor). ".repeat(3)
            const elsewhere = findChild(tile, "elsewhere")
            compare(elsewhere.truncated, false)
            verify(elsewhere.lineCount > 2)
            verify(hint.y >= elsewhere.y + elsewhere.height, hint.y + " " + elsewhere.y + " " + elsewhere.height)
            tile.elsewhere = ""
            compare(hint.y, stood)
        }
        function test_aLongReasonIsWholeAndMovesTheHint() {
            const hint = findChild(tile, "hint")
            const usual = hint.y
            tile.reason = "The broker's certificate is for another name: check the address (TLS: host name verification failed). "
                        + "The broker's certificate is for another name: check the address (TLS: host name verification failed)."
            const reason = findChild(tile, "reason")
            compare(reason.truncated, false)
            verify(reason.lineCount > 2)
            tryVerify(() => hint.y > usual && hint.y >= reason.y + reason.height)
            tile.reason = ""
            tryCompare(hint, "y", usual)
        }
        function test_theTitleShrinksRatherThanIsCut() {
            tile.title = "Warten auf die allererste Meldung an diesem langen Tag"
            const title = findChild(tile, "title")
            verify(title.fontInfo.pixelSize >= Theme.fontSize(Theme.figure))
        }
    }
}
