pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Controls

/// How customers feel and whether they are heard, over the last hours: mood, the ladder, listening. Narrow, listening
/// has a line of its own, or where there is none is left out.
Item {
    id: tile

    required property string heading
    required property string sentiment
    required property int mood
    required property string samples
    required property list<string> ladder
    required property list<real> shares
    required property string ladderSamples
    required property string listening
    required property string listeningSamples
    required property real fade
    property bool two: false           ///< lines

    readonly property real u: Theme.unit
    readonly property bool wide: width >= 43 * u
    readonly property real line: Math.round(1.75 * u)
    readonly property real moodRoom: Math.round(6.6 * u)
    readonly property real shareRoom: Math.round(8.1 * u)
    readonly property real rungGap: Math.round((wide ? 0.9 : 0.6) * u)
    /// What parts the three groups: more than what parts the rungs of one.
    readonly property real gap: Math.round(wide ? Math.max(1.4 * u, Math.min(4 * u, (width - moodRoom - shareRoom - 4 * 6.6 * u - 3 * rungGap) / 2)) : 0.9 * u)
    readonly property real ladderStart: moodRoom + gap
    readonly property real rung: Math.round((width - ladderStart - 3 * rungGap - (wide ? gap + shareRoom : 0)) / 4)
    readonly property real listeningTop: line + (wide ? 0 : Math.round(6.6 * u))

    implicitHeight: line + Math.round(5.85 * u) + (two && !wide ? Math.round(6.6 * u) : 0)

    Label {
        objectName: "heading"
        anchors.left: parent.left
        anchors.baseline: parent.top
        anchors.baselineOffset: Math.round(tile.u)
        width: tile.width
        ink: Theme.quiet
        text: tile.heading
    }
    ShareTile {
        objectName: "moodTile"
        anchors.left: parent.left
        y: tile.line
        width: tile.moodRoom
        signed: true
        mood: tile.mood
        figure: tile.sentiment
        name: qsTr("mood", "net sentiment")
        samples: tile.samples
        fade: tile.fade
    }
    Repeater {
        model: [
            qsTr("anger", "first rung of the ladder anger - like - love - defend"),
            qsTr("like", "second rung of the ladder"),
            qsTr("love", "third rung of the ladder"),
            qsTr("defend", "last rung of the ladder: customers who defend us"),
        ]
        ShareTile {
            required property int index
            required property string modelData

            objectName: "rung" + index
            anchors.left: parent?.left
            anchors.leftMargin: tile.ladderStart + index * (tile.rung + tile.rungGap)
            y: tile.line
            width: tile.rung
            figure: tile.ladder[index] ?? ""
            ratio: tile.shares[index] ?? -1
            name: modelData
            samples: index === 0 ? tile.ladderSamples : ""
            fade: tile.fade
        }
    }
    ShareTile {
        objectName: "listening"
        visible: tile.wide || tile.two
        anchors.left: parent.left
        anchors.leftMargin: tile.wide ? tile.width - width : 0
        y: tile.listeningTop
        width: tile.shareRoom
        figure: tile.listening
        name: qsTr("listening", "share of replies in what the floor posts")
        samples: tile.listeningSamples
        fade: tile.fade
    }
}
