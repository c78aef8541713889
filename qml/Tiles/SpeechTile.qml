pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Controls

/// How customers feel and whether they are heard: mood, ladder and listening of the last hours; what the community and
/// a single contact solved today. Narrow, the latter three stand on a line of their own, or where there is none are
/// left out.
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
    required property string community
    required property string communitySamples
    required property string single
    required property string singleSamples
    required property real fade
    property bool two: false           ///< lines

    readonly property real u: Theme.unit
    readonly property bool wide: width >= 57.5 * u
    readonly property real line: Math.round(1.75 * u)
    readonly property real rung: Math.round(wide ? 5.4 * u : (width - ladderStart - 3 * rungGap) / 4)
    readonly property real rungGap: Math.round((wide ? 0.7 : 0.6) * u)
    readonly property real moodRoom: Math.round(6.6 * u)
    readonly property real gap: Math.round((wide ? 1.4 : 0.9) * u)
    readonly property real ladderStart: moodRoom + gap
    readonly property real ladderEnd: ladderStart + 4 * rung + 3 * rungGap
    readonly property real shareRoom: Math.round(wide ? 8.1 * u : (width - 2 * shareGap) / 3)
    readonly property real shareStart: wide ? width - 3 * shareRoom - 2 * shareGap : 0
    readonly property real shareGap: Math.round(0.5 * u)
    readonly property real shareTop: wide ? 0 : line + Math.round(6.6 * u)

    implicitHeight: line + Math.round(5.85 * u) + (two && !wide ? shareTop : 0)

    Label {
        objectName: "heading"
        anchors.left: parent.left
        anchors.baseline: parent.top
        anchors.baselineOffset: Math.round(tile.u)
        width: tile.wide ? tile.shareStart - tile.gap : tile.width
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
    Label {
        objectName: "today"
        visible: tile.wide || tile.two
        anchors.left: parent.left
        anchors.leftMargin: tile.shareStart + tile.shareRoom + tile.shareGap
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.shareTop + Math.round(tile.u)
        width: tile.width - anchors.leftMargin
        ink: Theme.quiet
        text: qsTr("Today", "over figures of the day so far")
    }

    component Share: ShareTile {
        required property int place
        visible: tile.wide || tile.two
        anchors.left: parent?.left
        anchors.leftMargin: tile.shareStart + place * (tile.shareRoom + tile.shareGap)
        y: tile.shareTop + tile.line
        width: tile.shareRoom
    }
    Share {
        objectName: "listening"
        place: 0
        figure: tile.listening
        name: qsTr("listening", "share of replies in what the floor posts")
        samples: tile.listeningSamples
        fade: tile.fade
    }
    Share {
        objectName: "community"
        place: 1
        figure: tile.community
        name: qsTr("community", "share of answers given by other customers")
        samples: tile.communitySamples
        fade: 0
    }
    Share {
        objectName: "single"
        place: 2
        figure: tile.single
        name: qsTr("in one go", "share solved in a single interaction")
        samples: tile.singleSamples
        fade: 0
    }
}
