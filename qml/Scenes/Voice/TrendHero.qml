pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Controls
import Carewall.Ui

/// The most unusual thing that customers speak of: what, since when and who has it; how many times the usual, in which
/// mood; and its curve against what is usual.
Item {
    id: tile

    required property int tone
    required property string label
    required property string since
    required property string stage
    required property string words
    required property string figure
    required property string figureWord
    required property string rests
    required property string sentiment
    required property int mood
    required property string caption
    required property list<real> values
    required property list<real> low
    required property list<real> high
    required property string from
    required property string to
    required property real fade
    property bool upright: false       ///< the curve stands below the figures, the label may take two lines

    readonly property real u: Theme.unit
    readonly property bool warns: tone === Tone.Watch || tone === Tone.Act
    readonly property real side: upright ? width : Math.min(width, Math.round(28.6 * u))   ///< width of words and figures
    readonly property real labelFoot: Math.round(1.95 * u)
    readonly property real sinceFoot: labelFoot + Math.round((name.lineCount - 1) * name.lineHeight + 2.05 * u)
    readonly property real wordsFoot: sinceFoot + (words === "" ? 0 : Math.round(1.75 * u))
    readonly property real leastBottom: wordsFoot + Math.round(6.15 * u)
    readonly property real air: Math.round(Math.max(0, Math.min(0.6 * u, (height - implicitHeight) / 3)))   ///< where there is room
    readonly property real figureFoot: wordsFoot + Math.round(3.4 * u) + air
    readonly property real besideStart: Math.round(Math.max(kept.implicitWidth, hero.width) + 0.9 * u)   ///< of the words beside it
    readonly property real moodFoot: figureFoot + Math.round(2.35 * u) + air
    readonly property real leftBottom: leastBottom + 2 * air
    readonly property real curveTop: upright ? leftBottom + Math.round(0.8 * u) : sinceFoot - Math.round(1.1 * u)
    readonly property real curveStart: upright ? 0 : side + Math.round(1.6 * u)
    readonly property bool draws: values.length > 1 && width - curveStart > 10 * u && height - curveTop > 6 * u

    implicitHeight: leastBottom + (upright ? Math.round(8 * u) : 0)

    Mark {
        id: sign
        objectName: "tone"
        visible: tile.warns
        anchors.left: parent.left
        y: tile.labelFoot - height + Math.round(0.15 * tile.u)
        width: Math.round(2.1 * tile.u)
        height: width
        shape: Mark.Triangle
        color: Theme.faded(Theme.toneSign(tile.tone), tile.fade)
    }
    Label {
        id: name
        objectName: "label"
        anchors.left: parent.left
        anchors.leftMargin: tile.warns ? sign.width + Math.round(0.7 * tile.u) : 0
        anchors.right: parent.right
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.labelFoot
        cap: 1.8 * tile.u
        font.weight: Font.DemiBold
        wrapMode: tile.upright ? Text.Wrap : Text.NoWrap
        maximumLineCount: tile.upright ? 2 : 1
        lineHeightMode: Text.FixedHeight
        lineHeight: Math.round(2.7 * tile.u)
        fade: tile.fade
        text: tile.label
    }
    component Said: Label {
        visible: false
    }
    Said {
        id: full
        text: tile.since.split("\u009c")[0] ?? ""
    }
    Said {
        id: brief
        text: tile.since.split("\u009c").pop() ?? ""
    }
    Said {
        id: taken
        font.weight: who.font.weight
        text: tile.stage
    }
    Label {
        id: when
        objectName: "since"
        anchors.left: parent.left
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.sinceFoot
        readonly property real room: tile.side - (tile.stage === "" ? 0 : Math.min(taken.implicitWidth, 0.74 * tile.side) + Math.round(1.2 * tile.u))
        width: Math.ceil(full.implicitWidth <= room ? full.implicitWidth : Math.min(brief.implicitWidth, tile.side))
        ink: Theme.quiet
        text: tile.since
    }
    Label {
        id: who
        objectName: "words"
        visible: width > 3 * tile.u
        anchors.left: when.right
        anchors.leftMargin: when.text === "" ? 0 : Math.round(1.2 * tile.u)
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.sinceFoot
        width: tile.side - when.width - anchors.leftMargin
        font.weight: tile.warns ? Font.DemiBold : Font.Normal
        ink: tile.warns ? Theme.toneInk(tile.tone) : Theme.ink
        fade: tile.fade
        text: tile.stage
    }
    Label {
        objectName: "words"
        anchors.left: parent.left
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.wordsFoot
        width: tile.side
        ink: Theme.quiet
        text: tile.words
    }

    Figure {
        id: hero
        objectName: "figure"
        anchors.left: parent.left
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.figureFoot
        digitHeight: Theme.hero
        weight: Font.DemiBold
        fade: tile.fade
        text: tile.figure
    }
    FigureRoom {
        id: kept
        of: tile.figure
        digitHeight: Theme.hero
        weight: hero.weight
    }
    Label {
        objectName: "figureWord"
        anchors.left: hero.left
        anchors.leftMargin: tile.besideStart
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.figureFoot - Math.round(Theme.leading)
        width: tile.side - tile.besideStart
        text: tile.figureWord
    }
    Label {
        objectName: "rests"
        anchors.left: hero.left
        anchors.leftMargin: tile.besideStart
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.figureFoot
        width: tile.side - tile.besideStart
        ink: Theme.quiet
        text: tile.rests
    }

    Mark {
        id: face
        objectName: "mood"
        visible: tile.sentiment !== ""
        anchors.left: parent.left
        y: tile.moodFoot - height
        width: Math.round(1.1 * tile.u)
        height: width
        shape: tile.mood > 0 ? Mark.Up : tile.mood < 0 ? Mark.Down : Mark.Level
        color: Theme.faded(tile.mood < 0 ? Theme.ink : Theme.quiet, tile.fade)
    }
    Figure {
        id: feeling
        objectName: "sentiment"
        anchors.left: face.right
        anchors.leftMargin: Math.round(0.4 * tile.u)
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.moodFoot
        fade: tile.fade
        text: tile.sentiment
    }
    Label {
        id: moodWord
        visible: tile.sentiment !== ""
        anchors.left: feeling.right
        anchors.leftMargin: Math.round(0.6 * tile.u)
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.moodFoot
        ink: Theme.quiet
        text: qsTr("mood", "net sentiment")
    }
    Item {
        id: chart
        objectName: "chart"
        visible: tile.draws
        anchors.left: parent.left
        anchors.leftMargin: tile.curveStart
        anchors.right: parent.right
        y: tile.curveTop
        height: tile.height - y

        Label {
            objectName: "caption"
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.baseline: parent.top
            anchors.baselineOffset: Math.round(1.1 * tile.u)
            ink: Theme.quiet
            text: tile.caption
        }
        Curve {
            anchors.left: parent.left
            anchors.right: parent.right
            y: Math.round(1.6 * tile.u)
            height: parent.height - y - Math.round(2.0 * tile.u)
            values: tile.values
            low: tile.low
            high: tile.high
            stroke: Theme.stroke
            hair: Theme.hair
            ink: Theme.faded(tile.warns ? Theme.toneSign(tile.tone) : Theme.ink, tile.fade)
            quiet: Theme.quiet
            band: Theme.line
            edge: Theme.old
            mirrored: Theme.mirrored
        }
        Label {
            objectName: "from"
            anchors.left: parent.left
            anchors.baseline: parent.bottom
            anchors.baselineOffset: -Math.round(0.4 * tile.u)
            ink: Theme.quiet
            text: tile.from
        }
        Label {
            objectName: "to"
            anchors.right: parent.right
            anchors.baseline: parent.bottom
            anchors.baselineOffset: -Math.round(0.4 * tile.u)
            ink: Theme.quiet
            text: tile.to
        }
    }
}
