pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Controls
import Carewall.Ui

/// A figure beside what it should be, and its week below where there is room: a dot a day, the large one is today.
Item {
    id: tile

    required property string label
    required property string figure
    required property int tone
    required property string target
    required property string rests
    required property list<real> week
    required property real mark
    required property bool greyed
    required property real fade
    required property list<string> days    ///< a letter each
    property int lines: 1              ///< that what it rests on may take

    readonly property real u: Theme.unit
    readonly property bool warns: tone === Tone.Watch || tone === Tone.Act
    readonly property real figureFoot: Math.round(Theme.hero)
    readonly property real nameFoot: figureFoot + Math.round(1.95 * u)
    readonly property real targetFoot: nameFoot + Math.round(1.65 * u)
    readonly property real restsFoot: targetFoot + Math.round(1.6 * u)
    readonly property real plotTop: restsFoot + Math.round((0.75 + (lines - 1) * 1.6) * u)
    readonly property real plotHeight: Math.min(height - plotTop - Math.round(1.6 * u), 12 * u)

    readonly property real step: Math.min(width, 13 * u) / Math.max(1, days.length)
    /// Where a letter has no room below its day only today's is told.
    readonly property bool lettered: widestDay() <= step

    function widestDay(): real {
        let widest = 0;
        for (let i = 0; i < days.length; ++i)
            widest = Math.max(widest, letters.advanceWidth(days[i] ?? ""));
        return widest;
    }

    implicitHeight: restsFoot + Math.round(0.4 * u)

    Figure {
        objectName: "figure"
        anchors.left: parent.left
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.figureFoot
        digitHeight: Theme.hero
        room: tile.width
        weight: Font.DemiBold
        greyed: tile.greyed
        fade: tile.fade
        text: tile.figure
    }
    Label {
        objectName: "label"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.nameFoot
        font.weight: Font.DemiBold
        text: tile.label
    }
    ToneMark {
        id: sign
        objectName: "tone"
        visible: tile.warns
        tone: tile.tone
        anchors.left: parent.left
        y: tile.targetFoot - height + Math.round(0.15 * tile.u)
        width: Math.round(1.25 * tile.u)
        height: width
    }
    Label {
        objectName: "target"
        anchors.left: parent.left
        anchors.leftMargin: tile.warns ? sign.width + Math.round(0.4 * tile.u) : 0
        anchors.right: parent.right
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.targetFoot
        font.weight: tile.warns ? Font.DemiBold : Font.Normal
        ink: Theme.toneInk(tile.tone)
        text: tile.target
    }
    Label {
        objectName: "words"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.restsFoot
        wrapMode: tile.lines > 1 ? Text.WordWrap : Text.NoWrap
        maximumLineCount: tile.lines
        lineHeightMode: Text.FixedHeight
        lineHeight: Math.round(1.6 * tile.u)
        ink: Theme.quiet
        text: tile.rests
    }

    FontMetrics {
        id: letters
        font.pixelSize: Theme.fontSize(tile.u)
    }
    Item {
        objectName: "plot"
        visible: tile.plotHeight >= 2.2 * tile.u
        anchors.left: parent.left
        y: tile.plotTop
        width: tile.step * tile.days.length
        height: tile.plotHeight

        WeekPlot {
            anchors.fill: parent
            values: tile.week
            mark: tile.mark
            stroke: Theme.hair * 1.5
            ink: Theme.faded(Theme.ink, tile.fade)
            quiet: Theme.old
            line: Theme.quiet
            mirrored: Theme.mirrored
        }
        Repeater {
            model: tile.days.length

            Label {
                required property int index
                readonly property bool today: index === tile.days.length - 1

                objectName: "day" + index
                visible: tile.lettered || today
                anchors.left: parent?.left
                anchors.leftMargin: Math.round((index + 0.5) * tile.step - width / 2)
                anchors.baseline: parent?.bottom
                anchors.baselineOffset: Math.round(1.5 * tile.u)
                elide: Text.ElideNone
                ink: today ? Theme.ink : Theme.quiet
                text: tile.days[index] ?? ""
            }
        }
    }
}
