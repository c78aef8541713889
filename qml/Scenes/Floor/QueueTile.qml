pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Controls
import Carewall.Ui

/// One queue, legible from across the floor. Draws what it is told and asks no one: no model, no clock, no singleton
/// but Theme. Two lines hold it: names and shares on the first, what they rest on and the large figures on the second;
/// on a narrow screen the names stand on a line above.
Item {
    id: tile

    required property string label
    required property string detail
    required property int tone
    required property string toneWord
    required property string waiting
    required property string oldest
    required property string p50
    required property string p90
    required property string rests
    required property bool p50Thin
    required property bool p90Thin
    required property string serviceLevel
    required property real serviceRatio
    required property real targetRatio
    required property string within
    required property real fade

    property bool moving: false        ///< over others, to another rank
    property QueueColumns columns: QueueColumns {
        width: tile.width - 2 * Theme.margin
    }

    readonly property bool acts: tone === Tone.Act
    readonly property bool idle: oldest === ""
    readonly property real above: columns.stacked ? 1.9 * Theme.unit : 0
    readonly property real first: Math.round((height - above - Theme.leading - Theme.figure) / 2 + above + Theme.figure)
    readonly property real second: first + Math.round(Theme.leading)
    readonly property real naming: columns.stacked ? first - Math.round(1.9 * Theme.unit) : first
    readonly property real detailing: columns.stacked ? naming : second
    readonly property real detailStart: columns.labelStart + (columns.stacked ? name.width + 1.1 * Theme.unit : 0)
    readonly property real detailRoom: columns.stacked ? content.width - detailStart : labelRoom
    /// What a long figure leaves to the words beside it.
    readonly property real labelRoom: columns.labelRoom - (columns.stacked ? 0 : crowd.width - columns.waitingRoom)

    /// What the words behind it leave to a label on their line.
    readonly property real stackedRoom: content.width - columns.labelStart - 1.1 * Theme.unit - more.after - more.implicitWidth

    implicitHeight: 3.95 * Theme.unit + above

    Rectangle {
        objectName: "band"
        anchors.fill: parent
        anchors.bottomMargin: tile.acts ? Theme.hair : 0   // rows that call stay rows
        visible: tile.acts || tile.moving
        color: tile.acts ? Theme.actGround : Theme.ground
    }

    Item {
        id: content
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin

        ToneMark {
            objectName: "toneMark"
            tone: tile.tone
            anchors.left: parent.left
            y: tile.second - height
            width: Math.round(tile.columns.markSize)
            height: width
        }

        Label {
            id: name
            objectName: "label"
            anchors.left: parent.left
            anchors.leftMargin: tile.columns.labelStart
            anchors.baseline: parent.top
            anchors.baselineOffset: tile.naming
            width: tile.columns.stacked ? Math.min(implicitWidth, tile.labelRoom, Math.max(0.42 * content.width, tile.stackedRoom)) : tile.labelRoom
            font.weight: Font.DemiBold
            fade: tile.fade
            text: tile.label
        }
        Label {
            id: word
            objectName: "toneWord"
            visible: tile.tone === Tone.Act || tile.tone === Tone.Watch
            anchors.left: parent.left
            anchors.leftMargin: tile.detailStart
            anchors.baseline: parent.top
            anchors.baselineOffset: tile.detailing
            font.weight: Font.DemiBold
            ink: Theme.toneInk(tile.tone)
            text: tile.toneWord
        }
        Label {
            id: more
            objectName: "detail"
            readonly property real after: word.visible ? word.implicitWidth + 0.6 * Theme.unit : 0
            anchors.left: parent.left
            anchors.leftMargin: tile.detailStart + after
            anchors.baseline: parent.top
            anchors.baselineOffset: tile.detailing
            width: tile.detailRoom - after
            ink: tile.acts ? Theme.ink : Theme.quiet
            text: tile.detail
        }

        Figure {
            id: crowd
            objectName: "waiting"
            anchors.left: parent.left
            anchors.leftMargin: tile.columns.waitingEnd - width
            anchors.baseline: parent.top
            anchors.baselineOffset: tile.second
            digitHeight: Theme.hero
            width: Math.max(tile.columns.waitingRoom, implicitWidth)
            room: tile.columns.waitingRoom
            ink: tile.idle ? Theme.quiet : Theme.ink
            weight: Font.DemiBold
            fade: tile.fade
            text: tile.waiting
        }
        Figure {
            objectName: "oldest"
            anchors.left: parent.left
            anchors.leftMargin: tile.columns.oldestEnd - width
            anchors.baseline: parent.top
            anchors.baselineOffset: tile.second
            digitHeight: Theme.hero
            width: tile.columns.oldestRoom
            room: width
            weight: Font.DemiBold
            fade: tile.fade
            text: tile.oldest
        }
        Figure {
            objectName: "p50"
            visible: !tile.columns.slim
            anchors.left: parent.left
            anchors.leftMargin: tile.columns.p50End - width
            anchors.baseline: parent.top
            anchors.baselineOffset: tile.first
            width: tile.columns.p50Room
            room: width
            greyed: tile.p50Thin
            grey: tile.acts ? Theme.quiet : Theme.old
            fade: tile.fade
            text: tile.p50
        }
        Figure {
            objectName: "p90"
            visible: !tile.columns.slim
            anchors.left: parent.left
            anchors.leftMargin: tile.columns.p90End - width
            anchors.baseline: parent.top
            anchors.baselineOffset: tile.first
            width: tile.columns.p90Room
            room: width
            greyed: tile.p90Thin
            grey: tile.acts ? Theme.quiet : Theme.old
            fade: tile.fade
            text: tile.p90
        }
        Label {
            objectName: "rests"
            visible: !tile.columns.slim
            anchors.left: parent.left
            anchors.leftMargin: tile.columns.restsStart
            anchors.baseline: parent.top
            anchors.baselineOffset: tile.second
            width: tile.columns.restsRoom
            horizontalAlignment: Theme.figureAlignment
            ink: tile.acts ? Theme.ink : Theme.quiet
            text: tile.rests
        }
        Figure {
            objectName: "serviceLevel"
            anchors.left: parent.left
            anchors.leftMargin: tile.columns.serviceEnd - width
            anchors.baseline: parent.top
            anchors.baselineOffset: tile.first
            width: tile.columns.serviceRoom
            room: width
            fade: tile.fade
            text: tile.serviceLevel
        }
        Label {
            objectName: "within"
            anchors.left: parent.left
            anchors.leftMargin: tile.columns.withinStart
            anchors.baseline: parent.top
            anchors.baselineOffset: tile.second
            width: tile.columns.withinRoom
            horizontalAlignment: Theme.figureAlignment
            ink: tile.acts ? Theme.ink : Theme.quiet
            text: tile.within
        }
        Bar {
            id: bar
            objectName: "bar"
            upright: true
            anchors.right: parent.right
            anchors.rightMargin: overhang   // its mark ends at the margin
            y: tile.second - height
            width: tile.columns.barSize
            height: Math.round(Theme.leading + Theme.unit)
            ratio: tile.serviceRatio
            target: tile.targetRatio
            track: tile.acts ? Qt.tint(Theme.actGround, Qt.alpha(Theme.ink, 0.18)) : Theme.line
            ground: tile.acts ? Theme.actGround : Theme.ground
            ink: tile.fade > 0 || tile.serviceRatio >= tile.targetRatio ? Theme.quiet : Theme.toneSign(tile.acts ? Tone.Act : Tone.Watch)
            fade: tile.fade
        }
    }
}
