pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Controls
import Carewall.Ui

/// How fast one queue answers, and what is to come: words, the last hour large and the day below it, and both drawn:
/// the day on a scale that holds all of it, with its levels and the target named, the hour about the target. On a
/// narrow screen figures and drawings stand below the words.
Item {
    id: tile

    required property string label
    required property int tone
    required property string within
    required property string breaches
    required property string next
    required property string clear
    required property string p50
    required property string p90
    required property string rests
    required property bool p50Thin
    required property bool p90Thin
    required property string dayP50
    required property string dayP90
    required property string dayRests
    required property chart strip
    required property string levelFoot
    required property string levelTarget
    required property string levelTop
    required property real targetAt    ///< of the strip's height; negative: no target
    required property chart histogram
    required property string fastest   ///< below the histogram's first column
    required property string slowest   ///< below its last
    required property bool hasTarget
    required property real fade

    property list<string> hours        ///< at the strip's start and its end
    property bool moving: false        ///< over others, to another rank
    property ResponseColumns columns: ResponseColumns {
        width: tile.width - 2 * Theme.margin
    }

    /// Where the target stands: of the histogram's width.
    readonly property real targetShare: 0.625
    readonly property real u: Theme.unit
    readonly property real least: Math.round((columns.stacked ? 16.1 : 9.4) * u)
    readonly property real spare: Math.max(0, height - least)
    readonly property real first: Math.round((columns.stacked ? 2 : 2.1) * u + (columns.stacked ? 0 : spare / 2))
    /// Baselines below the first: a line and what belongs to it, twice.
    readonly property list<real> lines: columns.stacked ? [0, 1.65 * u, 3.95 * u, 5.6 * u] : [0, 1.6 * u, 5.05 * u, 6.65 * u]
    readonly property real wordLines: (next !== "" || clear !== "" ? 2 : 1) + (breaches !== "" ? soon.lineCount : 0)
    readonly property real below: columns.stacked ? Math.round((wordLines * 1.65 + 0.95) * u) : 0
    readonly property real chartTop: below + first - Math.round((columns.stacked ? 1.5 : 1.4) * u + (columns.stacked ? 0 : 0.3 * spare))
    /// Of what is written below the drawings.
    readonly property real axisFoot: columns.stacked ? height - Math.round(1.1 * u) : first + Math.round(lines[3] + 0.3 * spare)
    readonly property real chartFoot: axisFoot - Math.round(1.55 * u)

    implicitHeight: least

    Rectangle {
        anchors.fill: parent
        visible: tile.moving
        color: Theme.ground
    }
    Rectangle {
        objectName: "rule"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        height: Theme.rule
        color: Theme.line
    }

    component Words: Label {
        required property int line     ///< 0 .. 3
        anchors.left: parent?.left
        anchors.leftMargin: tile.columns.labelStart
        anchors.baseline: parent?.top
        anchors.baselineOffset: tile.first + Math.round(tile.columns.stacked ? (line === 2 ? tile.wordLines - 1 : line) * 1.65 * tile.u : tile.lines[line])
        width: tile.columns.labelRoom
        fade: tile.fade
    }
    component Time: Figure {
        required property int line
        required property real end
        anchors.left: parent?.left
        anchors.leftMargin: end - width
        anchors.baseline: parent?.top
        anchors.baselineOffset: tile.below + tile.first + Math.round(tile.lines[line])
        width: tile.columns.figureRoom
        room: width
        fade: tile.fade
    }
    component Rests: Label {
        required property int line
        anchors.left: parent?.left
        anchors.leftMargin: tile.columns.figuresStart - 1.2 * tile.u
        anchors.baseline: parent?.top
        anchors.baselineOffset: tile.below + tile.first + Math.round(tile.lines[line])
        width: tile.columns.p90End - tile.columns.figuresStart + 1.2 * tile.u
        horizontalAlignment: Theme.figureAlignment
        ink: Theme.quiet
    }
    component Drawing: Plot {
        mirrored: Theme.mirrored
        quiet: Theme.faded(Theme.drawn, tile.fade)
        breach: Theme.faded(Theme.toneSign(Tone.Watch), tile.fade)
        mark: Theme.faded(Theme.ink, tile.fade)
        thin: Theme.old
        least: Theme.hair
        anchors.left: parent?.left
        y: tile.chartTop
        height: tile.chartFoot - tile.chartTop
    }

    /// What stands at a height of the strip.
    component Level: Label {
        required property real foot
        anchors.left: parent?.left
        anchors.leftMargin: tile.columns.levelStart
        anchors.baseline: parent?.top
        anchors.baselineOffset: Math.round(foot)
        width: tile.columns.levelRoom
        horizontalAlignment: Text.AlignRight
        ink: Theme.quiet
    }
    /// What a drawing begins and ends with.
    component AxisEnd: Label {
        anchors.baseline: parent?.top
        anchors.baselineOffset: tile.axisFoot
        ink: Theme.quiet
    }

    Item {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin

        ToneMark {
            objectName: "toneMark"
            tone: tile.tone
            anchors.left: parent.left
            y: tile.first - Math.round(1.5 * tile.u)
            width: Math.round(2.3 * tile.u)
            height: width
        }
        Words {
            id: name
            objectName: "label"
            line: 0
            readonly property real besideWithin: tile.columns.labelRoom - (within.text === "" ? 0 : within.implicitWidth + 0.8 * tile.u)
            // An ordinary name is whole: for a few letters the time that is promised gives way, for a long name it does not.
            readonly property bool whole: implicitWidth > besideWithin && implicitWidth <= besideWithin + 2 * tile.u
            width: whole ? tile.columns.labelRoom : besideWithin
            font.weight: Font.DemiBold
            text: tile.label
        }
        Words {
            id: within
            visible: !name.whole
            objectName: "within"
            line: 0
            horizontalAlignment: Text.AlignRight
            ink: Theme.quiet
            text: tile.within
        }
        Words {
            id: soon
            objectName: "breaches"
            line: 1
            wrapMode: Text.WordWrap
            maximumLineCount: 2
            lineHeightMode: Text.FixedHeight
            lineHeight: Math.round((tile.columns.stacked ? 1.65 : 1.6) * tile.u)
            text: tile.breaches
        }
        Words {
            id: after
            objectName: "next"
            line: 2
            ink: Theme.quiet
            text: tile.next
        }
        Words {
            objectName: "clear"
            visible: !tile.columns.stacked || after.implicitWidth + implicitWidth + tile.u <= tile.columns.labelRoom
            line: tile.columns.stacked ? 2 : 3
            horizontalAlignment: tile.columns.stacked ? Text.AlignRight : Text.AlignLeft
            ink: Theme.quiet
            text: tile.clear
        }

        Time {
            objectName: "p50"
            line: 0
            digitHeight: 1.6 * tile.u
            weight: Font.DemiBold
            end: tile.columns.p50End
            greyed: tile.p50Thin
            text: tile.p50
        }
        Time {
            objectName: "p90"
            line: 0
            digitHeight: 1.6 * tile.u
            weight: Font.DemiBold
            end: tile.columns.p90End
            greyed: tile.p90Thin
            text: tile.p90
        }
        Rests {
            objectName: "rests"
            line: 1
            text: tile.rests
        }
        Time {
            objectName: "dayP50"
            visible: tile.dayRests !== ""
            line: 2
            end: tile.columns.p50End
            ink: Theme.quiet
            text: tile.dayP50
        }
        Time {
            objectName: "dayP90"
            visible: tile.dayRests !== ""
            line: 2
            end: tile.columns.p90End
            ink: Theme.quiet
            text: tile.dayP90
        }
        Rests {
            objectName: "dayRests"
            line: 3
            text: tile.dayRests
        }

        Drawing {
            id: strip
            objectName: "strip"
            anchors.leftMargin: tile.columns.stripStart
            width: tile.columns.stripRoom
            chart: tile.strip
        }
        Drawing {
            id: histogram
            objectName: "histogram"
            visible: tile.columns.hasHistogram
            anchors.leftMargin: tile.columns.histogramStart
            width: tile.columns.histogramRoom
            chart: tile.histogram
        }
        Rectangle {
            objectName: "foot"
            anchors.left: parent.left
            anchors.leftMargin: tile.columns.stripStart
            y: strip.y + strip.height
            width: strip.width
            height: Theme.hair
            color: Theme.quiet
        }
        Rectangle {
            visible: histogram.visible
            anchors.left: parent.left
            anchors.leftMargin: tile.columns.histogramStart
            y: strip.y + strip.height
            width: histogram.width
            height: Theme.hair
            color: Theme.quiet
        }
        Rectangle {
            objectName: "top"
            visible: tile.levelTop !== ""
            anchors.left: parent.left
            anchors.leftMargin: tile.columns.stripStart
            y: strip.y
            width: strip.width
            height: Theme.rule
            color: Theme.quiet
        }
        Rectangle {
            objectName: "target"
            visible: tile.targetAt >= 0
            anchors.left: parent.left
            anchors.leftMargin: tile.columns.stripStart
            y: Math.round(strip.y + strip.height * (1 - tile.targetAt))
            width: strip.width
            height: Theme.hair
            color: Theme.ink
        }
        Rectangle {
            objectName: "targetOfHour"
            visible: tile.hasTarget && histogram.visible
            anchors.left: parent.left
            anchors.leftMargin: Math.round(tile.columns.histogramStart + histogram.width * tile.targetShare)
            y: histogram.y
            width: Theme.hair
            height: histogram.height
            color: Theme.ink
        }

        Level {
            id: top
            objectName: "levelTop"
            foot: strip.y + tile.u
            text: tile.levelTop
        }
        Level {
            id: bottom
            objectName: "levelFoot"
            foot: strip.y + strip.height
            text: tile.levelFoot
        }
        Level {
            objectName: "levelTarget"
            visible: foot - top.foot >= 1.35 * tile.u && bottom.foot - foot >= 1.35 * tile.u
            foot: strip.y + strip.height * (1 - tile.targetAt) + 0.5 * tile.u
            ink: Theme.ink
            text: tile.levelTarget
        }
        AxisEnd {
            id: from
            objectName: "from"
            anchors.left: parent.left
            anchors.leftMargin: tile.columns.stripStart
            text: tile.hours[0] ?? ""
        }
        AxisEnd {
            objectName: "to"
            visible: from.implicitWidth + implicitWidth + 0.6 * tile.u <= strip.width
            anchors.right: parent.right
            anchors.rightMargin: tile.width - 2 * Theme.margin - tile.columns.stripStart - strip.width
            text: tile.hours[1] ?? ""
        }
        AxisEnd {
            id: quick
            objectName: "fastest"
            visible: histogram.visible && implicitWidth + slow.implicitWidth + 0.6 * tile.u <= histogram.width
            anchors.left: parent.left
            anchors.leftMargin: tile.columns.histogramStart
            text: tile.fastest
        }
        AxisEnd {
            id: slow
            objectName: "slowest"
            visible: histogram.visible
            anchors.right: parent.right
            text: tile.slowest
        }
    }
}
