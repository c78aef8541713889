pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Controls
import Carewall.Ui

/// How fast one queue answers, and what is to come: words, the last hour large and the day below it, and both drawn.
/// The target stands at the same place in every row, so that rows compare at a glance. On a narrow screen figures and
/// drawings stand below the words.
Item {
    id: tile

    required property string label
    required property int tone
    required property string within
    required property string late
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
    required property chart histogram
    required property bool hasTarget
    required property real fade

    property bool moving: false        ///< over others, to another rank
    property ResponseColumns columns: ResponseColumns {
        width: tile.width - 2 * Theme.margin
    }

    /// Where the target stands: of the strip's height, of the histogram's width.
    readonly property real targetShare: 0.625
    readonly property real u: Theme.unit
    readonly property real least: Math.round((columns.stacked ? 14.4 : 8.5) * u)
    readonly property real spare: Math.max(0, height - least)
    readonly property real first: Math.round(2 * u + (columns.stacked ? 0 : spare / 2))
    /// Baselines below the first: a line and what belongs to it, twice.
    readonly property list<real> lines: [0, 1.65 * u, 3.95 * u, 5.6 * u]
    readonly property real wordLines: next !== "" || clear !== "" ? 3 : late !== "" ? 2 : 1
    readonly property real below: columns.stacked ? Math.round((wordLines * 1.65 + 0.95) * u) : 0
    readonly property real chartTop: below + first - Math.round(1.5 * u + (columns.stacked ? 0 : 0.3 * spare))
    readonly property real chartFoot: columns.stacked ? height - Math.round(0.9 * u)
                                                      : first + Math.round(lines[3] + 0.3 * spare)

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
        anchors.baselineOffset: tile.first + Math.round(tile.columns.stacked ? line * 1.65 * tile.u : tile.lines[line])
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
        late: Theme.faded(Theme.toneSign(Tone.Watch), tile.fade)
        mark: Theme.faded(Theme.ink, tile.fade)
        thin: Theme.old
        least: Theme.hair
        anchors.left: parent?.left
        y: tile.chartTop
        height: tile.chartFoot - tile.chartTop
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
            objectName: "label"
            line: 0
            width: tile.columns.labelRoom - (within.text === "" ? 0 : within.implicitWidth + 0.8 * tile.u)
            font.weight: Font.DemiBold
            text: tile.label
        }
        Words {
            id: within
            objectName: "within"
            line: 0
            horizontalAlignment: Text.AlignRight
            ink: Theme.quiet
            text: tile.within
        }
        Words {
            objectName: "late"
            line: 1
            text: tile.late
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
            objectName: "target"
            visible: tile.hasTarget
            anchors.left: parent.left
            anchors.leftMargin: tile.columns.stripStart
            y: Math.round(strip.y + strip.height * (1 - tile.targetShare))
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
    }
}
